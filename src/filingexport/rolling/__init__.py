"""Last year's notice made the start of this year's, and how complete a notice is."""
