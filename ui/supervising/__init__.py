"""What the window does for whoever leads, and notes for everybody: opened by keys, or beside."""
