"""The teachers' distributions for every word: `python -m training.soften PASSES OUT --teachers A.pt B.pt`.

OUT/NUMBER.pt is the pass with, for each word, probabilities of its parts of speech, tags and relations, the mean of the teachers',
and its likeliest heads. Relations are those for the head in the corpus, or else the likeliest (`chosen`)."""

import argparse
from pathlib import Path

import torch
from torch import Tensor

from .model import load_tagger
from .passes import Pass, load_passes
from .settings import DEVICE
from .windows import widened

BATCH_PIECES = 65_536
HEADS = 6  # of each word that are kept: with all but a thousandth of the probability


@torch.inference_mode()
def softened(batch: dict[str, Tensor], teachers: list) -> dict[str, Tensor]:
    wide = widened(batch, DEVICE)
    with torch.autocast(torch.device(DEVICE).type, torch.bfloat16):
        results = [teacher(wide) for teacher in teachers]
        arcs = sum(result["arcs"].softmax(2) for result in results) / len(teachers)
        chosen = torch.where(wide["heads"] >= 0, wide["heads"], arcs.argmax(2))
        relations = sum(teacher(wide, chosen)["relations"].softmax(2) for teacher in teachers) / len(teachers)
    likely = arcs.topk(HEADS, dim=2)
    soft = {
        "soft_pos": sum(result["pos"].softmax(2) for result in results) / len(teachers),
        "soft_entities": sum(result["entities"].softmax(2) for result in results) / len(teachers),
        "soft_relations": relations, "soft_arcs": likely.values,
    }  # fmt: skip
    kept = {name: value.half().cpu() for name, value in soft.items()}
    return kept | {"soft_heads": likely.indices.short().cpu(), "chosen": chosen.short().cpu()}


def soften(whole: Pass, teachers: list) -> Pass:
    result: Pass = {}
    for length, tensors in whole.items():
        rows = max(1, BATCH_PIECES // length)
        parts = []
        for start in range(0, len(tensors["sizes"]), rows):
            parts.append(softened({name: value[start : start + rows] for name, value in tensors.items()}, teachers))
        result[length] = tensors | {name: torch.cat([part[name] for part in parts]) for name in parts[0]}
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passes", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=12, help="of the passes")
    parser.add_argument("--teachers", type=Path, nargs="+", required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    teachers = [load_tagger({name: value.float() for name, value in torch.load(path, weights_only=True).items()}).to(DEVICE).eval() for path in options.teachers]
    for number, whole in enumerate(load_passes(options.passes, options.count, "cpu")):
        torch.save(soften(whole, teachers), options.out / f"{number}.pt")
        print(f"soften: pass {number}", flush=True)


if __name__ == "__main__":
    main()
