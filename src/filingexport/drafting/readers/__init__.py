"""Readers of drafts, a format each: from untrusted bytes to lines and tables."""
