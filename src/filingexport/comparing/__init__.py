"""Two filings compared: by fact, and by word in text."""
