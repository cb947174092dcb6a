"""The items of the taxonomy as validation needs them: name, type, and whether they may be nil.

That is what XML Schema looks at in an instance. It comes from one pass over the plans, without the structure around the
items (`network`), which takes ten times as long to collect. A test holds both in step.
"""

from __future__ import annotations

from functools import cache

from filingexport.binding.plan import ROW_ELEMENT, Leaf, ListLeaf, PartField, plans
from filingexport.formats.xbrl.resources import attribute
from filingexport.model.item import Choice
from filingexport.names import DTR, FX, FX_PREFIX, XBRLI, XSD, local_name
from filingexport.taxonomy.item_types import DTR_LOCATION, choice_type, item_type


@cache
def leaves(cls: type) -> dict[str, Leaf]:
    """A field of each item of this root class's taxonomy, by the item's name."""
    found: dict[str, Leaf] = {}
    for part in plans(cls).values():
        for entry in part.entries:
            if isinstance(entry, Leaf):
                found.setdefault(entry.name, entry)
            elif isinstance(entry, ListLeaf):
                found.setdefault(entry.leaf.name, entry.leaf)
            elif isinstance(entry, PartField) and entry.line is not None:
                found.setdefault(entry.line.name, entry.line)
    return found


def schema_of_items(cls: type, instance_schema: str) -> bytes:
    """A schema that declares the items with their types, and nothing else of the taxonomy; it imports `instance_schema`."""
    kinds: dict[str, type[Choice]] = {}
    lines = [
        f'<schema xmlns="{XSD}" xmlns:xbrli="{XBRLI}" xmlns:dtr-types="{DTR}" xmlns:{FX_PREFIX}="{FX}" targetNamespace="{FX}" '
        'elementFormDefault="qualified">',
        f'<import namespace="{XBRLI}" schemaLocation="{instance_schema}"/>',
        f'<import namespace="{DTR}" schemaLocation="{DTR_LOCATION}"/>',
        f'<element name="{local_name(ROW_ELEMENT)}" type="positiveInteger"/>',
    ]
    for name, leaf in leaves(cls).items():
        if leaf.concept.kind == "choice":
            kinds[choice_type(leaf.python)] = leaf.python
        nillable = ' nillable="true"' if leaf.dash or leaf.nothing else ""
        lines.append(f'<element name="{local_name(name)}" type="{item_type(leaf)}"{nillable}/>')
    for kind, values in kinds.items():
        said = "".join([f'<enumeration value="{attribute(each.value)}"/>' for each in values])
        lines.append(
            f'<complexType name="{kind}"><simpleContent><restriction base="xbrli:tokenItemType">{said}</restriction>'
            "</simpleContent></complexType>"
        )
    lines.append("</schema>")
    return "\n".join(lines).encode("utf-8")
