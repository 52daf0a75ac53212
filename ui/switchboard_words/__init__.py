"""What is said of the switchboard and of the service desk: actions, labels, sentences, verbs."""
