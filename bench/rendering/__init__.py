"""Measurements of the reports: lines, speed, size and growth beside typst."""
