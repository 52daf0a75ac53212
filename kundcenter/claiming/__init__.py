"""What several verbs do to a seat and to who has it: give, let go, offer anew.  No own verbs."""
