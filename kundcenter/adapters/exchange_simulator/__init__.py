"""A simulated exchange.  It runs as a process of its own and speaks Asterisk's manager protocol."""
