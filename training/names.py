"""What is part of a name: titles and articles are not; and which names are countries."""

import json

from .corpora import Span
from .settings import DATA

TITLES = set(
    """president vice prime minister mr mr. mrs mrs. ms ms. dr dr. doctor senator sen sen. rep rep. gov gov. governor general gen
    gen. colonel col col. major captain capt capt. lt lt. sgt sgt. lieutenant sergeant professor prof prof. judge chancellor
    secretary foreign defense defence ambassador pm ceo chairman chief congressman congresswoman mayor sheikh ayatollah imam
    rev. rev reverend pastor deputy spokesman spokeswoman cleric the a an former then late ex""".split()
)


def without_title(words: list[str], start: int, end: int) -> int:
    """Start of a person's name after articles and titles."""
    while start < end - 1 and words[start].lower() in TITLES:
        start += 1
    return start


def without_article(words: list[str], start: int, end: int) -> int:
    return start + 1 if end - start > 1 and words[start].lower() in {"the", "a", "an"} else start


def country_names() -> set[str]:
    names = {"America", "U.S.", "US", "USA", "UK", "U.K.", "Britain", "England", "Scotland", "Wales", "North Korea", "South Korea", "Korea"}
    for country in json.loads((DATA / "gazetteers" / "countries.json").read_text(encoding="utf-8")):
        names.add(country["name"]["common"])
        names.add(country["name"]["official"])
    return names


def untitled(words: list[str], spans: list[Span]) -> list[Span]:
    return [(without_title(words, start, end) if name == "PERSON" else start, end, name) for start, end, name in spans]
