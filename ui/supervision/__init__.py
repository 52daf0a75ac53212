"""What the supervisor's screen is made of: words, keepers, ways."""
