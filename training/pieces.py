"""A word as the encoder sees it: word pieces and a shape class. shared/language/encoder does the same in TypeScript."""

import unicodedata
from functools import lru_cache
from pathlib import Path

from .settings import MAX_WORD_PIECES

SHAPES = ["lower", "title", "upper", "mixed", "capital", "initial", "abbreviation", "digits", "alphanumeric", "punctuation", "symbol"]
# id 0 is for [CLS] and [SEP]; "first:" marks the first word of a sentence that has a letter or digit
SHAPE_NAMES = ["special", *SHAPES, *(f"first:{name}" for name in SHAPES)]
SHAPE_ID = {name: number for number, name in enumerate(SHAPE_NAMES)}

# The same word in straight and in typographic writing gives the same pieces.
STRAIGHT = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‟": '"',
     "«": '"', "»": '"', "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-"}
)  # fmt: skip


def shape_of(word: str) -> str:
    """One of SHAPES. Letters are Unicode L*, capitals Lu and Lt, digits Nd, punctuation P*; ’ - . inside a word start a new part."""
    categories = [unicodedata.category(character) for character in word]
    letters = [category for category in categories if category[0] == "L"]
    if not letters:
        if "Nd" in categories:
            return "digits"
        return "punctuation" if all(category[0] == "P" for category in categories) else "symbol"
    if "Nd" in categories:
        return "alphanumeric"
    capitals = sum(category in ("Lu", "Lt") for category in letters)
    if capitals == 0:
        return "lower"
    if len(letters) == 1:
        return "initial" if word.endswith(".") and len(categories) == 2 else "capital"
    if "Ll" not in letters:
        return "abbreviation" if "." in word else "upper"
    starts = sum(
        category in ("Lu", "Lt") and (index == 0 or categories[index - 1][0] != "L") for index, category in enumerate(categories)
    )
    first = next(category for category in categories if category[0] == "L")
    return "title" if capitals == starts and first in ("Lu", "Lt") else "mixed"


def sentence_shapes(shapes: list[str]) -> list[int]:
    """Shape ids of a sentence's words, its first word with a letter or digit marked."""
    ids, opened = [], False
    for shape in shapes:
        first = not opened and shape not in ("punctuation", "symbol")
        opened = opened or first
        ids.append(SHAPE_ID[f"first:{shape}" if first else shape])
    return ids


def is_cjk(character: str) -> bool:
    code = ord(character)
    return any(
        low <= code <= high
        for low, high in (
            (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF),
            (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
        )
    )  # fmt: skip


def is_split(character: str) -> bool:
    """Punctuation as BERT has it: Unicode P*, and every ASCII sign that is neither letter, digit nor space."""
    code = ord(character)
    return 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126 or unicodedata.category(character)[0] == "P"


class WordPieces:
    """BERT's uncased word pieces."""

    def __init__(self, vocabulary: Path) -> None:
        self.pieces = vocabulary.read_text(encoding="utf-8").rstrip("\n").split("\n")
        self.id = {piece: number for number, piece in enumerate(self.pieces)}
        self.cls, self.sep, self.unknown, self.mask = (self.id[name] for name in ("[CLS]", "[SEP]", "[UNK]", "[MASK]"))
        self.of = lru_cache(maxsize=200_000)(self._of)

    def _of(self, word: str) -> tuple[int, ...]:
        """Piece ids of a word, at least one, at most MAX_WORD_PIECES."""
        text = unicodedata.normalize("NFD", word.translate(STRAIGHT).lower())
        parts: list[str] = []
        joined = False
        for character in text:
            category = unicodedata.category(character)
            if category == "Mn":
                continue
            if category[0] in "CZ" or character in "\t\n\r�":
                joined = False
            elif is_cjk(character) or is_split(character):
                parts.append(character)
                joined = False
            elif joined:
                parts[-1] += character
            else:
                parts.append(character)
                joined = True
        ids = [piece for part in parts for piece in self._greedy(part)]
        return tuple(ids[:MAX_WORD_PIECES]) or (self.unknown,)

    def _greedy(self, part: str) -> list[int]:
        """Longest match first; [UNK] for the whole part where a rest fits nothing, or where it is over 100 characters."""
        if len(part) > 100:
            return [self.unknown]
        ids, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start:
                found = self.id.get(part[start:end] if start == 0 else f"##{part[start:end]}")
                if found is not None:
                    break
                end -= 1
            if end == start:
                return [self.unknown]
            ids.append(found)
            start = end
        return ids
