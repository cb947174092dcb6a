"""Waivers: findings that the filer decided not to act on, with the reason, in ``waivers.yaml`` of the source folder.

They are about the draft and no part of the filing::

    - rule: fx.tie.shareholders
      where: business_report.shares
      reason: The register lists joint holders twice.
      by: Legal department
      on: 2026-05-20
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from filingexport.authoring.source import waiver_trees
from filingexport.authoring.yaml_tree import Mapping, Scalar, Tree
from filingexport.checks.findings import Waiver
from filingexport.checks.rule import Found, Kind, Rule, Standard
from filingexport.findings import FilingError, Finding, Severity, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.said import Said, say

if TYPE_CHECKING:
    from filingexport.checks.context import Context

_KEYS: Final = ("rule", "where", "reason", "by", "on")


def _no_check(context: Context) -> Iterator[Found]:
    """What is found is found by matching waivers with findings, when all rules have run."""
    yield from ()


UNUSED: Final = Rule(
    "fx.waiver.unused",
    Kind.WAIVERS,
    Severity.NOTE,
    Said("A waiver matches nothing", "該当する指摘のない適用除外"),
    Said(
        "What was waived has been put right, or the waiver's rule or path is misspelt and waives nothing.",
        "対象の指摘は解消済みか、規則名又は項目の指定に誤りがあり、適用除外が効いていません。",
    ),
    Said("Remove the waiver, or correct its rule or path.", "適用除外を削除するか、規則名又は項目を訂正してください。"),
    (Standard.PRACTICE,),
    _no_check,
)
"""A waiver that matches nothing."""


def load(folder: Path | str, limits: Limits = DEFAULT_LIMITS) -> tuple[Waiver, ...]:
    """The waivers of this source folder; none where it has no such file. Raises FilingError with all that is wrong."""
    return of_trees(waiver_trees(Path(folder), limits))


def of_trees(trees: Iterable[Tree]) -> tuple[Waiver, ...]:
    """The waivers in these trees, whatever they were read from. Raises FilingError with all that is wrong."""
    findings: list[Finding] = []
    found: list[Waiver] = []
    for each in trees:
        waiver = _waiver(each, findings)
        if waiver is not None:
            found.append(waiver)
    if findings:
        raise FilingError(findings)
    return tuple(found)


def _waiver(tree: Tree, findings: list[Finding]) -> Waiver | None:
    if not isinstance(tree, Mapping):
        findings.append(
            finding(
                "fx:type",
                say(
                    "a waiver has the fields {keys}",
                    "適用除外には次の項目を記入してください: {keys}",
                    keys=", ".join(_KEYS),
                ),
                tree.place,
            )
        )
        return None
    said = {}
    for key, value in tree.entries.items():
        place = tree.key_places.get(key, tree.place)
        if key not in _KEYS:
            findings.append(
                finding(
                    "fx:unknownField",
                    say(
                        "a waiver has no field {key!r}; known are: {keys}",
                        "適用除外に{key!r}という項目はありません。使える項目: {keys}",
                        key=key,
                        keys=", ".join(_KEYS),
                    ),
                    place,
                )
            )
        elif not isinstance(value, Scalar):
            findings.append(
                finding(
                    "fx:type",
                    say("a text belongs under {key!r}", "{key!r}には文字列を記入してください。", key=key),
                    place,
                )
            )
        else:
            said[key] = value.text.strip()
    for key in ("rule", "reason"):
        if not said.get(key):
            findings.append(
                finding(
                    "fx:missing",
                    say(
                        "{key!r} is missing and must be given",
                        "必須の項目{key!r}がありません。記入してください。",
                        key=key,
                    ),
                    tree.place,
                )
            )
            return None
    return Waiver(
        said["rule"], said.get("where", ""), said["reason"], said.get("by", ""), said.get("on", ""), tree.place
    )
