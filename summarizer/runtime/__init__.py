"""What surrounds a call: tries again what may yet succeed, and counts what it cost. Knows no SDK."""
