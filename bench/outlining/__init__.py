"""Measurements of the outliner: roles, selection, sentences, speed."""
