"""What it costs to be fed what is large."""
