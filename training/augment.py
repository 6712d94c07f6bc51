"""Variants of training sentences: other casing, other names. The number of words never changes, so trees stay true."""

import csv
import random
import re
from collections import defaultdict
from dataclasses import replace

from .corpora import Document, Sentence
from .known_names import KnownNames
from .labels import ANY, TAG_ID, TYPES, mask_of_types
from .names import TITLES, country_names
from .settings import DATA

ABBREVIATED = ["U.S.", "US", "USA", "U.K.", "UK", "UAE", "DRC", "DPRK", "PRC", "ROK", "USSR"]
HEADLINE_LOWER = set("a an the and or but of in on at to for by with from as is".split())
AGENCIES = ["AP", "Reuters", "AFP", "UPI", "Xinhua", "Bloomberg", "CNN", "BBC", "dpa", "ANSA", "TASS"]
OUTSIDE, BEGIN_ORGANIZATION = 1, 1 << TAG_ID["B-ORGANIZATION"]
BEGIN_PERSON, INSIDE_PERSON = 1 << TAG_ID["B-PERSON"], 1 << TAG_ID["I-PERSON"]
INSIDE_ORGANIZATION = 1 << TAG_ID["I-ORGANIZATION"]
BEGIN_LOCATION, INSIDE_LOCATION = 1 << TAG_ID["B-LOCATION"], 1 << TAG_ID["I-LOCATION"]
INSIDE = {1 << TAG_ID[f"I-{name}"] for name in TYPES}
INSIDE_OF = {BEGIN_PERSON: INSIDE_PERSON, 1 << TAG_ID["B-ORGANIZATION"]: 1 << TAG_ID["I-ORGANIZATION"]}
PLACE = mask_of_types(["LOCATION", "GROUP"], outside=True)
NAMED = {1 << TAG_ID[f"B-{name}"] for name in TYPES}
FAMILY_FIRST = {"KR", "KP", "CN", "TW", "VN", "HK"}


def recase(words: list[str], chance: random.Random) -> list[str]:
    """All capitals, all small, or capitals as in a headline."""
    kind = chance.random()
    if kind < 0.35:
        return [word.upper() for word in words]
    if kind < 0.7:
        return [word.lower() for word in words]
    return [word if word in HEADLINE_LOWER or not word[:1].isalpha() else word[0].upper() + word[1:] for word in words]


class Names:
    """Forenames, surnames by country, and places, from the gazetteers (single words alone); and well-known names."""

    def __init__(self) -> None:
        folder = DATA / "gazetteers"
        self.fore: dict[str, list[str]] = defaultdict(list)
        self.sur: dict[str, list[str]] = defaultdict(list)
        for path, table in (("common-forenames-by-country.csv", self.fore), ("common-surnames-by-country.csv", self.sur)):
            with (folder / path).open(encoding="utf-8-sig") as lines:
                for row in csv.DictReader(lines):
                    name = row["Romanized Name"] or row["Localized Name"]
                    if name and " " not in name and name[0].isupper() and name.isascii() | name[0].isalpha():
                        table[row["Country"]].append(name)
        with (folder / "world-cities.csv").open(encoding="utf-8") as lines:
            self.places = [row["name"] for row in csv.DictReader(lines) if " " not in row["name"] and row["name"][0].isupper()]
        self.known = KnownNames()
        self.lands = sorted(name for name in country_names() if " " not in name) + ABBREVIATED * 3
        self.countries = sorted(set(self.fore) & set(self.sur))

    def person(self, words: list[str], known: dict[str, str], country: str, chance: random.Random) -> list[str]:
        """A name of as many words; a word that the document's `known` names already have keeps its replacement."""
        surname_at = 0 if country in FAMILY_FIRST and len(words) > 1 else len(words) - 1
        result = []
        for index, word in enumerate(words):
            if len(word) < 3 or word.endswith(".") or not word[0].isupper() or word.lower() in TITLES or "'" in word or "’" in word:
                result.append(word)
                continue
            if word not in known:
                known[word] = chance.choice((self.sur if index == surname_at else self.fore)[country])
            result.append(known[word])
        return result


INSIDE_OF_NAME = {BEGIN_PERSON: INSIDE_PERSON, BEGIN_ORGANIZATION: INSIDE_ORGANIZATION, BEGIN_LOCATION: INSIDE_LOCATION}
WELL_KNOWN = {BEGIN_PERSON: ("PERSON", 0.15), BEGIN_ORGANIZATION: ("ORGANIZATION", 0.4), BEGIN_LOCATION: ("LOCATION", 0.3)}


def other_name(
    words: list[str], begin: int, known: dict[str, str], countries: dict[str, str], names: Names, chance: random.Random
) -> list[str]:
    """A name of as many words. `known`: words and names that the document has already, with what they became; `countries`: by surname."""
    whole = " ".join(words)
    kind, share = WELL_KNOWN[begin]
    before = known.get(whole, "").split()
    if len(before) == len(words):
        return before
    if chance.random() < share and not any(word in known for word in words):
        found = names.known.of_length(kind, len(words), chance)
        if found:
            known[whole] = " ".join(found)
            if begin == BEGIN_PERSON:
                known.update(zip(words, found, strict=True))
            return found
    if begin == BEGIN_PERSON:
        country = countries.setdefault(words[-1], chance.choice(names.countries))
        return names.person(words, known, country, chance)
    if begin == BEGIN_LOCATION and len(words) == 1:
        word = words[0]
        if word in names.lands:
            return [known.setdefault(word, chance.choice(names.lands))]
        if word.isalpha() and word[0].isupper() and len(word) > 3 and chance.random() < 0.3:
            return [known.setdefault(word, chance.choice(names.places))]
    return words


def rename(document: Document, names: Names, chance: random.Random) -> Document:
    """The same document about other people and places."""
    known: dict[str, str] = {}
    countries: dict[str, str] = {}
    sentences = []
    for sentence in document.sentences:
        if sentence.tags is None:
            sentences.append(sentence)
            continue
        words, index = list(sentence.words), 0
        while index < len(words):
            begin, end = sentence.tags[index], index + 1
            while end < len(words) and sentence.tags[end] == INSIDE_OF_NAME.get(begin):
                end += 1
            if begin in INSIDE_OF_NAME:
                words[index:end] = other_name(words[index:end], begin, known, countries, names, chance)
            index = end
        sentences.append(replace(sentence, words=words))
    return replace(document, sentences=sentences)


def parts_of(word: str, tag: int) -> list[tuple[str, int]]:
    """A compound cut at its hyphens, with a mask of possible tags for each part. A name of a person or organisation goes on over
    the hyphen ("Jean-Bertrand"); in "Washington-based" small letters are no name; of "Israeli-Palestinian" nothing is known."""
    parts = [part for part in re.split(r"(-)", word) if part]
    if tag in INSIDE:
        return [(part, tag) for part in parts]
    if tag in INSIDE_OF:
        return [(part, tag if index == 0 else INSIDE_OF[tag]) for index, part in enumerate(parts)]
    if tag | PLACE == PLACE and any(part[0].islower() for part in parts):
        return [(part, ANY if part[0].isupper() else OUTSIDE) for part in parts]
    return [(part, ANY if tag in NAMED or part[0].isupper() else tag) for part in parts]


def split_hyphens(sentence: Sentence) -> Sentence:
    """Compounds in parts, as UD EWT and the product's tokens have them; for sentences without a tree."""
    if sentence.tags is None or sentence.pos is not None or not any("-" in word for word in sentence.words):
        return sentence
    words, columns = [], []
    for masks in (sentence.tags, sentence.claimed or sentence.tags):
        words, tags = [], []
        for word, tag in zip(sentence.words, masks, strict=True):
            compound = "-" in word[1:-1] and "--" not in word and not word.startswith(("http", "www"))
            for part, mask in parts_of(word, tag) if compound else [(word, tag)]:
                words.append(part)
                tags.append(mask)
        columns.append(tags)
    return replace(sentence, words=words, tags=columns[0], claimed=sentence.claimed and columns[1])


def datelined(sentence: Sentence, names: Names, chance: random.Random) -> Sentence:
    """ "SEOUL, South Korea (AP) - " before a sentence without a tree, as agencies write it."""
    if sentence.tags is None or sentence.pos is not None:
        return sentence
    city = chance.choice(names.places)
    words, tags = [city.upper() if chance.random() < 0.8 else city], [BEGIN_LOCATION]
    if chance.random() < 0.5:
        words, tags = [*words, ",", chance.choice(names.lands)], [*tags, OUTSIDE, BEGIN_LOCATION]
    if chance.random() < 0.7:
        words, tags = [*words, "(", chance.choice(AGENCIES), ")"], [*tags, OUTSIDE, BEGIN_ORGANIZATION, OUTSIDE]
    dash = chance.choice(["-", "--", "—", "–"])
    tags.append(OUTSIDE)
    claimed = sentence.claimed and [*tags, *sentence.claimed]
    return replace(sentence, words=[*words, dash, *sentence.words], tags=[*tags, *sentence.tags], claimed=claimed)


def vary(
    document: Document,
    names: Names,
    chance: random.Random,
    renamed: float = 0.15,
    recased: float = 0.05,
    split: float = 0.7,
    dateline: float = 0.2,
) -> list[Sentence]:
    """The document's sentences for one pass over the data."""
    if chance.random() < renamed:
        document = rename(document, names, chance)
    if chance.random() < split:
        document = replace(document, sentences=[split_hyphens(sentence) for sentence in document.sentences])
    if document.name.startswith("voa") and chance.random() < dateline:
        document = replace(document, sentences=[datelined(document.sentences[0], names, chance), *document.sentences[1:]])
    return [
        replace(sentence, words=recase(sentence.words, chance)) if chance.random() < recased else sentence for sentence in document.sentences
    ]
