"""The licences of what filingexport needs at run time are compatible, and the judge sees one that is not."""

from __future__ import annotations

import pytest

from tests.audit import is_compatible, judged, needed


def test_every_package_that_is_needed_has_a_compatible_licence() -> None:
    found = judged()
    assert {"lxml", "attrs", "arelle-release", "cryptography"} <= found.keys()
    assert {name: said for name, (_, said, fits) in found.items() if not fits} == {}
    assert not {"pytest", "cosmic-ray", "mypy"} & needed().keys()


@pytest.mark.parametrize(
    ("expression", "fits"),
    [
        ("MIT", True), ("BSD-3-Clause", True), ("Apache-2.0 OR BSD-3-Clause", True), ("MIT AND PSF-2.0", True), ("GPL-3.0-only OR MIT", True),
        ("GPL-3.0-only", False), ("MIT AND GPL-3.0-only", False), ("", False), ("LicenseRef-Proprietary", False), ("AGPL-3.0-or-later", False),
    ],
)  # fmt: skip
def test_the_judge(expression: str, fits: bool) -> None:
    assert is_compatible(expression) is fits
