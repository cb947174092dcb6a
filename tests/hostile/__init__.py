"""Hostile and broken files, made by a script, and the guard under which they are read. Nothing of it is kept as a file."""
