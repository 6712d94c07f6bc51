"""Weights to the product's model folder: `python -m training.export WEIGHTS.pt --version 2026.11.24-1`.

encoder.onnx is quantised to 8 bits: the piece embeddings a row at a time, every large matrix a column at a time, the
activations while running."""

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from . import model as tagger
from .eight_bits import column_scales
from .labels import CALIBRATION, POS, RELATIONS, TAGS
from .model import Tagger
from .pieces import SHAPE_NAMES, WordPieces
from .score import load_weights
from .settings import MAX_PIECES, MODEL, PACK_PIECES

OPSET = 17
SMALL = {"pos", "entity", "entity_hidden", "relation_prior", "arc_prior"}  # what decides labels, and is little
INPUTS = ["pieces", "shapes", "words", "sentences"]
OUTPUTS = ["pos", "arcs", "relations", "entities"]


class Exported(nn.Module):
    """One window: pieces [P], shapes [P], words [W], sentences [W] to pos [W, 17], arcs [W, 1 + W], relations, entities."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model
        scale = model.piece.weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", (model.piece.weight / scale).round().to(torch.int8))

    def forward(self, pieces: Tensor, shapes: Tensor, words: Tensor, sentences: Tensor) -> tuple[Tensor, ...]:
        model = self.model
        embedded = self.rows[pieces].float() * self.scale[pieces]
        x = model.norm(embedded + model.shape(shapes) + model.position.weight[: pieces.shape[0]])[None]
        for layer in model.layers:
            x = layer_of(layer, x)
        chosen = x[:, words]
        with_root = torch.cat([model.root[None, None], chosen], 1)
        dependent, head = functional.gelu(model.arc_dependent(chosen)), functional.gelu(model.arc_head(with_root))
        scores = (model.arc(dependent) @ head.transpose(1, 2) + model.arc_prior(head).transpose(1, 2))[0]
        order = torch.cumsum(torch.ones_like(sentences), 0)
        same = (sentences[:, None] == sentences) & (order[:, None] != order)
        allowed = functional.pad(same, (1, 0), value=True)
        arcs = torch.where(allowed, scores, torch.tensor(tagger.IMPOSSIBLE))
        entities = model.entity(functional.gelu(model.entity_hidden(chosen)))
        return model.pos(chosen)[0], arcs, relations_of(model, chosen, with_root, arcs.argmax(1)), entities[0]


def layer_of(layer: tagger.Layer, x: Tensor) -> Tensor:
    """What the layer computes for one window [1, P, width], in shapes that the graph need not work out anew each time."""
    size, width = layer.part, layer.heads * layer.part
    query, key, value = (part.reshape(-1, layer.heads, size).transpose(0, 1) for part in layer.projection(x).split(width, 2))
    weights = (query @ key.transpose(1, 2) * size**-0.5).softmax(2)
    x = layer.first_norm(x + layer.attended((weights @ value).transpose(0, 1).reshape(1, -1, width)))
    return layer.second_norm(x + layer.narrow(functional.gelu(layer.widen(x))))


def relations_of(model: Tagger, words: Tensor, with_root: Tensor, heads: Tensor) -> Tensor:
    """As Tagger.relations, for one window."""
    dependent, head = functional.gelu(model.relation_dependent(words)), functional.gelu(model.relation_head(with_root))[:, heads]
    weighted = model.relation(dependent).reshape(-1, len(RELATIONS), model.size.relation)
    return (weighted @ head[0, :, :, None])[:, :, 0] + model.relation_prior(torch.cat([dependent, head], 2))[0]


def to_graph(model: Tagger, path: Path) -> None:
    """Writes the graph in 32 bits (the embedding rows in 8)."""
    sample = (torch.arange(9) + 1000, torch.zeros(9, dtype=torch.long), torch.tensor([1, 2, 4, 6]), torch.tensor([0, 0, 1, 1]))
    torch.onnx.export(
        Exported(model).eval(), sample, str(path), input_names=INPUTS, output_names=OUTPUTS, opset_version=OPSET, dynamo=False,
        dynamic_axes={"pieces": {0: "P"}, "shapes": {0: "P"}, "words": {0: "W"}, "sentences": {0: "W"},
                      "pos": {0: "W"}, "arcs": {0: "W", 1: "W1"}, "relations": {0: "W"}, "entities": {0: "W"}},
    )  # fmt: skip


def quantise(source: Path, target: Path) -> None:
    """The large matrices in 8 bits with column_scales, their inputs quantised while running."""
    graph = onnx.load(source)
    weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.graph.initializer}
    kept = [node.name for node in graph.graph.node if node.op_type == "MatMul" and any(f"/{name}/" in node.name for name in SMALL)]
    quantize_dynamic(
        source, target, op_types_to_quantize=["MatMul"], per_channel=True, weight_type=QuantType.QInt8,
        nodes_to_exclude=kept, extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip
    small = onnx.load(target)
    for tensor in small.graph.initializer:
        name, _, kind = tensor.name.rpartition("_")
        if name not in weights or kind not in {"scale", "quantized"}:
            continue
        scales = column_scales(torch.tensor(weights[name])).numpy()
        values = scales if kind == "scale" else np.round(weights[name] / scales).astype(np.int8)
        tensor.CopyFrom(numpy_helper.from_array(values, tensor.name))
    onnx.save(small, target)


def optimise(source: Path, target: Path) -> None:
    """Writes the graph with its operators fused, so that loading has nothing left to do. Not for this processor alone
    (EXTENDED, not ALL), and without SkipLayerNormalization: its CPU kernel is slower than the two operators it joins."""
    options = onnxruntime.SessionOptions()
    options.optimized_model_filepath = str(target)
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    onnxruntime.InferenceSession(str(source), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--vocabulary", type=Path)
    options = parser.parse_args()
    vocabulary = options.vocabulary or options.weights.parent / "vocabulary.txt"
    model = load_weights(options.weights).cpu().eval()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        to_graph(model, plain)
        small = Path(folder) / "small.onnx"
        quantise(plain, small)
        optimise(small, options.out / "encoder.onnx")
    (options.out / "vocabulary.txt").write_bytes(vocabulary.read_bytes())
    files = {name: hashlib.sha256((options.out / name).read_bytes()).hexdigest() for name in ("encoder.onnx", "vocabulary.txt")}
    manifest = {
        "format": 1, "name": "news-tagger", "version": options.version, "files": files, "maxPieces": MAX_PIECES,
        "packPieces": PACK_PIECES, "shapes": SHAPE_NAMES, "pos": POS, "relations": RELATIONS, "entities": TAGS,
        "calibration": CALIBRATION,
    }  # fmt: skip
    (options.out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(f"encoder.onnx {(options.out / 'encoder.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
