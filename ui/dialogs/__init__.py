"""Dialogs.  They open() and signal; they never exec()."""
