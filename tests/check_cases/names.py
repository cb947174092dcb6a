"""Names and terms."""

from __future__ import annotations

from typing import Any

from filingexport.model.business_report.protection import IndemnityContracts, LiabilityLimitation
from filingexport.model.values import Block, Text
from tests.mutations import Case, Change, reworded, to

AOBA, MINATO, KITAHAMA, IIJ = "aoba-2026", "minato-2026", "kitahama-2026", "iij-2008"
OFFICERS = "business_report.officers"
DIRECTORS = "reference_documents.election_of_directors"
AUDITORS = "reference_documents.election_of_company_auditors"
GENERAL = "business_report.progress_and_results.general"
ISSUES = "business_report.issues_to_address.text"
SYSTEMS = "business_report.policies_and_systems.systems"


def more(en: str = "", ja: str = "") -> Change:
    """A text with a further paragraph, in the language given."""

    def change(old: Any) -> Any:
        added = {"en": en, "ja": ja}
        return Block(**{k: v + (f"<p>{added[k]}</p>" if added.get(k) else "") for k, v in old.readings})

    return change


def text(en: str, ja: str | None = None) -> Change:
    return to(Text(en=en) if ja is None else Text(en=en, ja=ja))


CASES = [
    Case("fx.name.person", AOBA, {f"{OFFICERS}.officers.2.name": text("Kenji Oritto", "折戸 健二")}),
    Case("fx.name.person", AOBA, {f"{DIRECTORS}.candidates.3.name": text("Sakura Tobe", "戸部 さくら"), f"{OFFICERS}.skills_matrix.people.3.name": text("Sakura Tobbe", "戸部 さくら")}),
    Case("fx.name.person", AOBA, {"audit_and_supervisory_committee_report.signatories.3.name": text("Tatsuo Igarashi", "五十嵐 達雄")}),
    Case("fx.name.person", AOBA, {"notice.convener.name": text("Haruka Minami", "南 はる香")}),
    Case("fx.name.person", MINATO, {"audit_committee_report.signatories.1.name": text("Chie Nakazone")}),
    Case("fx.name.person", MINATO, {f"{DIRECTORS}.candidates.4.name": text("Phillip Aoyama")}),
    Case("fx.name.person", MINATO, {"notice.convener.name": text("Ingrid Kannda")}),
    Case("fx.name.person", KITAHAMA, {"notice.convener.name": to(Text(ja="北浜 とも美"))}),
    Case("fx.name.person", IIJ, {f"{AUDITORS}.candidates.2.name": text("Masaki Okata")}),
    Case("fx.name.person", IIJ, {"board_of_company_auditors_report.signatories.4.name": text("Hirohumi Takahashi")}),
    Case("fx.name.person", IIJ, {f"{OFFICERS}.notes.4": reworded("Masaaki Koizumi", "Masaki Koizumi")}),
    Case("fx.name.person", IIJ, {"reference_documents.grant_of_retirement_allowance.text": reworded("Hisashima", "Hisasima")}),
    Case("fx.name.twoLanguages", AOBA, {f"{OFFICERS}.officers.6.name": text("Tatsuo Igarashi", "二村 玲子")}),
    Case("fx.name.twoLanguages", AOBA, {f"{OFFICERS}.skills_matrix.people.2.name": text("Haruka Minami", "折戸 健二")}),
    Case("fx.name.twoLanguages", AOBA, {"consolidated_audit_report.signatories.1.name": text("Kenji Orito", "花井 陽子")}),
    Case("fx.name.unknownOfficer", AOBA, {f"{OFFICERS}.liability_limitation.names.2": text("Gentaro Nobody", "誰田 権太郎")}, prepare={f"{OFFICERS}.liability_limitation": to(LiabilityLimitation(names=(Text(en="Sakura Tobe", ja="戸部 さくら"), Text(en="Reiko Futamura", ja="二村 玲子"))))}),
    Case("fx.name.unknownOfficer", MINATO, {f"{OFFICERS}.indemnity.names.1": text("Gentaro Nobody")}, prepare={f"{OFFICERS}.indemnity": to(IndemnityContracts(names=(Text(en="Taro Velden"),)))}),
    Case("fx.name.auditPartners", AOBA, {"non_consolidated_audit_report.signatories.1.name": text("Gentaro Nobody", "誰田 権太郎"), "non_consolidated_audit_report.signatories.2.name": text("Jiro Noone", "無名 次郎")}),
    Case("fx.name.auditPartners", MINATO, {"consolidated_audit_report.signatories.1.name": text("Nils Nobody")}),
    # companies
    Case("fx.name.company", AOBA, {"consolidated.japan_gaap.notes.scope_of_consolidation.text": reworded("Aoba Tool Systems Co., Ltd.", "Aoba Tool Systems, Inc.")}),
    Case("fx.name.company", AOBA, {"business_report.shares.major_shareholders.2.name": text("Yukiguni Bank Ltd", "株式会社雪国銀行"), "business_report.operations.borrowings.1.name": text("Yukigumi Bank, Ltd.", "株式会社雪国銀行"), ISSUES: more("The loan of Yukiguni Bank, Ltd. was repaid.")}),
    Case("fx.name.company", AOBA, {"business_report.subsidiaries.subsidiaries.1.name": text("Aoba Tools Systems Co., Ltd.", "青葉ツールシステム株式会社")}),
    Case("fx.name.company", MINATO, {"business_report.operations.offices.2.company": text("Minato Powertrain, Inc.")}),
    Case("fx.name.company", MINATO, {"business_report.operations.offices.2.company": text("Minato Powertrain Co. Ltd.")}),
    Case("fx.name.company", MINATO, {"business_report.subsidiaries.subsidiaries.1.name": text("Minato Powertrian Co., Ltd.")}),
    Case("fx.name.company", IIJ, {"business_report.subsidiaries.subsidiaries.3.name": text("Trust Network Inc.")}),
    Case("fx.name.company", IIJ, {"business_report.operations.offices.8.company": text("hi-ho Corporation")}),
    Case("fx.name.companyInText", MINATO, {ISSUES: more("Plants of minato powertrain will be merged.")}),
    Case("fx.name.companyInText", AOBA, {ISSUES: more(ja="株式会社青葉ツールシステムを核といたします。")}),
    Case("fx.name.companyInText", IIJ, {"business_report.subsidiaries.notes.2": reworded("IIJ-Tech in", "IIJ technology in")}),
    Case("fx.name.filer", AOBA, {"notice.convener.company": text("Aoba Precision Machinery Co., Ltd.", "青葉精器株式会社")}),
    Case("fx.name.filer", MINATO, {"notice.convener.company": text("Minato Mobility Holding, Inc.")}),
    Case("fx.name.filer", KITAHAMA, {"notice.convener.company": to(Text(ja="北浜醸造所株式会社"))}),
    Case("fx.name.filer", IIJ, {"board_of_company_auditors_report.company": text("Internet Initiative of Japan Inc.")}),
    Case("fx.name.legalForm", MINATO, {"business_report.operations.offices.2.company": text("Minato Powertrain Co., LTD"), "business_report.subsidiaries.subsidiaries.1.name": text("Minato Powertrain Co., LTD")}),
    # terms
    Case("fx.name.abbreviation", AOBA, {ISSUES: more("Growth of MRO outside Japan.")}),
    Case("fx.name.abbreviation", MINATO, {GENERAL: more("Orders fell in 3Q25.")}),
    Case("fx.name.abbreviation", IIJ, {GENERAL: reworded("Mobile Virtual Network Operator (\"MVNO\")", "MVNO")}),
    Case("fx.name.abbreviation", IIJ, {"consolidated.us_gaap.notes.accounting_policies.revenue_recognition": reworded("Emerging Issues Task Force (\"EITF\")", "EITF")}),
    Case("fx.name.abbreviationEarly", MINATO, {GENERAL: more("Orders of ADAS parts fell."), ISSUES: more("Advanced driver assistance systems (\"ADAS\") come first.")}),
    Case("fx.name.abbreviationEarly", IIJ, {GENERAL: lambda old: Block(en="<p>VAS grew.</p>" + dict(old.readings)["en"])}),
    Case("fx.name.abbreviationMisspelt", IIJ, {ISSUES: reworded("VAS and SI", "VAZ and SI")}),
    Case("fx.name.abbreviationMisspelt", IIJ, {"business_report.subsidiaries.notes.3": reworded("IIJ has", "IJJ has")}),
    Case("fx.name.abbreviationMisspelt", MINATO, {ISSUES: more("AdaS come first."), GENERAL: more("Advanced driver assistance systems (\"ADAS\") grew.")}),
    Case("fx.name.definedTwice", MINATO, {ISSUES: more("Safety in vehicles (\"SIV\") comes first. The safety in vehicles grew."), GENERAL: more("Safety in vehicles (\"SIV\") grew.")}),
    Case("fx.name.definedTwice", AOBA, {GENERAL: more("The tool group (\"the Group\") grew."), ISSUES: more("The service people (\"the Group\") grew.")}),
    Case("fx.name.definedTermCase", MINATO, {GENERAL: more("Minato Mobility Holdings (\"the Company\") closed a plant. The company will close another.")}),
    Case("fx.name.definedTermCase", IIJ, {f"{SYSTEMS}.9.points.2": lambda old: Block(en="<p>The group will act.</p>")}, prepare={GENERAL: to(Block(en="<p>IIJ Group (\"the Group\") grew.</p>"))}),
    Case("fx.name.law", AOBA, {"non_consolidated_audit_report.scope": reworded("Companies Act", "Corporation Law")}),
    Case("fx.name.law", MINATO, {"consolidated_audit_report.legal_basis": reworded("Companies Act", "Company Law")}),
    Case("fx.name.law", MINATO, {"consolidated_audit_report.opinion_text": reworded("Ordinance on Company Accounting", "Company Calculation Regulations")}),
    Case("fx.name.law", AOBA, {"non_consolidated_audit_report.scope": reworded("会社法第436条", "会社施行規則第436条")}),
    Case("fx.name.law", IIJ, {"consolidated_audit_report.interest": reworded("Certified Public Accountants Law", "Certified Public Accountant Act")}),
    Case("fx.name.provision", MINATO, {"consolidated_audit_report.scope": reworded("Article 444, Paragraph 4", "Article 444, Section 4")}),
    Case("fx.name.provision", AOBA, {"non_consolidated_audit_report.scope": reworded("Article 436, Paragraph 2", "Article 436, Clause 2")}),
    Case("fx.name.office", MINATO, {ISSUES: more("The Quality Assurance Department was founded. The Quality Assurance Division reports monthly.")}),
    Case("fx.name.office", IIJ, {f"{SYSTEMS}.7.points.2": reworded("Office of Internal Audits", "Internal Auditing Division")}),
    Case("fx.name.officeLonger", MINATO, {ISSUES: more("The Global Human Resources Planning Division was founded. The Human Resources Planning Division reports monthly.")}),
    Case("fx.name.officeLonger", IIJ, {f"{SYSTEMS}.5.points.4": reworded("Internal Audit Office", "Group Risk Internal Audit Office"), f"{SYSTEMS}.6.text": reworded("Office of Internal Audits", "Risk Internal Audit Office")}),
    Case("fx.name.possessive", MINATO, {GENERAL: more("All shareholder's views count; shareholders' views are heard.")}),
    Case("fx.name.possessive", AOBA, {ISSUES: more("A director's duty was told. The directors' duty is heavy.")}),
    Case("fx.name.synonym", AOBA, {f"{OFFICERS}.officers.3.position": text("External Director", "社外取締役")}),
    Case("fx.name.synonym", IIJ, {"business_report.trend.notes.3": reworded("fiscal year", "business year")}),
    Case("fx.name.hyphen", MINATO, {GENERAL: more("The long-term plan was changed. The long term plan is new.")}),
    Case("fx.name.currency", AOBA, {"reference_documents.appropriation_of_surplus.allocation": reworded("JPY 656 million", "656 million yen")}),
    Case("fx.name.currency", MINATO, {GENERAL: reworded("JPY 31,500", "¥31,500")}),
]  # fmt: skip
