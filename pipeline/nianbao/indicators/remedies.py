"""Reviews, lawsuits, complaints and fees: how prose names the indicators, as data."""

from typing import Final

from nianbao.indicators.cues import Absence, Cue, names

_OUTCOMES = r"维持|纠|撤销|撤回|驳|变更|确认|责令|后起诉|其他|审结|结案|点评|应诉率|败诉|胜诉"
#: What can be told together with a review, none of them having happened: 行政复议、诉讼、举报均为0件.
_TOGETHER = r"(?:[、和及与](?:行政)?(?:诉讼|申诉|举报|投诉|信访)(?:案件|情况)?)*"
#: A figure that nothing names but the topic of its clause, and the outcomes that a review and a lawsuit share.
_BARE = r"^(?:□|全年|共|发生|收到|受理|接到|有|：|:)+"
_CORRECTED = r"纠错|纠正|撤销|变更|确认违法|责令(?:限期)?(?:重|履行|改正)"
_OTHER = r"其[他它](?:情形|结果|方式|情况)?"
_OWN_SECTIONS = names("proactive overview requests remedies fees capacity other interpretation") | {""}
_NO_COMPLAINT = r"供应商|消费|热线|旅游|景区|处理|办结|信访|类|价格|环境|环保|12\d{3}|话务|咨询"
_FEE_SECTIONS = names("fees requests overview other remedies proactive capacity") | {""}

CUES: Final = (
    Cue(
        "review.total",
        "cases",
        rf"复议(?:申请|案件|案|事项|情况|数|数量|总数|□)*{_TOGETHER}",
        gap=8,
        unless=rf"{_OUTCOMES}|未经|起诉",
        sections=_OWN_SECTIONS,
    ),
    Cue("review.total", "cases", after=r"(?:[^，,]{0,12}的)?(?:政府信息公开|信息公开)?(?:类)?(?:行政)?复议(?!后)", sections=_OWN_SECTIONS),
    Cue(
        "review.total",
        "cases",
        _BARE,
        gap=2,
        topics=names("review"),
        sections=names("remedies"),
        strength=1,
    ),
    Cue("review.upheld", "cases", r"维持", topics=names("review")),
    Cue("review.upheld", "cases", after=r"(?:被|予以)?维持", topics=names("review"), strength=2),
    Cue(
        "review.corrected",
        "cases",
        _CORRECTED,
        topics=names("review"),
        unless="撤销申请",
    ),
    Cue("review.other", "cases", rf"{_OTHER}|和解|终止|撤回|撤诉", gap=4, topics=names("review")),
    Cue(
        "litigation.total",
        "cases",
        rf"(?:行政)?诉讼(?:案件|案|事项|情况|数|数量|总数)*{_TOGETHER}|应诉|起诉|被诉",
        gap=8,
        unless=rf"{_OUTCOMES}|复议后|直接起诉",
        sections=_OWN_SECTIONS,
    ),
    Cue("litigation.total", "cases", after=r"(?:政府信息公开|信息公开)?(?:类)?行政诉讼|(?:被)?诉[到至]", sections=_OWN_SECTIONS),
    Cue(
        "litigation.total",
        "cases",
        _BARE,
        gap=2,
        topics=names("litigation"),
        sections=names("remedies"),
        strength=1,
    ),
    Cue("litigation.upheld", "cases", r"维持|驳回", gap=12, topics=names("litigation")),
    Cue("litigation.corrected", "cases", rf"{_CORRECTED}|败诉", topics=names("litigation")),
    Cue("litigation.other", "cases", _OTHER, gap=4, topics=names("litigation")),
    Cue(
        "complaints.total",
        "cases",
        r"(?:举报|投诉)(?:案件|信件|件|信|数|事项|电话)?",
        gap=6,
        sections=names("remedies"),
        unless=_NO_COMPLAINT,
        unless_after=r".{0,4}(?:制度|办法)",
    ),
    Cue(
        "complaints.total",
        "cases",
        r"(?:举报|投诉)(?:案件|信件|件|信|数|事项|电话)?",
        gap=6,
        sections=names("overview requests fees capacity other") | {""},
        unless=_NO_COMPLAINT,
        unless_after=r".{0,4}(?:制度|办法)",
        strength=1,
    ),
    Cue("complaints.total", "cases", after=r"(?:群众|政府信息公开|信息公开)?(?:举报|投诉)", sections=_OWN_SECTIONS),
    Cue(
        "complaints.total",
        "cases",
        r"^(?:□|全年|共|收到|受理|接到|有|：|:)+",
        gap=2,
        topics=names("complaints"),
        sections=_OWN_SECTIONS - names("proactive interpretation"),
        strength=1,
    ),
    Cue(
        "fees.amount",
        "money",
        r"(?:收取|收费|收|共收).{0,16}(?:费用?|成本)|收费金额|(?:信息处理|检索|复制|邮寄)费",
        gap=10,
        unless=r"免收|减免|免除|罚|排污|事业性|节约|水资源|税|不动产|退|补助|补贴|补偿费|标准(?!收)|每|服务收?费",
        unless_after=r"由.{0,8}(?:承担|支付|垫付)",
    ),
    Cue("fees.amount", "money", r"(?:实际|共|合计)收取", gap=2, topics=names("fees"), unless=r"罚|税|免", strength=2),
)

ABSENCES: Final = (
    Absence("review.total", r"复议(?!.{0,4}(?:被?纠|被?撤|败|后))", unless=r"未经|尚未|审结|结转|维持|纠错|推诿"),
    Absence("litigation.total", r"诉讼(?!.{0,4}(?:被?纠|被?撤|败))|应诉|起诉|打官司", unless=r"未经|尚未|审结|结转|维持|纠错|推诿"),
    Absence(
        "complaints.total",
        r"举报|投诉",
        unless=r"处理|答复|办结|供应商",
        sections=names("remedies overview requests other proactive fees capacity") | {""},
    ),
    Absence(
        "fees.amount",
        r"收费|收取|收过|(?:产生|发生|收).{0,12}费用?|费用|信息处理费|(?:检索|复制|邮寄)费|收$",
        unless=r"^(?:减免|免)|^.{0,3}减免(?!.*收)|三公|经费|事业性收费|乱收费|涉企",
        sections=_FEE_SECTIONS,
    ),
    Absence("review.corrected", r"撤销|变更|纠错|纠正", topics=names("review"), unless="诉讼"),
    Absence("litigation.corrected", r"撤销|变更|纠错|纠正|败诉", topics=names("litigation")),
)
