"""The steps of CONTRIBUTING.md, tried: one field in one file, and everything else follows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, SAMPLE

GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_adding_a_disclosure_is_one_edit_in_one_file(tmp_path: Path) -> None:
    [declaration] = re.findall(r"```python\n(    number_of_holders_of_record: .*?)```", GUIDE, re.DOTALL)
    [line] = re.findall(r"```yaml\n(number_of_holders_of_record: .*?\n)```", GUIDE, re.DOTALL)
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(SAMPLE, tmp_path / "iij-2008")
    shares = tmp_path / "src" / "filingexport" / "model" / "business_report" / "shares.py"
    anchor = "    major_shareholders_title:"
    text = shares.read_text("utf-8")
    assert text.count(anchor) == 1
    shares.write_text(text.replace(anchor, declaration + anchor), "utf-8")
    source = tmp_path / "iij-2008" / "business-report.shares.yaml"
    source.write_text(source.read_text("utf-8") + line, "utf-8")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "filingexport", *arguments],
            capture_output=True, text=True, cwd=tmp_path, check=False, env={**os.environ, "PYTHONPATH": str(tmp_path / "src")},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    assert "filingexport-" in run("taxonomy", "build")
    run("export", "iij-2008", "--output", "out")
    instance = (tmp_path / "out" / "iij-2008.xbrl").read_text("utf-8")
    assert re.search(
        r'<fx:SharesNumberOfHoldersOfRecord contextRef="I20080331" unitRef="pure" decimals="0" id="business_report\.shares\.number_of_holders_of_record">4423<',
        instance,
    )
    labels = next((tmp_path / "taxonomy").glob("*-lab.xml")).read_text("utf-8")
    assert "名簿上の株主数" in labels
    assert "Arelle" in run("validate", "out/iij-2008.xbrl", "--full")
    run("import", "out/iij-2008.xbrl", "--output", "copy")
    assert "number_of_holders_of_record: 4,423" in (tmp_path / "copy" / "business-report.shares.yaml").read_text(
        "utf-8"
    )
