"""How fast reports are verified."""
