"""``python -m filingexport``."""

from filingexport.cli.main import program

if __name__ == "__main__":
    program()
