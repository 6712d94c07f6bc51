"""Scores to labels: one rooted tree a sentence, valid entity spans. shared/language/ decodes the same way in TypeScript."""

import numpy as np

from .labels import SHIFTS, TAGS

# valid[i, j]: tag j may follow tag i; the last row is the start of a sentence
VALID = np.array([[tag[0] != "I" or before[2:] == tag[2:] for tag in TAGS] for before in [*TAGS, "O"]])
FORBIDDEN = -1e9


def spans(scores: np.ndarray) -> list[tuple[int, int, str]]:
    """Best valid sequence by Viterbi over one sentence's tag scores [word, tag], as spans (end exclusive)."""
    if not len(scores):
        return []
    scores = scores + np.array(SHIFTS)
    steps = np.where(VALID[:-1], 0.0, FORBIDDEN)
    best = scores[0] + np.where(VALID[-1], 0.0, FORBIDDEN)
    back = []
    for row in scores[1:]:
        candidates = best[:, None] + steps
        back.append(candidates.argmax(0))
        best = candidates.max(0) + row
    path = [int(best.argmax())]
    for row in reversed(back):
        path.append(int(row[path[-1]]))
    found: list[tuple[int, int, str]] = []
    for index, tag in enumerate(reversed(path)):
        name = TAGS[tag]
        if name[0] == "B":
            found.append((index, index + 1, name[2:]))
        elif name[0] == "I":
            found[-1] = (found[-1][0], index + 1, found[-1][2])
    return found


def cycle_in(heads: list[int]) -> list[int]:
    """Nodes of one cycle, or nothing. heads[0] is ignored (node 0 is the root)."""
    colour = [0] * len(heads)
    for start in range(1, len(heads)):
        node, path = start, []
        while node and colour[node] == 0:
            colour[node] = start
            path.append(node)
            node = heads[node]
        if node and colour[node] == start and node in path:
            return path[path.index(node) :]
    return []


def arborescence(scores: np.ndarray) -> list[int]:
    """Chu-Liu/Edmonds: heads of the best tree over scores [node, head] where node 0 is the root; result[0] is 0."""
    heads = [0, *(int(row.argmax()) for row in scores[1:])]
    cycle = cycle_in(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [node for node in range(len(heads)) if node not in inside]
    cost = sum(scores[node, heads[node]] for node in cycle)
    size = len(outside)
    smaller = np.full((size + 1, size + 1), FORBIDDEN)
    entering, leaving = {}, {}
    for index, node in enumerate(outside):
        for other, head in enumerate(outside):
            smaller[index, other] = scores[node, head]
        if node:
            leaving[index] = max(cycle, key=lambda head: scores[node, head])
            smaller[index, size] = scores[node, leaving[index]]
        gains = [scores[member, node] - scores[member, heads[member]] + cost for member in cycle]
        entering[index] = cycle[int(np.argmax(gains))]
        smaller[size, index] = max(gains)
    solved = arborescence(smaller)
    result = list(heads)
    for index, node in enumerate(outside):
        if node:
            result[node] = leaving[index] if solved[index] == size else outside[solved[index]]
    enter = solved[size]
    result[entering[enter]] = outside[enter]
    return result


def tree(scores: np.ndarray) -> list[int]:
    """Heads (0 is the root, else 1 + word) of the best tree with exactly one root, from arc scores [word, 1 + word]."""
    length = len(scores)
    full = np.full((length + 1, length + 1), FORBIDDEN)
    full[1:] = scores
    np.fill_diagonal(full, FORBIDDEN)
    heads = arborescence(full)
    roots = [node for node in range(1, length + 1) if heads[node] == 0]
    if len(roots) == 1:
        return heads[1:]
    best, best_score = heads, -np.inf
    for root in roots or range(1, length + 1):
        single = full.copy()
        single[:, 0] = FORBIDDEN
        single[root, 0] = full[root, 0]
        tried = arborescence(single)
        score = sum(single[node, tried[node]] for node in range(1, length + 1))
        if score > best_score:
            best, best_score = tried, score
    return best[1:]
