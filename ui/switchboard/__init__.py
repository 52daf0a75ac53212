"""What the screen knows of the switchboard and of the service desk beyond their pages."""
