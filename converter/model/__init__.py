"""The nouns that the stages hand on: frozen dataclasses that do nothing and import only each other."""
