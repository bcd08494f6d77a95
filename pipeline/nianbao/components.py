"""Everything that is registered with spaCy: tokenizer, model, the two trained pipes and their scorers."""

from collections.abc import Callable, Iterable
from typing import Any

from spacy import util
from spacy.language import Language
from spacy.scorer import Scorer, get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import Optimizer

from nianbao import crf
from nianbao.entities import EMBEDDED, EntityTagger
from nianbao.labels import ENTITIES, SECTIONS
from nianbao.sections import SectionClassifier
from nianbao.tokenizer import Tokenizer
from nianbao.vectors import Vectors

#: Share of the values of a vector that are hidden in training.
VECTOR_DROPOUT = 0.2
CRF_DEFAULT = {"@architectures": "nianbao.HashedCRF.v1", "rows": 262144, "dropout": 0.5}


@util.registry.tokenizers("nianbao.Tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """Return the factory of the tokenizer."""
    return lambda nlp: Tokenizer(nlp.vocab)


@util.registry.architectures("nianbao.HashedCRF.v1")  # type: ignore[untyped-decorator]
def create_crf(rows: int, dropout: float) -> crf.CRF:
    """Return the CRF model: ``rows`` of the hash table, share of features hidden in training."""
    return crf.HashedCRF(rows, dropout)


@util.registry.architectures("nianbao.JoinedCRF.v1")  # type: ignore[untyped-decorator]
def create_joined(rows: int, dropout: float, width: int, depth: int, optimizer: Optimizer) -> crf.CRF:
    """Return the CRF model of the entities with vectors beside it, which learn by an optimiser of their own."""
    model = crf.HashedCRF(rows, dropout, Vectors(EMBEDDED, width, depth, VECTOR_DROPOUT))
    model.attrs["optimizer"] = optimizer
    return model


@Language.factory(
    "nianbao_sections",
    assigns=["doc.spans"],
    default_config={"model": CRF_DEFAULT, "labels": None},
    default_score_weights={"sections_f": 1.0, "sections_p": 0.0, "sections_r": 0.0},
)
def create_sections(nlp: Language, name: str, model: crf.CRF, labels: list[str] | None) -> SectionClassifier:
    """Return the section classifier; ``labels`` None means those of the annotation guide."""
    return SectionClassifier(nlp.vocab, model, name, labels or list(SECTIONS), score_sections)


@Language.factory(
    "nianbao_entities",
    assigns=["doc.ents"],
    default_config={"model": CRF_DEFAULT, "labels": None},
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def create_entities(nlp: Language, name: str, model: crf.CRF, labels: list[str] | None) -> EntityTagger:
    """Return the entity recogniser; ``labels`` None means those of the annotation guide."""
    return EntityTagger(nlp.vocab, model, name, labels or list(ENTITIES), score_entities)


def score_entities(examples: Iterable[Example], **_: Any) -> dict[str, Any]:
    """Score exact spans with labels, as spaCy does for its own recogniser."""
    return get_ner_prf(examples)


def score_sections(examples: Iterable[Example], **_: Any) -> dict[str, Any]:
    """Score exact sections with labels."""
    return Scorer.score_spans(examples, "sections", getter=_visible_sections, allow_overlap=False, labeled=True)


def _visible_sections(doc: Doc, key: str) -> list[Span]:
    """Return the sections without the blanks at their edges, which no reader sees."""
    trimmed = []
    for section in doc.spans.get(key, []):
        start, end = section.start, section.end
        while start < end and doc[start].norm_.isspace():
            start += 1
        while end > start and doc[end - 1].norm_.isspace():
            end -= 1
        trimmed.append(Span(doc, start, end, label=section.label))
    return trimmed
