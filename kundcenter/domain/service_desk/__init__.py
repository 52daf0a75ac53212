"""Questions of citizens: who handles which, and the cards that answer them."""
