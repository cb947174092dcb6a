"""What is wrong, said to the person who must act: what, where, why, what to do."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from attrs import frozen


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


CODES: Final[dict[str, tuple[Severity, str]]] = {
    # Ours; the standards' own codes (xbrl.…, xbrldie:…, xmlSchema:…) are passed on as they are. Never renumbered.
    "fx:unreadable": (Severity.ERROR, "The file cannot be opened or read."),
    "fx:unknownFormat": (Severity.ERROR, "The file is in no format that is read here, or no such format is written."),
    "fx:limit": (Severity.ERROR, "The input is beyond a limit that protects the reader."),
    "fx:notXML": (Severity.ERROR, "The file is not well-formed XML."),
    "fx:doctype": (Severity.ERROR, "The file has a document type declaration, which is refused."),
    "fx:encoding": (Severity.ERROR, "The file is in an encoding that is not read."),
    "fx:notInstance": (Severity.ERROR, "The file is XML, but no XBRL instance."),
    "fx:notInline": (Severity.ERROR, "The file is no Inline XBRL document that can be read by itself."),
    "fx:inline": (Severity.ERROR, "An element breaks a rule of Inline XBRL 1.1, so that its fact cannot be said."),
    "fx:notOurTaxonomy": (Severity.ERROR, "The instance refers to another taxonomy or version."),
    "fx:schema": (Severity.ERROR, "The file breaks the taxonomy's XML Schema."),
    "fx:structure": (Severity.ERROR, "The instance breaks a rule of XBRL 2.1 that XML Schema cannot express."),
    "fx:reference": (Severity.ERROR, "A fact or footnote refers to something that is not there."),
    "fx:entity": (Severity.ERROR, "The contexts do not speak of one and the same entity."),
    "fx:unknownConcept": (Severity.ERROR, "The taxonomy has no such item."),
    "fx:unplaced": (Severity.ERROR, "The taxonomy has the item, but not in these dimensions or this period."),
    "fx:value": (Severity.ERROR, "The value is none of its kind."),
    "fx:unit": (Severity.ERROR, "The unit is not one the item is measured in."),
    "fx:disagree": (Severity.ERROR, "The same fact is stated twice with different values."),
    "fx:duplicate": (Severity.NOTE, "The same fact is stated twice, the same."),
    "fx:missing": (Severity.ERROR, "Something every filing must have is not there."),
    "fx:empty": (Severity.ERROR, "A part or row holds nothing."),
    "fx:period": (Severity.ERROR, "A period begins after it ends, or a fact has no period to be in."),
    "fx:yaml": (Severity.ERROR, "The source file is not YAML that can be read."),
    "fx:duplicateKey": (Severity.ERROR, "A key stands twice in one mapping."),
    "fx:unknownField": (Severity.ERROR, "There is no field of this name here."),
    "fx:type": (Severity.ERROR, "Something of another shape belongs here."),
    "fx:unknownFile": (Severity.ERROR, "The folder holds a source file of no part."),
    "fx:sheet": (Severity.ERROR, "A sheet of the workbook is missing, is there twice, or has lost its keys."),
    "fx:cell": (Severity.ERROR, "A cell cannot be read, or nothing is read from it."),
    "fx:unread": (Severity.WARNING, "A sheet of the workbook is not read."),
    "fx:hidden": (Severity.NOTE, "Hidden rows or columns hold something, which is read."),
    "fx:extension": (Severity.ERROR, "The company's extension contradicts itself or the taxonomy."),
    "fx:taxonomy": (Severity.ERROR, "The taxonomy lacks something, or says something twice."),
    "fx:version": (Severity.NOTE, "The filing is of another version of the taxonomy."),
    "fx:versionPlace": (Severity.WARNING, "What an extension of another version declares has no place in this one."),
    "fx:processor": (Severity.ERROR, "The independent processor could not be run."),
    "fx:notInstalled": (Severity.ERROR, "The command needs an extra that is not installed."),
    "fx:port": (Severity.ERROR, "The port cannot be listened on."),
}


@frozen
class Finding:
    """One thing that is wrong.

    code: see `CODES`, or a standard's own. message: what and why, and what to do, in one line.
    place: file and line, as ``notice.yaml:12`` or ``filing.xbrl:340``; path: the field, as ``notice.meeting.date``.
    """

    code: str
    message: str
    place: str = ""
    path: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        where = self.place + (f" ({self.path})" if self.place and self.path else self.path)
        return f"{where + ': ' if where else ''}{self.severity} {self.code}: {self.message}"


def finding(code: str, message: str, place: str = "", path: str = "") -> Finding:
    """A finding of ours, with the severity its code has."""
    return Finding(code, message, place, path, CODES[code][0])


class FilingError(Exception):
    """Something cannot be done because of what is wrong with the input; `findings` say all of it."""

    def __init__(self, findings: tuple[Finding, ...] | list[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(each) for each in self.findings))
