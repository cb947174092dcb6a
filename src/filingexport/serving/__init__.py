"""A draft on a local page while it is written: the document, what is wrong beside its place, and how complete it is."""
