"""Entry points: which sections of the taxonomy a filing opens (XBRL 2.1, 3.2; Taxonomy Packages 1.0).

All elements are declared in one schema. An entry point is a schema beside it that adds labels and dimensions, and the
presentation and calculation of its own sections alone. Documentation and references are a third of the taxonomy; they are
opened by an entry point of their own, so that a filing does not carry them.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from lxml import etree

from filingexport.binding.chapters import standing
from filingexport.binding.plan import PartField, plan
from filingexport.declaring import frozen
from filingexport.model.filing import Filing
from filingexport.names import BASE, FX, LINK, SCHEMA_FILE, VERSION_DATE, XLINK, XSD
from filingexport.taxonomy.markup import q, to_bytes
from filingexport.taxonomy.network import Network, network
from filingexport.taxonomy.schema import refer


@frozen
class EntryPoint:
    """One entry point. key: the end of its file's name. parts: the filing's fields whose sections it opens.

    documented: with documentation and references, which a filing is read without. formulas: with the formula linkbase,
    which a processor runs only where it is asked for.
    """

    key: str
    en: str
    ja: str
    parts: tuple[str, ...]
    documented: bool = False
    formulas: bool = False

    @property
    def file(self) -> str:
        """The name of its schema."""
        return f"filingexport-{VERSION_DATE}-{self.key}.xsd"

    @property
    def namespace(self) -> str:
        """The target namespace of its schema, in which nothing is declared."""
        return f"{BASE}/entry-point/{self.key}"


def _fields() -> tuple[str, ...]:
    return tuple(each.attribute for each in plan(Filing).entries if isinstance(each, PartField))


FULL: Final = EntryPoint("full", "Convocation notice with everything attached", "招集通知及び添付書類の全部", _fields())
ENTRY_POINTS: Final = (
    FULL,
    EntryPoint("documented", "The same with documentation and references", "招集通知及び添付書類の全部（文書情報及び参照情報付き）", _fields(), documented=True),
    EntryPoint("notice", "Notice and reference documents", "招集通知及び株主総会参考書類", ("company", "notice", "reference_documents")),
    EntryPoint("business-report", "Business report", "事業報告", ("company", "business_report")),
    EntryPoint("consolidated", "Consolidated statements and their audit report", "連結計算書類及びその監査報告",
               ("company", "consolidated", "consolidated_audit_report")),
    EntryPoint("non-consolidated", "Non-consolidated statements and their audit report", "計算書類及びその監査報告",
               ("company", "non_consolidated", "non_consolidated_audit_report")),
    EntryPoint("formula", "Everything, with formulas that hold the statements against each other",
               "招集通知及び添付書類の全部（計算書類間の整合性を検証するフォーミュラ付き）", _fields(), formulas=True),
)  # fmt: skip
"""The full one, which filings refer to; the same documented, for those who read the taxonomy; narrower ones for those
who take in a part of a notice only.
"""


@cache
def network_of(entry_point: EntryPoint) -> Network:
    """The network with the sections of this entry point alone; raises TypeError for a part that the filing has not."""
    strange = set(entry_point.parts) - set(_fields())
    if strange:
        raise TypeError(f"the entry point {entry_point.key} names {sorted(strange)}, which a filing has not")
    keys = {
        place.chapter
        for path, place in standing(Filing).paths.items()
        if not path or path.partition(".")[0] in entry_point.parts
    }
    whole = network(Filing)
    sections = {key: section for key, section in whole.sections.items() if key in keys}
    return Network(
        whole.concepts, whole.abstracts, whole.axes, sections, whole.cubes, whole.kinds, whole.places, whole.headings
    )


def schema(entry_point: EntryPoint, linkbases: dict[str, str]) -> bytes:
    """The entry point's schema: it imports the elements and refers to the linkbases."""
    spaces: dict[str | None, str] = {None: XSD, "link": LINK, "xlink": XLINK}
    root = etree.Element(q(XSD, "schema"), nsmap=spaces)
    root.set("targetNamespace", entry_point.namespace)
    appinfo = etree.SubElement(etree.SubElement(root, q(XSD, "annotation")), q(XSD, "appinfo"))
    refer(appinfo, linkbases)
    etree.SubElement(root, q(XSD, "import"), {"namespace": FX, "schemaLocation": SCHEMA_FILE})
    return to_bytes(root)
