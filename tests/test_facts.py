"""What prose states: indicators of the official statistics, documents, officials and contacts."""

import pytest

from nianbao.facts import CERTAINTY, find_facts
from nianbao.facts.documents import kind_of
from nianbao.labels import INDICATORS
from nianbao.learn.corpus import Document, Part, parse_line
from nianbao.learn.judge import as_written
from nianbao.records import Entity, Fact, Report, Section

#: Section, text in the corpus's markup (// parts its lines), and the indicators it states for 2017.
STATED = [
    # proactive
    ("proactive", "全年主动公开政府信息{352条|COUNT}，其中规范性文件{4件|COUNT}。", {"proactive.total": 352, "proactive.normative": 4}),
    ("proactive", "本年度通过多种渠道公开各类政府信息共计{1,280余条|COUNT}。", {"proactive.total": 1280}),
    ("proactive", "主动公开政府信息{900余条|COUNT}，经核对，主动公开政府信息数为{912条|COUNT}。", {"proactive.total": 912}),
    ("proactive", "网站、微信、微博合计推送信息{640条|COUNT}，其中微博{120条|COUNT}。", {"proactive.weibo": 120}),
    (
        "proactive",
        "政务微博“{青山发布|ACCOUNT}”公开{31条|COUNT}，政务微信公开{88条|COUNT}。",
        {"proactive.weibo": 31, "proactive.wechat": 88},
    ),
    (
        "proactive",
        "其中：政府网站{70条|COUNT}、公报{6条|COUNT}、其他方式{9条|COUNT}。",
        {"proactive.website": 70, "proactive.gazette": 6, "proactive.other": 9},
    ),
    ("proactive", "通过网站、微信公众号发布{40条|COUNT}。", {}),
    (
        "proactive",
        "网站{50条|COUNT}，微信{20条|COUNT}，公开栏{30条|COUNT}。",
        {"proactive.website": 50, "proactive.wechat": 20, "proactive.other": 30},
    ),
    ("proactive", "网站{50条|COUNT}，公开栏{30条|COUNT}，大喇叭{12条|COUNT}。", {"proactive.website": 50}),
    ("proactive", "政府网站开设专栏{12个|COUNT}，访问量{3万次|COUNT}，清理链接{88条|COUNT}。", {}),
    ("proactive", "《青山县人民政府公报》编印{4期|COUNT}，刊登文件{36件|COUNT}。", {"proactive.gazette": 36}),
    ("proactive", "{2016年|DATE}主动公开政府信息{200条|COUNT}，{2017年|DATE}主动公开政府信息{260条|COUNT}。", {"proactive.total": 260}),
    ("proactive", "主动公开政府信息{260条|COUNT}，比上年增加{60条|COUNT}。", {"proactive.total": 260}),
    ("proactive", "未制发规范性文件。", {"proactive.normative": 0}),
    (
        "proactive",
        "全年{90条|COUNT}，县林业网{60条|COUNT}，微博没有开。",
        {"proactive.total": 90, "proactive.website": 60, "proactive.weibo": 0},
    ),
    ("proactive", "政务微博、微信均为{0条|COUNT}。", {"proactive.weibo": 0, "proactive.wechat": 0}),
    ("proactive", "微博发布防汛提示{40条|COUNT}。", {}),
    ("proactive", "微信公众号推送{240条|COUNT}涉及防汛的信息。", {}),
    ("proactive", "微信公众号：发布工作动态{90条|COUNT}。", {"proactive.wechat": 90}),
    ("proactive", "（一）政务网站。//发布信息{90条|COUNT}。", {"proactive.website": 90}),
    ("proactive", "1.微博：发布信息{90条|COUNT}，其中动态{50条|COUNT}。", {"proactive.weibo": 90}),
    ("proactive", "公开救助名单、收费标准等各类信息{90条|COUNT}。", {"proactive.total": 90}),
    ("proactive", "制定规范性文件{2件|COUNT}，已主动公开{2件|COUNT}。", {"proactive.normative": 2}),
    ("proactive", "通过校园网公开信息{18条|COUNT}，通过官网公开信息{9条|COUNT}。", {"proactive.website": 18}),
    ("proactive", "微博和微信分别发布信息{9条|COUNT}。", {}),
    ("proactive", "微信公众号公开工作动态、惠农政策等各类信息共{120条|COUNT}。", {"proactive.wechat": 120}),
    ("proactive", "网站卫生栏目发布{11条|COUNT}，网站设栏目{9个|COUNT}。", {"proactive.website": 11}),
    ("proactive", "{64条|COUNT}通过网站公开，{30条|COUNT}在微信公众号。", {"proactive.website": 64, "proactive.wechat": 30}),
    ("proactive", "公开信息{60条|COUNT}，自开通以来累计公开{900条|COUNT}。", {"proactive.total": 60}),
    ("proactive", "二是通过微博、微信公开信息{53条|COUNT}。", {}),
    ("proactive", "自《{条例|DOC_TITLE}》施行以来，我县累计主动公开政府信息{900条|COUNT}。", {}),
    ("proactive", "微信公众号“{青山县政务公开发布|ACCOUNT}”公开{88条|COUNT}。", {"proactive.wechat": 88}),
    ("proactive", "县政府网站公共企事业单位专栏{95条|COUNT}。", {"proactive.website": 95}),
    ("proactive", "网站{95条|COUNT}，小区张贴、电视字幕等{52条|COUNT}。", {"proactive.website": 95, "proactive.other": 52}),
    ("proactive", "规章及规范性文件类{38条|COUNT}。", {}),
    ("interpretation", "对{4起|COUNT}网络热点做出回应。", {"interpretation.total": 4}),
    ("interpretation", "就公众关心的事回应{9次|COUNT}。", {"interpretation.total": 9}),
    ("requests", "属于主动公开{3件|COUNT}，已主动公开告知查询途径{2件|COUNT}。", {"requests.already_public": 3}),
    ("requests", "申请内容有培训补贴名单。已办结{7件|COUNT}，{3件|COUNT}未到答复期限。", {"requests.closed": 7}),
    ("requests", "收到申请{5件|COUNT}，不收费。", {"requests.received": 5, "fees.amount": 0}),
    ("fees", "没有收取费用，邮寄费{38元|MONEY}由我局承担。", {"fees.amount": 0}),
    ("overview", "公开课后服务收费每月{80元|MONEY}、水土保持补偿费{9万元|MONEY}。", {}),
    ("remedies", "行政复议、诉讼、举报：均为{0件|COUNT}。", {"review.total": 0, "litigation.total": 0, "complaints.total": 0}),
    ("remedies", "复议诉讼投诉：三项都没有发生。", {"review.total": 0, "litigation.total": 0, "complaints.total": 0}),
    ("remedies", "受理行政复议申请{5件|COUNT}，维持{4件|COUNT}。", {"review.total": 5, "review.upheld": 4}),
    ("remedies", "一、复议。{5件|COUNT}，维持{4件|COUNT}。", {"review.total": 5, "review.upheld": 4}),
    ("remedies", "修订投诉受理等{9项|COUNT}制度。", {}),
    ("remedies", "{2017年|DATE}没有行政复议。累计发生行政复议{1件|COUNT}。", {"review.total": 0}),
    ("capacity", "专职工作人员{2人|COUNT}，兼职工作人员{9人|COUNT}。", {"capacity.staff_full_time": 2, "capacity.staff_part_time": 9}),
    ("capacity", "专职{2人|COUNT}兼职{9人|COUNT}。", {"capacity.staff_full_time": 2, "capacity.staff_part_time": 9}),
    ("capacity", "{2人|COUNT}为专职，做这项工作的共{5人|COUNT}。", {"capacity.staff_full_time": 2, "capacity.staff": 5}),
    (
        "capacity",
        "各部门举办培训班{2期|COUNT}，培训分管领导和经办人员{90人次|COUNT}。",
        {"capacity.training_sessions": 2, "capacity.trainees": 90},
    ),
    ("attachments", "附：统计数据//收到申请{3件|COUNT}。查阅点{9个|COUNT}。", {"requests.received": 3, "capacity.reading_points": 9}),
    ("attachments", "附：清单//收到申请{3件|COUNT}。", {}),
    ("proactive", "主动公开规章{3件|COUNT}，动态{9条|COUNT}，其他应公开的信息{7条|COUNT}。", {}),
    (
        "overview",
        "制作信息{90条|COUNT}，其中主动公开信息{40条|COUNT}，依申请公开{30条|COUNT}，不予公开{20条|COUNT}。",
        {"proactive.total": 40},
    ),
    # interpretation
    ("interpretation", "回应群众关心的事{4次|COUNT}。", {"interpretation.total": 4}),
    ("interpretation", "没有开新闻发布会，{县长|POSITION}批示{4次|COUNT}。", {"interpretation.press_conferences": 0}),
    (
        "interpretation",
        "发布政策解读稿件{18篇|COUNT}，回应公众关注热点{5次|COUNT}。",
        {"interpretation.articles": 18, "interpretation.total": 5},
    ),
    (
        "interpretation",
        "举办新闻发布会{3次|COUNT}，其中主要负责同志参加{1次|COUNT}。",
        {"interpretation.press_conferences": 3, "interpretation.press_conferences_principal": 1},
    ),
    (
        "interpretation",
        "网站在线访谈{4期|COUNT}，{县长|POSITION}上线{1期|COUNT}。",
        {"interpretation.online_interviews": 4, "interpretation.online_interviews_principal": 1},
    ),
    (
        "interpretation",
        "全年召开{2场|COUNT}新闻发布会，没有举办在线访谈。",
        {"interpretation.press_conferences": 2, "interpretation.online_interviews": 0},
    ),
    ("interpretation", "回应关切{9次|COUNT}，其中网站回应{4次|COUNT}。", {"interpretation.total": 9}),
    ("interpretation", "局长带头解读{3次|COUNT}。", {}),
    ("interpretation", "解读中用图解{6张|COUNT}，阅读{2万次|COUNT}。", {}),
    # requests
    (
        "requests",
        "共收到政府信息公开申请{12件|COUNT}，其中当面{3件|COUNT}，网络{7件|COUNT}，信函{2件|COUNT}。",
        {"requests.received": 12, "requests.received_in_person": 3, "requests.received_online": 7, "requests.received_letter": 2},
    ),
    (
        "requests",
        "受理申请{9件|COUNT}，办结{8件|COUNT}，按时办结{7件|COUNT}，延期办结{1件|COUNT}。",
        {"requests.received": 9, "requests.closed": 8, "requests.closed_on_time": 7, "requests.closed_extended": 1},
    ),
    (
        "requests",
        "答复{6件|COUNT}：属于已主动公开范围{1件|COUNT}，同意公开{2件|COUNT}，部分公开{1件|COUNT}，不予公开{1件|COUNT}，信息不存在{1件|COUNT}。",
        {
            "requests.answered": 6,
            "requests.already_public": 1,
            "requests.granted": 2,
            "requests.partly_granted": 1,
            "requests.refused": 1,
            "requests.not_exist": 1,
        },
    ),
    (
        "requests",
        "非本机关职责{2件|COUNT}，告知作出更改补充{1件|COUNT}，告知通过其他途径办理{3件|COUNT}。",
        {"requests.not_held": 2, "requests.clarify": 1, "requests.other_channel": 3},
    ),
    (
        "requests",
        "收到申请{3件|COUNT}，均从网上提交，全部按时办结。",
        {"requests.received": 3, "requests.received_online": 3, "requests.closed": 3, "requests.closed_on_time": 3},
    ),
    ("requests", "新收申请{5件|COUNT}，上年结转{2件|COUNT}。", {"requests.received": 5}),
    ("requests", "今年没有公民、法人或者其他组织向我局申请公开政府信息。", {"requests.received": 0}),
    ("requests", "本年度我镇未收到政府信息公开申请。", {"requests.received": 0}),
    ("requests", "无。", {"requests.received": 0}),
    ("requests", "没有超期未答复的申请。", {}),
    ("requests", "接受现场咨询{90人次|COUNT}，网上咨询{12人次|COUNT}。", {}),
    ("requests", "三、依申请公开：{0件|COUNT}。", {"requests.received": 0}),
    ("requests", "三、依申请公开情况//{2件|COUNT}。", {"requests.received": 2}),
    ("requests", "收到村民申请{1份|COUNT}。除此以外没有收到申请。", {"requests.received": 1}),
    (
        "requests",
        "收到申请{6件|COUNT}，{4件|COUNT}网上申请，{2件|COUNT}当面申请，没有不予公开的。",
        {"requests.received": 6, "requests.received_online": 4, "requests.received_in_person": 2, "requests.refused": 0},
    ),
    (
        "requests",
        "收到申请{9件|COUNT}，{8件|COUNT}按时，{1件|COUNT}延期。",
        {"requests.received": 9, "requests.closed_on_time": 8, "requests.closed_extended": 1},
    ),
    ("requests", "收到申请{5件|COUNT}，按时办结{5件|COUNT}。", {"requests.received": 5, "requests.closed_on_time": 5}),
    (
        "requests",
        "收到申请{5件|COUNT}，公开{4件|COUNT}，不属于本厅公开{1件|COUNT}。",
        {"requests.received": 5, "requests.granted": 4, "requests.not_held": 1},
    ),
    (
        "requests",
        "在线平台收到申请{4件|COUNT}，信函{2件|COUNT}，共{6件|COUNT}。",
        {"requests.received_online": 4, "requests.received_letter": 2, "requests.received": 6},
    ),
    ("requests", "受理申请{9件|COUNT}，非政府信息{1件|COUNT}，同意或部分公开{5件|COUNT}。", {"requests.received": 9}),
    (
        "requests",
        "受理申请{9件|COUNT}，其中公开{8件|COUNT}，不公开{1件|COUNT}。",
        {"requests.received": 9, "requests.granted": 8, "requests.refused": 1},
    ),
    (
        "requests",
        "共有{3人次|COUNT}向我局申请公开政府信息，{2件|COUNT}通过网站提交。",
        {"requests.received": 3, "requests.received_online": 2},
    ),
    ("requests", "新收申请{9件|COUNT}，共办理政府信息公开申请{8件|COUNT}。", {"requests.received": 9, "requests.closed": 8}),
    (
        "requests",
        "受理申请{4件|COUNT}，{2件|COUNT}部分公开，{1件|COUNT}告知不属于本机关公开，{1件|COUNT}信息不存在。",
        {"requests.received": 4, "requests.partly_granted": 2, "requests.not_held": 1, "requests.not_exist": 1},
    ),
    ("requests", "无公民、法人或其他组织申请公开政府信息。", {"requests.received": 0}),
    ("requests", "未发生依申请公开事件。", {"requests.received": 0}),
    ("requests", "受理申请{9件|COUNT}，不予公开{20件|COUNT}。", {"requests.received": 9, "requests.refused": 20}),
    # fees
    ("fees", "不收费。", {"fees.amount": 0}),
    ("fees", "依申请公开共收取检索、复制、邮寄费{128元|MONEY}。", {"fees.amount": 128}),
    ("fees", "全年未收取任何费用。", {"fees.amount": 0}),
    ("fees", "对申请人一律免费。", {"fees.amount": 0}),
    ("fees", "减免{2户|COUNT}低保户{30元|MONEY}。", {}),
    ("other", "信息处理费收取情况：无。", {"fees.amount": 0}),
    # remedies
    ("remedies", "没有因政府信息公开被申请行政复议、提起行政诉讼的情况。", {"review.total": 0, "litigation.total": 0}),
    ("remedies", "行政复议、行政诉讼{0件|COUNT}。", {"review.total": 0, "litigation.total": 0}),
    ("remedies", "行政复议、行政诉讼均为零，无举报投诉。", {"review.total": 0, "litigation.total": 0, "complaints.total": 0}),
    ("remedies", "五、行政复议、行政诉讼情况//没有发生。", {"review.total": 0, "litigation.total": 0}),
    (
        "remedies",
        "行政复议{5件|COUNT}，维持{3件|COUNT}，纠错{1件|COUNT}；行政诉讼{2件|COUNT}，驳回{2件|COUNT}。",
        {"review.total": 5, "review.upheld": 3, "review.corrected": 1, "litigation.total": 2, "litigation.upheld": 2},
    ),
    ("remedies", "发生行政复议{1件|COUNT}，{市政府|ORG}维持了原答复。", {"review.total": 1, "review.upheld": 1}),
    ("remedies", "接到群众举报{2件|COUNT}，都已办理。", {"complaints.total": 2}),
    ("remedies", "未经复议直接起诉{3件|COUNT}。", {}),
    ("remedies", "五、复议、诉讼：均为零。", {"review.total": 0, "litigation.total": 0}),
    ("remedies", "被提起行政复议{4起|COUNT}，其中{3起|COUNT}维持、{1起|COUNT}撤回。", {"review.total": 4, "review.upheld": 3}),
    ("remedies", "五、因政府信息公开工作被申请行政复议、提起行政诉讼的情况//行政复议数量{3件|COUNT}。", {"review.total": 3}),
    ("remedies", "没有被申请复议、被起诉、被投诉。", {"review.total": 0, "litigation.total": 0, "complaints.total": 0}),
    # capacity
    ("capacity", "{9个|COUNT}村各配备兼职人员{1名|COUNT}，共{9名|COUNT}。", {"capacity.staff_part_time": 9}),
    ("capacity", "有工作人员{3名|COUNT}，均为兼职。", {"capacity.staff": 3, "capacity.staff_part_time": 3}),
    ("capacity", "查阅点设在镇便民服务中心，共{1处|COUNT}。", {"capacity.reading_points": 1}),
    ("capacity", "明确{一名|COUNT}工作人员负责。", {}),
    ("capacity", "有{1名|COUNT}全职人员、{6名|COUNT}兼职人员。", {"capacity.staff_full_time": 1, "capacity.staff_part_time": 6}),
    ("capacity", "召开业务培训会{2次|COUNT}，窗口培训会{1次|COUNT}，培训{90人次|COUNT}。", {"capacity.trainees": 90}),
    ("capacity", "有专（兼）职工作人员{3人|COUNT}。", {"capacity.staff": 3}),
    ("capacity", "举办各类培训班数{2次|COUNT}。", {"capacity.training_sessions": 2}),
    ("capacity", "抽{2名|COUNT}干部兼职办理，没有专职。", {"capacity.staff_part_time": 2, "capacity.staff_full_time": 0}),
    ("capacity", "{5月|DATE}、{9月|DATE}各办培训{1期|COUNT}，全年共{2期|COUNT}。", {"capacity.training_sessions": 2}),
    ("capacity", "{两次|COUNT}召开专题会。", {"capacity.meetings": 2}),
    (
        "capacity",
        "有专门机构{1个|COUNT}，查阅点{3处|COUNT}，工作人员{8人|COUNT}，其中专职{2人|COUNT}、兼职{6人|COUNT}。",
        {
            "capacity.offices": 1,
            "capacity.reading_points": 3,
            "capacity.staff": 8,
            "capacity.staff_full_time": 2,
            "capacity.staff_part_time": 6,
        },
    ),
    ("capacity", "从事政府信息公开工作的有{5名|COUNT}，落实专项经费{2万元|MONEY}。", {"capacity.staff": 5, "capacity.budget": 20000}),
    (
        "capacity",
        "召开专题会议{4次|COUNT}，举办培训班{2期|COUNT}，{130人次|COUNT}参加。",
        {"capacity.meetings": 4, "capacity.training_sessions": 2, "capacity.trainees": 130},
    ),
    ("capacity", "召开听证会{3次|COUNT}，座谈会{2次|COUNT}。", {}),
    # other places
    ("problems", "{2018年|DATE}，力争公开政府信息{800条|COUNT}，举办培训班{4期|COUNT}。", {}),
    ("key_areas", "办理行政许可申请{300件|COUNT}，处理供应商投诉{3起|COUNT}。", {}),
]

#: Text and what is tied together in it.
RELATED = [
    (
        "document",
        "印发《{青山县公开办法|DOC_TITLE}》（{青政发〔2017〕3号|DOC_NO}）。",
        [{"number": "青政发〔2017〕3号", "title": "青山县公开办法", "kind": "measures"}],
    ),
    (
        "document",
        "按《{条例|DOC_TITLE}》和{青政发〔2017〕3号|DOC_NO}文办理。",
        [{"title": "条例", "kind": "regulation"}, {"number": "青政发〔2017〕3号"}],
    ),
    (
        "document",
        "根据《{中华人民共和国政府信息公开条例|DOC_TITLE}》（以下简称《{条例|DOC_TITLE}》）、《{青山县公开条例|DOC_TITLE}》，执行《{条例|DOC_TITLE}》。",
        [
            {"title": "中华人民共和国政府信息公开条例", "short": "条例", "kind": "regulation"},
            {"title": "青山县公开条例", "kind": "regulation"},
        ],
    ),
    (
        "document",
        "《{办法|DOC_TITLE}》施行后，按《{青山县公开办法|DOC_TITLE}》{青政发〔2017〕3号|DOC_NO}执行《{办法|DOC_TITLE}》。",
        [{"title": "青山县公开办法", "short": "办法", "number": "青政发〔2017〕3号", "kind": "measures"}],
    ),
    (
        "document",
        "《{办法|DOC_TITLE}》指《{甲办法|DOC_TITLE}》还是《{乙办法|DOC_TITLE}》不明。",
        [{"title": title, "kind": "measures"} for title in ("办法", "甲办法", "乙办法")],
    ),
    (
        "document",
        "{2017年3月|DATE}，{县委办|ORG}、{县政府办|ORG}联合印发《{2017年公开要点（试行）|DOC_TITLE}》。",
        [{"title": "2017年公开要点（试行）", "issuer": "县委办、县政府办", "date": "2017-03", "kind": "plan"}],
    ),
    (
        "document",
        "{国办发〔2014〕32号|DOC_NO}《{关于报送工作的通知|DOC_TITLE}》（{2014年6月3日|DATE}）",
        [
            {
                "title": "关于报送工作的通知",
                "number": "国办发〔2014〕32号",
                "issuer": "国务院办公厅",
                "date": "2014-06-03",
                "kind": "notice",
            }
        ],
    ),
    (
        "document",
        "《{青山县人民政府办公室关于做好公开工作的意见|DOC_TITLE}》、《{高校公开办法|DOC_TITLE}》（{教育部令第29号|DOC_NO}）、《{公开条例|DOC_TITLE}》（{国令第711号|DOC_NO}）",
        [
            {"title": "青山县人民政府办公室关于做好公开工作的意见", "issuer": "青山县人民政府办公室", "kind": "opinion"},
            {"title": "高校公开办法", "number": "教育部令第29号", "issuer": "教育部", "kind": "measures"},
            {"title": "公开条例", "number": "国令第711号", "issuer": "国务院", "kind": "regulation"},
        ],
    ),
    (
        "document",
        "{2017年3月|DATE}学习《{统计法|DOC_TITLE}》，填报《{情况统计表|DOC_TITLE}》（{2017年度|DATE}），编演《{山里人|DOC_TITLE}》。",
        [{"title": "统计法", "kind": "law"}, {"title": "情况统计表", "kind": "form"}, {"title": "山里人"}],
    ),
    (
        "official",
        "由{县委常委|POSITION}、{副县长|POSITION}{李禾|OFFICIAL}同志任{组长|POSITION}。",
        [{"name": "李禾", "position": "县委常委、副县长", "role": "组长"}],
    ),
    (
        "official",
        "{镇长|POSITION}{王田|OFFICIAL}为{组长|POSITION}，{副镇长|POSITION}{赵川|OFFICIAL}、{武装部长|POSITION}{钱江|OFFICIAL}为{副组长|POSITION}。",
        [
            {"name": "王田", "position": "镇长", "role": "组长"},
            {"name": "赵川", "position": "副镇长", "role": "副组长"},
            {"name": "钱江", "position": "武装部长", "role": "副组长"},
        ],
    ),
    ("official", "{孙林|OFFICIAL}{局长|POSITION}到会讲话。", [{"name": "孙林", "position": "局长"}]),
    (
        "official",
        "{县财政局|ORG}{副局长|POSITION}{孙林|OFFICIAL}、{县教育局局长|POSITION}{周山|OFFICIAL}到会。",
        [
            {"name": "孙林", "position": "副局长", "body": "县财政局"},
            {"name": "周山", "position": "县教育局局长", "body": "县教育局"},
        ],
    ),
    (
        "official",
        (
            "调整{县政务公开领导小组|ORG}：//{组长|POSITION}：{王田|OFFICIAL}　{县委副书记|POSITION}、{县长|POSITION}//"
            "{副组长|POSITION}：{赵川|OFFICIAL}（{副县长|POSITION}）//{钱江|OFFICIAL}（{县监察局局长|POSITION}）"
        ),
        [
            {"name": "王田", "position": "县委副书记、县长", "body": "县委", "role": "组长", "group": "县政务公开领导小组"},
            {"name": "赵川", "position": "副县长", "role": "副组长", "group": "县政务公开领导小组"},
            {"name": "钱江", "position": "县监察局局长", "body": "县监察局", "role": "副组长", "group": "县政务公开领导小组"},
        ],
    ),
    (
        "official",
        "成立由{乡长|POSITION}任{组长|POSITION}、{副乡长|POSITION}任{副组长|POSITION}的{乡公开领导小组|ORG}。",
        [
            {"position": "乡长", "role": "组长", "group": "乡公开领导小组"},
            {"position": "副乡长", "role": "副组长", "group": "乡公开领导小组"},
        ],
    ),
    (
        "official",
        "{办公室主任|POSITION}由{周山|OFFICIAL}担任，{纪检组长|POSITION}{钱江|OFFICIAL}监督。{县长|POSITION}批示。",
        [{"name": "周山", "role": "办公室主任"}, {"name": "钱江", "position": "纪检组长"}],
    ),
    (
        "contact",
        "请联系{县政府办公室|ORG}，电话{0555-1234567|PHONE}。邮编{243000|POSTCODE}。",
        [
            {"type": "phone", "value": "0555-1234567", "body": "县政府办公室"},
            {"type": "postcode", "value": "243000", "body": "县政府办公室"},
        ],
    ),
    (
        "contact",
        (
            "联系单位：{县政府办公室|ORG}//地址：{青山路1号|ADDRESS}//"
            "传　真：{0555-1234568|PHONE}、{0555-1234569|PHONE}//电话/传真：{0555-1234560|PHONE}//网址：{www.example.gov.cn|URL}"
        ),
        [
            {"type": "address", "value": "青山路1号", "body": "县政府办公室"},
            {"type": "fax", "value": "0555-1234568", "body": "县政府办公室"},
            {"type": "fax", "value": "0555-1234569", "body": "县政府办公室"},
            {"type": "phone and fax", "value": "0555-1234560", "body": "县政府办公室"},
            {"type": "site", "value": "www.example.gov.cn", "body": "县政府办公室"},
        ],
    ),
    (
        "contact",
        "{县教育局|ORG}召开会议。对报告有疑问请写信到{a@example.com|EMAIL}。",
        [{"type": "email", "value": "a@example.com"}],
    ),
    (
        "contact",
        "{县应急局|ORG}微信号“{青山应急|ACCOUNT}”；{县政府|ORG}网站发布信息，“{青山发布|ACCOUNT}”转载。",
        [{"type": "account", "value": "青山应急", "body": "县应急局"}, {"type": "account", "value": "青山发布"}],
    ),
]
#: Title and kind.
KINDS = [
    ("中华人民共和国保守国家秘密法", "law"),
    ("青山县公开办法", "measures"),
    ("青山县公开办法（试行）", "measures"),
    ("关于印发〈青山县公开办法〉的通知", "notice"),
    ("公开申请答复告知书", "reply"),
    ("公开审查流程图", "standard"),
    ("2017年公开要点〉", "plan"),
    ("山里人", ""),
    ("", ""),
]


def facts_of(section: str, markup: str) -> tuple[str, list[Fact]]:
    lines = tuple(parse_line(line, "a test") for line in markup.split("//"))
    text, sections, entities = as_written(Document("test", (Part(section, lines),)))
    return text, find_facts(text, sections, entities, Report(year=2017))


@pytest.mark.parametrize(("section", "markup", "indicators"), STATED)
def test_indicators(section: str, markup: str, indicators: dict[str, float]) -> None:
    text, facts = facts_of(section, markup)
    stated = [fact for fact in facts if fact.kind == "indicator"]
    assert {fact.indicator: fact.value for fact in stated} == indicators
    for fact in stated:
        assert fact.raw == text[fact.start : fact.end] != ""
        assert (fact.origin, fact.year, fact.unit) == ("prose", 2017, INDICATORS[fact.indicator or ""][1])


@pytest.mark.parametrize(("kind", "markup", "attributes"), RELATED)
def test_relations(kind: str, markup: str, attributes: list[dict[str, str]]) -> None:
    _, facts = facts_of("overview", markup)
    assert [fact.attributes for fact in facts if fact.kind == kind] == attributes


@pytest.mark.parametrize(("title", "kind"), KINDS)
def test_kinds_of_documents(title: str, kind: str) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize("strength", [1, 2, 3])
def test_surer_words_make_surer_facts(strength: int) -> None:
    """The confidence of an indicator is that of its figure times how often words of that strength are right."""
    text = {3: "收到申请{5件|COUNT}。", 2: "收到{5件|COUNT}。", 1: "共{5件|COUNT}。"}[strength]
    [fact] = [fact for fact in facts_of("requests", text)[1] if fact.indicator]
    assert fact.confidence == CERTAINTY[strength]


def test_a_doubtful_mention_makes_a_doubtful_fact() -> None:
    text = "收到申请5件。"
    entity = Entity("COUNT", 4, 6, "5件", "5件", 0.5, 5)
    [fact] = find_facts(text, [Section("requests", 0, len(text), 1.0)], [entity], Report(year=2017))
    assert (fact.indicator, fact.confidence) == ("requests.received", 0.49)


def test_the_span_of_an_absence_frames_the_words_that_deny() -> None:
    _, facts = facts_of("fees", "本年度我镇未收取任何费用。")
    assert [fact.raw for fact in facts] == ["未收取"]


def test_blanks_and_cut_lines_hide_nothing() -> None:
    markup = "二〇一七年度我镇坚持以公开为常态、不公开为例外，全年主动公 开政府//信息{352条|COUNT}，比计划的多。"
    _, facts = facts_of("proactive", markup)
    assert [(fact.indicator, fact.value) for fact in facts] == [("proactive.total", 352)]


def test_an_empty_text_states_nothing() -> None:
    assert find_facts("", [], [], Report()) == []
