"""Write the golden files anew: ``python -m tests.golden.update``. Look at the difference before you commit it."""

from __future__ import annotations

from filingexport import load, write
from tests.conftest import GOLDEN, SAMPLE

if __name__ == "__main__":
    write(load(SAMPLE), GOLDEN)
    print(GOLDEN)
