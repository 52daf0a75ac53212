"""The service desk in a window: what its page and its dialogs have in common."""
