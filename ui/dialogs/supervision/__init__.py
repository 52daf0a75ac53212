"""The supervisor's dialogs."""
