"""What the supervisor answers for: periods, counts, figures, aims, the roster, reviews."""
