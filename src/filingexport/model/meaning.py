"""What a figure measures and whom a name names, whatever part tells it: marks beside the concept of a field.

The same net income stands in the statement of income, in the statement of equity, in the trend and in the text, under a
concept each, because what is printed twice may differ. A mark says that they are one measure, so that it can be told
when they do::

    net_income: Is[Amount, item.credit("Net income of the fiscal year", …), Measure.NET_INCOME] = None
"""

from enum import Enum, auto

from filingexport.declaring import frozen


@frozen
class MeasureInfo:
    """A measure: its name in English and Japanese, and the words by which the text of a notice speaks of it.

    en, ja: the words, the name first; they are matched whole, whatever their case, the longest first.
    of_group: it differs between the group and the company alone. statement: it is a line of the statements.
    """

    en: tuple[str, ...]
    ja: tuple[str, ...]
    of_group: bool = True


class Measure(Enum):
    """What a figure measures."""

    REVENUE = MeasureInfo(
        ("revenue", "revenues", "net sales", "sales", "total revenues", "operating revenue", "operating revenues"),
        ("売上高", "売上収益", "営業収益", "営業収入"),
    )
    COST_OF_REVENUE = MeasureInfo(
        ("cost of revenue", "cost of revenues", "cost of sales", "total cost of revenues", "total costs"),
        ("売上原価",),
    )
    GROSS_PROFIT = MeasureInfo(("gross profit", "gross margin"), ("売上総利益",))
    SELLING_GENERAL_ADMINISTRATIVE = MeasureInfo(
        (
            "selling, general and administrative expenses",
            "sales and marketing and general and administrative expenses",
        ),
        ("販売費及び一般管理費",),
    )
    OPERATING_INCOME = MeasureInfo(("operating income", "operating profit", "operating loss"), ("営業利益", "営業損失"))
    ORDINARY_INCOME = MeasureInfo(("ordinary income", "ordinary profit", "ordinary loss"), ("経常利益", "経常損失"))
    INCOME_BEFORE_TAX = MeasureInfo(
        (
            "income before income taxes",
            "income before income tax",
            "income before tax",
            "profit before income taxes",
            "profit before tax",
            "loss before tax",
            "loss before income taxes",
            "income from operations before income tax benefit, minority interests and equity in net loss of equity "
            "method investees",
        ),
        ("税引前当期純利益", "税金等調整前当期純利益", "税引前利益", "税引前当期純損失", "税金等調整前当期純損失", "税引前損失"),
    )  # fmt: skip
    INCOME_TAXES = MeasureInfo(("income taxes", "income tax expense"), ("法人税等合計", "法人所得税費用"))
    NET_INCOME = MeasureInfo(
        (
            "net income",
            "net loss",
            "profit attributable to owners of parent",
            "profit attributable to owners of the parent",
            "net income attributable to owners of the parent",
            "loss attributable to owners of parent",
            "loss attributable to owners of the parent",
        ),
        (
            "当期純利益",
            "当期純損失",
            "親会社株主に帰属する当期純利益",
            "親会社の所有者に帰属する当期利益",
            "親会社株主に帰属する当期純損失",
            "親会社の所有者に帰属する当期損失",
        ),
    )
    """What is left for the shareholders of the company: of the group, without non-controlling interests."""
    PROFIT = MeasureInfo(("profit for the year", "loss for the year"), ("当期利益", "当期損失"))
    """All of the profit, with that of non-controlling interests."""
    OTHER_COMPREHENSIVE_INCOME = MeasureInfo(
        ("other comprehensive income", "other comprehensive loss"), ("その他の包括利益",)
    )
    COMPREHENSIVE_INCOME = MeasureInfo(
        ("comprehensive income", "total comprehensive income"), ("包括利益", "当期包括利益")
    )
    CASH = MeasureInfo(("cash and cash equivalents",), ("現金及び現金同等物",))
    CASH_FROM_OPERATING = MeasureInfo(
        ("cash flows from operating activities", "net cash provided by operating activities"),
        ("営業活動によるキャッシュ・フロー",),
    )
    TOTAL_ASSETS = MeasureInfo(("total assets",), ("総資産", "資産合計"))
    TOTAL_LIABILITIES = MeasureInfo(("total liabilities",), ("負債合計",))
    NET_ASSETS = MeasureInfo(("total net assets", "net assets", "total equity"), ("純資産合計", "純資産", "資本合計"))
    """All of the equity, with non-controlling interests and share acquisition rights."""
    EQUITY = MeasureInfo(
        (
            "total shareholders' equity",
            "shareholders' equity",
            "equity attributable to owners of the parent",
            "equity attributable to owners of parent",
        ),
        ("株主資本合計", "株主資本", "親会社の所有者に帰属する持分"),
    )
    """What belongs to the shareholders of the company: under Japanese GAAP 株主資本, under IFRS that of the owners."""
    CAPITAL_STOCK = MeasureInfo(("common stock", "capital stock", "share capital"), ("資本金",))
    LEGAL_CAPITAL_SURPLUS = MeasureInfo(("legal capital surplus", "additional paid-in capital"), ("資本準備金",))
    OTHER_CAPITAL_SURPLUS = MeasureInfo(("other capital surplus",), ("その他資本剰余金",))
    CAPITAL_SURPLUS = MeasureInfo(("capital surplus",), ("資本剰余金",))
    LEGAL_RETAINED_EARNINGS = MeasureInfo(("legal retained earnings", "legal reserve"), ("利益準備金",))
    GENERAL_RESERVE = MeasureInfo(("general reserve",), ("別途積立金",))
    RETAINED_EARNINGS_BROUGHT_FORWARD = MeasureInfo(("retained earnings brought forward",), ("繰越利益剰余金",))
    RETAINED_EARNINGS = MeasureInfo(("retained earnings", "accumulated deficit"), ("利益剰余金",))
    TREASURY_STOCK = MeasureInfo(("treasury stock",), ("自己株式の帳簿価額",))
    ACCUMULATED_OTHER_COMPREHENSIVE_INCOME = MeasureInfo(
        ("accumulated other comprehensive income", "valuation and translation adjustments"),
        ("その他の包括利益累計額", "評価・換算差額等"),
    )
    VALUATION_DIFFERENCE = MeasureInfo(
        ("valuation difference on available-for-sale securities",), ("その他有価証券評価差額金",)
    )
    SHARE_ACQUISITION_RIGHTS = MeasureInfo(("share acquisition rights",), ("新株予約権の残高",))
    NON_CONTROLLING_INTERESTS = MeasureInfo(("non-controlling interests",), ("非支配株主持分",))
    EARNINGS_PER_SHARE = MeasureInfo(
        ("net income per share", "earnings per share", "basic earnings per share"), ("１株当たり当期純利益",)
    )
    EQUITY_PER_SHARE = MeasureInfo(
        ("net assets per share", "shareholders' equity per share", "total shareholders' equity per share"),
        ("１株当たり純資産額", "１株当たり株主資本"),
    )
    DIVIDENDS_OF_THE_YEAR = MeasureInfo(("dividends paid",), ("剰余金の配当",))
    SHARES_AUTHORIZED = MeasureInfo(("shares authorized",), ("発行可能株式総数",), of_group=False)
    SHARES_ISSUED = MeasureInfo(("shares issued",), ("発行済株式の総数",), of_group=False)
    SHARES_ISSUED_IN_THE_YEAR = MeasureInfo(("shares issued in the year",), ("当期に発行した株式数",), of_group=False)
    TREASURY_SHARES = MeasureInfo(("treasury shares",), ("自己株式の数",), of_group=False)
    EMPLOYEES = MeasureInfo(("number of employees",), ("従業員数",))
    INCREASE_IN_EMPLOYEES = MeasureInfo(("increase in employees",), ("従業員数の増減",))
    CONSOLIDATED_SUBSIDIARIES = MeasureInfo(
        ("number of consolidated subsidiaries", "consolidated subsidiaries"), ("連結子会社の数", "連結子会社数")
    )
    EQUITY_METHOD_INVESTEES = MeasureInfo(
        ("number of equity-method investees", "number of equity method investees", "equity-method investees"),
        ("持分法適用関連会社の数", "持分法適用会社の数"),
    )
    OPERATING_MARGIN = MeasureInfo(
        ("operating margin", "operating margin ratio", "operating profit margin"), ("営業利益率",)
    )
    GROSS_MARGIN_RATIO = MeasureInfo(("gross margin ratio", "gross profit margin"), ("売上総利益率",))
    CAPITAL_EXPENDITURES = MeasureInfo(("capital expenditures",), ("設備投資の総額", "設備投資額"))

    @property
    def info(self) -> MeasureInfo:
        """What the measure is."""
        assert isinstance(self.value, MeasureInfo)
        return self.value


class NameOf(Enum):
    """Whom or what the texts of a field name."""

    PERSON = auto()
    COMPANY = auto()
    """A company other than the filer: a subsidiary, a lender, a shareholder, a related party."""
    FIRM = auto()
    """The audit firm."""
    FILER = auto()
    """The filing company itself."""


@frozen
class Also:
    """The figure is of this measure too where none of these fields beside it is given.

    Profit is net income where nothing of it is attributed to others; in a line, the fields are its columns.
    """

    measure: Measure
    unless: tuple[str, ...]


@frozen(init=False)
class Cells:
    """On a line of movements: which measure its amount is in which column."""

    columns: tuple[tuple[str, Measure], ...]

    def __init__(self, **columns: Measure) -> None:
        self.__attrs_init__(tuple(columns.items()))


class Adding(Enum):
    """How figures of one part add up beside the calculation network."""

    ACROSS = "across"
    """A column of a matrix is the sum of other columns."""
    FORWARD = "forward"
    """What is at the end is what was at the beginning and the movements between."""
    ROWS = "rows"
    """A total of the rows of a table."""
    FIGURES = "figures"
    """Figures that stand beside each other."""


@frozen
class Adds:
    """The figure is the sum of these, less those in `minus`: fields of its part by dotted path, through rows too.

    What is not given is computed from what it adds up itself, or counts as nothing.
    """

    how: Adding
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()


def across(*columns: str) -> Adds:
    """On a column of a matrix: the sum of these columns."""
    return Adds(Adding.ACROSS, columns)


def forward(opening: str, *movements: str, minus: tuple[str, ...] = ()) -> Adds:
    """On a closing balance: the opening balance and the movements."""
    return Adds(Adding.FORWARD, (opening, *movements), minus)


def rows(*paths: str) -> Adds:
    """On a total of a table: the sum over its rows (``assets.acquisition_cost``)."""
    return Adds(Adding.ROWS, paths)


def adds(*plus: str, minus: tuple[str, ...] = ()) -> Adds:
    """On a figure that is the sum of others beside it, without being so in the calculation network."""
    return Adds(Adding.FIGURES, plus, minus)


@frozen
class Equals:
    """The figure is the same as this one of its part, by dotted path: a balance sheet balances."""

    path: str


@frozen
class ChangeOf:
    """The ratio is the change of this field of its part against the year before."""

    attribute: str


@frozen
class RatioOf:
    """The ratio is one of these fields of its part to another: any of them that is given and fits.

    within: a field that holds the numerator and a little more, by which the ratio is judged where none of the others
    is given.
    """

    numerators: tuple[str, ...]
    denominator: str
    within: str | None = None


@frozen
class QuotedIn:
    """The figure is taken from prose that is printed too: fields of the part or of those that hold it.

    On a field that holds a part: all figures of that part are.
    """

    texts: tuple[str, ...]


def quoted(*texts: str) -> QuotedIn:
    """On a figure, or a part with figures: which prose it is taken from."""
    return QuotedIn(texts)


class NextYear(Enum):
    """What becomes of a field when the next year's notice is begun, where its kind does not say it.

    By kind: numbers and dates are of the year and are emptied, text is carried and to be reviewed, all else is carried.
    On a field that holds a part or a table: so it is with all that is in it.
    """

    KEPT = auto()
    """It stays until somebody changes it: an earlier resolution, the number of a paragraph."""
    EMPTIED = auto()
    """It is said anew each year, text too."""
    DROPPED = auto()
    """It does not come again: a proposal, an event of the year."""
    COUNTED = auto()
    """An ordinal, which is one more."""


@frozen
class Becomes:
    """What stands here is told in this field of the part a year later: dividends declared are dividends paid."""

    attribute: str


Mark = Measure | NameOf | Also | Cells | Adds | Equals | ChangeOf | RatioOf | QuotedIn | NextYear | Becomes
"""What may stand beside the concept of a field."""
