"""Shows the contact centre.  The only package that knows Qt."""
