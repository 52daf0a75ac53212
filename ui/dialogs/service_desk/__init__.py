"""The dialogs of the service desk."""
