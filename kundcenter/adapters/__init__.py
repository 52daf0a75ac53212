"""The outside: secrets, the telephone exchange, paper."""
