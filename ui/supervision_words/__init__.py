"""The words and keys of what leads: actions, codes, errors, verbs."""
