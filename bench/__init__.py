"""Measurements: what the product does with real documents, and beside its peers, in one run."""
