"""An independent processor, offline, has nothing to say of what we write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from filingexport import Filing, export, write
from filingexport.names import BASE, ENTRY_FILE, SCHEMA_FILE
from filingexport.processor import judge
from filingexport.taxonomy import package
from filingexport.taxonomy.entry_points import ENTRY_POINTS
from tests.conftest import EFFORT, ROOT


@pytest.fixture(scope="module")
def exported(sample: Filing, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export(sample, tmp_path_factory.mktemp("out"), "iij-2008").instance


FILES = (SCHEMA_FILE, *(each.file for each in ENTRY_POINTS))


@pytest.mark.parametrize("file", FILES if EFFORT > 1 else [])
def test_the_taxonomy_is_clean(file: str) -> None:
    assert judge(ROOT / "taxonomy" / file) == ()


def test_all_entry_points_are_clean_together(tmp_path: Path) -> None:
    """One run over all of them; each by itself is asked in `make soak`."""
    imports = []
    for file in FILES:
        path = ROOT / "taxonomy" / file
        space = etree.parse(path).getroot().get("targetNamespace")
        imports.append(f'<xs:import namespace="{space}" schemaLocation="{path.as_uri()}"/>')
    every = tmp_path / "every.xsd"
    every.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://filingexport.example/every" '
        f'elementFormDefault="qualified">{"".join(imports)}</xs:schema>',
        "utf-8",
    )
    assert judge(every) == ()


def test_the_taxonomy_package_is_clean_and_found_by_its_addresses(sample: Filing, tmp_path: Path) -> None:
    package.write(tmp_path / "taxonomy.zip")
    write(sample, tmp_path / "far.xbrl", schema_location=f"{BASE}/{ENTRY_FILE}")
    assert judge(tmp_path / "far.xbrl", (tmp_path / "taxonomy.zip",)) == ()
    assert judge(tmp_path / "far.xbrl") != (), "without the package the address leads nowhere"


def test_the_judge_sees_what_is_wrong(exported: Path) -> None:
    text = exported.read_text("utf-8")
    broken = exported.with_name("broken.xbrl")
    changed, times = re.subn(r"(<fx:AssetsUSGAAP [^>]*>)55702546000<", r"\g<1>55702999000<", text)
    assert times == 1
    broken.write_text(changed, "utf-8")
    codes = {finding.code for finding in judge(broken)}
    assert any(code.startswith("calc11e:") for code in codes), codes
