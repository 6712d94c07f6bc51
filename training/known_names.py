"""Well-known names from the lists in ../shared/data/knowledge that may ship, and sentences about them from patterns: so that the model
remembers what a name names where the sentence does not tell, and believes the sentence where it does."""

import csv
import re
from collections import defaultdict
from random import Random

from .corpora import Document, Sentence
from .labels import TAG_ID, mask_of_types
from .settings import DATA

VALUES = mask_of_types(["DATE", "MONEY", "QUANTITY"], outside=True)
DOCUMENTS, SENTENCES = 400, 6  # a pass over the data, and a document
MOST_WORDS = 6

# How many of a list's names are read (they begin with the best-known), and how often one of the list is drawn.
LISTS: dict[str, dict[str, tuple[int, float]]] = {
    "PERSON": {
        "well-known-people": (1187, 3), "leaders-handmade": (491, 2), "leaders-wikidata": (1851, 1), "business-handmade": (252, 1.5),
        "us-congress-executive": (617, 0.7), "un-eu-handmade": (105, 0.5), "nobel-laureates": (954, 0.5), "worldcup-footballers": (3208, 1),
        "ministers-wikidata": (17133, 1.5), "legislators-wikidata": (27308, 1),
    },
    "LOCATION": {
        "countries": (256, 3), "cities": (2500, 4), "regions": (5769, 1), "nature": (1500, 1), "world-regions": (228, 0.7),
        "news-places": (437, 1), "airports": (530, 0.2),
    },
    "ORGANIZATION": {
        "intl-organisations": (307, 2), "government-bodies": (474, 2), "security-agencies": (309, 1.5), "armed-groups": (242, 1.5),
        "financial-institutions": (577, 2), "news-media": (1233, 2), "known-companies": (1251, 3), "sports-organisations": (613, 1.5),
        "civil-society": (969, 1.5), "national-institutions": (1208, 1), "parties": (1500, 1), "us-fto-list": (109, 0.3),
        "football-clubs": (900, 0.7), "newspapers-wikidata": (1500, 0.7), "ror-universities": (2000, 0.5), "airlines": (300, 0.3),
        "companies": (1200, 1), "us-federal-agencies": (529, 0.3), "fb15k-organisations": (2229, 0.7),
    },
    "GROUP": {"demonyms": (272, 3), "peoples": (889, 1)},
}  # fmt: skip

# {any} is a person, place or organisation: the sentence does not tell. {odd} is a person called like a place or a firm.
PATTERNS = """
{any} was mentioned twice in the report .
{any} was mentioned in the report , and so was {any2} .
Nothing was said about {any} on Monday .
The article was about {any} and {any2} .
Much has been written about {any} this year .
{any} has been in the news for weeks .
Readers asked about {any} , {any2} and {any3} .
" {any} is not the problem , " she said .
What happens next depends on {any} .
{any} did not respond to a request for comment .
{any} said on Tuesday that talks would go on .
Critics of {any} called the decision a mistake .
The speech did not mention {any} by name .
It was not clear what {any} wanted .
Photo : {any}
{any} , {any2} top the list
Everybody here knows {any} .
The question is whether {any} can recover .
He blamed {any} for the delay .
Few had expected {any} to agree .
There was no word from {any} .
Attention has turned to {any} after the vote .
For {any} it was the second setback in a month .
The ruling is a blow to {any} .
Asked about {any} , the minister smiled .
{any} is said to be worried about {any2} .
{any} and {any2} signed the agreement last year .
Sources close to {any} confirmed the report .
In a statement , {any} rejected the claims .
{any} 's plans were criticised by {any2} .
{person} was born in {place} in 1961 .
{person} , 54 , told {org} that he would resign .
{person} arrived in {place} late on Sunday , officials said .
{person} and {person2} met in {place} to discuss trade .
The {people} government said {person} would visit {place} .
{people} forces clashed with {org} near {place} .
{org} reported that {person} had been arrested in {place} .
{org} said it would open an office in {place} next year .
Shares in {org} rose 3 % after {person} was named chief executive .
Heavy rain fell across {place} and {place2} , killing dozens .
Thousands marched through {place} on Saturday .
The road from {place} to {place2} was closed .
Residents of {place} were told to stay indoors .
{place} beat {place2} 2 - 1 in the final .
{org} beat {org2} 3 - 0 on Sunday .
A court in {place} sentenced {person} to six years in prison .
{person} , a spokeswoman for {org} , declined to comment .
{org} and {org2} announced a merger on Thursday .
Members of {org} voted against the proposal .
{org} was founded in {place} in 1984 .
An investigation by {org} found that {org2} had broken the law .
He worked for {org} before he joined {org2} .
{person} , the {people} writer , died at his home in {place} .
Talks between {people} and {people2} officials collapsed .
The two {people} journalists were released in {place} .
{org} condemned the attack in {place} , which killed 14 people .
{place} ( {org} ) - Police said on Friday that two men had been shot .
{org} analysts expect growth to slow in {place} .
{odd} , 43 , told police that he had seen nothing .
{odd} said she would appeal against the verdict .
" I was lucky , " said {odd} , who won his first title .
{odd} and her husband moved to {place} in 2004 .
{odd} , who was born in {place} , scored twice for {org} .
The actor {odd} married {person} in June .
Doctors said {odd} had broken his leg .
Mr. {surname} said he would not stand again .
Mrs. {surname} , a widow , lives with her three children .
Judge {surname} adjourned the hearing until Monday .
His lawyer said {odd} denied the charges .
{odd} , a professor of law , disagreed .
{odd} thanked his parents and his coach .
""".strip().split("\n")  # fmt: skip
WORD = re.compile(r"(?:[A-Z]\.)+|[A-Z][a-z]{0,3}\.(?= )|\w+(?:['’](?!s\b)\w+)*|['’]s\b|[^\w\s]")


def words_of(name: str) -> list[str]:
    """As the corpora cut them: hyphens and possessives are words, abbreviations keep their points."""
    return WORD.findall(name)


class KnownNames:
    def __init__(self) -> None:
        types: dict[str, set[str]] = defaultdict(set)
        self.names: dict[str, list[list[list[str]]]] = {}  # of a type its lists' names, as words
        self.weights: dict[str, list[float]] = {}
        rows: dict[str, list[tuple[list[str], float]]] = defaultdict(list)
        for kind, lists in LISTS.items():
            for file, (most, weight) in lists.items():
                found = []
                with (DATA / "knowledge" / f"{file}.tsv").open(encoding="utf-8") as lines:
                    for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)):
                        aliases = [alias for alias in row["aliases"].split("|") if alias and alias[0].isupper() and " " in alias or alias.isupper()]
                        for name in [row["name"], *aliases[:3]]:
                            types[name].add(kind)
                            if number < most:
                                found.append(name)
                rows[kind].append((found, weight))
        for kind, lists in rows.items():
            cut = [[words_of(name.removeprefix("the ").removeprefix("The ")) for name in found if len(types[name]) == 1] for found, _ in lists]
            self.names[kind] = [[words for words in found if 0 < len(words) <= MOST_WORDS and words[0][0].isupper()] for found in cut]
            self.weights[kind] = [weight for _, weight in lists]

    def draw(self, kind: str, chance: Random) -> list[str]:
        return chance.choice(chance.choices(self.names[kind], self.weights[kind])[0])

    def of_length(self, kind: str, length: int, chance: Random) -> list[str] | None:
        """One with as many words, if a few draws find one."""
        for _ in range(12):
            words = self.draw(kind, chance)
            if len(words) == length:
                return words
        return None

    def word(self, kind: str, chance: Random) -> str:
        """A name of one word."""
        while True:
            words = self.draw(kind, chance)
            if len(words) == 1 and len(words[0]) > 2 and words[0][1:].isalpha() and words[0][1:].islower():
                return words[0]


KINDS = {"person": "PERSON", "place": "LOCATION", "org": "ORGANIZATION", "people": "GROUP", "odd": "PERSON", "surname": "PERSON"}


def fill(pattern: str, known: KnownNames, forenames: list[str], chance: Random) -> Sentence:
    words: list[str] = []
    tags: list[int] = []
    for part in pattern.split(" "):
        slot = re.fullmatch(r"\{([a-z]+)\d?\}", part)
        if not slot:
            words.append(part)
            tags.append(VALUES)
            continue
        kind = chance.choice(["PERSON", "LOCATION", "ORGANIZATION"]) if slot[1] == "any" else KINDS[slot[1]]
        if slot[1] in {"odd", "surname"}:
            name = [known.word("LOCATION" if chance.random() < 0.7 else "ORGANIZATION", chance)]
            name = [chance.choice(forenames), *name] if slot[1] == "odd" else name
        else:
            name = known.draw(kind, chance)
        for index, word in enumerate(name):
            words.append(word)
            tags.append(1 << TAG_ID[f"{'I' if index else 'B'}-{kind}"])
    return Sentence(words, tags=tags)


def known_names(known: KnownNames, forenames: list[str], chance: Random) -> list[Document]:
    """Anew for each pass over the data."""
    return [
        Document(f"known/{number}", [fill(chance.choice(PATTERNS), known, forenames, chance) for _ in range(SENTENCES)], weight=0.5)
        for number in range(DOCUMENTS)
    ]
