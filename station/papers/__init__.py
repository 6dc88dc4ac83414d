"""What leaves the system to be read: the chronology of a piece."""
