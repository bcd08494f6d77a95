"""Count before and behind which signs units stand that have lost their figures, and in whole text: ``repair/units.json``."""

import json
from collections import Counter
from pathlib import Path
from random import Random

from nianbao.learn.corpus import Rendered, read_corpus, render
from nianbao.learn.wear import delete_values
from nianbao.repair.units import context, places

#: A context is sure where so many figures were lost in it, and so many times more than units stand in it that never had one.
SURE, SURE_RATIO, LIKELY_RATIO = 3, 20, 2


def write_contexts(corpus: Path, output: Path) -> None:
    """Write the contexts of lost figures and of whole units in the training split as JSON."""
    documents = [document.parts for document in read_corpus(corpus / "train")]
    whole = Counter(context(match) for parts in documents for match in places(render(parts).text))
    lost = Counter(key for parts in documents for key in _lost(render(delete_values(parts, Random(0)))))
    contexts = {
        "sure": [key for key, count in lost.items() if count >= max(SURE, SURE_RATIO * whole[key])],
        "likely": [key for key, count in lost.items() if count >= LIKELY_RATIO * whole[key]],
        "whole": [key for key, count in whole.items() if lost[key] < LIKELY_RATIO * count],
    }
    lines = {name: sorted(keys) for name, keys in contexts.items()}
    output.write_text(json.dumps(lines, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8")


def _lost(rendered: Rendered) -> list[str]:
    """Return the contexts of the units that lost their figures."""
    lost = [mention for mention in rendered.mentions if mention.meant != rendered.text[mention.start : mention.end]]
    starts = {mention.start for mention in lost if mention.label in ("COUNT", "MONEY")}
    return [context(match) for match in places(rendered.text) if match.start(2) in starts]
