"""The real judges of our files, wrapped: many files in, findings for each of them out."""
