"""What is fuzzed: each module has a `TARGET`."""
