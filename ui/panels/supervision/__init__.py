"""The supervisor's page and its views."""
