"""The switchboard in the store: directories, absences, terms, messages, transfers."""
