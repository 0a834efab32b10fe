"""Batches: how fast many articles are converted."""
