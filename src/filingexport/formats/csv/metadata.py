"""The metadata of an xBRL-CSV report (xBRL-CSV 1.0, 3): checked for its structure, and made into objects."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from filingexport.declaring import frozen
from filingexport.findings import FilingError, Finding, Severity, coded
from filingexport.formats.csv import cells
from filingexport.formats.csv.cells import Cell, Special
from filingexport.formats.oim.names import (
    CSV_TYPE,
    MAX_NAME,
    RESERVED,
    Namespaces,
    map_findings,
    property_of_others,
)
from filingexport.formats.oim.notes import RESERVED_LINKS
from filingexport.formats.safe import MAX_MEMBERS, beyond
from filingexport.said import Said, say, told

CODE: Final = "xbrlce"
STRUCTURE: Final = f"{CODE}:invalidJSONStructure"
_IDENTIFIER: Final = re.compile(r"[^\W\d][\w·-]*")
_REFERENCE: Final = re.compile(r"\$([^\W\d][\w·-]*)(?:@(start|end))?")


@frozen
class Reference:
    """A value that stands in a column, or is a parameter. which: of a period, the "start" or the "end" alone."""

    name: str
    which: str = ""


Given = Cell | int | Reference
"""The value of a property: text, null, nothing, a number, or a reference."""


@frozen
class Properties:
    """What a column, a group of properties, a table or the report says of facts; decimals None where it says nothing."""

    dimensions: Mapping[str, Given]
    decimals: Given = Special.EMPTY


@frozen
class Column:
    """One column. It makes facts if it has `properties`; `groups` are chosen between by its cells; else it is a parameter."""

    name: str
    properties: Properties | None
    groups_from: tuple[str, ...]
    groups: Mapping[str, Properties] | None
    comment: bool
    keeps: str

    @property
    def makes_facts(self) -> bool:
        """Whether its cells are the values of facts."""
        return self.properties is not None


@frozen
class Template:
    """The columns that tables have, and what all their facts share."""

    name: str
    columns: Mapping[str, Column]
    shared: Properties
    row_id: str


@frozen
class Table:
    """One file. parameters: what its template's references may lead to."""

    name: str
    url: str
    template: Template
    optional: bool
    parameters: Mapping[str, Cell]


@frozen
class Metadata:
    """All of it. links: (link type, ids of facts, ids they lead to, place)."""

    namespaces: Namespaces
    taxonomy: tuple[str, ...]
    tables: tuple[Table, ...]
    shared: Properties
    parameters: Mapping[str, Cell]
    parameter_url: str
    links: tuple[tuple[str, str, list[str], str], ...]


class MetadataReader:
    """Reads one metadata file; what is wrong is in `findings`."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.findings: list[Finding] = []
        self.ignored: set[str] = set()

    def read(self, whole: Any) -> Metadata:
        """The metadata in this JSON value; raises FilingError where it is none, or of a kind that is not read."""
        info = whole.get("documentInfo") if isinstance(whole, dict) else None
        if not isinstance(info, dict) or info.get("documentType") != CSV_TYPE:
            said = info.get("documentType") if isinstance(info, dict) else None
            message = say(
                "its documentType is {said!r}, not {wanted!r}",
                "documentTypeが{said!r}であり、{wanted!r}ではありません。",
                said=said,
                wanted=CSV_TYPE,
            )
            raise FilingError([coded("oimce:unsupportedDocumentType", message, f"{self.place}#/documentInfo")])
        if info.get("extends"):
            message = say(
                "it extends other metadata, which is not read here; give a report whose metadata is in one file",
                "他のメタデータを拡張（extends）するものには対応していません。メタデータが一つのファイルにある報告書を指定してください。",
            )
            raise FilingError([coded("fx:structure", message, f"{self.place}#/documentInfo/extends")])
        self.namespaces = Namespaces(self._map(info, "namespaces", RESERVED))
        types = self._map(info, "linkTypes", RESERVED_LINKS)
        groups = self._map(info, "linkGroups", RESERVED_LINKS)
        known = {
            "documentType",
            "features",
            "namespaces",
            "linkTypes",
            "linkGroups",
            "taxonomy",
            "baseURL",
            "extends",
            "final",
        }
        self._others(info, known, "/documentInfo")
        known = {
            "documentInfo",
            "tableTemplates",
            "tables",
            "parameters",
            "parameterURL",
            "dimensions",
            "decimals",
            "links",
        }
        self._others(whole, known, "")
        templates = {
            name: self._template(name, each, f"/tableTemplates/{name}")
            for name, each in self._object(whole, "tableTemplates", "").items()
        }
        tables = []
        for name, each in self._object(whole, "tables", "").items():
            table = self._table(name, each, templates, f"/tables/{name}")
            if table is not None:
                tables.append(table)
        parameters = self._parameters(whole, "")
        url = whole.get("parameterURL", "")
        if not isinstance(url, str):
            self._wrong(STRUCTURE, say("a file name belongs here", "ファイル名を記載してください。"), "/parameterURL")
            url = ""
        shared = self._properties(whole, "")
        links = tuple(self._links(whole, types, groups))
        return Metadata(self.namespaces, self._schemas(info), tuple(tables), shared, parameters, url, links)

    def _wrong(self, code: str, message: Said, pointer: str, severity: Severity = Severity.ERROR) -> None:
        self.findings.append(coded(code, message, f"{self.place}#{pointer}", "", severity))

    def _object(self, said: Mapping[str, Any], name: str, pointer: str) -> dict[str, Any]:
        found = said.get(name, {})
        if isinstance(found, dict):
            return found
        self._wrong(STRUCTURE, say("an object belongs here", "オブジェクトを記載してください。"), f"{pointer}/{name}")
        return {}

    def _map(self, info: dict[str, Any], name: str, reserved: Mapping[str, str]) -> dict[str, str]:
        told = self._object(info, name, "/documentInfo")
        self.findings += map_findings(name, told, reserved, CODE, self.place)
        return {alias: uri for alias, uri in told.items() if isinstance(uri, str)}

    def _schemas(self, info: dict[str, Any]) -> tuple[str, ...]:
        told = info.get("taxonomy")
        if not isinstance(told, list) or not told or not all(isinstance(each, str) for each in told):
            self._wrong(
                "oime:noTaxonomy",
                say(
                    "there is no list of schemas, so no taxonomy",
                    "スキーマのリストがないため、タクソノミが分かりません。",
                ),
                "/documentInfo/taxonomy",
            )
            return ()
        return tuple(told)

    def _others(self, said: Mapping[str, Any], known: set[str], pointer: str) -> str:
        """What our own writer says a column keeps. Of other properties each name is told of once."""
        keeps = ""
        for name in said:  # in the order in which they stand: a set has none
            if name in known:
                continue
            if self.namespaces.ours(name) and isinstance(said[name], str):
                keeps = said[name]
            elif (said_of_it := property_of_others(name, self.namespaces, self.ignored)) is not None:
                code, message, severity = said_of_it
                self._wrong(code or STRUCTURE, message, pointer, severity)
        return keeps

    def _identifier(self, name: str, pointer: str) -> None:
        if len(name) > MAX_NAME:  # it is part of the ids of many facts
            said = say("has a name of more than {most} characters", "{most}文字を超える名前があります", most=MAX_NAME)
            raise beyond(said, self.place)
        if not _IDENTIFIER.fullmatch(name):
            self._wrong(
                f"{CODE}:invalidIdentifier",
                say(
                    "{text!r} is no identifier: letters, digits, _ and -",
                    "{text!r}は識別子ではありません。英数字、_、-で記載してください。",
                    text=name,
                ),
                pointer,
            )

    # --- values ----------------------------------------------------------------------------------------------

    def _cell(self, said: Any, pointer: str) -> Cell:
        if not isinstance(said, str):
            self._wrong(STRUCTURE, say("text belongs here", "文字列を記載してください。"), pointer)
            return Special.EMPTY
        try:
            return cells.read(said)
        except ValueError as error:
            self._wrong(f"{CODE}:unknownSpecialValue", told(error), pointer)
            return Special.EMPTY

    def _given(self, said: Any, pointer: str) -> Given:
        if isinstance(said, str) and said.startswith("$"):
            if said.startswith("$$"):
                return said[1:]
            match = _REFERENCE.fullmatch(said)
            if match is None:
                code = "invalidPeriodSpecifier" if "@" in said else "invalidReference"
                self._wrong(
                    f"{CODE}:{code}",
                    say(
                        "{text!r} is no reference such as $period or $period@end",
                        "{text!r}は$periodや$period@endのような参照ではありません。",
                        text=said,
                    ),
                    pointer,
                )
                return Special.NONE
            return Reference(match[1], match[2] or "")
        return self._cell(said, pointer)

    def _properties(self, said: Mapping[str, Any], pointer: str) -> Properties:
        dimensions = {
            name: self._given(each, f"{pointer}/dimensions/{name}")
            for name, each in self._object(said, "dimensions", pointer).items()
        }
        decimals = said.get("decimals", Special.EMPTY)
        if isinstance(decimals, str):
            decimals = self._given(decimals, f"{pointer}/decimals")
            if isinstance(decimals, str) and re.fullmatch(r"-?[0-9]{1,9}", decimals):
                decimals = int(decimals)
        if isinstance(decimals, bool) or not isinstance(decimals, (int, Special, Reference)):
            self._wrong(
                f"{CODE}:invalidDecimalsValue",
                say(
                    "decimals is a whole number, #none or a reference",
                    "decimalsは整数、#none又は参照で記載してください。",
                ),
                f"{pointer}/decimals",
            )
            decimals = Special.EMPTY
        return Properties(dimensions, decimals)

    def _parameters(self, said: Mapping[str, Any], pointer: str) -> dict[str, Cell]:
        found = {}
        for name, each in self._object(said, "parameters", pointer).items():
            at = f"{pointer}/parameters/{name}"
            self._identifier(name, at)
            found[name] = self._cell(each, at)
        return found

    # --- templates and tables --------------------------------------------------------------------------------

    def _template(self, name: str, said: Any, pointer: str) -> Template:
        if not isinstance(said, dict):
            self._wrong(STRUCTURE, say("an object belongs here", "オブジェクトを記載してください。"), pointer)
            said = {}
        self._identifier(name, pointer)
        self._others(said, {"rowIdColumn", "columns", "decimals", "dimensions"}, pointer)
        if "columns" not in said:
            self._wrong(STRUCTURE, say("a template has columns", "テンプレートに列（columns）がありません。"), pointer)
        columns = {
            each: self._column(each, properties, f"{pointer}/columns/{each}")
            for each, properties in self._object(said, "columns", pointer).items()
        }
        for column in columns.values():
            for each in column.groups_from:
                if each not in columns or columns[each].groups is None:
                    message = say(
                        "propertiesFrom names {column!r}, which is no column with propertyGroups",
                        "propertiesFromの{column!r}は、propertyGroupsを持つ列ではありません。",
                        column=each,
                    )
                    self._wrong(
                        f"{CODE}:invalidPropertyGroupColumnReference", message, f"{pointer}/columns/{column.name}"
                    )
        row_id = said.get("rowIdColumn", "")
        if row_id and row_id not in columns:
            self._wrong(
                f"{CODE}:undefinedRowIdColumn",
                say("there is no column {column!r}", "{column!r}という列はありません。", column=row_id),
                f"{pointer}/rowIdColumn",
            )
            row_id = ""
        return Template(name, columns, self._properties(said, pointer), row_id)

    def _column(self, name: str, said: Any, pointer: str) -> Column:
        if not isinstance(said, dict):
            self._wrong(STRUCTURE, say("an object belongs here", "オブジェクトを記載してください。"), pointer)
            said = {}
        self._identifier(name, pointer)
        keeps = self._others(said, {"comment", "decimals", "dimensions", "propertyGroups", "propertiesFrom"}, pointer)
        comment = said.get("comment", False)
        makes_facts = "dimensions" in said or "propertiesFrom" in said
        grouped = "propertyGroups" in said
        if (makes_facts and grouped) or (comment is True and (makes_facts or grouped)):
            self._wrong(
                f"{CODE}:conflictingColumnType",
                say(
                    "a column is one of: comment, facts, property groups",
                    "列は、コメント、事実、プロパティグループのいずれか一つです。",
                ),
                pointer,
            )
        if "decimals" in said and not makes_facts:
            self._wrong(
                f"{CODE}:misplacedDecimalsOnNonFactColumn",
                say("decimals stand on a column that makes no facts", "事実の列でないものにdecimalsがあります。"),
                pointer,
            )
        chosen = said.get("propertiesFrom", [])
        if not isinstance(chosen, list) or not all(isinstance(each, str) for each in chosen):
            self._wrong(
                STRUCTURE,
                say("a list of columns belongs here", "列のリストを記載してください。"),
                f"{pointer}/propertiesFrom",
            )
            chosen = []
        groups = None
        if grouped:
            groups = {}
            for each, properties in self._object(said, "propertyGroups", pointer).items():
                at = f"{pointer}/propertyGroups/{each}"
                if isinstance(properties, dict):
                    self._others(properties, {"decimals", "dimensions"}, at)
                    groups[each] = self._properties(properties, at)
                else:
                    self._wrong(STRUCTURE, say("an object belongs here", "オブジェクトを記載してください。"), at)
        properties = self._properties(said, pointer) if makes_facts else None
        chosen = tuple(dict.fromkeys(chosen))  # what stands twice says no more
        if len(chosen) > MAX_MEMBERS:
            message = say(
                "its properties come from {count:,} columns; at most {most} are read",
                "プロパティの参照先が{count:,}列あります。読み込めるのは{most}列までです。",
                count=len(chosen),
                most=MAX_MEMBERS,
            )
            self._wrong("fx:limit", message, f"{pointer}/propertiesFrom")
            chosen = ()
        return Column(name, properties, chosen, groups, comment is True, keeps)

    def _table(self, name: str, said: Any, templates: Mapping[str, Template], pointer: str) -> Table | None:
        if not isinstance(said, dict) or not isinstance(said.get("url"), str):
            self._wrong(
                STRUCTURE,
                say("a table is an object with a url", "表はurlを持つオブジェクトで記載してください。"),
                pointer,
            )
            return None
        self._identifier(name, pointer)
        self._others(said, {"url", "template", "optional", "parameters"}, pointer)
        template = templates.get(str(said.get("template", name)))
        if template is None:
            self._wrong(
                f"{CODE}:unknownTableTemplate",
                say(
                    "there is no template {template!r}",
                    "{template!r}というテンプレートはありません。",
                    template=said.get("template", name),
                ),
                pointer,
            )
            return None
        parameters = self._parameters(said, pointer)
        return Table(name, said["url"], template, said.get("optional") is True, parameters)

    # --- links -----------------------------------------------------------------------------------------------

    def _links(
        self, whole: Mapping[str, Any], types: Mapping[str, str], groups: Mapping[str, str]
    ) -> list[tuple[str, str, list[str], str]]:
        found = []
        for alias in self._object(whole, "links", ""):
            if alias not in types:
                self._wrong(
                    f"{CODE}:unknownLinkType",
                    say("{alias!r} is not among the linkTypes", "{alias!r}はlinkTypesにありません。", alias=alias),
                    f"/links/{alias}",
                )
                continue
            for group in self._object(whole["links"], alias, "/links"):
                at = f"/links/{alias}/{group}"
                if group not in groups:
                    self._wrong(
                        f"{CODE}:unknownLinkGroup",
                        say(
                            "{alias!r} is not among the linkGroups", "{alias!r}はlinkGroupsにありません。", alias=group
                        ),
                        at,
                    )
                    continue
                for source, targets in self._object(whole["links"][alias], group, f"/links/{alias}").items():
                    if isinstance(targets, list) and all(isinstance(each, str) for each in targets):
                        found.append((types[alias], source, targets, f"{self.place}#{at}/{source}"))
                    else:
                        self._wrong(
                            STRUCTURE,
                            say("a list of ids belongs here", "idのリストを記載してください。"),
                            f"{at}/{source}",
                        )
        return found
