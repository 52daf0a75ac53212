"""The verbs of the supervisor: figures, summaries, the roster, aims, reviews."""
