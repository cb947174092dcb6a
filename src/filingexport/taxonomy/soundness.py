"""Whether the taxonomy says everything it must of each element, and nothing twice.

A name is unique and a sum is over its own kind by the walk itself (`network`). Here is what a person would have to notice:
a label without its translation, an element that stands nowhere, two items that mean the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Iterator
from typing import Final

from filingexport.findings import Finding, finding
from filingexport.model.item import Label
from filingexport.names import local_name
from filingexport.said import Said, say
from filingexport.taxonomy.catalogue import labels, terse_labels, walk
from filingexport.taxonomy.documentation import in_english, in_japanese
from filingexport.taxonomy.network import Network

_JAPANESE: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_NOT_A_WORD: Final = re.compile(r"[\W_]+")


def faults(network: Network) -> tuple[Finding, ...]:
    """What is missing or said twice in this taxonomy; empty if it is sound."""
    return (*_labels(network), *_documentation(network), *_places(network), *_meanings(network))


def _fault(name: str, message: Said) -> Finding:
    return finding("fx:taxonomy", message, "", local_name(name))


def _labels(network: Network) -> Iterator[Finding]:
    for kind, known in (("label", labels(network)), (say("terse label", "簡略ラベル"), terse_labels(network))):
        for name, label in known.items():
            if not label.en or label.en.strip() != label.en:
                yield _fault(
                    name,
                    say(
                        "its English {kind} is empty or begins or ends with a space: {label!r}",
                        "英語の{kind}が空であるか、前後に空白があります: {label!r}",
                        kind=kind,
                        label=label.en,
                    ),
                )
            if not _JAPANESE.search(label.ja) or label.ja.strip() != label.ja:
                yield _fault(
                    name,
                    say(
                        "its Japanese {kind} has no Japanese, or begins or ends with a space: {label!r}",
                        "日本語の{kind}に日本語がないか、前後に空白があります: {label!r}",
                        kind=kind,
                        label=label.ja,
                    ),
                )


def _documentation(network: Network) -> Iterator[Finding]:
    for info in network.concepts.values():
        if not in_english(info) or not in_japanese(info):
            yield _fault(info.name, say("is not documented in both languages", "日英両方の説明がありません。"))
    for abstract in network.abstracts.values():
        if not abstract.documentation:
            yield _fault(
                abstract.name,
                say(
                    "is not documented; the docstring of its class says what it is",
                    "説明がありません。クラスのdocstringに記載してください。",
                ),
            )


def _places(network: Network) -> Iterator[Finding]:
    shown = {node.name for section in network.sections.values() for node, _ in walk(section)}
    for name in labels(network):
        if name not in shown:
            yield _fault(name, say("stands nowhere in the presentation", "表示リンクのどこにもありません。"))


def _meanings(network: Network) -> Iterator[Finding]:
    """Items that mean the same: by their labels, or by the EDINET element that they are.

    Within one section a label in either language is enough, with the same kind, period and side; a reader could not
    choose. Over sections both labels have to be the same; statements of other accounting standards have qualifiers.
    """
    sections: dict[str, dict[str, None]] = {}
    for section in network.sections.values():
        for node, _ in walk(section):
            sections.setdefault(node.name, {})[section.key] = None
    seen: dict[Hashable, str] = {}
    for name, info in network.concepts.items():
        concept = info.concept
        label = Label(_plain(concept.en), _plain(concept.ja))
        structure = concept.kind, info.instant, concept.balance
        keys: dict[Hashable, Said] = {
            ("both", structure, label): say(
                "the labels {english!r} and {japanese!r}",
                "ラベル{english!r}と{japanese!r}",
                english=concept.en,
                japanese=concept.ja,
            )
        }
        for section_key in sections.get(name, ()):
            keys["en", structure, section_key, label.en] = say(
                "the label {label!r} in {section}", "{section}のラベル{label!r}", label=concept.en, section=section_key
            )
            keys["ja", structure, section_key, label.ja] = say(
                "the label {label!r} in {section}", "{section}のラベル{label!r}", label=concept.ja, section=section_key
            )
        if info.edinet:
            keys["EDINET", info.edinet] = say(
                "the EDINET element {element}", "EDINETの要素{element}", element=info.edinet
            )
        told = False
        for key, what in keys.items():
            other = seen.setdefault(key, name)
            if other != name and not told:
                told = True
                yield _fault(
                    name,
                    say(
                        "means the same as {other}: both have {what}; share the item or tell them apart",
                        "{other}と同じ意味です（{what}が共通）。項目を共有するか、区別してください。",
                        other=local_name(other),
                        what=what,
                    ),
                )


def _plain(label: str) -> str:
    """A label for comparing: without case, width, spaces and punctuation."""
    return _NOT_A_WORD.sub("", unicodedata.normalize("NFKC", label).casefold())
