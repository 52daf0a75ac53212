"""The contact centre: its values, rules and verbs, without a screen and without a database."""

VERSION = "0.1.0"
