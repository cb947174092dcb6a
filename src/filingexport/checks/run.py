"""Running the rules over a filing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Context as Arithmetic
from decimal import localcontext
from operator import itemgetter
from typing import Final

from filingexport.checks.catalogue import RULES
from filingexport.checks.context import At, Context
from filingexport.checks.findings import Checked, CheckFinding, Waiver
from filingexport.checks.rule import Found, Kind, Rule
from filingexport.checks.waivers import UNUSED
from filingexport.collector import collector_paused
from filingexport.findings import Severity
from filingexport.model.filing import Filing
from filingexport.model.values import Block, Text
from filingexport.said import Said, verbatim
from filingexport.unchecked import unchecked

_DIGITS: Final = 60
"""Digits of the rules' arithmetic: beyond any amount of money, within what a division may take."""
_RANK: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@collector_paused()
def check(
    filing: Filing,
    *,
    places: Mapping[str, str] | None = None,
    last: Filing | None = None,
    waivers: Sequence[Waiver] = (),
    rules: Iterable[Rule] = RULES,
) -> Checked:
    """All that the rules find in this filing.

    places: file and line of each field, as `load_with_places` gives them. last: last year's filing, for the rules that
    compare with it. waivers: findings that the filer decided not to act on; they are marked, not left out.
    """
    context = Context(filing, places, Context(last) if last is not None else None)
    found: list[tuple[int, CheckFinding]] = []
    used: set[Waiver] = set()
    count = 0
    parts = len(context.parts)
    of_rule = _by_rule(waivers)
    with localcontext(Arithmetic(prec=_DIGITS)):
        for rule in rules:
            if rule.against_last_year and last is None:
                continue
            count += 1
            waiving = of_rule.get(rule.id)
            for each in _once_each(rule.check(context)):
                waiver = _covering(waiving, each.path) if waiving is not None else None
                if waiver is not None:
                    used.add(waiver)
                at = context.at(each.path)
                told = _finding(rule, each, context, at, waiver)
                found.append((_RANK[told.severity] * parts + at.number, told))
    for waiver in waivers:
        if waiver not in used:
            told = _unused(waiver)
            found.append((_RANK[told.severity] * parts + context.at(told.path).number, told))
    found.sort(key=_PLACE)
    return Checked(tuple([told for _, told in found]), count)


_PLACE: Final = itemgetter(0)


_Waiving = dict[str, tuple[int, Waiver]]


def _by_rule(waivers: Sequence[Waiver]) -> dict[str, _Waiving]:
    """The first waiver of each rule and path, with its place among all."""
    found: dict[str, _Waiving] = {}
    for number, each in enumerate(waivers):
        found.setdefault(each.rule, {}).setdefault(each.where, (number, each))
    return found


def _covering(waivers: _Waiving, path: str) -> Waiver | None:
    """The first waiver of this path, of something that holds it, or of all."""
    found = [waivers[""]] if "" in waivers else []
    while path:
        if path in waivers:
            found.append(waivers[path])
        path = path.rpartition(".")[0]
    return min(found, key=itemgetter(0))[1] if found else None


def _once_each(found: Iterator[Found]) -> Iterator[Found]:
    """Each finding once. Few stand at a path at which another does, and only those are compared."""
    first: dict[str, Found] = {}
    others: dict[str, set[Found]] = {}
    for each in found:
        path = each.path
        before = first.setdefault(path, each)
        if before is not each:
            same = others.get(path)
            if same is None:
                same = others[path] = {before}
            if each in same:
                continue
            same.add(each)
        yield each


def _finding(rule: Rule, found: Found, context: Context, at: At, waiver: Waiver | None) -> CheckFinding:
    path = found.path
    return unchecked(CheckFinding)(
        rule,
        found.severity or rule.severity,
        found.message,
        path,
        _fact_id(at, path),
        context.place(path),
        context.heading(at),
        found.printed,
        found.expected,
        tuple([(other, context.place(other)) for other in found.others]) if found.others else (),
        waiver,
    )


def _fact_id(at: At, path: str) -> str:
    """The id of the field's fact in an instance that we write: its path, of text with its first language."""
    if not path or at.path == path:
        return ""
    value = at.value
    for step in path[len(at.prefix) :].split("."):
        value = value[int(step) - 1] if step.isdigit() and isinstance(value, tuple) else getattr(value, step, None)
    if isinstance(value, (Text, Block)):
        return f"{path}.{value.readings[0][0]}"
    return path if value is not None and not isinstance(value, tuple) else ""  # a table is no fact


def _unused(waiver: Waiver) -> CheckFinding:
    known = any(rule.id == waiver.rule for rule in RULES)
    about = verbatim(waiver.rule)
    message = (
        Said(f"the waiver of {about.en} matches nothing", f"{about.ja}の適用除外に該当する指摘がありません")
        if known
        else Said(f"there is no rule {about.en} to waive", f"適用除外の対象となる規則{about.ja}はありません")
    )
    return CheckFinding(UNUSED, UNUSED.severity, message, waiver.where, place=waiver.place)


def rule_kinds() -> dict[Kind, list[Rule]]:
    """All rules by kind, in the order of the kinds."""
    found: dict[Kind, list[Rule]] = {kind: [] for kind in Kind}
    for rule in (*RULES, UNUSED):
        found[rule.kind].append(rule)
    return {kind: rules for kind, rules in found.items() if rules}
