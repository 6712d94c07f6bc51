"""Corpora labelled by people: how each one's entity types and borders translate into ours."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from .corpora import Document, Sentence, Span, read_conllu, read_spans, sentence_starts
from .labels import ANY, mask_of_types, tag_masks
from .names import TITLES, country_names, without_article, without_title
from .settings import DATA

PLC = ["PERSON", "LOCATION", "ORGANIZATION"]
NAMES_LEFT = mask_of_types(["GROUP", "EVENT", "PRODUCT", "WORK"], outside=True)
PARTY_OR_PEOPLE = mask_of_types(["GROUP", "ORGANIZATION"])
PRONOUNS = set("i we you he she it they me us him her them my our your his its their".split())
LINKS = {"of", "the", "and", "for", "al", "'s", "’s"}
COUNTRY_AS_ACTOR = mask_of_types(["LOCATION", "ORGANIZATION"])


def spans_to_document(record: dict, spans: list[tuple[int, int, str | int]], annotated: list[str], weight: float, share: float) -> Document:
    words = record["tokens"]
    masks = tag_masks(len(words), spans, annotated)
    starts = sentence_starts(record)
    sentences = [
        Sentence(words=words[start:end], tags=masks[start:end])
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True)
        if end > start
    ]
    return Document(record["id"], sentences, weight, share)


def read_entities(
    path: Path,
    convert: Callable[[list[str], Span], list[tuple[int, int, str | int]]],
    annotated: list[str],
    weight: float = 1.0,
    share: float = 1.0,
) -> list[Document]:
    return [
        spans_to_document(record, [new for old in record["entities"] for new in convert(record["tokens"], tuple(old))], annotated, weight, share)
        for record in read_spans(path)
    ]


def by_table(table: dict[str, str | int]) -> Callable[[list[str], Span], list[tuple[int, int, str | int]]]:
    """A conversion that renames types; one that the table lacks says nothing about its words."""

    def convert(words: list[str], span: Span) -> list[tuple[int, int, str | int]]:
        start, end, label = span
        return [(start, end, table.get(label, ANY))]

    return convert


def gum_convert(countries: set[str]) -> Callable[[list[str], Span], list[tuple[int, int, str | int]]]:
    """GUM keeps titles in names, calls peoples persons, and calls a country that acts an organisation."""

    def convert(words: list[str], span: Span) -> list[tuple[int, int, str | int]]:
        start, end, label = span
        text = " ".join(words[start:end])
        if {"in", ",", "on", "at"} & set(words[start:end]):  # "Yucatán in Mexico"
            return [(start, end, ANY)]
        if label == "person":
            if end - start == 1 and text.lower() in TITLES:
                return []
            if end - start == 1 and text.endswith("s"):
                return [(start, end, mask_of_types(["PERSON", "GROUP"]))]
            return [(without_title(words, start, end), end, "PERSON")]
        if label == "organization":
            return [(start, end, COUNTRY_AS_ACTOR if text in countries else "ORGANIZATION")]
        return [(start, end, {"place": "LOCATION", "time": "DATE", "event": mask_of_types(["EVENT"], True)}.get(label, ANY))]

    return convert


def re3d_convert(countries: set[str]) -> Callable[[list[str], Span], list[tuple[int, int, str | int]]]:
    """re3d also labels pronouns and descriptions: only spans of capitalised words are names, the rest says nothing."""

    def convert(words: list[str], span: Span) -> list[tuple[int, int, str | int]]:
        start, end, label = span
        begin = without_title(words, start, end) if label == "Person" else without_article(words, start, end)
        text = " ".join(words[begin:end])
        inner = [word for word in words[begin:end] if word.lower() not in LINKS]
        pronoun = text.lower() in PRONOUNS
        named = bool(inner) and all(word[0].isupper() for word in inner) and not pronoun and text.lower() not in TITLES
        if label == "Temporal":
            return [(start, end, "DATE")]
        if label == "Money":
            return [(start, end, mask_of_types(["MONEY"], True))]
        if label in {"Person", "Organisation", "Location", "Nationality"} and not named:
            return [] if pronoun else [(start, end, ANY)]
        if label == "Organisation":
            return [(begin, end, COUNTRY_AS_ACTOR if text in countries else "ORGANIZATION")]
        return [(begin, end, {"Person": "PERSON", "Location": "LOCATION", "Nationality": "GROUP"}.get(label, ANY))]

    return convert


def btc_convert(words: list[str], span: Span) -> list[tuple[int, int, str | int]]:
    """Tweets: what stands behind "@" or "#" is no name as news writes it."""
    start, end, label = span
    if words[start][0] in "@#" or (start and words[start - 1] == "@"):
        return [(start, end, ANY)]
    return [(start, end, {"PER": "PERSON", "ORG": "ORGANIZATION", "LOC": "LOCATION"}[label])]


def read_gum(countries: set[str]) -> list[Document]:
    """Syntax and entities of GUM on the same words; documents without a tree keep their entities alone."""
    trees = {document.name: document for document in read_conllu(DATA / "ud" / "gum.train.conllu")}
    documents = []
    for entities in read_entities(DATA / "ner" / "gum.train.jsonl", gum_convert(countries), PLC):
        tree = trees.get(entities.name.split("/")[1])
        if tree is None:
            documents.append(entities)
            continue
        tags = [tag for sentence in entities.sentences for tag in sentence.tags or []]
        merged, position = [], 0
        for sentence in tree.sentences:
            merged.append(replace(sentence, tags=tags[position : position + len(sentence.words)]))
            position += len(sentence.words)
        if position != len(tags):
            raise SystemExit(f"{entities.name}: ner/gum.train.jsonl and ud/gum.train.conllu have other tokens; take both from one release")
        documents.append(Document(entities.name, merged))
    return documents


def read_gold() -> list[Document]:
    """Every corpus with labels by people that the shipped weights may learn from. Held out: meantime, wnut17.test, and all of UNER and PUD."""
    countries, ner = country_names(), DATA / "ner"
    documents = read_gum(countries)
    documents += read_entities(
        ner / "wikigold.all.jsonl", by_table({"PER": "PERSON", "ORG": "ORGANIZATION", "LOC": "LOCATION", "MISC": NAMES_LEFT}), PLC
    )
    politics = by_table(
        {"person": "PERSON", "politician": "PERSON", "politicalparty": "ORGANIZATION", "organisation": "ORGANIZATION",
         "country": "LOCATION", "location": "LOCATION", "election": "EVENT", "event": "EVENT", "misc": NAMES_LEFT}
    )  # fmt: skip
    for part in ("train", "dev", "test"):
        documents += read_entities(ner / f"crossner-politics.{part}.jsonl", politics, [*PLC, "EVENT"])
    tweets = by_table(
        {"person": "PERSON", "location": "LOCATION", "corporation": "ORGANIZATION", "group": PARTY_OR_PEOPLE,
         "product": "PRODUCT", "creative-work": "WORK"}
    )  # fmt: skip
    for part in ("train", "dev"):
        documents += read_entities(ner / f"wnut17.{part}.jsonl", tweets, ["PERSON", "LOCATION"], weight=0.5, share=0.3)
    for part in "befgh":
        documents += read_entities(ner / f"btc.{part}.jsonl", btc_convert, PLC, weight=0.5, share=0.5 if part in "fg" else 0.25)
    documents += read_entities(ner / "re3d.all.jsonl", re3d_convert(countries), PLC)
    return documents
