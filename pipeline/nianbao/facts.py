"""Facts: indicators of the official statistics, documents, officials and contacts that the prose states."""

from nianbao.records import Entity, Fact, Report, Section


def find_facts(text: str, sections: list[Section], entities: list[Entity], report: Report) -> list[Fact]:
    """Return the facts of the prose."""
    return []
