"""The taxonomy as one page to read and search: HTML that needs no other file, no network and no script."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final, Literal

from attrs import field
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from filingexport.content_policy import digest
from filingexport.declaring import frozen
from filingexport.formats.safe import make_folder, write_file
from filingexport.model.filing import Filing
from filingexport.model.item import Label
from filingexport.model.law import in_2008
from filingexport.names import FX, VERSION_DATE, local_name
from filingexport.taxonomy.catalogue import KIND_WORDS, SHOWN, Entry, catalogue, citation, labels, terse_labels
from filingexport.taxonomy.item_types import item_type
from filingexport.taxonomy.network import AxisUse, Network, Node, Section, network

PAGE: Final = "index.html"
"""The name of the page in its folder."""

RowKind = Literal["item", "again", "heading", "axis"]


@frozen(eq=False)
class Row:
    """A line of the tree.

    An item is told in full where it first stands, and is `again` elsewhere: one item, one anchor. `first` says
    whether this is the first row of its name, which alone may carry the anchor. `terse` is what is printed for an item.
    """

    kind: RowKind
    name: str
    label: Label
    first: bool
    entry: Entry | None = None
    terse: Label | None = None
    axis: AxisUse | None = None
    documentation: str = ""
    shown: Label | None = None
    children: list[Row] = field(factory=list)


@frozen(eq=False)
class Chapter:
    """A section with its rows."""

    section: Section
    rows: list[Row]


def chapters(network: Network) -> list[Chapter]:
    """The tree of the page: every section in the order of presentation."""
    entries = catalogue(network)
    known, printed = labels(network), terse_labels(network)
    seen: set[str] = set()

    def row(node: Node) -> Row:
        first = node.name not in seen
        seen.add(node.name)
        name, label = node.name, known[node.name]
        if name in entries:
            kind: RowKind = "item" if first else "again"
            shown = SHOWN.get(node.preferred)
            return Row(kind, name, label, first, entry=entries[name], terse=printed[name], shown=shown)
        axis = network.axes.get(name)
        if axis is not None:
            # The members of an explicit axis are told on the axis's own line; below a typed one stand its columns.
            below = [] if axis.domain is not None else node.children
            return Row("axis", name, label, first, axis=axis, children=[row(each) for each in below])
        said = network.abstracts[name].documentation
        return Row("heading", name, label, first, documentation=said, children=[row(each) for each in node.children])

    return [Chapter(section, [row(node) for node in section.nodes]) for section in network.sections.values()]


def page(network: Network) -> bytes:
    """The page; the same classes give the same bytes."""
    style, script = _asset("style.css"), _asset("script.js")
    text = _environment().get_template("index.html").render(
        chapters=chapters(network),
        network=network,
        labels=labels(network),
        style=Markup(style),  # noqa: S704  # our own file of the package, with nothing filled in
        script=Markup(script),  # noqa: S704
        policy=f"default-src 'none'; img-src data:; style-src '{digest(style)}'; script-src '{digest(script)}'; "
        "base-uri 'none'; form-action 'none'",
        namespace=FX,
        version=VERSION_DATE,
    )  # fmt: skip
    return text.encode("utf-8")


def write(folder: Path) -> Path:
    """Write the page of the whole taxonomy into this folder, whole or not at all; raises FilingError."""
    make_folder(folder)
    target = folder / PAGE
    write_file(target, page(network(Filing)))
    return target


def _asset(name: str) -> str:
    """A file beside the template, without the line end at its end: the digest is over what stands between the tags."""
    return (resources.files("filingexport.taxonomy") / "templates" / name).read_text("utf-8").strip()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("filingexport.taxonomy", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["local"] = local_name
    environment.filters["citation"] = citation
    environment.filters["in_2008"] = in_2008
    environment.filters["kind_words"] = KIND_WORDS.__getitem__
    environment.filters["item_type"] = item_type
    return environment
