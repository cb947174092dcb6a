"""What is wrong, said to the person who must act: what, where, why, what to do."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from filingexport.declaring import frozen
from filingexport.said import Language, Said, bounded


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITIES: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
"""The severities, the gravest first."""
SEVERITY: Final[dict[Severity, Said]] = {
    Severity.ERROR: Said("error", "エラー"),
    Severity.WARNING: Said("warning", "警告"),
    Severity.NOTE: Said("note", "参考"),
}
"""What people call them."""

CODES: Final[dict[str, tuple[Severity, Said]]] = {
    # Ours; the standards' own codes (xbrl.…, xbrldie:…, xmlSchema:…) are passed on as they are. Never renumbered.
    "fx:unreadable": (
        Severity.ERROR,
        Said("The file cannot be opened or read.", "ファイルを開けない、又は読み込めません。"),
    ),
    "fx:unknownFormat": (
        Severity.ERROR,
        Said("The file is in no format that is read here, or no such format is written.", "対応していない形式です。"),
    ),
    "fx:limit": (
        Severity.ERROR,
        Said("The input is beyond a limit that protects the reader.", "読込みを保護するための上限を超えています。"),
    ),
    "fx:notXML": (Severity.ERROR, Said("The file is not well-formed XML.", "整形式のXMLではありません。")),
    "fx:doctype": (
        Severity.ERROR,
        Said(
            "The file has a document type declaration, which is refused.", "文書型宣言（DOCTYPE）は受け付けられません。"
        ),
    ),
    "fx:encoding": (
        Severity.ERROR,
        Said("The file is in an encoding that is not read.", "対応していない文字コードです。"),
    ),
    "fx:notInstance": (
        Severity.ERROR,
        Said("The file is XML, but no XBRL instance.", "XMLですが、XBRLインスタンスではありません。"),
    ),
    "fx:notInline": (
        Severity.ERROR,
        Said(
            "The file is no Inline XBRL document that can be read by itself.",
            "単独で読み込めるインラインXBRL文書ではありません。",
        ),
    ),
    "fx:inline": (
        Severity.ERROR,
        Said(
            "An element breaks a rule of Inline XBRL 1.1, so that its fact cannot be said.",
            "インラインXBRL 1.1の規則に反する要素があります。",
        ),
    ),
    "fx:notOurTaxonomy": (
        Severity.ERROR,
        Said("The instance refers to another taxonomy or version.", "別のタクソノミ又は別の版を参照しています。"),
    ),
    "fx:schema": (
        Severity.ERROR,
        Said("The file breaks the taxonomy's XML Schema.", "タクソノミのXMLスキーマに反しています。"),
    ),
    "fx:structure": (
        Severity.ERROR,
        Said(
            "The instance breaks a rule of XBRL 2.1 that XML Schema cannot express.", "XBRL 2.1の規則に反しています。"
        ),
    ),
    "fx:reference": (
        Severity.ERROR,
        Said("A fact or footnote refers to something that is not there.", "参照先が存在しません。"),
    ),
    "fx:entity": (
        Severity.ERROR,
        Said("The contexts do not speak of one and the same entity.", "コンテキストの提出者が一致していません。"),
    ),
    "fx:unknownConcept": (Severity.ERROR, Said("The taxonomy has no such item.", "タクソノミに存在しない項目です。")),
    "fx:unplaced": (
        Severity.ERROR,
        Said(
            "The taxonomy has the item, but not in these dimensions or this period.",
            "この次元又は期間では表せない項目です。",
        ),
    ),
    "fx:value": (Severity.ERROR, Said("The value is none of its kind.", "値が項目の種類に合いません。")),
    "fx:unit": (Severity.ERROR, Said("The unit is not one the item is measured in.", "項目の単位ではありません。")),
    "fx:disagree": (
        Severity.ERROR,
        Said("The same fact is stated twice with different values.", "同じ事実が異なる値で報告されています。"),
    ),
    "fx:duplicate": (
        Severity.NOTE,
        Said("The same fact is stated twice, the same.", "同じ事実が二度報告されています。"),
    ),
    "fx:missing": (Severity.ERROR, Said("Something every filing must have is not there.", "必須の事項がありません。")),
    "fx:empty": (Severity.ERROR, Said("A part or row holds nothing.", "内容のない部分又は行です。")),
    "fx:period": (
        Severity.ERROR,
        Said(
            "A period begins after it ends, or a fact has no period to be in.",
            "期間の始まりと終わりが逆、又は期間がありません。",
        ),
    ),
    "fx:yaml": (Severity.ERROR, Said("The source file is not YAML that can be read.", "YAMLとして読み込めません。")),
    "fx:duplicateKey": (Severity.ERROR, Said("A key stands twice in one mapping.", "同じキーが二度あります。")),
    "fx:unknownField": (
        Severity.ERROR,
        Said("There is no field of this name here.", "この名前の項目はここにはありません。"),
    ),
    "fx:type": (Severity.ERROR, Said("Something of another shape belongs here.", "値の形が異なります。")),
    "fx:unknownFile": (
        Severity.ERROR,
        Said("The folder holds a source file of no part.", "どの部分にも属さないファイルです。"),
    ),
    "fx:sheet": (
        Severity.ERROR,
        Said(
            "A sheet of the workbook is missing, is there twice, or has lost its keys.",
            "シートがない、重複している、又はキーが失われています。",
        ),
    ),
    "fx:cell": (Severity.ERROR, Said("A cell cannot be read, or nothing is read from it.", "セルを読み込めません。")),
    "fx:unread": (Severity.WARNING, Said("A sheet of the workbook is not read.", "読み込まれないシートがあります。")),
    "fx:hidden": (
        Severity.NOTE,
        Said("Hidden rows or columns hold something, which is read.", "非表示の行又は列に内容があり、読み込まれます。"),
    ),
    "fx:extension": (
        Severity.ERROR,
        Said("The company's extension contradicts itself or the taxonomy.", "会社独自の拡張に矛盾があります。"),
    ),
    "fx:taxonomy": (
        Severity.ERROR,
        Said("The taxonomy lacks something, or says something twice.", "タクソノミに不足又は重複があります。"),
    ),
    "fx:version": (
        Severity.NOTE,
        Said("The filing is of another version of the taxonomy.", "タクソノミの別の版による提出書類です。"),
    ),
    "fx:versionPlace": (
        Severity.WARNING,
        Said(
            "What an extension of another version declares has no place in this one.",
            "別の版の拡張に、この版では置き場所のない宣言があります。",
        ),
    ),
    "fx:processor": (
        Severity.ERROR,
        Said("The independent processor could not be run.", "独立した検証ソフトを実行できませんでした。"),
    ),
    "fx:query": (
        Severity.ERROR,
        Said("The question in SQL cannot be answered.", "SQLによる照会に回答できません。"),
    ),
    "fx:notInstalled": (
        Severity.ERROR,
        Said("The command needs an extra that is not installed.", "必要な追加機能がインストールされていません。"),
    ),
    "fx:key": (
        Severity.ERROR,
        Said("A key or certificate cannot be used.", "鍵又は証明書を使用できません。"),
    ),
    "fx:signature": (
        Severity.ERROR,
        Said("The signature is not whole, or something cannot be signed.", "署名が正しくない、又は署名できません。"),
    ),
    "fx:signer": (
        Severity.ERROR,
        Said("Who signed is another than was expected, or is not proved.", "署名者が異なるか、確認できません。"),
    ),
    "fx:changed": (
        Severity.ERROR,
        Said("The filing is not what was signed.", "署名された内容と異なります。"),
    ),
    "fx:port": (Severity.ERROR, Said("The port cannot be listened on.", "ポートを使用できません。")),
}


@frozen
class Finding:
    """One thing that is wrong.

    code: see `CODES`, or a standard's own. message: what and why, and what to do, in one line; japanese: the same in
    Japanese, where it is known.
    place: file and line, as ``notice.yaml:12`` or ``filing.xbrl:340``; path: the field, as ``notice.meeting.date``.
    """

    code: str
    message: str
    place: str = ""
    path: str = ""
    severity: Severity = Severity.ERROR
    japanese: str = ""

    def said(self, language: Language) -> str:
        """The message in this language; one without Japanese is led there by what its code means."""
        if language == "en":
            return bounded(self.message)
        if self.japanese:
            return bounded(self.japanese)
        return bounded(f"{CODES[self.code][1].ja}{self.message}" if self.code in CODES else self.message)

    @property
    def both(self) -> Said:
        """The message in both languages."""
        return Said(self.message, self.said("ja"))

    def line(self, language: Language) -> str:
        """Where, how grave, what: one line for a terminal or a log."""
        where = self.place + (f" ({self.path})" if self.place and self.path else self.path)
        where = bounded(where)
        return (
            f"{where + ': ' if where else ''}{SEVERITY[self.severity].get(language)} {self.code}: {self.said(language)}"
        )

    def __str__(self) -> str:
        return self.line("en")


def finding(code: str, message: Said, place: str = "", path: str = "") -> Finding:
    """A finding of ours, with the severity its code has."""
    return Finding(code, message.en, place, path, CODES[code][0], message.ja)


def coded(code: str, message: Said, place: str = "", path: str = "", severity: Severity = Severity.ERROR) -> Finding:
    """A finding with a standard's own code."""
    return Finding(code, message.en, place, path, severity, message.ja)


class FilingError(Exception):
    """Something cannot be done because of what is wrong with the input; `findings` say all of it."""

    def __init__(self, findings: tuple[Finding, ...] | list[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(each) for each in self.findings))
