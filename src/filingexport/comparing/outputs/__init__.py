"""What changed, for the terminal, for programs, and as a page to sign off."""
