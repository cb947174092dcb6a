"""Validation of instances by XML Schema: libxml2 decides, `explain` says why.

libxml2 compiles the published instance schema in time cubic in the number of items, because every item stands in the
substitution group of ``xbrli:item``. In the copy that it is given, in memory, the choice of items and tuples is
therefore a strict wildcard over our namespace. What the wildcard would let through and the original would not, an
element of ours that is no item, is one look-up in our own list. References to ids are plain names in it: libxml2 never
asks whether an ``IDREF`` leads to anything, which our reader does, but keeps a list of them that takes a tenth of its time.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable
from copy import deepcopy
from functools import lru_cache
from itertools import islice
from secrets import randbelow
from time import sleep
from typing import Any, Final

from lxml import etree

from filingexport.binding.extended import extended
from filingexport.binding.versions import version_of_name
from filingexport.findings import FilingError, Finding, finding
from filingexport.model.extension import Extension
from filingexport.model.filing import Filing
from filingexport.names import (
    BASE,
    ENTRY_FILE,
    FX,
    LINK,
    SCHEMA_FILE,
    VERSION_DATE,
    XBRLDI,
    XBRLI,
    XLINK,
    XSD,
    local_name,
    namespace,
)
from filingexport.reasons import reason
from filingexport.said import say
from filingexport.taxonomy import standard
from filingexport.taxonomy.items import leaves, schema_of_items

INSTANCE_SCHEMA: Final = "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"
TAXONOMY_URL: Final = f"{BASE}/{SCHEMA_FILE}"
_MAX_SHOWN: Final = 100
_REFERENCES: Final = frozenset(f"{{{LINK}}}{name}" for name in ("schemaRef", "linkbaseRef", "roleRef", "arcroleRef"))
_EXPLAINED: Final = 2_000
"""Elements that the engine that explains looks at."""
_TOGETHER: Final = 6_000
"""Children of a root that are validated at a time, where many are wrong."""
_SOME: Final = 300
"""Children of a large root that are looked at first: of 1,000 wrong ones among 45,000 they miss all one time in 800, and whole it takes a second."""
_FOOTNOTES: Final = f"{{{LINK}}}footnoteLink"

_lock = threading.Lock()
_compiling = threading.Lock()
_ATTEMPTS: Final = 12
"""libxml2 has one loader of documents for all threads: one that ends parsing as another begins to compile takes the loader away from
it, and imports are then not found. Nothing else can be wrong with schemas that are all our own or the standards'."""
_PAUSE: Final = 0.002
"""Seconds by which each attempt waits longer than the one before."""


class _Catalog(etree.Resolver):
    """Serves the standard schemas from the package, ours and the company's from memory, and refuses everything else."""

    def __init__(self, extension: Extension | None) -> None:
        self.extension = extension

    def resolve(self, system_url: str | None, public_id: str | None, context: Any) -> Any:
        url = system_url or ""
        if url == TAXONOMY_URL:
            data = schema_of_items(Filing, INSTANCE_SCHEMA)
        elif url == f"{BASE}/{ENTRY_FILE}":
            from filingexport.taxonomy.entry_points import FULL
            from filingexport.taxonomy.entry_points import schema as entry_schema

            data = entry_schema(FULL, {})
        elif self.extension is not None and url == f"{BASE}/{self.extension.schema_file}":
            from filingexport.taxonomy.extension_files import files

            data = files(self.extension)[self.extension.schema_file]
        elif (path := standard.path_of(url)) is not None:
            data = path.read_bytes()
            if url == INSTANCE_SCHEMA:
                own = "" if self.extension is None else f" {self.extension.dated_namespace}"
                data = _lighter(data, FX + own)
        else:
            raise OSError(f"{url!r} is no schema that this taxonomy uses")
        return self.resolve_string(data, context, base_url=url)


def _lighter(data: bytes, namespaces: str) -> bytes:
    """The instance schema with a wildcard over these namespaces, and without lists of references."""
    root = etree.fromstring(data)
    for attribute in root.iter(f"{{{XSD}}}attribute"):
        if attribute.get("type") == "IDREF":
            attribute.set("type", "NCName")
    choices = [
        choice
        for choice in root.iter(f"{{{XSD}}}choice")
        if any(str(each.get("ref")).endswith(":item") for each in choice.iterchildren(f"{{{XSD}}}element"))
    ]
    for choice in choices:
        for each in list(choice):
            if str(each.get("ref")).endswith((":item", ":tuple")):
                choice.remove(each)
        etree.SubElement(choice, f"{{{XSD}}}any", {"namespace": namespaces, "processContents": "strict"})
    return etree.tostring(root)


def driver(extension: Extension | None) -> bytes:
    """A schema that brings together all that an instance of ours is made of."""
    imports = [
        (XBRLI, INSTANCE_SCHEMA),
        (LINK, "http://www.xbrl.org/2003/xbrl-linkbase-2003-12-31.xsd"),
        (XBRLDI, "http://www.xbrl.org/2006/xbrldi-2006.xsd"),
        (FX, TAXONOMY_URL),
    ]
    if extension is not None:
        imports.append((extension.dated_namespace, f"{BASE}/{extension.schema_file}"))
    lines = (f'<import namespace="{space}" schemaLocation="{location}"/>' for space, location in imports)
    return f'<schema xmlns="{XSD}">{"".join(lines)}</schema>'.encode()


def compiled(extension: Extension | None = None) -> etree.XMLSchema:
    """The schema, compiled once in a process for each extension; raises FilingError where the standard schemas are missing."""
    with _compiling:  # by one thread at a time: compiled by two at once, libxml2 mixes up what they import
        return _compiled(extension)


@lru_cache(maxsize=8)
def _compiled(extension: Extension | None) -> etree.XMLSchema:
    standard.folder()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    parser.resolvers.add(_Catalog(extension))
    for attempt in range(_ATTEMPTS):
        try:
            return etree.XMLSchema(etree.fromstring(driver(extension), parser, base_url=f"{BASE}/driver.xsd"))
        except etree.XMLSchemaParseError:
            if attempt == _ATTEMPTS - 1:
                raise
            sleep(attempt * _PAUSE)
    raise AssertionError("the last attempt returns or raises")


def _errors(checker: etree.XMLSchema, root: etree._Element) -> list[tuple[int, str]]:
    """Lines and messages of what breaks the schema, at least the first of them; none if nothing does.

    libxml2 tells of each error by a path, for which it counts all elements before: of 45,000 wrong facts for a minute. So a
    root with very many children is validated as a whole only where some of them, which nobody can foresee, are right.
    """
    with _lock:  # one compiled schema keeps one log of errors
        if len(root) > _TOGETHER and _told(checker, _some(root)):
            return _by_parts(checker, root)
        found = _told(checker, root)
        # As many are told of in the same words whichever way they were found.
        return found if len(root) <= _TOGETHER or len(found) < _MAX_SHOWN else _by_parts(checker, root)


def _told(checker: etree.XMLSchema, root: etree._Element) -> list[tuple[int, str]]:
    return [] if checker.validate(root) else [(each.line, each.message) for each in list(checker.error_log)]


def _like(root: etree._Element) -> etree._Element:
    made = etree.Element(root.tag, root.attrib, root.nsmap)
    made.sourceline = root.sourceline  # type: ignore[misc]  # lxml lets it be set
    return made


def _head(root: etree._Element) -> list[etree._Element]:
    """The references at the beginning of an instance, one of which it must have, and the first of what follows them."""
    head: list[etree._Element] = []
    for child in islice(root, _TOGETHER):
        head.append(child)
        if child.tag not in _REFERENCES:
            break
    return head


def _some(root: etree._Element) -> etree._Element:
    """An instance with a few hundred of the children of this one, taken at random."""
    part = _like(root)
    part.extend(map(deepcopy, _head(root)))
    children = root.iterchildren()
    step = 2 * len(root) // _SOME
    while (child := next(islice(children, randbelow(step), None), None)) is not None:
        if child.tag not in _REFERENCES:
            part.append(deepcopy(child))
    return part


def _by_parts(checker: etree.XMLSchema, root: etree._Element) -> list[tuple[int, str]]:
    """The errors in some children at a time, until there are enough to tell of."""
    head = _head(root)
    children = list(root)
    found = _same_ids(children)
    for start in range(0, len(children), _TOGETHER):
        piece = children[start : start + _TOGETHER]
        part = _like(root)
        part.extend(map(deepcopy, head[: len(head) if start >= len(head) else start]))
        part.extend(piece)  # which takes them away from the root
        try:
            found += _told(checker, part)
        finally:
            root.extend(piece)  # behind the others: when all have been, they stand as they stood
        if len(found) >= _MAX_SHOWN:
            root.extend(children[start + _TOGETHER :])
            break
    return found


def _same_ids(children: Iterable[etree._Element]) -> list[tuple[int, str]]:
    """Ids that are used twice, which two parts of an instance may be right with."""
    seen: set[str] = set()
    found = []
    for child in children:
        for each in (child, *(child.iterdescendants() if child.tag == _FOOTNOTES else ())):
            identifier = each.get("id")
            if identifier in seen:
                found.append((each.sourceline or 0, f"the id {identifier} is used twice"))
            elif identifier is not None:
                seen.add(identifier)
    return found


def _to_explain(root: etree._Element, lines: set[int]) -> etree._Element:
    """What the second engine looks at, which takes its time for each element: of a large document what is wrong in it.

    lines: on which there are errors.
    """
    if next(islice(root.iter(), _EXPLAINED, None), None) is None:
        return root
    part = _like(root)
    left = _EXPLAINED
    for child in root:
        if child.tag in _REFERENCES or not lines.isdisjoint(inner.sourceline or 0 for inner in child.iter()):
            left -= sum(1 for _ in child.iter())
            if left < 0:
                break
            part.append(deepcopy(child))
    return part


def _of_names(root: etree._Element, names: Collection[str]) -> dict[str, list[etree._Element]]:
    """The children that have one of these names, by it; looked for once, however many names there are."""
    found: dict[str, list[etree._Element]] = {}
    for child in root if names else ():
        name = str(child.tag)
        if name in names:
            found.setdefault(name, []).append(child)
    return found


def schema_findings(
    root: etree._Element, place: str, extension: Extension | None = None, names: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """What breaks the taxonomy's XML Schema in this instance; raises FilingError if it refers to another taxonomy.

    extension: the company's own, if the filing has one. names: of all elements in it that are facts, where they are known.
    """
    entry_point = ENTRY_FILE if extension is None else extension.schema_file
    references = [each.get(f"{{{XLINK}}}href", "") for each in root.iterchildren(f"{{{LINK}}}schemaRef")]
    if references and not any(each.rpartition("/")[2] == entry_point for each in references):
        raise FilingError(
            [
                finding(
                    "fx:notOurTaxonomy",
                    say(
                        "refers to {reference!r}, not to {expected}; it is of another taxonomy or version, or its company's extension is not beside it",
                        "{expected}ではなく{reference!r}を参照しています。別のタクソノミ又は別の版によるものか、会社の拡張タクソノミが同じ場所にありません。",
                        reference=references[0],
                        expected=entry_point,
                    ),
                    f"{place}:{root.sourceline}",
                )
            ]
        )
    if names is None:
        names = frozenset(str(item.tag) for item in root)
    other = min((version for version in map(version_of_name, names) if version), default=None)
    if other is not None and not any(namespace(name) == FX for name in names):  # else they are facts that were kept
        raise FilingError(
            [
                finding(
                    "fx:notOurTaxonomy",
                    say(
                        "is of the taxonomy's version {version}; it is of another taxonomy or version than {current}, as of which it can be read and exported again",
                        "タクソノミの{version}版によるものであり、{current}版ではありません。{current}版として読み込み、出力し直すことができます。",
                        version=other,
                        current=VERSION_DATE,
                    ),
                    f"{place}:{root.sourceline}",
                )
            ]
        )
    checker = compiled(extension)
    log = _errors(checker, root)
    known = leaves(Filing).keys() | extended(extension).names
    # One set of names is enough where all is well; the elements are looked for only where something is not.
    strange = set(names) - known
    spaces = (FX,) if extension is None else (FX, extension.dated_namespace)
    findings = [
        finding(
            "fx:schema",
            say("{item} is no item of this taxonomy", "{item}はこのタクソノミにない項目です。", item=local_name(name)),
            f"{place}:{each.sourceline}",
            each.get("id", ""),
        )
        for name, elements in sorted(_of_names(root, {each for each in strange if namespace(each) in spaces}).items())
        for each in elements
    ]
    if log:
        from filingexport.taxonomy.explain import explain  # the second engine is loaded only for what the first rejects

        try:
            shown = _to_explain(root, {line for line, _ in log[:_MAX_SHOWN]})
            explained = explain(shown, place, _MAX_SHOWN, extension, shown is not root)
        except (ArithmeticError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
            # It stumbles over values such as a year of many digits, or a type of no schema; then libxml2's own words must do.
            explained = []
        findings += explained or [
            finding(
                "fx:schema",
                say("{why}", "XMLスキーマに反しています（{why}）。", why=reason(message)),
                f"{place}:{line}",
            )
            for line, message in log[:_MAX_SHOWN]
        ]
    return tuple(findings)
