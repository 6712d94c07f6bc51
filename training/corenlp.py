"""Adds Stanford CoreNLP's labels to the silver texts: `python -m training.corenlp SILVER.jsonl OUT.jsonl`.

Its three-class and four-class taggers of news names, by Java and Maven, on the words as given: "three" and "four" of each record."""

import argparse
import json
import subprocess
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from .corpora import Span, read_spans, sentence_starts
from .settings import PROJECT, WORK

STANFORD = PROJECT / "training" / "stanford"
TAGGERS = {"three": "english.all.3class.distsim", "four": "english.conll.4class.distsim"}


def jars() -> Path:
    folder = WORK / "stanford"
    if not folder.exists():
        subprocess.run(
            ["mvn", "-q", "-f", str(STANFORD / "pom.xml"), "dependency:copy-dependencies", f"-DoutputDirectory={folder.resolve()}"], check=True
        )
    return folder


def sentences(record: dict) -> Iterator[tuple[int, list[str]]]:
    """The number of its first word, and the words."""
    words, starts = record["tokens"], sentence_starts(record)
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        if end > start:
            yield start, ["".join(word.split()) or "_" for word in words[start:end]]


def spans(tags: list[str], start: int) -> Iterator[Span]:
    for tag, places in groupby(range(len(tags)), key=tags.__getitem__):
        if tag != "O":
            numbers = list(places)
            yield start + numbers[0], start + numbers[-1] + 1, tag


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("silver", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    records = list(read_spans(options.silver))
    lines = "\n".join(" ".join(words) for record in records for _, words in sentences(record)) + "\n"
    command = ["java", "-Xmx3g", "-cp", f"{jars()}/*", str(STANFORD / "Label.java"), *TAGGERS.values()]
    answers = iter(subprocess.run(command, input=lines, text=True, stdout=subprocess.PIPE, check=True).stdout.rstrip("\n").split("\n"))
    with options.out.open("w", encoding="utf-8") as out:
        for record in records:
            for name in TAGGERS:
                record[name] = []
            for start, _ in sentences(record):
                for name, tags in zip(TAGGERS, next(answers).split("\t"), strict=True):
                    record[name] += spans(tags.split(" "), start)
            out.write(json.dumps(record) + "\n")


if __name__ == "__main__":
    main()
