"""Filings of an older version of the taxonomy, read as of this one.

A version is the date in the namespace. Names are never given to another thing (see docs/taxonomy.md), so that a fact
of an older version is the same fact here if this version has its name. What it has no name for stays as it is, and is
told of and kept like any fact that has no place.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

import attrs

from filingexport.findings import Finding, finding
from filingexport.names import BASE, VERSION_DATE, fx, local_name, namespace
from filingexport.report import Dimensions, Fact, Report, TypedMember
from filingexport.said import say

_VERSION: Final = re.compile(re.escape(BASE.removesuffix(VERSION_DATE)) + r"([0-9]{4}-[0-9]{2}-[0-9]{2})")


def as_current(report: Report, known: Set[str], place: str) -> tuple[Report, tuple[Finding, ...]]:
    """The report with names of other versions as names of this one, and a finding for each such version.

    known: the items that this version has. A report of this version is returned as it is.
    """
    concepts = {each.concept for each in report.facts}  # of which those that are known are of this version
    versions = {match[1] for match in map(_VERSION.fullmatch, set(map(namespace, concepts - known))) if match}
    others = sorted(versions - {VERSION_DATE})
    if not others:
        return report, ()
    facts = tuple(_fact(each, known) for each in report.facts)
    findings = tuple(
        finding(
            "fx:version",
            say(
                "is of the taxonomy's version {version}, read as of version {current}; export it again to file it under that",
                "タクソノミの{version}版によるものですが、{current}版として読み込みました。この版で提出するには出力し直してください。",
                version=version,
                current=VERSION_DATE,
            ),
            place,
        )
        for version in others
    )
    return attrs.evolve(report, facts=facts), findings


def version_of(space: str) -> str | None:
    """The version of the taxonomy whose namespace this is, where that is another than this one."""
    match = _VERSION.fullmatch(space)
    return match[1] if match is not None and match[1] != VERSION_DATE else None


def version_of_name(name: str) -> str | None:
    """The version of the taxonomy that a name is of, where that is another than this one."""
    return version_of(namespace(name))


def current_name(name: str) -> str:
    """The same name in this version of the taxonomy; a name of another taxonomy stays as it is."""
    return fx(local_name(name)) if version_of_name(name) else name


def _fact(fact: Fact, known: Set[str]) -> Fact:
    concept = current_name(fact.concept)
    if concept not in known:
        return fact
    return attrs.evolve(fact, concept=concept, dimensions=_dimensions(fact.dimensions))


def _dimensions(dimensions: Dimensions) -> Dimensions:
    return tuple(
        sorted(
            (
                (
                    current_name(axis),
                    TypedMember(current_name(member.element), member.text)
                    if isinstance(member, TypedMember)
                    else current_name(member),
                )
                for axis, member in dimensions
            ),
            key=lambda pair: pair[0],
        )
    )
