"""The contact centre: its values, rules and verbs, without a screen and without a database."""
