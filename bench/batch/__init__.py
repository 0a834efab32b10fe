"""Measurements of batches: records, memory, workers, machinery."""
