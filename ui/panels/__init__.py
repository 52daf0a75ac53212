"""What a card is made of, one panel per file.  A panel never calls a panel."""
