"""The encoder (MiniLM's six layers over word pieces and shapes) and its four heads."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from .eight_bits import rounded_linear
from .labels import POS, RELATIONS, TAGS
from .pieces import SHAPE_NAMES

WIDTH, LAYERS, ATTENTION_HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
ARC, RELATION, ENTITY = 256, 64, 192
IMPOSSIBLE = -1e9


def attention(query: Tensor, key: Tensor, value: Tensor, absent: Tensor | None) -> Tensor:
    """[batch, head, piece, part]. In plain products of the given precision: three times as fast on a CPU in bfloat16, forward
    and back, as PyTorch's fused kernel. `absent` [batch, 1, 1, piece] is very low where a window is padding."""
    with torch.autocast("cpu", enabled=False):
        size, heads, length, part = query.shape
        flat = [x.reshape(size * heads, length, part) for x in (query, key, value)]
        if absent is None:
            scores = flat[0] @ flat[1].transpose(1, 2) * part**-0.5
        else:
            bias = absent.to(query.dtype).expand(size, heads, length, length).reshape(size * heads, length, length)
            scores = torch.baddbmm(bias, flat[0], flat[1].transpose(1, 2), alpha=part**-0.5)
        return (scores.softmax(2) @ flat[2]).view(size, heads, length, part)


def functional_linear(linear: nn.Linear, x: Tensor) -> Tensor:
    return linear(x)


class Layer(nn.Module):
    """`inner` is the width of its feed-forward network; once `rounding`, its products are computed as the export will."""

    rounding = False

    def __init__(self, inner: int) -> None:
        super().__init__()
        self.projection, self.attended = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.first_norm, self.second_norm = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)

    def forward(self, x: Tensor, absent: Tensor | None) -> Tensor:
        size, length, _ = x.shape
        linear = rounded_linear if self.rounding else functional_linear
        query, key, value = linear(self.projection, x).view(size, length, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).permute(2, 0, 3, 1, 4)
        attended = linear(self.attended, attention(query, key, value, absent).transpose(1, 2).reshape(size, length, WIDTH))
        x = self.first_norm(x + attended)
        return self.second_norm(x + linear(self.narrow, functional.gelu(linear(self.widen, x))))


class Tagger(nn.Module):
    def __init__(self, vocabulary_size: int, inner: list[int] | None = None, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = dropout
        self.piece, self.position = nn.Embedding(vocabulary_size, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.shape = nn.Embedding(len(SHAPE_NAMES), WIDTH)
        nn.init.normal_(self.shape.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width) for width in inner or [INNER] * LAYERS)
        self.pos = nn.Linear(WIDTH, len(POS))
        self.entity_hidden, self.entity = nn.Linear(WIDTH, ENTITY), nn.Linear(ENTITY, len(TAGS))
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.arc_dependent, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.arc, self.arc_prior = nn.Linear(ARC, ARC, bias=False), nn.Linear(ARC, 1)
        self.relation_dependent, self.relation_head = nn.Linear(WIDTH, RELATION), nn.Linear(WIDTH, RELATION)
        self.relation = nn.Linear(RELATION, len(RELATIONS) * RELATION, bias=False)
        self.relation_prior = nn.Linear(2 * RELATION, len(RELATIONS))
        nn.init.normal_(self.arc.weight, std=0.01)
        nn.init.normal_(self.relation.weight, std=0.01)

    @property
    def inner(self) -> list[int]:
        return [layer.widen.out_features for layer in self.layers]

    def round_to_8_bits(self) -> None:
        """From here on the layers compute as the export will."""
        for layer in self.layers:
            layer.rounding = True

    def embed(self, pieces: Tensor) -> Tensor:
        return self.piece(pieces)

    def words_of(self, pieces: Tensor, shapes: Tensor, present: Tensor | None, words: Tensor) -> Tensor:
        """[batch, word, WIDTH]: the encoding of each word's first piece."""
        x = self.embed(pieces) + self.shape(shapes) + self.position.weight[: pieces.shape[1]]
        x = functional.dropout(self.norm(x), self.dropout, self.training)
        absent = None if present is None else torch.where(present, 0.0, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, absent)
        return x.gather(1, words[:, :, None].expand(-1, -1, WIDTH))

    def arcs(self, words: Tensor, with_root: Tensor, numbers: Tensor) -> Tensor:
        """[batch, word, 1 + word]; heads in another sentence, and the word itself, are impossible."""
        dependent = self._drop(functional.gelu(self.arc_dependent(words)))
        head = self._drop(functional.gelu(self.arc_head(with_root)))
        scores = (self.arc(dependent) @ head.transpose(1, 2) + self.arc_prior(head).transpose(1, 2)).float()
        same = (numbers[:, :, None] == numbers[:, None, :]) & ~torch.eye(numbers.shape[1], dtype=torch.bool)
        allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
        return torch.where(allowed, scores, torch.tensor(IMPOSSIBLE))

    def relations(self, words: Tensor, with_root: Tensor, heads: Tensor) -> Tensor:
        """[batch, word, relation] for the head (column of arcs) of each word."""
        dependent = self._drop(functional.gelu(self.relation_dependent(words)))
        head = self._drop(functional.gelu(self.relation_head(with_root)))
        head = head.gather(1, heads[:, :, None].expand(-1, -1, RELATION))
        size, length, _ = dependent.shape
        weighted = self.relation(dependent).view(size, length, len(RELATIONS), RELATION)
        return (weighted @ head[:, :, :, None])[:, :, :, 0] + self.relation_prior(torch.cat([dependent, head], 2))

    def forward(self, batch: dict[str, Tensor], heads: Tensor | None = None) -> dict[str, Tensor]:
        """Logits; relations are for `heads` (columns of arcs) where given, else for the best-scoring head."""
        words = self._drop(self.words_of(batch["pieces"], batch["shapes"], batch.get("present"), batch["words"]))
        with_root = torch.cat([self.root.expand(words.shape[0], 1, WIDTH).to(words.dtype), words], 1)
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


def inner_widths(weights: dict[str, Tensor]) -> list[int]:
    """Of the feed-forward networks of saved weights, layer by layer."""
    return [len(weights[f"layers.{number}.widen.bias"]) for number in range(LAYERS)]


def load_pretrained(model: Tagger, weights: dict[str, Tensor]) -> None:
    """Copies MiniLM's weights in (the names of a BERT checkpoint). Token type 0 is added to the positions."""

    def copy(target: Tensor, source: Tensor) -> None:
        with torch.no_grad():
            target.copy_(source)

    copy(model.piece.weight, weights["embeddings.word_embeddings.weight"])
    copy(model.position.weight, weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0])
    pairs = [(model.norm, "embeddings.LayerNorm")]
    for number, layer in enumerate(model.layers):
        prefix = f"encoder.layer.{number}"
        for part in ("weight", "bias"):
            parts = [weights[f"{prefix}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            copy(getattr(layer.projection, part), torch.cat(parts))
        pairs += [
            (layer.attended, f"{prefix}.attention.output.dense"), (layer.first_norm, f"{prefix}.attention.output.LayerNorm"),
            (layer.widen, f"{prefix}.intermediate.dense"), (layer.narrow, f"{prefix}.output.dense"),
            (layer.second_norm, f"{prefix}.output.LayerNorm"),
        ]  # fmt: skip
    for module, name in pairs:
        copy(module.weight, weights[f"{name}.weight"])
        copy(module.bias, weights[f"{name}.bias"])
