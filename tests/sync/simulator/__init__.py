"""Many desks and a centre in one thread: whatever goes wrong follows from one seed."""
