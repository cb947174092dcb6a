"""``python -m filingexport``."""

from filingexport.cli.program import program

if __name__ == "__main__":
    program()
