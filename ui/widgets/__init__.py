"""The parts every panel is built of.  Each is named, reachable by keys and obeys the theme."""
