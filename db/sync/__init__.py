"""What the stores keep of the exchange between a desk and the centre."""
