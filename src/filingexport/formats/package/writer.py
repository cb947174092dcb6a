"""The writer of report packages: one report in ``reports/``, in the format that the package is to hold."""

from __future__ import annotations

import json
import re
from typing import Final

from filingexport.formats import registry
from filingexport.formats.archive import pack
from filingexport.formats.document import Document, Files

DOCUMENT_TYPE: Final = "https://xbrl.org/report-package/2023"
"""The type of a package that may hold anything; with the end of its file's name, of one that holds one report."""
METADATA: Final = "META-INF/reportPackage.json"
INLINE: Final = ".xbri"
OTHER: Final = ".xbr"


def write(document: Document) -> Files:
    """The package, one file; raises FilingError for what its report cannot say."""
    held = registry.named(document.inside)
    suffix = INLINE if held.name == "ixbrl" else OTHER
    top = re.sub(r"[^\w.-]", "_", document.name).strip(".") or "report"
    metadata = {"documentInfo": {"documentType": DOCUMENT_TYPE + suffix.replace(".", "/")}}
    content: Files = {METADATA: f"{json.dumps(metadata, indent=1)}\n".encode()}
    content |= document.package()
    content |= {f"reports/{name}": data for name, data in held.write(document).items()}
    return {f"{document.name}{suffix}": pack({f"{top}/{name}": content[name] for name in _in_order(content)})}


def _in_order(names: Files) -> list[str]:
    return sorted(names, key=lambda name: (not name.startswith("META-INF/"), name))
