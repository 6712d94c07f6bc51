#!/usr/bin/env bash
# From ../shared/data to shared/language/model and its scores. Interrupted, it goes on with the step that it was in; progress is printed.
set -euo pipefail
cd "$(dirname "$0")/.."
export TRAINING_WORK="${TRAINING_WORK:-training/work}" OMP_WAIT_POLICY=PASSIVE
work="$TRAINING_WORK"
python="${PYTHON:-python3.12}"
passes="${PASSES:-12}" teacher_steps="${TEACHER_STEPS:-1300}" student_steps="${STUDENT_STEPS:-7300}"
layers="${LAYERS:-0 1 2 3 5}" heads="${HEADS:-8}" inner="${INNER:-768}"
version="${VERSION:?the version of the model, for example VERSION=2026.11.26-1}"
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
step "$work/passes/$((passes - 1)).pt" "$python" -m training.passes "$work/silver.jsonl" "$work/passes" --count "$passes"
step "$work/mpnet.pt" "$python" -m training.pretrained mpnet "$work/mpnet.pt"
step "$work/minilm.pt" "$python" -m training.pretrained minilm "$work/minilm.pt"
step "$work/teacher.pt" "$python" -m training.teach "$work/passes" "$work/teacher.pt" --encoder "$work/mpnet.pt" --masks claimed --steps "$teacher_steps"
step "$work/softened/$((passes - 1)).pt" "$python" -m training.soften "$work/passes" "$work/softened" --count "$passes" --teachers "$work/teacher.pt"
# shellcheck disable=SC2086 # a list of layers
step "$work/student/student.pt" "$python" -m training.distil "$work/softened" "$work/student" --encoder "$work/minilm.pt" --count "$passes" \
  --layers $layers --heads "$heads" --inner "$inner" --steps "$student_steps"
step "$work/student/model/manifest.json" "$python" -m training.export "$work/student/student.pt" --version student --out "$work/student/model"
step "$work/student/finished.pt" "$python" -m training.finish "$work/student/student.pt" "$work/student/model/encoder.onnx" "$work/passes/0.pt" "$work/student/finished.pt"
"$python" -m training.export "$work/student/finished.pt" --version "$version"
"$python" -m training.score shared/language/model/encoder.onnx --predictions "$work/predictions"
"$python" -m training.silver --score "$work/predictions"
"$python" -m training.parity "$work/student/finished.pt" shared/language/model/encoder.onnx "$work/parity.jsonl"
