"""The ways in which prose tells that parts make up a whole; each yields candidates for the list that begins, or ends, with a numeral."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice, takewhile
from typing import Final

from nianbao.audit.divisions import (
    ADDED,
    ALSO_DIVIDED,
    ANNOUNCED,
    BARE,
    CARRIED_OUT,
    CLAIMED,
    CLOSED,
    COUNTED_ONCE,
    DIVISION,
    DONE,
    HEAD,
    ITEM,
    LEFT,
    LEFT_AFTER,
    LIST,
    LONE,
    MARK,
    MEMBER,
    NUMBERED,
    OPENS,
    PARENTS,
    PERIOD,
    REST_CHANNELS,
    REST_MEMBER,
    RESUMED,
    SEMICOLON,
    SUBSET,
    TOPIC,
    TOTAL_AFTER,
    UNFINISHED,
    WIDE,
)
from nianbao.audit.lists import Candidate, before, begins_something, fit, members_from
from nianbao.audit.nodes import Node, ahead, alike, behind, family_of, following, near, number_of

#: The numerals of a text, one of them, and the places of those that are parts of a whole already.
Way = Callable[[Sequence[Node], Node, Collection[int]], Iterator[Candidate]]


def by_form(nodes: Sequence[Node], first: Node, _: Collection[int]) -> Iterator[Candidate]:
    """Yield the whole of a list whose members are those that the official form asks for."""
    family = family_of(first.kinds)
    in_aside = first.bracket and not (first.index and nodes[first.index - 1].kinds & PARENTS)
    if family is None or in_aside or COUNTED_ONCE.search(first.gap):
        return
    whole, members = before(nodes, first, family[0]), members_from(nodes, first, family[1])
    if whole and (whole.period == first.period or len(members) > 2 or REST_CHANNELS not in family[1]):
        told = whole.period == first.period and _are_all(whole, members)
        yield from fit(whole, members, told=told) if told or not first.kinds & PARENTS else _exactly(fit(whole, members))
        rest = [node for node in following(nodes, members[-1]) if CARRIED_OUT.search(node.label)]
        yield from _exactly(fit(whole, [*members, *rest]))
    elif whole:
        yield from _exactly(fit(whole, members))
    divided = (before(nodes, first, ALSO_DIVIDED), *nodes[first.index - 1 : first.index])
    for part in divided if "requests.answered" in family[0] else ():
        if part and part.kinds & CLOSED:
            yield from _exactly(iter([Candidate(part, tuple(members))]))
    for named in () if first.index and nodes[first.index - 1].kinds & family[1] else _without_kind(nodes, first):
        yield from _exactly(fit(named, members))
        if whole and named.index == first.index - 1:
            yield from _exactly(fit(whole, [named, *members]))


def _without_kind(nodes: Sequence[Node], first: Node) -> Iterator[Node]:
    """Yield the nearest numeral before a list in its sentence that counts nothing known; members of other lists may part them."""
    sentence = takewhile(lambda node: node.period == first.period, behind(nodes, first))
    yield from islice((node for node in sentence if not node.kinds and alike(node, first)), 1)


def by_mark(nodes: Sequence[Node], first: Node, _: Collection[int]) -> Iterator[Candidate]:
    """Yield the whole before 其中, a colon or a bracket."""
    if not first.index or not MARK.search(first.gap):
        return
    whole = nodes[first.index - 1]
    crosses = whole.period != first.period and not SUBSET.search(first.gap)
    alone = LONE.search(first.label) and "proactive.total" in whole.kinds
    if crosses or alone or not near(whole, first) or not alike(whole, first):
        return
    members = members_from(nodes, first)
    if not WIDE.search(first.gap):
        members = [first, *takewhile(lambda member: not SEMICOLON.search(member.gap), members[1:])]
    told = CLAIMED.search(first.gap) is not None or _are_all(whole, members)
    candidates = fit(whole, members, told=told)
    yield from _exactly(candidates) if whole.gap[:1] in ("、", "和", "及") else candidates
    yield from _exactly(Candidate(whole, (*members, one)) for one in following(nodes, members[-1]) if _goes_on(whole, one))


def _goes_on(whole: Node, node: Node) -> bool:
    """Tell whether a numeral that seems to begin something can be the last member of a list: it stands in the sentence of the whole."""
    return node.numeral.unit == whole.numeral.unit and node.period == whole.period and not node.bracket and not SEMICOLON.search(node.gap)


def by_topic(nodes: Sequence[Node], first: Node, _: Collection[int]) -> Iterator[Candidate]:
    """Yield the whole that the words before a list take up: 网站30条，微信10条。网站中动态20条，公告10条."""
    topic = TOPIC.search(first.gap)
    members = members_from(nodes, first)
    total = before(nodes, first, frozenset(("proactive.total",))) if len(members) > 3 and OPENS.search(first.gap) else None
    if total:
        yield from _exactly(fit(total, members))
    for whole in reversed(nodes[max(0, first.index - 8) : first.index]) if topic else ():
        if topic and topic[1][:2] in whole.label and alike(whole, first) and near(whole, first):
            yield from _exactly(fit(whole, members))


def _are_all(whole: Node, members: Sequence[Node]) -> bool:
    """Tell whether members leave nothing out: all that the form has, in a bracket of their own, or with one for all that is left."""
    if len(members) < 2 or any(member.numeral.unit != whole.numeral.unit for member in members):
        return False
    of_form = all(member.kinds & CLOSED for member in members) and len({member.kinds & CLOSED for member in members}) > 1
    enclosed = members[0].bracket != whole.bracket and "其中" not in members[0].gap and not any(m.kinds & UNFINISHED for m in members)
    return of_form or enclosed or any(REST_MEMBER.search(member.label) for member in members[1:])


def by_division(nodes: Sequence[Node], first: Node, taken: Collection[int]) -> Iterator[Candidate]:
    """Yield what 按渠道分 or 从内容看 divides: the numeral before it in its sentence, unless that is a part itself, or one told earlier."""
    if not first.index or not DIVISION.search(first.gap):
        return
    whole, members = nodes[first.index - 1], members_from(nodes, first)
    if whole.period == first.period and alike(whole, first):
        yield from fit(whole, members, told=True) if whole.index not in taken else _exactly(fit(whole, members))
    if whole.period == first.period and whole.index not in taken:
        return
    for node in reversed(nodes[max(0, first.index - 8) : first.index]):
        if alike(node, first) and near(node, first):
            candidates = fit(node, members)
            yield from candidates if node.kinds & PARENTS else _exactly(candidates)


def by_list(nodes: Sequence[Node], first: Node, _: Collection[int]) -> Iterator[Candidate]:
    """Yield the whole before a bare list of short names: 站点36个，关停21个、整改9个、保留6个."""
    if not first.index or not LIST.fullmatch(first.gap):
        return
    whole = nodes[first.index - 1]
    if whole.numeral.unit != first.numeral.unit or whole.period != first.period or begins_something(first):
        return
    listed = members_from(nodes, first)
    members = [first, *takewhile(lambda member: MEMBER.fullmatch(_since(nodes, member)), listed[1:])]
    if whole.kinds & PARENTS:
        yield from fit(whole, members)
    else:
        members = [first, *takewhile(lambda member: not SEMICOLON.search(member.gap), members[1:])]
        same = tuple(member for member in members if member.numeral.unit == whole.numeral.unit)
        yield from _exactly(iter([Candidate(whole, same)]))
        yield from fit(whole, [first, *takewhile(_follows_closely, members[1:])])
    if len(listed) > 2:
        yield from _exactly(iter([Candidate(whole, tuple(listed))]))


def _since(nodes: Sequence[Node], member: Node) -> str:
    """Return what stands since the member before; a figure that is part of a name parts nothing (其他6个分局626条)."""
    between = nodes[member.index - 1]
    named = between.numeral.unit != member.numeral.unit and not ITEM.search(member.gap)
    return between.gap + member.gap if named else member.gap


def _follows_closely(node: Node) -> bool:
    return node.gap.startswith("、")


def by_clauses(nodes: Sequence[Node], first: Node, _: Collection[int]) -> Iterator[Candidate]:
    """Yield the whole before numerals that open their clauses: 申请2件，1件予以公开，1件信息不存在."""
    if not first.index or not BARE.search(first.gap) or first.gap.endswith("、"):
        return
    whole = nodes[first.index - 1]
    members = [first, *takewhile(lambda node: node.period == first.period and _opens_clause(node), ahead(nodes, first))]
    if _opens_clause(first) and whole.period == first.period and all(alike(whole, member) for member in members):
        yield from _exactly(fit(whole, members))


def _opens_clause(node: Node) -> bool:
    opening = BARE.search(node.gap)
    return opening is not None and node.gap.endswith(opening[0])


def by_heads(nodes: Sequence[Node], first: Node, _: Collection[int]) -> Iterator[Candidate]:
    """Yield the total before sentences that name a group each (公开60条。网站：机构20条，财政30条。微信：动态10条)."""
    whole = nodes[first.index - 1] if first.index else first
    if not (whole.kinds & PARENTS and whole.period + 1 == first.period and _is_headed(first) and alike(whole, first)):
        return
    members = [first]
    for node in ahead(nodes, first):
        if node.period != members[-1].period and not (node.period == members[-1].period + 1 and _is_headed(node)):
            break
        if not node.bracket and alike(whole, node):
            members.append(node)
    yield from fit(whole, members)


def _is_headed(node: Node) -> bool:
    return HEAD.search(PERIOD.split(node.gap)[-1]) is not None


def by_items(nodes: Sequence[Node], first: Node, _: Collection[int]) -> Iterator[Candidate]:
    """Yield the total before numbered items: 1.网站40条。2.微信20条；of each item the first numeral is the part."""
    if not first.index or number_of(first) != 1:
        return
    whole = nodes[first.index - 1]
    announced = ANNOUNCED.search(PERIOD.split(NUMBERED.split(first.gap)[0].rstrip("\n"))[-1]) is not None
    if not alike(whole, first) or not near(whole, first) or not (announced or whole.kinds & PARENTS):
        return
    members = [first]
    for node in ahead(nodes, first):
        number = number_of(node)
        if number == len(members) + 1 and alike(whole, node):
            members.append(node)
        elif number:
            break
    same = all(member.numeral.unit == whole.numeral.unit for member in members)
    yield from fit(whole, members) if announced and same else _exactly(fit(whole, members))


def by_carrying(nodes: Sequence[Node], first: Node, _: Collection[int]) -> Iterator[Candidate]:
    """Yield what 办结 and 结转 together make up: all that had to be done."""
    carried = [node for node in following(nodes, first) if CARRIED_OUT.search(node.label)]
    if first.kinds & {"requests.closed", "requests.answered"} and carried:
        whole = before(nodes, first, frozenset(("due", "carried in", "requests.received")))
        if whole and "carried in" not in whole.kinds:
            yield from fit(whole, [first, *carried])


def by_rest(nodes: Sequence[Node], done: Node, _: Collection[int]) -> Iterator[Candidate]:
    """Yield all that had to be done before what is done and what is left; the items of what is done may stand between them."""
    later = list(takewhile(lambda node: near(done, node), ahead(nodes, done)))
    rest = next((node for node in later if node.numeral.unit == done.numeral.unit and _is_left(node)), None)
    if rest is None or not done.value or not (done.kinds & {"requests.closed", "requests.answered"} or DONE.search(done.label)):
        return
    back = takewhile(lambda node: near(node, done) and done.period - node.period <= 4, behind(nodes, done))
    for whole in back:
        if whole.numeral.unit == done.numeral.unit and not whole.bracket:
            yield from _exactly(iter([Candidate(whole, (done, rest))]))


def _is_left(node: Node) -> bool:
    """Tell whether a numeral counts what is not done yet, or all others."""
    left = LEFT.search(node.label) or CARRIED_OUT.search(node.label) or LEFT_AFTER.match(node.after)
    return left is not None and not node.bracket


def by_total(nodes: Sequence[Node], whole: Node, taken: Collection[int]) -> Iterator[Candidate]:
    """Yield the parts before a total: 新收37件，上年结转2件，合计39件; over sentences if it resumes them: 以上共计39件."""
    total = TOTAL_AFTER.search(whole.label) is not None
    added = total and any(ADDED.search(node.label) for node in nodes[whole.index - 1 : whole.index])
    resumed = added or RESUMED.search(whole.label) is not None
    if not (resumed or total) or whole.index in taken:
        return
    back = [node for node in behind(nodes, whole) if node.bracket == whole.bracket and node.index not in taken]
    back = list(takewhile(lambda node: near(node, whole) and (resumed or node.period == whole.period), back))
    for among in ([node for node in back if node.numeral.unit == whole.numeral.unit], takewhile(partial(alike, whole), back)):
        parts = _until(whole, among)
        numbered = [number_of(part) for part in parts] == list(range(1, len(parts) + 1))
        sure = total and (numbered or all(part.period == whole.period for part in parts))
        yield from fit(whole, parts) if sure else _exactly(fit(whole, parts))


def _until(whole: Node, back: Iterable[Node]) -> list[Node]:
    """Return the numerals, read backwards, that it takes to come to the whole."""
    parts: list[Node] = []
    for node in back:
        if sum(part.value for part in parts) >= whole.value:
            break
        parts.insert(0, node)
    return parts


def _exactly(candidates: Iterator[Candidate]) -> Iterator[Candidate]:
    """Yield those that add up, where words alone are too weak a claim; that 2 is 2 and 0 is no evidence."""
    yield from (one for one in candidates if not one.missing and sum(part.value > 0 for part in one.parts) > 1)


WAYS: Final[tuple[Way, ...]] = (
    by_form,
    by_mark,
    by_division,
    by_topic,
    by_heads,
    by_list,
    by_items,
    by_clauses,
    by_carrying,
    by_rest,
    by_total,
)
#: Ways that look at what is taken already.
TIED: Final[frozenset[Way]] = frozenset((by_division, by_total))
