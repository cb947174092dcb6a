"""What was compared with what, and what was found: what all outputs are made from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from filingexport.authoring.dump import to_trees
from filingexport.authoring.yaml_tree import emit
from filingexport.comparing.compare import KINDS, Change, ChangeKind, compare
from filingexport.declaring import frozen
from filingexport.model.filing import Filing
from filingexport.said import Language, Said


@frozen
class Side:
    """One of the two. name: what it was given as. digest: SHA-256 of all that it says, whatever format it is in."""

    name: str
    filing: Filing
    digest: str

    def company(self, language: Language) -> str:
        """The company's name."""
        name = self.filing.company.name
        return name.get(language) or str(name)


@frozen
class Compared:
    """Two filings and what changed from the old one to the new one."""

    old: Side
    new: Side
    changes: tuple[Change, ...]

    def counts(self) -> dict[ChangeKind, int]:
        """How many changes there are of each kind."""
        return {kind: sum(each.kind == kind for each in self.changes) for kind in KINDS}

    def summary(self) -> Said:
        """How many of each kind there are: one line."""
        told = {kind: number for kind, number in self.counts().items() if number}
        if not told:
            return Said("the same", "相違なし")
        size = len(self.changes)
        en = ", ".join(f"{number:,} {KINDS[kind].en}" for kind, number in told.items())
        ja = "、".join(f"{KINDS[kind].ja}{number:,}件" for kind, number in told.items())
        return Said(f"{size:,} change{'' if size == 1 else 's'}: {en}", f"変更{size:,}件（{ja}）")


def compared(
    names: tuple[str, str], filings: tuple[Filing, Filing], places: tuple[Mapping[str, str], Mapping[str, str]]
) -> Compared:
    """Compare an old and a new filing. names: what they were given as. places: file and line of their fields."""
    sides = [Side(name, filing, digest(filing)) for name, filing in zip(names, filings, strict=True)]
    return Compared(sides[0], sides[1], compare(*filings, places))


def digest(filing: Filing) -> str:
    """SHA-256 over the source files that the filing would be written as: the same for the same filing in any format."""
    whole = hashlib.sha256()
    for name, tree in to_trees(filing).items():
        data = emit(tree)
        whole.update(f"{name} {len(data)}\n".encode())
        whole.update(data)
    return whole.hexdigest()
