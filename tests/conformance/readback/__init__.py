"""What other programs make of our Word files: headings, lists, tables and notes, in one form for all."""
