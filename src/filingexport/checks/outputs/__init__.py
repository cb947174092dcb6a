"""The findings of the checks as people and programs read them: text, JSON, SARIF, HTML."""
