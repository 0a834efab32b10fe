"""How a Word file and a PDF are set, each worked out from the file alone, in the same terms."""
