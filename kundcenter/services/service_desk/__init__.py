"""The verbs of the service desk."""
