"""What switchboard operators work with: people in directories, absences, messages, transfers."""
