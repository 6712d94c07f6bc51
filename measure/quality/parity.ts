import { z } from 'zod';
import { modelDirectory } from '../../shared/language/3-parse/model-files.ts';
import { createTagger } from '../../shared/language/3-parse/tagger.ts';
import type { Sentence } from '../../shared/language/document.ts';
import { placeWords } from './given-words.ts';
import { readJsonLines } from './json-lines.ts';
import { SpanScore, type Measure } from './measure.ts';

const labelsSchema = z.object({
  pos: z.array(z.string()),
  /** 0 is the root, else 1 + index. */
  heads: z.array(z.int()),
  relations: z.array(z.string()),
  entities: z.array(z.tuple([z.int(), z.int(), z.string()])),
});
type Labels = z.infer<typeof labelsSchema>;

/** A document as training/parity.py labels it, before (fp32) and after (int8) quantisation. */
const recordSchema = z.object({
  set: z.string(),
  sentences: z.array(z.array(z.string())),
  fp32: z.array(labelsSchema),
  int8: z.array(labelsSchema),
});

/** How often the product's path gives the labels of the Python path, by set. */
export const evaluateParity: Measure = async (file) => {
  const records = await readJsonLines(file, recordSchema);
  const tag = await createTagger(modelDirectory());
  const rows = new Map<string, Agreement>();
  for (const { set, sentences, ...python } of records) {
    const ours = await tag(sentences.map((texts) => ({ paragraph: 0, words: placeWords(texts) })));
    for (const precision of ['int8', 'fp32'] as const) {
      const name = `${set} ${precision}`;
      const agreement = rows.get(name) ?? new Agreement();
      rows.set(name, agreement);
      for (const [index, sentence] of ours.entries()) agreement.add(sentence, python[precision][index]!);
    }
  }
  return [...rows].map(([name, agreement]) => agreement.row(name)).join('\n');
};

class Agreement {
  private readonly alike = { pos: 0, heads: 0, relations: 0, sentences: 0 };
  private readonly names = new SpanScore();
  private words = 0;
  private sentences = 0;

  add({ tokens, names }: Sentence, python: Labels): void {
    const pos = tokens.filter((token, index) => token.pos === python.pos[index]).length;
    const heads = tokens.filter((token, index) => token.head + 1 === python.heads[index]).length;
    const relations = tokens.filter((token, index) => token.relation === python.relations[index]).length;
    const theirs = new Set(python.entities.map(([first, end, type]) => `${first} ${end} ${type}`));
    const shared = names.filter(({ first, end, type }) => theirs.has(`${first} ${end} ${type}`)).length;
    this.alike.pos += pos;
    this.alike.heads += heads;
    this.alike.relations += relations;
    this.names.add(shared, names.length, theirs.size);
    this.words += tokens.length;
    this.sentences += 1;
    const namesAlike = shared === names.length && shared === theirs.size;
    if (namesAlike && pos + heads + relations === 3 * tokens.length) this.alike.sentences += 1;
  }

  row(name: string): string {
    const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(2);
    const { pos, heads, relations, sentences } = this.alike;
    const figures = [
      `sentences alike ${percent(sentences, this.sentences)} of ${this.sentences}`,
      `UPOS ${percent(pos, this.words)}`,
      `heads ${percent(heads, this.words)}`,
      `relations ${percent(relations, this.words)}`,
    ];
    return `${name.padEnd(20)} ${figures.join('  ')}  ${this.names.row('names')}`;
  }
}
