"""The supervisor's tables: roster, aims, presence, figures rolled up."""
