"""Verbs and their arguments, and the help on them in English and Japanese."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NoReturn

from filingexport.characters import is_digits
from filingexport.cli import runs
from filingexport.formats.registry import FORMATS
from filingexport.said import Language, Said, say

_EXAMPLES: Final = (
    "filingexport export samples/iij-2008 --output out",
    "filingexport validate out/iij-2008.xbrl --full",
    "filingexport check samples/iij-2008 --lang ja",
    "filingexport import out/iij-2008.xbrl --output copy",
    "filingexport diff samples/iij-2008 out/iij-2008.xbrl",
    "filingexport rollforward samples/iij-2008 --to 2009-03-31 --output next",
    "filingexport template --company-form audit_and_supervisory_committee --gaap ifrs --output notice.xlsx",
    "filingexport export samples/iij-2008 --output out --formats xbrl,ixbrl,json,csv,package",
    "filingexport convert out/iij-2008.xbrl notice.json",
    "filingexport draft notice.docx --output draft",
    "filingexport view notice.json",
    "filingexport ingest filings --output facts.parquet",
    "filingexport query --facts facts.parquet \"SELECT * FROM measures WHERE measure = 'net_income'\"",
    "filingexport serve samples/iij-2008",
    "filingexport taxonomy check",
)
_STATUS: Final = Said(
    "exit status: 0 all is well; 1 something is wrong with what was given, a line a finding; 2 the command could not run.",
    "終了コード：0は問題なし、1は入力に問題あり（指摘を1行に1件表示）、2は実行できず。",
)
_DIGITS: Final = 15
"""Digits of a limit."""
_FORMATS: Final = ", ".join(each.name for each in FORMATS)
_NEW: Final = "FOLDER|FILE.xlsx"

# What argparse says by itself, and the same in Japanese. What is not among it is told in English.
_HEADINGS: Final = {
    "positional arguments": "引数",
    "options": "オプション",
    "show this help message and exit": "この説明を表示して終了します",
}
_MISTAKES: Final = (
    (r"the following arguments are required: (.+)", r"次の引数が必要です：\1"),
    (r"unrecognized arguments: (.+)", r"不明な引数です：\1"),
    (r"argument (.+?): expected one argument", r"\1には値が1つ必要です"),
    (r"argument (.+?): expected at least one argument", r"\1には値が1つ以上必要です"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", r"\1に\2は指定できません（指定できる値：\3）"),
    (r"argument (.+?): invalid int value: (.+)", r"\1は整数で指定してください（指定された値：\2）"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1は\2と同時に指定できません"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1に値は指定できません（指定された値：\2）"),
    (r"ambiguous option: (.+) could match (.+)", r"オプション\1は複数に該当します：\2"),
    (r"argument (.+?): (.+)", r"\1：\2"),
)


class Speaking:
    """Says what is declared here in one language, and understands values of arguments."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, en: str, ja: str) -> str:
        """One of these readings."""
        return Said(en, ja).get(self.language)

    @property
    def formatter(self) -> type[argparse.HelpFormatter]:
        """What lays out help."""
        return _Formatter if self.language == "ja" else argparse.RawDescriptionHelpFormatter

    def _wrong(self, said: Said) -> argparse.ArgumentTypeError:
        return argparse.ArgumentTypeError(said.get(self.language))

    def name(self, text: str) -> str:
        """The name of a format."""
        if text not in (each.name for each in FORMATS):
            raise self._wrong(
                say(
                    "there is no format {text!r}; there are: {known}",
                    "{text!r}という形式はありません。形式：{known}",
                    text=text,
                    known=_FORMATS,
                )
            )
        return text

    def names(self, text: str) -> list[str]:
        """The names of formats, with commas between them."""
        return [self.name(each.strip()) for each in text.split(",")]

    def limit(self, text: str) -> tuple[str, int]:
        """A limit and its value."""
        from filingexport.formats.safe import limits_said

        name, equals, value = text.partition("=")
        known = [each[0] for each in limits_said()]
        if name not in known:
            raise self._wrong(
                say(
                    "there is no limit {name!r}; there are: {known}",
                    "{name!r}という上限はありません。上限：{known}",
                    name=name,
                    known=", ".join(known),
                )
            )
        plain = value.replace(",", "").replace("_", "")
        if not equals or not is_digits(plain, _DIGITS):
            raise self._wrong(
                say(
                    "a limit is a whole number, such as {name}=1000, not {text!r}",
                    "上限は{name}=1000のように整数で指定してください（指定された値：{text!r}）",
                    name=name,
                    text=text,
                )
            )
        return name, int(plain)

    def count(self, text: str) -> int:
        """A number from 1."""
        if not text.isascii() or not text.isdigit() or int(text) < 1:
            raise self._wrong(say("{text!r} is no number from 1", "{text!r}は1以上の整数ではありません", text=text))
        return int(text)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help in Japanese."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "使い方：" if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(_HEADINGS.get(heading or "", heading))

    def add_argument(self, action: argparse.Action) -> None:
        action.help = _HEADINGS.get(action.help or "", action.help)
        super().add_argument(action)


class _JapaneseParser(argparse.ArgumentParser):
    """Tells mistakes in Japanese."""

    def error(self, message: str) -> NoReturn:
        for pattern, said in _MISTAKES:
            match = re.fullmatch(pattern, message, re.DOTALL)
            if match is not None:
                message = match.expand(said)
                break
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}：エラー：{message}\n")


class _Unasked:
    """Takes what is said of a verb that is not asked for."""

    def __getattr__(self, name: str) -> Callable[..., _Unasked]:
        return lambda *given, **named: self


class _Only:
    """Makes the parser of one verb alone: those of all take a tenth of a short command's time."""

    def __init__(self, verbs: Any, name: str) -> None:
        self.verbs = verbs
        self.name = name

    def add_parser(self, name: str, **said: Any) -> Any:
        """The parser of a verb, or what only looks like one."""
        return self.verbs.add_parser(name, **said) if name == self.name else _Unasked()


def _described(t: Speaking, parser: type[argparse.ArgumentParser] | Any, examples: tuple[str, ...], **said: Any) -> Any:
    """A parser with examples and what its exit status means at the end of its help."""
    told = (f"{t('examples:', '例：')}", *(f"  {each}" for each in examples)) if examples else ()
    return parser(
        epilog="\n".join((*told, "", _STATUS.get(t.language))),
        formatter_class=t.formatter,
        **said,
    )


class _Verbs:
    """Declares verbs, each with the options that all have."""

    def __init__(self, t: Speaking, verbs: Any) -> None:
        self.t = t
        self.verbs = verbs

    def add(self, name: str, text: str, *examples: str) -> Any:
        """A verb. text: what it gives."""
        t = self.t
        verb = _described(
            t, lambda **given: self.verbs.add_parser(name, **given), examples,
            help=text, description=f"{text[0].upper()}{text[1:]}{t('.', '。')}",
        )  # fmt: skip
        told = verb.add_argument_group(t("what is told", "表示"))
        told.add_argument(
            "--lang",
            choices=("en", "ja"),
            default=argparse.SUPPRESS,  # it may also stand before the verb
            help=t("language of messages (default: the locale's)", "メッセージの言語（既定：ロケールの言語）"),
        )
        told.add_argument("--quiet", "-q", action="store_true", help=t("findings only", "指摘だけを表示"))
        told.add_argument(
            "--json",
            action="store_true",
            help=t("one JSON object on stdout, for programs", "プログラム向けに標準出力へJSONを1個出力"),
        )
        return verb


def parser(only: str = "", language: Language = "en") -> argparse.ArgumentParser:
    """All verbs and options, with help in this language; with `only`, those of one verb, if there is one of that name."""
    t = Speaking(language)
    whole: argparse.ArgumentParser = _described(
        t,
        _JapaneseParser if language == "ja" else argparse.ArgumentParser,
        _EXAMPLES,
        prog="filingexport",
        description=t(
            "Turns a Japanese company's notice of a general meeting of shareholders into XBRL, and back.",
            "株主総会の招集通知をXBRLに変換し、XBRLから元に戻します。",
        ),
    )
    whole.add_argument(
        "--version",
        action="store_true",
        help=t("print the version and the taxonomy's date", "版とタクソノミの日付を表示"),
    )
    whole.add_argument("--lang", choices=("en", "ja"), help=argparse.SUPPRESS)
    every = whole.add_subparsers(dest="verb", metavar="VERB")
    verbs = _Verbs(t, _Only(every, only) if only else every)
    _writing(t, verbs)
    _judging(t, verbs)
    _following(t, verbs)
    _batches(t, verbs)
    _signing(t, verbs)
    _taxonomy(t, verbs)
    _tools(t, verbs)
    return whole if every.choices else parser(language=language)


def _limited(t: Speaking, verb: Any) -> None:
    verb.add_argument(
        "--limit",
        type=t.limit,
        action="append",
        default=[],
        metavar="NAME=N",
        help=t(
            "take more or less of an input than usual, such as file=200000000; see SECURITY.md",
            "入力の上限を変更（例：file=200000000）。SECURITY.md参照",
        ),
    )


def _packing(t: Speaking, verb: Any) -> None:
    verb.add_argument(
        "--inside",
        choices=["xbrl", "json", "csv"],
        default="",
        help=t("what a package .xbr holds (default: xbrl)", "パッケージ（.xbr）に入れる形式（既定：xbrl）"),
    )
    verb.add_argument(
        "--referred",
        action="store_true",
        help=t(
            "a package only refers to the standard taxonomy, and does not hold it",
            "パッケージに標準タクソノミを入れず、参照だけにする",
        ),
    )


def _written(t: Speaking, verb: Any, required: bool = True) -> None:
    verb.add_argument(
        "--output", "-o", type=Path, required=required, metavar=_NEW,
        help=t("a new folder, or a workbook", "新しいフォルダ又はワークブック"),
    )  # fmt: skip


def _against(t: Speaking, verb: Any) -> None:
    verb.add_argument(
        "--against",
        type=Path,
        metavar="LAST",
        help=t("last year's source or document, to compare with", "比較する前年の原稿又は文書"),
    )


def _told_as(t: Speaking, verb: Any, forms: tuple[str, ...]) -> None:
    verb.add_argument("--format", choices=forms, default="text", help=t("default: text", "既定：text"))
    verb.add_argument(
        "--output",
        "-o",
        type=Path,
        metavar="FILE",
        help=t("write there, not to the terminal", "端末ではなくこのファイルに出力"),
    )


def _writing(t: Speaking, verbs: _Verbs) -> None:
    """From sources to documents, and back."""
    verb = verbs.add(
        "export",
        t("source files to documents, validated and read back", "原稿から文書を作成し、検証と読戻しを行う"),
        "filingexport export samples/iij-2008 --output out",
        "filingexport export notice.xlsx --output out --annotate",
        "filingexport export samples/iij-2008 --output out --formats xbrl,ixbrl,json,csv,package",
    )
    verb.add_argument(
        "source",
        type=Path,
        help=t(
            "the folder of YAML files (or one file), or a workbook (.xlsx)",
            "YAMLのフォルダ（又は1ファイル）、又はワークブック（.xlsx）",
        ),
    )
    verb.add_argument(
        "--output", "-o", type=Path, required=True, metavar="FOLDER", help=t("where to write it", "出力先フォルダ")
    )
    verb.add_argument(
        "--name",
        help=t(
            "name of the documents, without .xbrl (default: that of the source)",
            "文書の名称。.xbrlは付けない（既定：原稿の名称）",
        ),
    )
    verb.add_argument(
        "--formats",
        "-f",
        type=t.names,
        default=["xbrl"],
        metavar="FORMAT,…",
        help=t(f"some of: {_FORMATS} (default: xbrl)", f"次から選択：{_FORMATS}（既定：xbrl）"),
    )
    _packing(t, verb)
    verb.add_argument(
        "--annotate",
        action="store_true",
        help=t(
            "write what is wrong into a copy of the workbook, as comments",
            "指摘をワークブックの写しにコメントとして書き込む",
        ),
    )
    verb.add_argument(
        "--layout",
        choices=["edinet"],
        help=t(
            "folders, names and manifests like a submission to EDINET",
            "EDINET提出書類と同様のフォルダ、名称及びマニフェスト",
        ),
    )
    verb.add_argument(
        "--times",
        type=int,
        default=1,
        help=t("with --layout: how many times it is submitted (default: 1)", "--layoutと併用：提出回数（既定：1）"),
    )
    _limited(t, verb)
    verb.set_defaults(run=runs.export)

    verb = verbs.add(
        "template",
        t("an empty workbook to fill in, for a kind of company", "会社の機関設計に応じた記入用の空のワークブック"),
        "filingexport template --company-form audit_and_supervisory_committee --gaap ifrs --output notice.xlsx",
    )
    verb.add_argument(
        "--company-form",
        required=True,
        metavar="FORM",
        dest="form",
        help=t(
            "company_auditors, audit_and_supervisory_committee, three_committees, or another form of governance",
            "機関設計。company_auditors（監査役会）、audit_and_supervisory_committee（監査等委員会）、three_committees（指名委員会等）など",
        ),
    )
    verb.add_argument(
        "--gaap",
        default="japan-gaap",
        metavar="GAAP",
        help=t("japan-gaap (default), ifrs or us-gaap", "会計基準。japan-gaap（既定）、ifrs、us-gaap"),
    )
    verb.add_argument(
        "--no-consolidated", action="store_true", help=t("without consolidated statements", "連結計算書類なし")
    )
    verb.add_argument(
        "--unit",
        default="",
        metavar="UNIT",
        help=t("of the amounts, such as 'JPY millions'", "金額の単位（例：'JPY millions'）"),
    )
    verb.add_argument(
        "--output", "-o", type=Path, required=True, metavar="FILE.xlsx", help=t("the workbook", "ワークブック")
    )
    verb.set_defaults(run=runs.template)

    verb = verbs.add(
        "draft",
        t("a draft of the source files, or of a workbook, from the text of a notice", "招集通知の文章から原稿又はワークブックの下書きを作成"),
        "filingexport draft notice.docx --output draft",
        "filingexport draft notice.txt --output draft.xlsx --lang ja",
    )  # fmt: skip
    verb.add_argument(
        "file", type=Path, help=t("the text: .docx, .md, .txt or .html", "文章：.docx、.md、.txt又は.html")
    )
    _written(t, verb, required=False)
    _limited(t, verb)
    verb.set_defaults(run=runs.draft)

    verb = verbs.add(
        "import",
        t("a document of any format back to source files, or to a workbook", "任意の形式の文書を原稿又はワークブックに戻す"),
        "filingexport import out/iij-2008.xbrl --output copy",
        "filingexport import out/iij-2008.xbri --output notice.xlsx",
    )  # fmt: skip
    verb.add_argument(
        "file",
        type=Path,
        help=t(
            "the document (of xBRL-CSV, its metadata file), a workbook (.xlsx) or a source folder",
            "文書（xBRL-CSVではメタデータファイル）、ワークブック（.xlsx）又は原稿フォルダ",
        ),
    )
    _written(t, verb)
    _limited(t, verb)
    verb.set_defaults(run=runs.import_)

    verb = verbs.add(
        "convert",
        t("a document to another format; nothing is lost", "文書を別の形式に変換（内容は失われない）"),
        "filingexport convert out/iij-2008.xbrl notice.json",
        "filingexport convert notice.json notice.xbr --inside json",
    )
    verb.add_argument("source", type=Path, help=t("the document, of any format", "任意の形式の文書"))
    verb.add_argument(
        "target",
        type=Path,
        help=t(
            "the new document; the end of its name tells the format", "新しい文書。名称の末尾（拡張子）で形式を判断"
        ),
    )
    verb.add_argument(
        "--to",
        type=t.name,
        metavar="FORMAT",
        help=t(
            f"the format, where the name does not tell it: {_FORMATS}", f"名称で形式が分からない場合の形式：{_FORMATS}"
        ),
    )
    _packing(t, verb)
    _limited(t, verb)
    verb.set_defaults(run=runs.convert)


def _judging(t: Speaking, verbs: _Verbs) -> None:
    """What is wrong."""
    verb = verbs.add(
        "validate",
        t("what is wrong with a document of any format, a line a finding", "任意の形式の文書を検証し、指摘を1行に1件表示"),
        "filingexport validate out/iij-2008.xbrl --full",
        "filingexport validate notice.json --json",
    )  # fmt: skip
    verb.add_argument(
        "file",
        type=Path,
        help=t("the document (of xBRL-CSV, its metadata file)", "文書（xBRL-CSVではメタデータファイル）"),
    )
    verb.add_argument(
        "--full",
        action="store_true",
        help=t(
            "ask an independent processor (Arelle, offline) too",
            "独立した検証ソフト（Arelle、オフライン）でも検証",
        ),
    )
    _limited(t, verb)
    verb.set_defaults(run=runs.validate)

    verb = verbs.add(
        "check",
        t("what is wrong with a filing: figures, ties, dates, names, what the law requires", "提出書類の内容を検査：数値、整合性、日付、氏名、法定記載事項"),
        "filingexport check samples/iij-2008 --lang ja",
        "filingexport check this.xbrl --against last.xbrl --fail-on warning",
        "filingexport check notice.xlsx --format html --output findings.html",
    )  # fmt: skip
    verb.add_argument(
        "sources",
        type=Path,
        nargs="*",
        metavar="SOURCE|FILE",
        help=t("folders of YAML files, or documents of any format", "YAMLのフォルダ、又は任意の形式の文書"),
    )
    _told_as(t, verb, ("text", "json", "sarif", "html"))
    verb.add_argument(
        "--fail-on",
        choices=("error", "warning", "note"),
        default="error",
        help=t("exit 1 from this severity (default: error)", "この重要度以上で終了コード1（既定：error）"),
    )
    _against(t, verb)
    verb.add_argument(
        "--annotate",
        action="store_true",
        help=t(
            "write the findings into copies of the workbooks, as comments",
            "指摘をワークブックの写しにコメントとして書き込む",
        ),
    )
    verb.add_argument(
        "--rules",
        action="store_true",
        help=t("list all rules, with why and by which law", "全ての検査項目を理由と根拠法令とともに一覧表示"),
    )
    _limited(t, verb)
    verb.set_defaults(run=runs.check)

    verb = verbs.add(
        "diff",
        t("what changed between two filings or drafts, by fact and by word", "二つの提出書類又は原稿の変更箇所を、項目と語句の単位で表示"),
        "filingexport diff last-draft draft",
        "filingexport diff draft out/iij-2008.xbrl --lang ja --format html --output changes.html",
    )  # fmt: skip
    verb.add_argument(
        "old",
        type=Path,
        metavar="A",
        help=t(
            "a folder of YAML files, a workbook, or a document of any format",
            "YAMLのフォルダ、ワークブック、又は任意の形式の文書",
        ),
    )
    verb.add_argument(
        "new", type=Path, metavar="B", help=t("the same; the formats may differ", "同上。形式は異なってもよい")
    )
    _told_as(t, verb, ("text", "json", "html"))
    _limited(t, verb)
    verb.set_defaults(run=runs.diff)


def _following(t: Speaking, verbs: _Verbs) -> None:
    """From one year to the next, and while a notice is written."""
    verb = verbs.add(
        "rollforward",
        t("last year's filing to the start of the next year's, to fill in", "前年の提出書類から翌年の原稿を作成"),
        "filingexport rollforward samples/iij-2008 --to 2009-03-31 --output next",
        "filingexport rollforward last.xbrl --not-resolved 3 --output next.xlsx",
    )
    verb.add_argument(
        "last",
        type=Path,
        metavar="LAST",
        help=t(
            "last year's source, workbook, or document of any format",
            "前年の原稿、ワークブック、又は任意の形式の文書",
        ),
    )
    verb.add_argument(
        "--to",
        metavar="DATE",
        help=t("last day of the new fiscal year (default: a year later)", "新しい事業年度の末日（既定：1年後）"),
    )
    _written(t, verb)
    verb.add_argument(
        "--not-resolved",
        type=int,
        action="append",
        default=[],
        metavar="N",
        help=t("a proposal that was not passed", "否決された議案の番号"),
    )
    _limited(t, verb)
    verb.set_defaults(run=runs.rollforward)

    verb = verbs.add(
        "status",
        t("how complete a notice is: filled in, to review, wrong, chapter by chapter", "招集通知の完成度を章ごとに表示：記入済み、要確認、誤り"),
        "filingexport status next --against samples/iij-2008",
    )  # fmt: skip
    verb.add_argument(
        "source",
        type=Path,
        help=t(
            "the source folder, the workbook, or a document of any format",
            "原稿フォルダ、ワークブック、又は任意の形式の文書",
        ),
    )
    verb.add_argument(
        "--against",
        type=Path,
        metavar="LAST",
        help=t("last year's: what it had is expected again", "前年のもの。前年に記載した事項は今年も求める"),
    )
    _limited(t, verb)
    verb.set_defaults(run=runs.status)

    verb = verbs.add(
        "view",
        t("the page of a document of any format, in a browser", "任意の形式の文書をブラウザで表示"),
        "filingexport view out/iij-2008.xbrl",
        "filingexport view samples/iij-2008 --plain",
    )
    verb.add_argument(
        "file", type=Path, help=t("the document, or the folder of YAML files", "文書、又はYAMLのフォルダ")
    )
    verb.add_argument(
        "--output",
        "-o",
        type=Path,
        metavar="FOLDER",
        help=t("where to write it (default: a temporary folder)", "出力先フォルダ（既定：一時フォルダ）"),
    )
    verb.add_argument(
        "--plain",
        action="store_true",
        help=t(
            "our own page, even where the ixbrl-viewer is installed",
            "ixbrl-viewerがあっても本製品のページで表示",
        ),
    )
    _unopened(t, verb)
    _limited(t, verb)
    verb.set_defaults(run=runs.view)

    verb = verbs.add(
        "serve",
        t("a draft on a local page while it is written: document, findings, completeness", "作成中の原稿を手元のページに表示：文書、指摘、完成度"),
        "filingexport serve samples/iij-2008",
        "filingexport serve notice.xlsx --lang ja --against last.xbrl",
    )  # fmt: skip
    verb.add_argument(
        "source",
        type=Path,
        help=t(
            "the folder of YAML files (or one file), a workbook (.xlsx), or a document of any format",
            "YAMLのフォルダ（又は1ファイル）、ワークブック（.xlsx）、又は任意の形式の文書",
        ),
    )
    verb.add_argument(
        "--port",
        type=int,
        default=0,
        metavar="PORT",
        help=t("of this machine (default: any that is free)", "この端末のポート（既定：空いているもの）"),
    )
    _against(t, verb)
    _unopened(t, verb)
    _limited(t, verb)
    verb.set_defaults(run=runs.serve)


def _unopened(t: Speaking, verb: Any) -> None:
    verb.add_argument(
        "--no-open",
        action="store_true",
        help=t("print where the page is, and open no browser", "ページの場所だけを表示し、ブラウザを開かない"),
    )


def _batches(t: Speaking, verbs: _Verbs) -> None:
    """Thousands of documents."""
    verb = verbs.add(
        "ingest",
        t("the facts of thousands of documents as tables (Parquet), for `query` and other programs", "多数の文書の事実を表（Parquet）に格納し、queryなどで利用"),
        "filingexport ingest filings --output facts.parquet",
        "filingexport ingest '2026/**/*.xbrl' 2025.zip --output facts.parquet --jobs 8",
    )  # fmt: skip
    verb.add_argument(
        "given",
        type=Path,
        nargs="+",
        metavar="DIR|GLOB|ZIP|FILE",
        help=t("documents of any format, or what holds them", "任意の形式の文書、又はそれを含むフォルダや書庫"),
    )
    verb.add_argument(
        "--output",
        "-o",
        type=Path,
        required=True,
        metavar="FOLDER",
        help=t("the tables; what is there already is kept", "表のフォルダ。既存の内容は保持"),
    )
    verb.add_argument(
        "--jobs",
        "-j",
        type=t.count,
        metavar="N",
        help=t("processes that read (default: one a core)", "読み込むプロセスの数（既定：コア数）"),
    )
    verb.add_argument(
        "--timeout",
        type=t.count,
        default=60,
        metavar="SECONDS",
        help=t("for one document (default: 60)", "1文書当たりの制限時間（秒、既定：60）"),
    )
    verb.add_argument(
        "--retry",
        action="store_true",
        help=t("read again what could not be read before", "以前読み込めなかった文書を再度読み込む"),
    )
    _limited(t, verb)
    verb.set_defaults(run=runs.ingest)

    verb = verbs.add(
        "query",
        t("the answer to a question in SQL to the tables that `ingest` made", "ingestで作成した表にSQLで照会"),
        'filingexport query --facts facts.parquet "SELECT name_en, sum(audit_fee) FROM auditors GROUP BY ALL"',
        "filingexport query --tables",
    )
    verb.add_argument(
        "sql", nargs="?", metavar="SQL", help=t("the question (DuckDB's SQL)", "照会するSQL（DuckDBのSQL）")
    )
    verb.add_argument(
        "--facts",
        type=Path,
        default=Path("facts.parquet"),
        metavar="FOLDER",
        help=t("default: facts.parquet", "既定：facts.parquet"),
    )
    verb.add_argument(
        "--tables",
        action="store_true",
        help=t("list tables, columns and views", "表、列及びビューを一覧表示"),
    )
    verb.set_defaults(run=runs.query)


def _signing(t: Speaking, verbs: _Verbs) -> None:
    """Whether anything was changed."""
    verb = verbs.add(
        "sign",
        t("the signature of a package, a document with what lies beside it, or a folder", "パッケージ、文書（付随ファイルを含む）又はフォルダに署名"),
        "filingexport sign --new-key our.pem",
        "filingexport sign out/iij-2008.xbri --key our.pem",
    )  # fmt: skip
    verb.add_argument(
        "file", type=Path, nargs="?", metavar="PACKAGE|FILE|FOLDER", help=t("what to sign", "署名する対象")
    )
    verb.add_argument(
        "--key",
        type=Path,
        metavar="KEY.pem",
        help=t("the private key: Ed25519, RSA or ECDSA", "秘密鍵：Ed25519、RSA又はECDSA"),
    )
    verb.add_argument(
        "--output",
        "-o",
        type=Path,
        metavar="FILE.sig",
        help=t("default: beside it, FILE.sig", "既定：対象の隣のFILE.sig"),
    )
    verb.add_argument(
        "--new-key",
        type=Path,
        metavar="KEY.pem",
        help=t(
            "make a key, and its public key KEY.pub.pem",
            "鍵を作成（公開鍵はKEY.pub.pem）",
        ),
    )
    verb.set_defaults(run=runs.sign)

    verb = verbs.add(
        "verify",
        t("whether anything changed since it was signed, and who signed it", "署名後の変更の有無と署名者を確認"),
        "filingexport verify out/iij-2008.xbri --key our.pub.pem",
    )
    verb.add_argument("file", type=Path, metavar="PACKAGE|FILE|FOLDER", help=t("what was signed", "署名された対象"))
    verb.add_argument(
        "--signature",
        type=Path,
        metavar="FILE.sig",
        help=t("default: beside it, FILE.sig", "既定：対象の隣のFILE.sig"),
    )
    who = verb.add_mutually_exclusive_group()
    who.add_argument(
        "--key",
        type=Path,
        metavar="KEY.pem",
        help=t("the public key of who should have signed it", "署名者であるべき者の公開鍵"),
    )
    who.add_argument(
        "--certificate",
        type=Path,
        metavar="CERT.pem",
        help=t("the same, in an X.509 certificate", "同上（X.509証明書）"),
    )
    who.add_argument(
        "--fingerprint",
        default="",
        metavar="SHA256",
        help=t("the same, by the fingerprint of the key", "同上（鍵のフィンガープリント）"),
    )
    verb.set_defaults(run=runs.verify)


def _taxonomy(t: Speaking, verbs: _Verbs) -> None:
    """The taxonomy's files."""
    verb = verbs.verbs.add_parser(
        "taxonomy",
        help=t("the taxonomy's files", "タクソノミのファイル"),
        formatter_class=t.formatter,
    )
    actions = _Verbs(t, verb.add_subparsers(dest="action", metavar="ACTION", required=True))
    for name, text in (
        ("build", t("write them from the classes", "クラスからタクソノミを作成")),
        (
            "check",
            t(
                "say whether those in the folder are in step with the classes",
                "フォルダのタクソノミがクラスと一致するかを確認",
            ),
        ),
    ):
        action = actions.add(name, text)
        action.add_argument(
            "--folder", type=Path, default=Path("taxonomy"), help=t("default: taxonomy", "既定：taxonomy")
        )
        action.set_defaults(run=runs.taxonomy)
    action = actions.add(
        "package",
        t(
            "write them as one taxonomy package (.zip) that other processors open",
            "他のソフトで開けるタクソノミパッケージ（.zip）を作成",
        ),
    )
    action.add_argument("--output", "-o", type=Path, required=True, metavar="FILE.zip")
    action.set_defaults(run=runs.taxonomy)
    action = actions.add(
        "docs",
        t(
            "write them as one page to read and search, in English and Japanese",
            "閲覧・検索できる日英のページを作成",
        ),
    )
    action.add_argument(
        "--output",
        "-o",
        type=Path,
        required=True,
        metavar="FOLDER",
        help=t("where to write index.html", "index.htmlの出力先フォルダ"),
    )
    action.set_defaults(run=runs.taxonomy_docs)
    action = actions.add(
        "export",
        t(
            "write its items, sums, axes and sections as a workbook",
            "項目、計算、軸及びセクションをワークブックに出力",
        ),
    )
    action.add_argument("--xlsx", type=Path, required=True, metavar="FILE.xlsx", help=t("the workbook", "ワークブック"))
    action.set_defaults(run=runs.taxonomy_export)
    action = actions.add(
        "diff",
        t(
            "what differs between two versions, and whether old filings still read",
            "二つの版の相違と、旧版の提出書類が読めるかを表示",
        ),
    )
    action.add_argument(
        "old",
        type=Path,
        metavar="A",
        help=t(
            "a folder of taxonomy files, a package (.zip), or a schema",
            "タクソノミのフォルダ、パッケージ（.zip）又はスキーマ",
        ),
    )
    action.add_argument(
        "new",
        type=Path,
        metavar="B",
        nargs="?",
        help=t("the same; default: what the classes give", "同上。既定：クラスから得られるもの"),
    )
    action.set_defaults(run=runs.taxonomy_diff)


def _tools(t: Speaking, verbs: _Verbs) -> None:
    """The installation."""
    verb = verbs.add(
        "doctor",
        t("what is installed, and what each extra adds", "インストール状況と、追加機能の内容を表示"),
        "filingexport doctor",
    )
    verb.set_defaults(run=runs.doctor)

    verb = verbs.add(
        "completion",
        t(
            "a script with which a shell completes verbs, options and files",
            "シェルでコマンド、オプション及びファイルを補完するスクリプト",
        ),
        'eval "$(filingexport completion bash)"',
        "filingexport completion zsh > ~/.zfunc/_filingexport",
    )
    verb.add_argument("shell", choices=("bash", "zsh", "tcsh"))
    verb.set_defaults(run=runs.completion)
