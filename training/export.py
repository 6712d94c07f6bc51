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
from .labels import CALIBRATION, POS, RELATIONS, TAGS
from .model import Tagger
from .pieces import SHAPE_NAMES, WordPieces
from .score import load_weights
from .settings import MAX_PIECES, MODEL, PACK_PIECES

OPSET = 17
PAIR_LIMIT = 32767 // 255
SMALL = {"pos", "entity", "relation_prior", "arc_prior"}  # output layers: a few kilobytes that decide labels
SENSITIVE = {"layers.0/narrow", "layers.1/narrow"}  # their 8-bit inputs cost most of what quantising costs, measured on uner-ewt.dev
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
            x = layer(x, None)
        chosen = x[:, words]
        with_root = torch.cat([model.root[None, None], chosen], 1)
        dependent, head = functional.gelu(model.arc_dependent(chosen)), functional.gelu(model.arc_head(with_root))
        scores = model.arc(dependent) @ head.transpose(1, 2) + model.arc_prior(head).transpose(1, 2)
        order = torch.cumsum(torch.ones_like(sentences), 0)
        same = (sentences[:, None] == sentences[None, :]) & (order[:, None] != order[None, :])
        allowed = torch.cat([torch.ones_like(same[:, :1]), same], 1)[None]
        arcs = torch.where(allowed, scores, torch.tensor(tagger.IMPOSSIBLE))
        relations = model.relations(chosen, with_root, arcs.argmax(2))
        entities = model.entity(functional.gelu(model.entity_hidden(chosen)))
        return model.pos(chosen)[0], arcs[0], relations[0], entities[0]


def to_graph(model: Tagger, path: Path) -> None:
    """Writes the graph in 32 bits (the embedding rows in 8)."""
    sample = (torch.arange(9) + 1000, torch.zeros(9, dtype=torch.long), torch.tensor([1, 2, 4, 6]), torch.tensor([0, 0, 1, 1]))
    torch.onnx.export(
        Exported(model).eval(), sample, str(path), input_names=INPUTS, output_names=OUTPUTS, opset_version=OPSET, dynamo=False,
        dynamic_axes={"pieces": {0: "P"}, "shapes": {0: "P"}, "words": {0: "W"}, "sentences": {0: "W"},
                      "pos": {0: "W"}, "arcs": {0: "W", 1: "W1"}, "relations": {0: "W"}, "entities": {0: "W"}},
    )  # fmt: skip


def column_scales(weights: np.ndarray) -> np.ndarray:
    """For each column of [input, output] the scale that fills 8 bits as far as two neighbouring weights allow: a processor
    without VNNI adds their products with two activations in 16 bits, and 255 * (|a| + |b|) must fit."""
    size = np.abs(weights)
    pairs = size[0 : len(size) // 2 * 2].reshape(-1, 2, size.shape[1]).sum(1).max(0)
    return np.maximum(np.maximum(pairs / PAIR_LIMIT, size.max(0) / 127), 1e-9).astype(np.float32)


def quantise(source: Path, target: Path) -> None:
    """The large matrices in 8 bits with column_scales, their inputs quantised while running."""
    graph = onnx.load(source)
    weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.graph.initializer}
    kept = [node.name for node in graph.graph.node if node.op_type == "MatMul" and any(f"/{name}/" in node.name for name in SMALL | SENSITIVE)]
    quantize_dynamic(
        source, target, op_types_to_quantize=["MatMul"], per_channel=True, weight_type=QuantType.QInt8,
        nodes_to_exclude=kept, extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip
    small = onnx.load(target)
    for tensor in small.graph.initializer:
        name, _, kind = tensor.name.rpartition("_")
        if name in weights and kind == "scale":
            tensor.CopyFrom(numpy_helper.from_array(column_scales(weights[name]), tensor.name))
        elif name in weights and kind == "quantized":
            rows = np.round(weights[name] / column_scales(weights[name])).astype(np.int8)
            tensor.CopyFrom(numpy_helper.from_array(rows, tensor.name))
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
    model = load_weights(options.weights, WordPieces(vocabulary)).eval()
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
