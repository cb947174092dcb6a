"""Signatures: which bytes a filing was, and who said so."""
