"""The service desk in the store: knowledge cards and questions."""
