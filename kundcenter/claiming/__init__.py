"""What several verbs do to a seat: take it, let it go, offer it anew.  No verbs of their own."""
