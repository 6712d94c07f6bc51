"""The encoder (over word pieces and shapes of words) and its four heads, in the sizes of the teacher and of the student."""

import math
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from .eight_bits import rounded_linear
from .labels import POS, RELATIONS, TAGS
from .pieces import SHAPE_NAMES

POSITIONS = 512
IMPOSSIBLE = -1e9
FURTHEST = 128  # pieces; MPNet's attention knows no larger distance


@dataclass(frozen=True)
class Size:
    width: int
    part: int  # width of an attention head
    heads: tuple[int, ...]  # attention heads a layer
    inner: tuple[int, ...]  # width of the feed-forward network a layer
    arc: int = 256
    relation: int = 64
    entity: int = 192
    buckets: int = 0  # of distances that the attention knows, as MPNet's
    epsilon: float = 1e-12


STUDENT = Size(width=384, part=32, heads=(12,) * 6, inner=(1536,) * 6)
TEACHER = Size(width=768, part=64, heads=(12,) * 12, inner=(3072,) * 12, arc=512, relation=128, entity=384, buckets=32, epsilon=1e-5)


def size_of(weights: dict[str, Tensor]) -> Size:
    """Of saved weights."""
    base = TEACHER if weights["position.weight"].shape[1] == TEACHER.width else STUDENT
    layers = range(sum(name.endswith(".attended.weight") for name in weights))
    return replace(
        base,
        heads=tuple(weights[f"layers.{number}.attended.weight"].shape[1] // base.part for number in layers),
        inner=tuple(len(weights[f"layers.{number}.widen.bias"]) for number in layers),
        arc=len(weights["arc_head.bias"]), relation=len(weights["relation_head.bias"]), entity=len(weights["entity_hidden.bias"]),
    )  # fmt: skip


def attention(query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
    """[batch, head, piece, part]. `bias` is added to the scores: [batch or 1, head or 1, piece or 1, piece]."""
    size, heads, length, part = query.shape
    if query.device.type == "cuda":
        wide = None if bias is None else bias.to(query.dtype).expand(size, heads, length, length)
        return functional.scaled_dot_product_attention(query, key, value, wide)
    # In plain products of the given precision: three times as fast on a CPU in bfloat16, forward and back, as the fused kernel.
    with torch.autocast("cpu", enabled=False):
        flat = [x.reshape(size * heads, length, part) for x in (query, key, value)]
        if bias is None:
            scores = flat[0] @ flat[1].transpose(1, 2) * part**-0.5
        else:
            wide = bias.to(query.dtype).expand(size, heads, length, length).reshape(size * heads, length, length)
            scores = torch.baddbmm(wide, flat[0], flat[1].transpose(1, 2), alpha=part**-0.5)
        return (scores.softmax(2) @ flat[2]).view(size, heads, length, part)


def distance_buckets(length: int, buckets: int) -> Tensor:
    """[piece, piece]: MPNet's number for the distance of two pieces: half of the numbers for each direction, near ones exact."""
    places = torch.arange(length)
    distance = places[:, None] - places
    half = buckets // 2
    near = half // 2
    size = distance.abs()
    far = near + (torch.log(size.clamp(min=1) / near) / math.log(FURTHEST / near) * (half - near)).long()
    return (distance < 0) * half + torch.where(size < near, size, far.clamp(max=half - 1))


def functional_linear(linear: nn.Linear, x: Tensor) -> Tensor:
    return linear(x)


class Layer(nn.Module):
    """Once `rounding`, its products are computed as the export will."""

    rounding = False

    def __init__(self, size: Size, heads: int, inner: int) -> None:
        super().__init__()
        self.heads, self.part = heads, size.part
        self.projection, self.attended = nn.Linear(size.width, 3 * heads * size.part), nn.Linear(heads * size.part, size.width)
        self.first_norm, self.second_norm = (nn.LayerNorm(size.width, eps=size.epsilon) for _ in range(2))
        self.widen, self.narrow = nn.Linear(size.width, inner), nn.Linear(inner, size.width)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        size, length, _ = x.shape
        linear = rounded_linear if self.rounding else functional_linear
        query, key, value = linear(self.projection, x).view(size, length, 3, self.heads, self.part).permute(2, 0, 3, 1, 4)
        attended = linear(self.attended, attention(query, key, value, bias).transpose(1, 2).reshape(size, length, self.heads * self.part))
        x = self.first_norm(x + attended)
        return self.second_norm(x + linear(self.narrow, functional.gelu(linear(self.widen, x))))


class Tagger(nn.Module):
    def __init__(self, vocabulary_size: int, size: Size = STUDENT, dropout: float = 0.1) -> None:
        super().__init__()
        self.size, self.dropout = size, dropout
        self.piece, self.position = nn.Embedding(vocabulary_size, size.width), nn.Embedding(POSITIONS, size.width)
        self.shape = nn.Embedding(len(SHAPE_NAMES), size.width)
        nn.init.normal_(self.shape.weight, std=0.02)
        self.norm = nn.LayerNorm(size.width, eps=size.epsilon)
        if size.buckets:
            self.distance = nn.Embedding(size.buckets, size.heads[0])
        self.layers = nn.ModuleList(Layer(size, heads, inner) for heads, inner in zip(size.heads, size.inner, strict=True))
        self.pos = nn.Linear(size.width, len(POS))
        self.entity_hidden, self.entity = nn.Linear(size.width, size.entity), nn.Linear(size.entity, len(TAGS))
        self.root = nn.Parameter(torch.randn(size.width) * 0.02)
        self.arc_dependent, self.arc_head = nn.Linear(size.width, size.arc), nn.Linear(size.width, size.arc)
        self.arc, self.arc_prior = nn.Linear(size.arc, size.arc, bias=False), nn.Linear(size.arc, 1)
        self.relation_dependent, self.relation_head = nn.Linear(size.width, size.relation), nn.Linear(size.width, size.relation)
        self.relation = nn.Linear(size.relation, len(RELATIONS) * size.relation, bias=False)
        self.relation_prior = nn.Linear(2 * size.relation, len(RELATIONS))
        nn.init.normal_(self.arc.weight, std=0.01)
        nn.init.normal_(self.relation.weight, std=0.01)

    def round_to_8_bits(self) -> None:
        """From here on the layers compute as the export will."""
        for layer in self.layers:
            layer.rounding = True

    def words_of(self, pieces: Tensor, shapes: Tensor, present: Tensor | None, words: Tensor) -> Tensor:
        """[batch, word, width]: the encoding of each word's first piece."""
        x = self.piece(pieces) + self.shape(shapes) + self.position.weight[: pieces.shape[1]]
        x = functional.dropout(self.norm(x), self.dropout, self.training)
        bias = None if present is None else torch.where(present, 0.0, -1e4)[:, None, None, :]
        if self.size.buckets:
            near = self.distance(distance_buckets(pieces.shape[1], self.size.buckets).to(pieces.device)).permute(2, 0, 1)[None]
            bias = near if bias is None else bias + near
        if bias is not None and torch.is_autocast_enabled(x.device.type):
            bias = bias.bfloat16()
        for layer in self.layers:
            x = layer(x, bias)
        return x.gather(1, words[:, :, None].expand(-1, -1, self.size.width))

    def arcs(self, words: Tensor, with_root: Tensor, numbers: Tensor) -> Tensor:
        """[batch, word, 1 + word]; heads in another sentence, and the word itself, are impossible."""
        dependent = self._drop(functional.gelu(self.arc_dependent(words)))
        head = self._drop(functional.gelu(self.arc_head(with_root)))
        scores = (self.arc(dependent) @ head.transpose(1, 2) + self.arc_prior(head).transpose(1, 2)).float()
        same = (numbers[:, :, None] == numbers[:, None, :]) & ~torch.eye(numbers.shape[1], dtype=torch.bool, device=numbers.device)
        allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
        return scores.masked_fill(~allowed, IMPOSSIBLE)

    def relations(self, words: Tensor, with_root: Tensor, heads: Tensor) -> Tensor:
        """[batch, word, relation] for the head (column of arcs) of each word."""
        dependent = self._drop(functional.gelu(self.relation_dependent(words)))
        head = self._drop(functional.gelu(self.relation_head(with_root)))
        head = head.gather(1, heads[:, :, None].expand(-1, -1, self.size.relation))
        size, length, _ = dependent.shape
        weighted = self.relation(dependent).view(size, length, len(RELATIONS), self.size.relation)
        return (weighted @ head[:, :, :, None])[:, :, :, 0] + self.relation_prior(torch.cat([dependent, head], 2))

    def forward(self, batch: dict[str, Tensor], heads: Tensor | None = None) -> dict[str, Tensor]:
        """Logits; relations are for `heads` (columns of arcs) where given, else for the best-scoring head."""
        words = self._drop(self.words_of(batch["pieces"], batch["shapes"], batch.get("present"), batch["words"]))
        with_root = torch.cat([self.root.expand(words.shape[0], 1, self.size.width).to(words.dtype), words], 1)
        arcs = self.arcs(words, with_root, batch["numbers"])
        chosen = arcs.argmax(2) if heads is None else heads
        return {
            "pos": self.pos(words).float(),
            "arcs": arcs,
            "relations": self.relations(words, with_root, chosen).float(),
            "entities": self.entity(self._drop(functional.gelu(self.entity_hidden(words)))).float(),
        }

    def _drop(self, x: Tensor) -> Tensor:
        return functional.dropout(x, self.dropout, self.training)


def load_tagger(weights: dict[str, Tensor], dropout: float = 0.1) -> Tagger:
    model = Tagger(len(weights["piece.weight"]), size_of(weights), dropout)
    model.load_state_dict(weights)
    return model
