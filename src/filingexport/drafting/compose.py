"""What is known of a filing as the tree that a source folder holds, and its files with the marks as comments."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from attrs import frozen

from filingexport.authoring import review_marks
from filingexport.authoring.dump import Dumper, unit_text
from filingexport.authoring.figures import PrintedUnit
from filingexport.authoring.source import LANGUAGE, ROOT_FILE, UNIT, from_tree
from filingexport.authoring.yaml_tree import Mapping, Scalar, Sequence, Tree
from filingexport.binding.extended import extended
from filingexport.binding.plan import ListLeaf, PartField, Plan, RowsField, plan
from filingexport.drafting import reasons
from filingexport.drafting.fields import Path
from filingexport.drafting.holding import Entry, Holding
from filingexport.findings import Finding
from filingexport.model.filing import Filing
from filingexport.model.values import Money
from filingexport.said import Language

_SCALES: Final = (3, 6, 9)


@frozen(eq=False)
class Composed:
    """The draft as a tree, and what keeps it from being a filing: fields that must be given and are not."""

    tree: Mapping
    missing: tuple[Finding, ...]


def compose(holding: Holding, language: str) -> Composed:
    """The tree of all that is known. A value that cannot stand where it was put is taken out, and left to be placed."""
    while True:
        tree = Mapping({LANGUAGE: Scalar(language), **_Composer(holding, language).tree().entries})
        findings: list[Finding] = []
        from_tree(tree, findings)
        wrong = [each for each in findings if each.code != "fx:missing"]
        if not wrong or not _taken_out(holding, wrong):
            return Composed(tree, tuple(each for each in findings if each.code == "fx:missing"))


def _taken_out(holding: Holding, findings: list[Finding]) -> bool:
    """Take the values out that findings are about; says whether there were any."""
    done = False
    for each in findings:
        path = tuple(int(step) if step.isdigit() else step for step in each.path.split("."))
        for known in [one for one in holding.entries if one[: len(path)] == path]:
            entry = holding.entries.pop(known)
            holding.leave(f"{entry.value}", entry.place, reasons.cannot_stand(each.path, each.both))
            done = True
    return done


class _Composer:
    def __init__(self, holding: Holding, language: str) -> None:
        self.dumper = Dumper(language, extended(None))
        self.entries: dict[str | int, Any] = {}
        for path, entry in holding.entries.items():
            here = self.entries
            for step in path[:-1]:
                here = here.setdefault(step, {})
            here[path[-1]] = entry

    def tree(self) -> Mapping:
        return self.part(plan(Filing), self.entries, None)

    def part(self, at: Plan, known: dict[str | int, Any], unit: PrintedUnit | None) -> Mapping:
        """A part's tree, its fields in their order."""
        entries: dict[str, Tree] = {}
        if at.info.file:
            unit = _unit(at, known)
            if unit is not None:
                entries[UNIT] = Scalar(unit_text(unit))
        for entry in at.entries:
            inner = known.get(entry.attribute)
            if inner is None:
                continue
            if isinstance(inner, Entry):
                entries[entry.attribute] = self.dumper.leaf(inner.leaf, inner.value, unit)
            elif isinstance(entry, RowsField):
                entries[entry.attribute] = Sequence(
                    tuple(self.part(entry.plan, inner[number], unit) for number in sorted(inner))
                )
            elif isinstance(entry, ListLeaf):
                entries[entry.attribute] = Sequence(
                    tuple(self.dumper.leaf(inner[n].leaf, inner[n].value, unit) for n in sorted(inner))
                )
            elif isinstance(entry, PartField) and entry.line is not None:
                entries[entry.attribute] = Mapping(
                    {name: self.dumper.leaf(each.leaf, each.value, unit) for name, each in inner.items()}
                )
            elif isinstance(entry, PartField):
                entries[entry.attribute] = self.part(entry.plan, inner, unit)
        return Mapping(entries)


def _unit(at: Plan, known: dict[str | int, Any]) -> PrintedUnit | None:
    """The unit that most of the money of a part was printed in, parts that are files of their own aside."""
    counted: Counter[PrintedUnit] = Counter()

    def count(inner: Any, here: Plan | None) -> None:
        if isinstance(inner, Entry):
            value = inner.value
            if inner.leaf.concept.kind != "money" or not isinstance(value, Money) or value.decimals is None:
                return
            if -value.decimals in _SCALES:
                counted[PrintedUnit(value.currency, -value.decimals)] += 1
            return
        for name, each in inner.items():
            field = (
                next((e for e in here.entries if e.attribute == name), None) if here and isinstance(name, str) else None
            )
            below = (
                field.plan if isinstance(field, (PartField, RowsField)) else (here if isinstance(name, int) else None)
            )
            if isinstance(field, PartField) and field.line is None and field.plan.info.file:
                continue
            count(each, below)

    count(known, at)
    return min(counted, key=lambda each: (-counted[each], each.currency, each.scale)) if counted else None


def parts(tree: Mapping) -> dict[Path, Mapping]:
    """The tree cut into the parts that are files of their own, by their paths; () for the filing itself."""
    found: dict[Path, Mapping] = {}

    def cut(at: Plan, node: Mapping, path: Path) -> Mapping:
        entries: dict[str, Tree] = {}
        for name, inner in node.entries.items():
            field = next((e for e in at.entries if e.attribute == name), None)
            if isinstance(field, PartField) and field.line is None and isinstance(inner, Mapping):
                below = cut(field.plan, inner, (*path, name))
                if field.plan.info.file:
                    found[(*path, name)] = below
                elif below.entries:
                    entries[name] = below
            else:
                entries[name] = inner
        return Mapping(entries)

    root = cut(plan(Filing), tree, ())
    return {(): root, **dict(sorted(found.items()))}


def file_name(path: Path) -> str:
    """The name of the file of a part."""
    return ".".join(map(str, path)).replace("_", "-") + ".yaml" if path else ROOT_FILE


def files(composed: Composed, holding: Holding, language: Language = "en") -> dict[str, bytes]:
    """The source files of the draft, by their names, with marks, in this language, and what is missing as comments."""
    cut = parts(composed.tree)
    trees = {file_name(path): tree for path, tree in cut.items() if tree.entries}
    found = review_marks.in_files(trees, marks(holding, language))
    heads: dict[str, list[str]] = {}
    for finding in composed.missing:
        where = tuple(int(step) if step.isdigit() else step for step in finding.path.split("."))
        heads.setdefault(file_name(_owner(where, cut)), []).append(
            f"# to fill in: {finding.path}: {finding.said(language)}\n"
        )
    return {name: "".join(heads.get(name, ())).encode() + data for name, data in found.items()}


def marks(holding: Holding, language: Language) -> dict[str, str]:
    """Why each value that is not sure is to be reviewed, with its place in the text, by its path."""
    return {
        ".".join(map(str, path)): f"{entry.why.get(language)} ({entry.place})"
        for path, entry in holding.entries.items()
        if not entry.sure
    }


def _owner(path: Path, cut: dict[Path, Mapping]) -> Path:
    return max((each for each in cut if path[: len(each)] == each), key=len)
