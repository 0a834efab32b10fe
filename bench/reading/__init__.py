"""How well articles are read, one command for each format; each takes the folder of its documents."""
