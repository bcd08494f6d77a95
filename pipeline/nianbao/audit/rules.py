"""The rules behind the findings, as data: what each one says and where it comes from."""

from dataclasses import dataclass
from typing import Final

FORM_2021: Final = "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号；2019–2020年为国办公开办函〔2019〕60号）"
FORM_2014: Final = "《政府信息公开情况统计表》（国办发〔2014〕32号）"


@dataclass(frozen=True, slots=True)
class Rule:
    """A check: its id, what must hold in Chinese and English, where the rule comes from, how grave a breach of it is."""

    id: str
    zh: str
    en: str
    source: str
    severity: str = "error"


RULES: Final = {
    rule.id: rule
    for rule in (
        Rule(
            "J1",
            "各列：本年新收＋上年结转＝总计＋结转下年度",
            "In each column new + carried_in = total + carried_out.",
            f"printed in the form: 第一项加第二项之和，等于第三项加第四项之和; {FORM_2021}",
        ),
        Rule(
            "J2",
            "各列：（七）总计＝（一）至（六）各项之和",
            "In each column the total is the sum of the outcomes.",
            f"the meaning of 总计; {FORM_2021}",
        ),
        Rule(
            "J3",
            "各行：总计＝自然人至其他六列之和",
            "In each row the total is the sum of the six kinds of applicants.",
            f"the meaning of 总计; {FORM_2021}",
        ),
        Rule(
            "J4",
            "复议、诉讼各栏：总计＝维持＋纠正＋其他＋尚未审结",
            "In each block of remedies the total is the sum of the four outcomes.",
            f"the meaning of 总计; {FORM_2021}",
        ),
        Rule(
            "J5",
            "上年“结转下年度”＝本年“上年结转”",
            "What one year carries out the next one carries in, in each column.",
            "derived: the same requests are counted at the turn of the year",
        ),
        Rule(
            "J6",
            "现行有效件数＝上年现行有效＋本年制发－本年废止",
            "In force = in force a year ago + issued - repealed.",
            "derived from the columns of the first table; breaks where a body counts anew",
            "warning",
        ),
        Rule(
            "J7",
            "2020年“上一年项目数量”＝2019年“上一年项目数量”＋“本年增/减”",
            "previous of 2020 = previous of 2019 + change of 2019.",
            "derived from the columns of the form of 2019",
            "warning",
        ),
        Rule(
            "J8",
            "正文所述申请、办结、复议、诉讼数与表格一致",
            "What the prose says of requests, reviews and lawsuits is what the tables say.",
            "derived: both report on the same year; 收到 may mean new requests, or these and those carried in",
            "warning",
        ),
        Rule(
            "J9",
            "件数为非负整数，金额不为负；只有“本年增/减”可为负",
            "Counts are whole and not negative, money is not negative; only change is signed.",
            "the meaning of a count; in prose averages may have a fraction",
        ),
        Rule(
            "S1",
            "统计表：总数＝其下编号各项之和",
            "In the form of 2014 a whole is the sum of the numbered items below it.",
            f"derived from the numbering of the form, which prints no rule; {FORM_2014}",
            "warning",
        ),
        Rule(
            "bound",
            "部分不大于整体；各渠道之数不大于公开总数，公开总数不大于各渠道之和",
            "A part is not larger than its whole; the items published are no fewer than on one channel, no more than on all.",
            f"derived: 其中, and 不同渠道和方式公开相同信息计1条; {FORM_2014}",
            "warning",
        ),
        Rule(
            "training",
            "有接受培训人员而举办培训班数为0",
            "There are trainees, but the number of training sessions is 0.",
            f"derived; {FORM_2014}",
            "warning",
        ),
        Rule(
            "prose-sum",
            "正文中总数等于所列各项之和",
            "A whole in the prose is the sum of the parts that are said to make it up.",
            "the words of the report: 其中, 分别, 包括, 合计",
        ),
        Rule(
            "balance",
            "正文：新收＋上年结转＝办结＋结转下年",
            "In the prose requests new and carried in are those closed and carried out; 收到 may include those carried in.",
            f"J1 told in words, where all four numbers are; {FORM_2021}",
        ),
        Rule(
            "share",
            "正文中的占比、比率与所列件数相符",
            "A share or rate in the prose is what the counts beside it make it, rounded or cut off.",
            "the words of the report: a part and its whole stand beside the percentage; a share of something else is not checked",
            "warning",
        ),
        Rule(
            "change",
            "正文中的增减数、增减幅度与所列本年、上年数相符",
            "A change in the prose is what the figures of the two years, or the change in counts beside it, make it.",
            "the words of the report: 比上年的80条增长25%, 同比增加20条，增幅25%",
            "warning",
        ),
        Rule(
            "subset",
            "正文中“其中”之数不大于其整体",
            "What the prose tells behind 其中 is not larger than its whole.",
            "the meaning of 其中",
        ),
        Rule(
            "extremes",
            "平均数、中位数在最小值与最大值之间",
            "An average or median lies between the least and the most.",
            "the meaning of the words 最短, 最长, 平均, 中位数",
        ),
        Rule(
            "row-missing",
            "申请表应有的行缺失，所余各行之和与总计不符",
            "Rows of the form are missing, and those that are there do not make up the total.",
            f"the rows of the form; {FORM_2021}",
            "warning",
        ),
        Rule("unread", "数字粘连，程序未能分开", "Glued figures that could not be told apart.", "a limit of this program", "warning"),
        Rule("blank", "单元格空白", "Cells that were left empty, and what the sums prove of them.", "the form asks for 0", "note"),
        Rule(
            "jump",
            "同一指标两年相差十倍以上",
            "A figure is ten times that of the other year, or more.",
            "experience: units mistaken, digits glued or lost; often it is true",
            "note",
        ),
        Rule(
            "copied",
            "句子与上年相同，且年份未改",
            "A sentence stands in both reports word for word and names the year before as if it were the present one.",
            "experience: reports are written over those of the year before",
            "warning",
        ),
    )
}


def explain(rule: Rule) -> str:
    """Return what a check is and where its rule comes from, as lines for people."""
    return f"{rule.id} ({rule.severity})\n{rule.zh}\n{rule.en}\nSource: {rule.source}"
