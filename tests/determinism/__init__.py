"""The same bytes on every machine: `campaign` makes everything again and again, and compares."""
