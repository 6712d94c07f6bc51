#!/usr/bin/env bash
# From ../shared/data to shared/language/model and its scores. Interrupted, it goes on where it was; progress is printed.
set -euo pipefail
cd "$(dirname "$0")/.."
export TRAINING_WORK="${TRAINING_WORK:-training/work}" OMP_WAIT_POLICY=PASSIVE
work="$TRAINING_WORK"
python="${PYTHON:-python3.12}"
first_steps="${FIRST_STEPS:-1300}" wide_steps="${WIDE_STEPS:-4000}" narrow_steps="${NARROW_STEPS:-3000}"
version="${VERSION:?the version of the model, for example VERSION=2026.11.24-1}"
mkdir -p "$work"

step() { # step RESULT COMMAND...: makes RESULT unless it is there
  local result="$1"
  shift
  if [ ! -e "$result" ]; then
    "$@"
  fi
}

step "$work/spacy.jsonl" "$python" -m training.silver "$work/spacy.jsonl"
step "$work/silver.jsonl" "$python" -m training.corenlp "$work/spacy.jsonl" "$work/silver.jsonl"
step "$work/first/average.pt" "$python" -m training.train "$work/first" --steps "$first_steps" --silver "$work/silver.jsonl"
step "$work/first/model/manifest.json" "$python" -m training.export "$work/first/average.pt" --version first --out "$work/first/model"
step "$work/relabelled.jsonl" "$python" -m training.relabel "$work/silver.jsonl" "$work/first/model/encoder.onnx" "$work/relabelled.jsonl"
step "$work/wide/average.pt" "$python" -m training.train "$work/wide" --steps "$wide_steps" --silver "$work/relabelled.jsonl" --start "$work/first/average.pt"
step "$work/wide/model/manifest.json" "$python" -m training.export "$work/wide/average.pt" --version wide --out "$work/wide/model"
step "$work/labelled.jsonl" "$python" -m training.relabel "$work/silver.jsonl" "$work/wide/model/encoder.onnx" "$work/labelled.jsonl"
step "$work/pruned/weights.pt" "$python" -m training.prune "$work/wide/average.pt" --silver "$work/labelled.jsonl" --out "$work/pruned/weights.pt" --width 800
step "$work/narrow/average.pt" "$python" -m training.train "$work/narrow" --steps "$narrow_steps" --silver "$work/labelled.jsonl" --start "$work/pruned/weights.pt" --rate 0.8 --rounded
"$python" -m training.export "$work/narrow/average.pt" --version "$version"
"$python" -m training.score "$work/narrow/average.pt"
"$python" -m training.score shared/language/model/encoder.onnx --predictions "$work/predictions"
"$python" -m training.silver --score "$work/predictions"
"$python" -m training.parity "$work/narrow/average.pt" shared/language/model/encoder.onnx "$work/parity.jsonl"
