"""Business report: sustainability and human capital figures, which companies tell of their own accord (サステナビリティ)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Rate, Tally, Text, Words


@item.part("Sustainability figure", "サステナビリティ指標", prefix="SustainabilityFigure")
@frozen(kw_only=True)
class SustainabilityFigure(Part):
    """A figure of the company's own choice, in words, with its target."""

    name: Is[Text, item.words("Sustainability indicator", "指標の名称")]
    unit_of_measure: Is[Words, item.words("Unit of the sustainability indicator", "指標の単位")] = None
    result: Is[Words, item.words("Result of the sustainability indicator", "指標の実績")] = None
    target: Is[Words, item.words("Target of the sustainability indicator", "指標の目標")] = None


@item.part("Human capital", "人的資本・多様性", prefix="HumanCapital")
@frozen(kw_only=True)
class HumanCapital(Part):
    """Figures on the people who work for the company."""

    text: Is[Prose, item.prose("Human capital as told", "人的資本に関する記載")] = None
    women_managers: Is[
        Rate,
        item.ratio(
            "Ratio of women among managers",
            "管理職に占める女性労働者の割合",
            edinet="jpcrp_cor:RatioOfFemaleEmployeesInManagerialPositionsMetricsOfReportingCompany",
            instant=True,
        ),
    ] = None
    paternity_leave: Is[Rate, item.ratio("Ratio of men who took paternity leave", "男性労働者の育児休業取得率")] = None
    wage_ratio: Is[
        Rate,
        item.ratio(
            "Wages of women to those of men",
            "労働者の男女の賃金の差異（全労働者）",
            edinet="jpcrp_cor:AllEmployeesDifferencesInWagesBetweenMaleAndFemaleEmployeesMetricsOfReportingCompany",
            doc="0.75 for 75 percent.",
        ),
    ] = None
    wage_ratio_regular: Is[
        Rate,
        item.ratio(
            "Wages of women to those of men, regular workers",
            "労働者の男女の賃金の差異（正規雇用）",
            edinet="jpcrp_cor:RegularEmployeesDifferencesInWagesBetweenMaleAndFemaleEmployeesMetricsOfReportingCompany",
        ),
    ] = None
    wage_ratio_others: Is[
        Rate,
        item.ratio(
            "Wages of women to those of men, other workers",
            "労働者の男女の賃金の差異（非正規雇用）",
            edinet="jpcrp_cor:NonRegularEmployeesDifferencesInWagesBetweenMaleAndFemaleEmployeesMetricsOfReportingCompany",
        ),
    ] = None
    average_age: Is[
        Tally,
        item.count(
            "Average age of employees",
            "平均年齢",
            edinet="jpcrp_cor:AverageAgeYearsInformationAboutReportingCompanyInformationAboutEmployees",
            instant=True,
        ),
    ] = None
    average_service: Is[
        Tally,
        item.count(
            "Average years of service",
            "平均勤続年数",
            edinet="jpcrp_cor:AverageLengthOfServiceYearsInformationAboutReportingCompanyInformationAboutEmployees",
            instant=True,
        ),
    ] = None
    average_salary: Is[
        Amount,
        item.debit(
            "Average annual salary",
            "平均年間給与",
            edinet="jpcrp_cor:AverageAnnualSalaryInformationAboutReportingCompanyInformationAboutEmployees",
        ),
    ] = None
    temporary_employees: Is[
        Tally,
        item.count(
            "Average number of temporary employees",
            "臨時雇用者数（年間平均）",
            edinet="jpcrp_cor:AverageNumberOfTemporaryWorkers",
        ),
    ] = None


@item.part("Climate", "気候変動", prefix="Climate")
@frozen(kw_only=True)
class Climate(Part):
    """Greenhouse gas emissions, in tonnes of carbon dioxide equivalent."""

    text: Is[Prose, item.prose("Climate as told", "気候変動に関する記載")] = None
    scope_1: Is[
        Tally, item.count("Scope 1 emissions in tonnes of CO2 equivalent", "スコープ１排出量（ｔ－ＣＯ２）")
    ] = None
    scope_2: Is[
        Tally, item.count("Scope 2 emissions in tonnes of CO2 equivalent", "スコープ２排出量（ｔ－ＣＯ２）")
    ] = None
    scope_3: Is[
        Tally, item.count("Scope 3 emissions in tonnes of CO2 equivalent", "スコープ３排出量（ｔ－ＣＯ２）")
    ] = None


@item.part(
    "Sustainability", "サステナビリティに関する事項", role=True, file=True, ref=item.enforcement("120", "1", "9")
)
@frozen(kw_only=True)
class Sustainability(Part):
    """Sustainability and human capital; no article asks for them, and every field is optional."""

    title: Is[Words, item.words("Heading of sustainability", "サステナビリティに関する事項の見出し")] = None
    text: Is[Prose, item.prose("Sustainability as told", "サステナビリティに関する記載")] = None
    human_capital: HumanCapital | None = None
    climate: Climate | None = None
    figures: Is[
        tuple[SustainabilityFigure, ...],
        item.rows("Sustainability figures", "サステナビリティ指標", name="SustainabilityFigures"),
    ] = ()
