"""The page as one XHTML document: blocks through templates, then through an XML serializer."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from lxml import etree
from markupsafe import Markup

from filingexport.content_policy import digest
from filingexport.declaring import frozen
from filingexport.formats.ixbrl.blocks import Block, Section
from filingexport.formats.ixbrl.cover import Cover
from filingexport.formats.ixbrl.tags import Languages, text
from filingexport.formats.ixbrl.words import SCRIPT, WORDS
from filingexport.model.item import Label

_HIDDEN: Final = "display:none"
"""The one style that stands in an attribute: that of the header, which processors look for."""
_KINDS: Final = (
    "section", "heading", "prose", "numbered", "details", "figures", "table", "cards", "charts", "notes", "letter",
)  # fmt: skip


@frozen(eq=False)
class Header:
    """What the header of an inline document holds (Inline XBRL 1.1, 8), its parts as markup.

    language: that of the instance as a whole, as of the page.
    """

    schema: str
    language: str
    hidden: list[Markup]
    arcroles: list[tuple[str, str]]
    resources: Markup
    relationships: list[Markup]


@frozen(eq=False)
class Appendix:
    """Facts that stand nowhere else: (label, period, dimensions, unit, value, notes)."""

    id: str
    rows: list[tuple[Markup, Markup, list[Markup], Markup, Markup, list[Markup]]]


@frozen(eq=False)
class Page:
    """All that a page shows. main: the id of its text. labels: those of its items, axes and members, by prefixed name.

    order: the ids of facts whose order the page does not show, in theirs. list_starts: numbers at which lists start.
    """

    languages: Languages
    main: str
    cover: Cover
    chapters: list[Section]
    appendix: Appendix | None
    header: Header
    labels: dict[str, Label]
    spaces: dict[str, str]
    order: list[str]
    list_starts: set[int]


def render(page: Page) -> etree._Element:
    """The document's root element; what it shows has gone through the templates once."""
    environment = _environment()
    words = _Words(page.languages)
    renderers = _renderers()

    def show(block: Block) -> Markup:
        return Markup(renderers[block.kind](block, show, words))  # noqa: S704  # a macro with autoescape

    style = _asset("style.css") + "".join(
        f"\nol.from-{start}{{counter-reset:item {start - 1}}}" for start in sorted(page.list_starts)
    )
    script = _asset("script.js")
    said = {
        "labels": _packed(page.labels),
        "words": {name: [label.en, label.ja] for name, label in SCRIPT.items()},
    }
    rendered = environment.get_template("page.xhtml").render(
        languages=page.languages,
        main=page.main,
        cover=page.cover,
        title=page.cover.plain_title,
        chapters=page.chapters,
        appendix=page.appendix,
        header=page.header,
        labels=text(json.dumps(said, ensure_ascii=False, separators=(",", ":"))),
        spaces=page.spaces.items(),
        order=" ".join(page.order),
        words=words,
        of=page.languages.words,
        show=show,
        style=text(style),
        script=text(script),
        policy=f"default-src 'none'; img-src data:; style-src '{digest(style)}' "
        f"'unsafe-hashes' '{digest(_HIDDEN)}'; script-src '{digest(script)}'; "
        "base-uri 'none'; form-action 'none'",
    )
    # Our own text, whatever its size: the limits of the parser for what others wrote do not fit it.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(rendered.encode("utf-8"), parser)


def serialized(root: etree._Element) -> bytes:
    """The document in UTF-8."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


class _Words:
    """The words of the page, as templates ask for them: ``words.contents``."""

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    def __getattr__(self, name: str) -> Markup:
        try:
            return self._languages.words(WORDS[name])
        except KeyError:
            raise AttributeError(name) from None

    def proposal(self, number: Markup) -> Markup:
        """The number of a proposal as it stands above its title."""
        said: dict[Any, Markup] = {"en": Markup("Proposal"), "ja": Markup("議案")}
        return Markup("{} {}").format(self._languages.each(said), number)


def _packed(labels: dict[str, Label]) -> str:
    """The labels, a line an item, deflated: most of them are said in the same few words."""
    lines = ("\t".join(" ".join(each.split()) for each in (name, label.en, label.ja)) for name, label in labels.items())
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = deflate.compress("\n".join(lines).encode("utf-8")) + deflate.flush()
    return b64encode(data).decode("ascii")


@cache
def _asset(name: str) -> str:
    """A file beside the templates, without its comments and the white space that people read it by."""
    said = (resources.files("filingexport.formats.ixbrl") / "templates" / name).read_text("utf-8")
    lines = (line.strip() for line in re.sub(r"/\*.*?\*/", "", said, flags=re.DOTALL).splitlines())
    lean = "\n".join(line for line in lines if line and not line.startswith("//"))
    if name.endswith(".css"):
        lean = re.sub(r"\s*([{};])\s*", r"\1", re.sub(r"([:,]) ", r"\1", lean)).replace(";}", "}")
    return lean


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("filingexport.formats.ixbrl", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _renderers() -> dict[str, Callable[..., str]]:
    return {kind: _environment().get_template(f"{kind}.xhtml").module.render for kind in _KINDS}  # type: ignore[attr-defined]
