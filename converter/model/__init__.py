"""The nouns that the stages hand on: frozen structs that do nothing and import only each other."""
