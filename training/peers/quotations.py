"""Two peers on annotated quotations, scored by the same measure as ours.

    python training/peers/quotations.py textacy|pairing GOLD.jsonl PREDICTIONS.jsonl [--model NAME_OR_FOLDER]

textacy: textacy.extract.direct_quotations on spaCy's tags (0.13.0).
pairing: every pair of marks is a quotation, its speaker the nearest name outside the marks in the same line.
Needs spacy, textacy and an English spaCy model. The predictions have the gold file's format (offsets in code points).
"""
import argparse
import importlib.resources
import json
import re

import spacy


def load(model):
    """A spaCy model by name, by folder, or from inside a package that carries one in `_model`."""
    try:
        return spacy.load(model)
    except (OSError, AttributeError):
        return spacy.load(str(importlib.resources.files(model) / "_model"))


def textacy_quotations(nlp, text):
    from textacy import extract

    try:
        quotations = list(extract.direct_quotations(nlp(text)))
    except ValueError:  # it refuses texts with an odd number of marks: line by line then
        quotations = []
        offset = 0
        for line in text.split("\n"):
            try:
                found = extract.direct_quotations(nlp(line))
                quotations += [(offset, q) for q in found]
            except ValueError:
                pass
            offset += len(line) + 1
    for quotation in quotations:
        offset, (speaker, cue, content) = quotation if isinstance(quotation, tuple) and len(quotation) == 2 else (0, quotation)
        span = lambda tokens: [[offset + tokens[0].idx, offset + tokens[-1].idx + len(tokens[-1])]] if tokens else None
        yield {
            "content": [[offset + content.start_char, offset + content.end_char]],
            "cue": span(cue),
            "source": span(speaker),
            "speaker": " ".join(token.text for token in speaker) or None,
            "kind": "direct",
        }


MARKED = re.compile(r"“[^“”\n]+”|\"[^\"\n]+\"|''(?:(?!'')[^\n])+''")


def paired_quotations(nlp, text):
    offset = 0
    for line in text.split("\n"):
        marked = [match.span() for match in MARKED.finditer(line)]
        people = [e for e in nlp(line).ents if e.label_ == "PERSON"] if marked else []
        outside = [e for e in people if not any(s <= e.start_char < t for s, t in marked)]
        for start, end in marked:
            distance = lambda e: min(abs(e.start_char - end), abs(start - e.end_char))
            nearest = min(outside, key=distance, default=None)
            yield {
                "content": [[offset + start, offset + end]],
                "cue": None,
                "source": [[offset + nearest.start_char, offset + nearest.end_char]] if nearest else None,
                "speaker": nearest.text if nearest else None,
                "kind": "direct",
            }
        offset += len(line) + 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peer", choices=["textacy", "pairing"])
    parser.add_argument("gold")
    parser.add_argument("predictions")
    parser.add_argument("--model", default="en_core_web_md")
    options = parser.parse_args()
    nlp = load(options.model)
    find = {"textacy": textacy_quotations, "pairing": paired_quotations}[options.peer]
    with open(options.gold, encoding="utf-8") as gold, open(options.predictions, "w", encoding="utf-8") as out:
        for line in gold:
            passage = json.loads(line)
            quotes = list(find(nlp, passage["text"]))
            out.write(json.dumps({"id": passage["id"], "text": passage["text"], "quotes": quotes}) + "\n")


if __name__ == "__main__":
    main()
