"""The vocabulary: sections, entities and indicators, each with its Chinese name (annotation guide, parts 1–3)."""

from typing import Final

SECTIONS: Final[dict[str, str]] = {
    "title": "标题",
    "preamble": "前言",
    "overview": "概述",
    "key_areas": "重点工作",
    "proactive": "主动公开",
    "interpretation": "回应解读",
    "requests": "依申请公开",
    "fees": "收费及减免",
    "remedies": "复议、诉讼和举报投诉",
    "capacity": "机构、经费、会议和培训",
    "problems": "问题和改进",
    "other": "其他事项",
    "signature": "落款",
    "attachments": "附件",
    "boilerplate": "网页附带内容",
}

ENTITIES: Final[dict[str, str]] = {
    "OFFICIAL": "人名",
    "POSITION": "职务",
    "ORG": "机构",
    "DOC_NO": "文号",
    "DOC_TITLE": "文件名",
    "COUNT": "数量",
    "MONEY": "金额",
    "PERCENT": "百分比",
    "DATE": "日期",
    "PHONE": "电话",
    "EMAIL": "电子邮箱",
    "URL": "网址",
    "POSTCODE": "邮编",
    "ADDRESS": "地址",
    "ACCOUNT": "官方账号",
}

#: Indicators of 政府信息公开情况统计表 (国办发〔2014〕32号), in the order of the form: key → (name, unit).
INDICATORS: Final[dict[str, tuple[str, str]]] = {
    "proactive.total": ("主动公开政府信息数", "条"),
    "proactive.normative": ("主动公开规范性文件数", "条"),
    "proactive.normative_issued": ("制发规范性文件总数", "件"),
    "proactive.gazette": ("政府公报公开政府信息数", "条"),
    "proactive.website": ("政府网站公开政府信息数", "条"),
    "proactive.weibo": ("政务微博公开政府信息数", "条"),
    "proactive.wechat": ("政务微信公开政府信息数", "条"),
    "proactive.other": ("其他方式公开政府信息数", "条"),
    "interpretation.total": ("回应公众关注热点或重大舆情数", "次"),
    "interpretation.press_conferences": ("参加或举办新闻发布会总次数", "次"),
    "interpretation.press_conferences_principal": ("主要负责同志参加新闻发布会次数", "次"),
    "interpretation.online_interviews": ("政府网站在线访谈次数", "次"),
    "interpretation.online_interviews_principal": ("主要负责同志参加政府网站在线访谈次数", "次"),
    "interpretation.articles": ("政策解读稿件发布数", "篇"),
    "interpretation.social": ("微博微信回应事件数", "次"),
    "interpretation.other": ("其他方式回应事件数", "次"),
    "requests.received": ("收到申请数", "件"),
    "requests.received_in_person": ("当面申请数", "件"),
    "requests.received_fax": ("传真申请数", "件"),
    "requests.received_online": ("网络申请数", "件"),
    "requests.received_letter": ("信函申请数", "件"),
    "requests.closed": ("申请办结数", "件"),
    "requests.closed_on_time": ("按时办结数", "件"),
    "requests.closed_extended": ("延期办结数", "件"),
    "requests.answered": ("申请答复数", "件"),
    "requests.already_public": ("属于已主动公开范围数", "件"),
    "requests.granted": ("同意公开答复数", "件"),
    "requests.partly_granted": ("同意部分公开答复数", "件"),
    "requests.refused": ("不同意公开答复数", "件"),
    "requests.refused_state_secret": ("涉及国家秘密", "件"),
    "requests.refused_trade_secret": ("涉及商业秘密", "件"),
    "requests.refused_privacy": ("涉及个人隐私", "件"),
    "requests.refused_security": ("危及国家安全、公共安全、经济安全和社会稳定", "件"),
    "requests.refused_not_information": ("不是《条例》所指政府信息", "件"),
    "requests.refused_other_law": ("法律法规规定的其他情形", "件"),
    "requests.not_held": ("不属于本行政机关公开数", "件"),
    "requests.not_exist": ("申请信息不存在数", "件"),
    "requests.clarify": ("告知作出更改补充数", "件"),
    "requests.other_channel": ("告知通过其他途径办理数", "件"),
    "review.total": ("行政复议数量", "件"),
    "review.upheld": ("维持具体行政行为数", "件"),
    "review.corrected": ("被依法纠错数", "件"),
    "review.other": ("其他情形数", "件"),
    "litigation.total": ("行政诉讼数量", "件"),
    "litigation.upheld": ("维持具体行政行为或者驳回原告诉讼请求数", "件"),
    "litigation.corrected": ("被依法纠错数", "件"),
    "litigation.other": ("其他情形数", "件"),
    "complaints.total": ("举报投诉数量", "件"),
    "fees.amount": ("依申请公开信息收取的费用", "元"),
    "capacity.offices": ("政府信息公开工作专门机构数", "个"),
    "capacity.reading_points": ("设置政府信息公开查阅点数", "个"),
    "capacity.staff": ("从事政府信息公开工作人员数", "人"),
    "capacity.staff_full_time": ("专职人员数", "人"),
    "capacity.staff_part_time": ("兼职人员数", "人"),
    "capacity.budget": ("政府信息公开专项经费", "元"),
    "capacity.meetings": ("召开政府信息公开工作会议或专题会议数", "次"),
    "capacity.training_sessions": ("举办各类培训班数", "次"),
    "capacity.trainees": ("接受培训人员数", "人次"),
}

#: Administrative levels, by what the name of a body ends with where no place decides; the first that fits.
#: Bodies below a government (bureaus, offices, zones, schools) are departments, whatever their rank.
LEVELS: Final[dict[str, str]] = {
    "township": r"(?:镇|乡|苏木)(?:人民)?政府(?:办公室)?$|(?:镇|乡)(?:党政(?:综合)?办(?:公室)?)?$|街道(?:办事处|办|党工委.*)?(?:办公室)?$",
    "province": r"(?:省|自治区)(?:人民)?政府(?:办公厅)?$",
    "city": r"(?:市|州|盟|地区)(?:人民政府|政府|行政公署|行署)(?:办公室|办公厅)?$",
    "county": r"(?:县|区|旗)(?:人民)?政府(?:办公室)?$",
    "ministry": (
        r"^(?:国家|国务院|中华人民共和国|中国)(?!.*(?:[省市州县区旗].|海(?:关|事局)$))"
        r"|^[^省市州县区旗镇乡]{2,14}(?:部|总局|总署|署)$"
    ),
    "department": r"",
}

#: Kinds of documents by the last words of their titles, trial notes in brackets left out; the longest ending decides.
DOCUMENT_KINDS: Final[dict[str, tuple[str, ...]]] = {
    "law": ("法", "法典"),
    "regulation": ("条例",),
    "measures": ("办法",),
    "provisions": ("规定", "规则", "细则", "章程"),
    "standard": ("标准", "规范", "规程", "格式", "指引", "导则", "准则", "流程", "流程图", "指标", "指标体系"),
    "system": ("制度", "机制", "程序"),
    "notice": ("通知", "通报"),
    "opinion": ("意见", "若干措施", "措施"),
    "plan": ("规划", "计划", "方案", "预案", "要点", "纲要", "安排", "分工", "任务分解"),
    "announcement": ("公告", "通告", "公报", "公示", "公开信", "倡议书", "答记者问"),
    "decision": ("决定", "决议", "命令", "令"),
    "reply": ("批复", "复函", "答复", "告知书", "通知书", "答复书", "意见书", "决定书", "建议书"),
    "letter": ("函",),
    "report": ("报告", "总结", "年报", "年度报告", "白皮书", "蓝皮书", "年鉴"),
    "guide": ("指南", "手册", "须知", "问答", "说明", "解读", "图解", "读本", "明白卡", "一百问"),
    "catalogue": ("目录", "清单", "名单", "台账", "汇编", "名录"),
    "form": ("表", "统计表", "申请表", "登记表", "一览表", "样本", "范本", "文本"),
    "minutes": ("纪要", "备忘录"),
    "proposal": ("提案", "议案"),
    "contract": ("协议", "合同", "责任书", "承诺书", "协定"),
}
#: Who issues what bears these numbers; a number of decrees names its issuer itself (教育部令).
NUMBERED_BY: Final[dict[str, str]] = {
    "国发": "国务院",
    "国函": "国务院",
    "国令": "国务院",
    "中办发": "中共中央办公厅",
    "国办发": "国务院办公厅",
    "国办函": "国务院办公厅",
    "国办秘函": "国务院办公厅",
    "国办公开办函": "国务院办公厅政府信息与政务公开办公室",
}

#: Ways to reach a body: label of the mention → type of contact; a telephone number introduced as 传真 is a fax.
CONTACTS: Final[dict[str, str]] = {
    "ADDRESS": "address",
    "POSTCODE": "postcode",
    "PHONE": "phone",
    "EMAIL": "email",
    "URL": "site",
    "ACCOUNT": "account",
}
