"""Filings of companies that do not exist, as many as wanted: the same for the same number on every machine.

`synthetic` makes one as a company would file it: names, officers, auditors and dividends of its own, amounts whose totals
foot and whose figures agree wherever they are told. It is made from one of the invented samples, in which all that is
true: every amount is multiplied by one whole number, every number of shares by another, so that each sum, ratio and tie
still holds; names, days and the figures quoted in texts follow. One in twelve is under US GAAP, made from the notice of
2008 without its slips. `complete` fills in every field of every class instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import attrs
from attrs import evolve, frozen

from filingexport import Filing, extension_files, load
from filingexport.binding.marks import marks
from filingexport.binding.plan import ColumnLeaf, Leaf, ListLeaf, PartField, Plan, RowsField, plan
from filingexport.binding.to_facts import to_facts
from filingexport.library import documents
from filingexport.model import identifiers
from filingexport.model.extension import Extension
from filingexport.model.meaning import NameOf
from filingexport.model.part import Own, OwnRow
from filingexport.model.values import Block, Count, Money, Nothing, Ratio, Shares, Text, YearMonth, Years

ROOT = Path(__file__).parent.parent
FACTS = 700
"""The usual size of a filing."""


@frozen
class Shape:
    """A sample to make filings from, and what of it is a name. stem: the word of the company's name that is its own, in
    English and Japanese; trade: what it makes, likewise; firm: the word of the audit firm's.
    """

    sample: str
    stem: tuple[str, str]
    trade: tuple[str, str]
    firm: tuple[str, str]
    largest: int
    """How many times as large as the sample its companies may be."""
    dividends: tuple[int, ...] = (1,)
    """How many times as large its dividend a share may be."""
    languages: tuple[str, ...] = ()
    """Languages of which a company may use one alone."""
    years: tuple[int, ...] = (-3, -2, -1, 0, 2, 3, 4)
    """By how many years a filing may be moved so that its meeting is on a day of work."""
    others: tuple[tuple[str, str], ...] = ()
    """Other names in it, each with an invented one; in these {stem} stands for the word of the company's name."""
    mended: Callable[[Filing], Filing] = lambda filing: filing
    """Takes away what is wrong in the sample."""


def _mended(filing: Filing) -> Filing:
    """The notice of 2008 without the slips that were printed in it."""
    for path in (
        "business_report.progress_and_results.results.operating_margin_change",
        "non_consolidated.income_statement.gross_profit.caption",
    ):
        filing = _put(filing, path.split("."), None)
    results = _at(filing, "business_report.progress_and_results.services")
    services = [evolve(each, gross_margin_ratio=None, gross_margin_change=None) for each in results]
    filing = _put(filing, ["business_report", "progress_and_results", "services"], tuple(services))
    paid = _at(filing, "consolidated.us_gaap.notes.changes_in_equity.dividends_paid")
    later = [
        evolve(each, effective_date=each.effective_date and max(each.effective_date, each.resolution_date))
        for each in paid
    ]
    filing = _put(filing, ["consolidated", "us_gaap", "notes", "changes_in_equity", "dividends_paid"], tuple(later))
    groups = _at(filing, "non_consolidated.notes.related_parties.groups")
    ended = [evolve(each, balance_heading=Text(en="March 31, 2008")) for each in groups]
    filing = _put(filing, ["non_consolidated", "notes", "related_parties", "groups"], tuple(ended))
    officers = _at(filing, "business_report.officers.outside_officers.activities")
    spelled = [evolve(each, name=Text(en=str(each.name).replace("Yasurou", "Yasuro"))) for each in officers]
    filing = _put(filing, ["business_report", "officers", "outside_officers", "activities"], tuple(spelled))
    for name in ("consolidated_audit_report", "non_consolidated_audit_report"):
        report = getattr(filing, name)
        scope = str(report.scope).replace("15th", "16th")
        for year in (2007, 2006):
            scope = scope.replace(f", {year}", f", {year + 1}")
        audited = evolve(
            report, period_start=filing.fiscal_year_start, period_end=filing.fiscal_year_end, fiscal_term=filing.fiscal_term,
            scope=type(report.scope)(en=scope),
        )  # fmt: skip
        filing = evolve(filing, **{name: audited})
    return filing


SHAPES = (
    Shape(
        "aoba-2026", ("Aoba", "青葉"), ("Precision Machinery", "精機"), ("Sawanami", "沢波"), 60, languages=("en", "ja")
    ),
    Shape("minato-2026", ("Minato", "みなと"), ("Mobility", "モビリティ"), ("Okina", "翁"), 12),
    Shape("kitahama-2026", ("Kitahama", "北浜"), ("Brewing", "醸造所"), ("", ""), 20, (1, 2, 3, 4)),
)
"""Japanese GAAP and a committee of audit and supervision in two languages; IFRS and three committees in English; a
small company with company auditors, without consolidated statements, in Japanese."""
US_GAAP = Shape(
    "iij-2008", ("Internet Initiative Japan", ""), ("", ""), ("Deloitte Touche Tohmatsu", ""), 1, years=(-1, 0),
    mended=_mended, others=(
        ("IIJ", "{stem}"), ("Nippon Telegraph and Telephone", "Kitasato Telegraph"), ("NTT", "KTT"), ("Itochu", "Kurose"),
        ("Mizuho", "Minori"), ("Tokyo-Mitsubishi UFJ", "Hamada"), ("Mitsubishi UFJ", "Hamada"), ("Sumitomo Mitsui", "Sumida"),
        ("Sumitomo", "Sumida"), ("Nippon Steel", "Minami Steel"), ("NS Solutions", "MS Solutions"), ("Sony", "Sora"),
        ("So-net", "Sora-net"), ("SEIKO", "SEKI"), ("Panasonic", "Palette"), ("Taihei", "Heiwa"), ("New York", "Newport"),
        ("Dai-ichi", "Sakura"), ("Life Net", "Life Port"), ("Lifenet", "Lifeport"), ("Fuji Iron", "Fumi Iron"),
        ("Toyota", "Tonami"), ("KKR", "Sato"), ("Hero", "Hana"), ("Net Chart Japan", "Net Atlas"), ("GDX Japan", "GDA"), ("GDJ Japan", "GDA"),
        ("Trust Networks", "Assured Networks"), ("Net Care", "Net Tend"), ("Internet Revolution", "Internet Turning"),
    ),
)  # fmt: skip
"""US GAAP and a board of company auditors, in English: a notice of 2008. Names, people and years differ; figures are those of
the notice, as most of its texts quote them in ways of their own."""
SMALL = 2
_ONE_IN = 12
"""How many filings there are to one under US GAAP."""

_STEMS = (
    ("Asagiri", "朝霧"), ("Hayase", "早瀬"), ("Izumino", "泉野"), ("Kagari", "篝"), ("Kasumi", "霞"), ("Komorebi", "木洩"),
    ("Misaki", "岬"), ("Nagisa", "渚"), ("Natsume", "棗"), ("Oboro", "朧"), ("Sazanami", "漣"), ("Shiosai", "潮騒"),
    ("Suzukake", "鈴懸"), ("Tachibana", "橘"), ("Tsubame", "燕"), ("Tsukishiro", "月白"), ("Wakaba", "若葉"), ("Yukimi", "雪見"),
    ("Akane", "茜"), ("Botan", "牡丹"), ("Fukamidori", "深緑"), ("Hibari", "雲雀"), ("Kaede", "楓"), ("Murasaki", "紫"),
)  # fmt: skip
_TRADES = {
    "Precision Machinery": (
        ("Precision Machinery", "精機"), ("Instruments", "計器"), ("Works", "製作所"), ("Electric", "電機"), ("Materials", "材料工業"),
    ),
    "Mobility": (("Mobility", "モビリティ"), ("Logistics", "ロジスティクス"), ("Energy", "エナジー"), ("Foods", "フーズ")),
    "Brewing": (("Brewing", "醸造所"), ("Foods", "食品"), ("Farm", "農園")),
    "": (("", ""),),
}  # fmt: skip
_FIRMS = (
    ("Hidaka", "日高"), ("Kuramoto", "倉本"), ("Shirane", "白根"), ("Ariake", "有明"), ("Mikasa", "三笠"), ("Towada", "十和田"),
)  # fmt: skip
_FAMILIES = (
    ("Akagi", "赤木"), ("Baba", "馬場"), ("Chiba", "千葉"), ("Doi", "土井"), ("Endo", "遠藤"), ("Fujita", "藤田"), ("Goto", "後藤"),
    ("Hara", "原"), ("Imai", "今井"), ("Jinbo", "神保"), ("Kawai", "河合"), ("Maeda", "前田"), ("Noguchi", "野口"), ("Okubo", "大久保"),
    ("Sakai", "酒井"), ("Takagi", "高木"), ("Ueda", "上田"), ("Wada", "和田"), ("Yano", "矢野"), ("Zama", "座間"),
)  # fmt: skip
_GIVEN = (
    ("Akira", "明"), ("Ayumi", "歩"), ("Chikako", "千佳子"), ("Daichi", "大地"), ("Emi", "恵美"), ("Fumio", "文夫"), ("Hiroko", "弘子"),
    ("Isamu", "勇"), ("Jun", "純"), ("Kaori", "香織"), ("Makoto", "誠"), ("Naoki", "直樹"), ("Rika", "里香"), ("Satoru", "悟"),
    ("Tomoko", "朋子"), ("Wataru", "渉"), ("Yasuo", "康夫"), ("Yuki", "由紀"),
)  # fmt: skip
_VOLUNTARY = (
    "business_report.sustainability",
    "notice.voting_rules",
    "business_report.officers.skills_matrix",
    "consolidated.japan_gaap.notes.further_notes.segments",
    "non_consolidated.prior_year",
    "business_report.officers.remuneration_details.indicators",
    "non_consolidated.notes.related_parties",
    "consolidated.japan_gaap.cash_flows",
    "consolidated.ifrs.cash_flows",
    "business_report.shares.compensation",
    "business_report.shares.treasury_acquisitions",
    "consolidated.japan_gaap.notes.further_notes.investment_property",
    "consolidated.ifrs.comprehensive_income",
)
"""What a company may leave out, in the order in which it does."""
_SHARE_COUNTS = frozenset({"voting_rights"})
"""Counts that grow with the number of shares."""
_SHARES_OF_ONE = frozenset({"share_unit"})
"""Numbers of shares that do not."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_KANJI_DAYS = "月火水木金土日"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
_ENGLISH_DAY = re.compile(
    rf"(?:(?P<weekday>{'|'.join(_DAYS)}), )?(?P<month>{'|'.join((*_MONTHS, *map(str.upper, _MONTHS)))}) (?:(?P<day>\d{{1,2}}), )?(?P<year>(?:19|20)\d\d)\b"
)
_JAPANESE_DAY = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?:(?P<month>[\d０-９]{1,2})月(?:(?P<day>[\d０-９]{1,2})日)?)?(?:（(?P<weekday>[月火水木金土日])曜日）)?"
)
_QUOTED = (
    (re.compile(r"(?<=JPY )(\d[\d,]*)(?= million)"), 1_000_000, False),
    (re.compile(r"(?<=JPY )(\d[\d,]*)(?= a share)"), 1, True),
    (re.compile(r"(\d[\d,]*)(?=百万円)"), 1_000_000, False),
    (re.compile(r"(\d[\d,]*)(?=千円)"), 1_000, False),
    (re.compile(r"(?<=株につき)(\d[\d,]*)(?=円)"), 1, True),
    (re.compile(r"(?<=総額)(\d[\d,]*)(?=円)"), 1, False),
)
"""Figures in texts: how they look, of what unit, and whether a share's."""


@cache
def _sample(name: str) -> Filing:
    return load(ROOT / "samples" / name)


def synthetic(seed: int, facts: int = FACTS) -> Filing:
    """The filing of an invented company, of about so many facts.

    Below 600 facts it is a small company. One with all that the law asks of it has its own least size, which may be more
    than is asked for: filings of the usual 700 have 500 to 1,300, and on average about that many. A filing far larger than the samples has their tables repeated, rows with the
    names of others, and totals of such tables no longer foot.
    """
    random = Random(f"filingexport {seed}")
    weights = (0, 0, 1) if facts < 600 else (1, 3, 4) if facts < 1_000 else (1, 1, 0)
    [shape] = random.choices(SHAPES, weights)
    if facts >= 600 and seed % _ONE_IN == _ONE_IN - 1:
        shape = US_GAAP
    company = _Company(shape, random)
    made = company.filing()
    if shape.languages and len(to_facts(made).facts) > facts * 1.1 and random.random() < 0.8:
        company.language = random.choice(shape.languages)
        made = company.filing()
    made = _smaller(made, facts)
    return _larger(made, facts) if len(to_facts(made).facts) < facts * 0.8 else made


def _smaller(filing: Filing, facts: int) -> Filing:
    if len(to_facts(filing).facts) > facts * 1.1:
        filing = _without_further_proposals(filing)
    for path in _VOLUNTARY:
        if len(to_facts(filing).facts) <= facts * 1.1:
            break
        filing = _without(filing, path.split("."))
    return filing


def _without_further_proposals(filing: Filing) -> Filing:
    """Without those proposals that come after all others; their numbers stay those of the agenda."""
    notice, documents_ = filing.notice, filing.reference_documents
    assert notice is not None
    assert documents_ is not None
    further = {str(each.number) for each in documents_.further_proposals}
    rest = tuple(each for each in notice.proposals if str(each.number) not in further)
    if not further or notice.proposals[: len(rest)] != rest:
        return filing
    return evolve(
        filing, notice=evolve(notice, proposals=rest), reference_documents=evolve(documents_, further_proposals=())
    )


def _without(part: Any, steps: list[str]) -> Any:
    inner = getattr(part, steps[0], None)
    if not inner:
        return part
    empty: Any = () if isinstance(inner, tuple) else None
    return evolve(part, **{steps[0]: _without(inner, steps[1:]) if len(steps) > 1 else empty})


def repeated(of: Plan, value: Any, times: int) -> Any:
    """The same part with the rows of its outermost tables repeated."""
    changes: dict[str, Any] = {}
    for entry in of.entries:
        inner = getattr(value, entry.attribute)
        if isinstance(entry, RowsField):
            changes[entry.attribute] = inner * times
        elif isinstance(entry, PartField) and inner is not None and entry.line is None:
            changes[entry.attribute] = repeated(entry.plan, inner, times)
    return evolve(value, **changes)


def _larger(filing: Filing, facts: int) -> Filing:
    once = len(to_facts(filing).facts)
    rows = len(to_facts(repeated(plan(Filing), filing, 2)).facts) - once
    times = 1 + max(1, -(-(facts - once) // rows))
    made = repeated(plan(Filing), filing, times)
    assert isinstance(made, Filing)
    return made


class _Company:
    """What is drawn for one company, and the walk that puts it into the sample."""

    def __init__(self, shape: Shape, random: Random) -> None:
        self.shape = shape
        self.sample = shape.mended(_sample(shape.sample))
        self.language = ""  # the one language that it writes in, or all that the sample has
        self.per_share = random.choice(shape.dividends)
        self.shares = random.randint(1, max(1, shape.largest // self.per_share))
        self.money = self.per_share * self.shares
        self.years = random.choice(shape.years)
        self.number = random.randint(10_000, 99_999)
        stem = random.choice(_STEMS)
        self.stem, self.host = stem[0], stem[0].lower()
        firm = random.choice(_FIRMS)
        trade = random.choice(_TRADES[shape.trade[0]])
        names = dict(_people(self.sample, random))
        for old, new in ((shape.stem, stem), (shape.trade, trade), (shape.firm, firm)):
            names |= {before: after for before, after in zip(old, new, strict=True) if before}
        names |= {old: new.format(stem=self.stem) for old, new in shape.others}
        names[shape.stem[0].lower()] = self.host
        if self.sample.extension is not None:
            names[self.sample.extension.prefix] = self.host
        code = self.sample.company.securities_code
        if code:
            names[code] = str(self.number)[:4]
        self.names = names
        self.pattern = re.compile("|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))))
        self.growth = random.uniform(-0.9, 0.6)  # by how much last year's profit was another than the sample's
        self.amounts = sorted({abs(each) for each in _amounts(plan(Filing), self.sample)})

    def filing(self) -> Filing:
        filing = self.part(plan(Filing), self.sample)
        assert isinstance(filing, Filing)
        filing = evolve(filing, company=self.identified(filing.company), extension=self.extension())
        return _with_another_year_before(_with_whole_dividends(filing), self.growth)

    # --- the walk ------------------------------------------------------------------------------------------------

    def part(self, of: Plan, value: Any) -> Any:
        changes: dict[str, Any] = {}
        for entry in of.entries:
            inner = getattr(value, entry.attribute)
            if inner is None or inner == ():
                continue
            match entry:
                case Leaf():
                    changes[entry.attribute] = self.value(inner, entry.concept.kind, entry.attribute)
                case ListLeaf():
                    kind = entry.leaf.concept.kind
                    changes[entry.attribute] = tuple(self.value(each, kind, entry.attribute) for each in inner)
                case RowsField():
                    changes[entry.attribute] = tuple(self.part(entry.plan, row) for row in inner)
                case PartField():
                    changes[entry.attribute] = self.part(entry.plan, inner)
                case ColumnLeaf():
                    changes[entry.attribute] = self.value(inner, "money", entry.attribute)
        if own := getattr(value, "own", ()):
            changes["own"] = tuple(evolve(each, value=self.own(each.value)) for each in own)
        return evolve(value, **changes)

    def own(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(
                OwnRow(own=tuple(Own(item=each.item, value=self.own(each.value)) for each in row.own)) for row in value
            )
        if isinstance(value, _VALUES) or not attrs.has(type(value)):
            return self.value(value, "", "")
        line: Any = type(value)
        return self.part(plan(line), value)

    def value(self, value: Any, kind: str, attribute: str) -> Any:
        if isinstance(value, Money):
            times = self.per_share if kind == "per_share" else self.money
            return self.noted(evolve(value, amount=value.amount * times))
        if isinstance(value, Shares):
            return self.noted(
                value if attribute in _SHARES_OF_ONE else evolve(value, amount=value.amount * self.shares)
            )
        if isinstance(value, Count) and attribute in _SHARE_COUNTS:
            return self.noted(evolve(value, amount=value.amount * self.shares))
        if isinstance(value, (Count, Ratio)):
            return self.noted(value)
        if isinstance(value, (Text, Block, Nothing)):
            return self.texts(value)
        if isinstance(value, (date, YearMonth)):
            return evolve_year(value, self.years)
        if isinstance(value, str) and kind == "uri":
            return self.text(value)
        return value

    def noted(self, value: Any) -> Any:
        caption = value.caption and self.texts(value.caption)
        return evolve(value, caption=caption, footnotes=tuple(self.texts(each) for each in value.footnotes))

    def texts(self, value: Any) -> Any:
        said = {language: self.text(reading) for language, reading in value.readings}
        return type(value)(**({self.language: said[self.language]} if self.language in said else said))

    def text(self, said: str) -> str:
        said = self.pattern.sub(lambda found: self.names[found[0]], said)
        said = _ENGLISH_DAY.sub(self.english_day, said)
        said = _JAPANESE_DAY.sub(self.japanese_day, said)
        for pattern, unit, of_share in _QUOTED:
            said = pattern.sub(lambda found, unit=unit, of_share=of_share: self.quoted(found[1], unit, of_share), said)  # type: ignore[misc]
        return said

    def quoted(self, figure: str, unit: int, of_share: bool) -> str:
        amount = Decimal(figure.replace(",", "")) * unit
        if of_share:
            return f"{int(amount * self.per_share):,}"
        # What is printed may be cut off: the amount that it was cut off from, where the filing has it.
        exact = next((each for each in self.amounts if amount < each < amount + unit), amount)
        return f"{int(exact * self.money / unit):,}"

    def english_day(self, found: re.Match[str]) -> str:
        year = int(found["year"]) + self.years
        day = f" {found['day']}," if found["day"] else ""
        weekday = ""
        if found["weekday"]:
            weekday = (
                f"{_DAYS[date(year, _MONTHS.index(found['month'].capitalize()) + 1, int(found['day'])).weekday()]}, "
            )
        return f"{weekday}{found['month']}{day} {year}"

    def japanese_day(self, found: re.Match[str]) -> str:
        said = found[0].replace(found["year"], str(int(found["year"]) + self.years), 1)
        if found["weekday"]:
            month, day = (int(found[each].translate(_NARROW)) for each in ("month", "day"))
            weekday = _KANJI_DAYS[date(int(found["year"]) + self.years, month, day).weekday()]
            said = said.replace(f"（{found['weekday']}曜日）", f"（{weekday}曜日）")
        return said

    # --- what has rules of its own -------------------------------------------------------------------------------

    def identified(self, company: Any) -> Any:
        number = str(self.number)
        changes: dict[str, Any] = {}
        if company.edinet_code:
            changes |= {"edinet_code": f"E{number}", "identifier": f"E{number}-000"}
        if company.corporate_number:
            corporate = _corporate_number(f"70000{number}02")
            changes |= {"corporate_number": corporate, "identifier": corporate}
        if company.lei:
            lei = _lei(f"529900FX{number}SYN00")
            changes |= {"lei": lei, "identifier": lei}
        if company.securities_code:
            changes["securities_code"] = number[:4]
            changes["listings"] = tuple(evolve(each, code=each.code and number[:4]) for each in company.listings)
        if "identifier" not in changes:
            changes["identifier"] = f"{self.stem}-{number}"
        return evolve(company, **changes)

    def extension(self) -> Extension | None:
        extension = self.sample.extension
        if extension is None:
            return None
        return evolve(
            extension, prefix=self.host, namespace=f"http://{self.host}.example/xbrl",
            date=extension.date and evolve_year(extension.date, self.years),
        )  # fmt: skip


def _with_whole_dividends(filing: Filing) -> Filing:
    """The same with the dividends of the notes that were cut off to millions, and then multiplied, as they would be cut off.

    The dividend that is proposed is told in full beside it; those paid in the year come to what equity fell by.
    """
    held = filing.consolidated and filing.consolidated.japan_gaap
    notes = _at(held, "notes.further_notes.equity")
    proposed = _at(filing, "reference_documents.appropriation_of_surplus.total_dividend")
    movement = _at(held, "changes_in_equity.dividends_from_surplus.net_assets")
    if not isinstance(proposed, Money) or not isinstance(movement, Money) or notes is None:
        return filing
    declared = [evolve(each, total_amount=_cut_off(proposed, each.total_amount)) for each in notes.dividends_declared]
    missing = int(-movement.amount - sum(each.total_amount.amount for each in notes.dividends_paid)) // 1_000_000
    count = len(notes.dividends_paid)
    paid = [
        evolve(
            each,
            total_amount=evolve(
                each.total_amount, amount=each.total_amount.amount + (missing + place) // count * 1_000_000
            ),
        )
        for place, each in enumerate(notes.dividends_paid)
    ]
    path = ["consolidated", "japan_gaap", "notes", "further_notes", "equity"]
    made = _put(filing, path, evolve(notes, dividends_declared=tuple(declared), dividends_paid=tuple(paid)))
    assert isinstance(made, Filing)
    return made


def _cut_off(exact: Money, like: Money) -> Money:
    """The amount as accurate as another, what is beyond that cut off."""
    unit = Decimal(1).scaleb(-(like.decimals or 0))
    return evolve(like, amount=exact.amount // unit * unit)


_OF_PROFIT = {
    "japan_gaap": (
        ("income_statement", "selling_general_and_administrative_expenses", -1),
        ("income_statement", "operating_income", 1),
        ("income_statement", "ordinary_income", 1),
        ("income_statement", "income_before_income_taxes", 1),
        ("income_statement", "profit_loss", 1),
        ("income_statement", "profit_attributable_to_owners_of_parent", 1),
        ("comprehensive_income", "profit_loss", 1),
        ("comprehensive_income", "comprehensive_income", 1),
        ("comprehensive_income", "attributable_to_owners_of_parent", 1),
    ),
    "ifrs": (
        ("profit_or_loss", "selling_general_and_administrative_expenses", -1),
        ("profit_or_loss", "operating_profit", 1),
        ("profit_or_loss", "profit_before_tax", 1),
        ("profit_or_loss", "profit", 1),
        ("profit_or_loss", "attributable_to.owners", 1),
        ("profit_or_loss", "attributable_to.total", 1),
    ),
}
"""What of the year before moves with its profit, by the standards: statement, field, direction."""


_PROFIT = {"japan_gaap": "income_statement.profit_loss", "ifrs": "profit_or_loss.profit"}
_OF_OWNERS = {"japan_gaap": "profit_attributable_to_owners_of_parent", "ifrs": "attributable_to.owners"}


def _with_another_year_before(filing: Filing, growth: float) -> Filing:
    """The same with another profit of the year before, so that companies differ in how theirs changed.

    Expenses of that year, which nothing of this year follows from, are so much less or more; the trend and the profit
    a share follow.
    """
    if filing.consolidated is None:
        return filing
    for standards, moved in _OF_PROFIT.items():
        held = getattr(filing.consolidated, standards)
        before = held.prior_year if held is not None else None
        if before is None:
            continue
        profit = _at(before, _PROFIT[standards])
        change = int(profit.amount * Decimal(str(round(growth, 3)))) // 1_000_000 * 1_000_000
        told: dict[Decimal, Decimal] = {}
        for statement, field, way in moved:
            value = _at(before, f"{statement}.{field}")
            if isinstance(value, Money):
                told[value.amount] = value.amount + way * change
                before = _put(before, f"{statement}.{field}".split("."), evolve(value, amount=told[value.amount]))
        owners = _at(before, f"{moved[0][0]}.{_OF_OWNERS[standards]}")
        ratio = owners.amount / (owners.amount - change)
        for name in ("basic_earnings_per_share", "diluted_earnings_per_share"):
            if isinstance(value := _at(before, f"{moved[0][0]}.{name}"), Money):
                before = _put(before, [moved[0][0], name], _of_a_share(value, ratio))
        consolidated = evolve(filing.consolidated, **{standards: evolve(held, prior_year=before)})
        return _with_trend(evolve(filing, consolidated=consolidated), told, ratio)
    return filing


def _of_a_share(value: Any, ratio: Decimal) -> Any:
    places = Decimal(1).scaleb(-(value.decimals or 0))
    return evolve(value, amount=(value.amount * ratio).quantize(places))


def _with_trend(filing: Filing, told: dict[Decimal, Decimal], ratio: Decimal) -> Filing:
    report = filing.business_report
    if report is None or report.trend is None:
        return filing
    rows = []
    for row in report.trend.years:
        changes: dict[str, Any] = {}
        if row.end.year == filing.fiscal_year_end.year - 1:
            of: Any = type(row)
            for entry in plan(of).entries:
                value = getattr(row, entry.attribute)
                if isinstance(value, Money) and value.amount in told:
                    changes[entry.attribute] = evolve(value, amount=told[value.amount])
                elif isinstance(value, Money) and "earnings_per_share" in entry.attribute.replace(
                    "net_income", "earnings"
                ):
                    changes[entry.attribute] = _of_a_share(value, ratio)
        rows.append(evolve(row, **changes))
    return evolve(filing, business_report=evolve(report, trend=evolve(report.trend, years=tuple(rows))))


def _at(part: Any, path: str) -> Any:
    for step in path.split("."):
        part = getattr(part, step, None)
    return part


def _put(part: Any, steps: list[str], value: Any) -> Any:
    if getattr(part, steps[0], None) is None:
        return part
    return evolve(part, **{steps[0]: _put(getattr(part, steps[0]), steps[1:], value) if len(steps) > 1 else value})


_VALUES = (Money, Shares, Count, Ratio, Text, Block, Nothing, YearMonth, Years)


def evolve_year(day: Any, years: int) -> Any:
    """The same day of another year."""
    if isinstance(day, YearMonth):
        return YearMonth(day.year + years, day.month)
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # February 29
        return (day - timedelta(days=1)).replace(year=day.year + years)


def _amounts(of: Plan, value: Any) -> Iterator[Decimal]:
    for entry in of.entries:
        inner = getattr(value, entry.attribute)
        if isinstance(inner, Money):
            yield inner.amount
        elif isinstance(entry, RowsField):
            for row in inner:
                yield from _amounts(entry.plan, row)
        elif isinstance(entry, PartField) and inner is not None:
            yield from _amounts(entry.plan, inner)


def _people(filing: Filing, random: Random) -> Iterator[tuple[str, str]]:
    """The names of the people of a filing, each with that of another."""
    found: dict[tuple[tuple[str, str], ...], None] = {}

    def collect(of: Plan, value: Any) -> None:
        for entry in of.entries:
            inner = getattr(value, entry.attribute)
            if isinstance(entry, Leaf) and NameOf.PERSON in marks(of.cls).get(entry.attribute, ()):
                if isinstance(inner, Text):
                    found[inner.readings] = None
            elif isinstance(entry, PartField) and entry.line is None and inner is not None:
                collect(entry.plan, inner)
            elif isinstance(entry, RowsField):
                for row in inner:
                    collect(entry.plan, row)

    collect(plan(Filing), filing)
    if len(found) <= len(_GIVEN):
        pairs = list(zip(*(random.sample(names, len(found)) for names in (_FAMILIES, _GIVEN)), strict=True))
    else:
        pairs = random.sample(list(product(_FAMILIES, _GIVEN)), len(found))
    for readings, (family, given) in zip(found, pairs, strict=True):
        for language, name in readings:
            yield name, f"{given[0]} {family[0]}" if language == "en" else f"{family[1]} {given[1]}"


def _corporate_number(rest: str) -> str:
    return next(f"{digit}{rest}" for digit in range(1, 10) if _sound(identifiers.corporate_number, f"{digit}{rest}"))


def _lei(rest: str) -> str:
    return next(f"{rest}{end:02d}" for end in range(2, 99) if _sound(identifiers.lei, f"{rest}{end:02d}"))


def _sound(check: Callable[[str], None], text: str) -> bool:
    try:
        check(text)
    except ValueError:
        return False
    return True


def write_documents(folder: Path, filing: Filing, name: str, formats: Sequence[str] = ("xbrl",)) -> list[Path]:
    """Write the documents of a filing with its extension beside them; a path a format."""
    folder.mkdir(parents=True, exist_ok=True)
    for each, data in extension_files(filing).items():
        path = folder / "taxonomy" / each
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    written = []
    for form in formats:
        files = documents(filing, [form], name)
        for each, data in files.items():
            (folder / each).write_bytes(data)
        written.append(folder / next(iter(files)))
    return written


# --- every field of every class --------------------------------------------------------------------------------------


def complete(seed: int, rows: int = 2) -> Filing:
    """A filing in which every field of every class of the model is given, and tables have so many rows; it makes no sense."""
    made = _Complete(Random(f"filingexport complete {seed}"), rows).part(plan(Filing), "")
    assert isinstance(made, Filing)
    return made


class _Complete:
    def __init__(self, random: Random, rows: int) -> None:
        self.random = random
        self.rows = rows
        self.year = random.randint(2015, 2030)

    def part(self, of: Plan, path: str) -> Any:
        given: dict[str, Any] = {}
        for entry in of.entries:
            match entry:
                case Leaf():
                    given[entry.attribute] = self.leaf(entry)
                case ListLeaf():
                    given[entry.attribute] = tuple(self.leaf(entry.leaf) for _ in range(self.rows))
                case RowsField():
                    given[entry.attribute] = tuple(self.part(entry.plan, path) for _ in range(self.rows))
                case PartField() if entry.line is not None:
                    columns = [each.attribute for each in entry.plan.entries if isinstance(each, ColumnLeaf)]
                    line = entry.line
                    given[entry.attribute] = entry.plan.cls(**{each: self.leaf(line) for each in columns})
                case PartField():
                    given[entry.attribute] = self.part(entry.plan, path)
        return of.cls(**given)

    def leaf(self, leaf: Leaf) -> Any:
        concept, random = leaf.concept, self.random
        if concept.check is not None:
            return concept.example
        if concept.role == "start":
            return date(self.year - 1, 4, 1)
        if concept.role in ("end", "as_of"):
            return date(self.year, 3, 31)
        millions = Decimal(random.randint(1, 99_999)) * 1_000_000
        match concept.kind:
            case "money":
                return Money(millions, "JPY", -6)
            case "per_share":
                return Money(Decimal(random.randint(100, 99_999)) / 100, "JPY", 2)
            case "shares":
                return Shares(random.randint(1, 10**8), 0)
            case "count":
                return Count(random.randint(1, 9_999), 0)
            case "ratio":
                return Ratio(Decimal(random.randint(1, 999)) / 1000, 3)
            case "day":
                return date(self.year, random.randint(1, 12), random.randint(1, 28))
            case "moment":
                return datetime(self.year, random.randint(1, 12), random.randint(1, 28), random.randint(8, 18), 30)
            case "month":
                return YearMonth(self.year - random.randint(1, 40), random.randint(1, 12))
            case "years":
                return Years(random.randint(1, 50))
            case "words":
                return Text(en=f"{concept.en} {random.randint(1, 99)}", ja=f"{concept.ja}{random.randint(1, 99)}")
            case "prose":
                return Block(
                    en=f"<p>{concept.en}: see above.</p>", ja=f"<p>{concept.ja}は、上記のとおりであります。</p>"
                )
            case "code":
                return f"{concept.kind}-{random.randint(1, 99_999)}"
            case "uri":
                return f"https://company{random.randint(1, 999)}.example/"
            case "flag":
                return random.random() < 0.5
            case "choice":
                return random.choice(list(leaf.python))  # type: ignore[call-overload]
        raise AssertionError(concept.kind)
