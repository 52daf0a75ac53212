"""The desk's telephone: an Asterisk exchange, or none."""
