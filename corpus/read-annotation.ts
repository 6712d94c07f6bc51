import type { AnnotatedArticle, AnnotatedStatement, CorpusSpan } from '../measure/quality/statement-corpus.ts';
import { CUE_KINDS, KINDS, MODALITIES, NAME_TYPES, REASONS } from '../measure/quality/statement-corpus.ts';
import { findWords, occurrences } from './find-words.ts';

type Annotation = Pick<AnnotatedArticle, 'statements' | 'lookalikes' | 'entities'>;
type Entity = AnnotatedArticle['entities'][number];

/** The lines of a reading (GUIDELINES.md, "Lines") as places in the article's paragraphs. Errors name the line. */
export function readAnnotation(lines: string, paragraphs: readonly string[]): Annotation {
  const rows = lines
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
  const each = <T>(letter: string, read: (line: string) => T): T[] =>
    rows
      .filter(({ line }) => line.startsWith(`${letter} `))
      .map(({ line, number }) => {
        try {
          return read(line.slice(2));
        } catch (error) {
          throw new Error(`line ${number}: ${(error as Error).message}\n  ${line}`, { cause: error });
        }
      });
  const unknown = rows.find(({ line }) => !/^[SXE] /.test(line));
  if (unknown) throw new Error(`line ${unknown.number} is neither S, X nor E:\n  ${unknown.line}`);
  const entities = readNames(each('E', fields), paragraphs);
  const statements = each('S', (line) => readStatement(line, paragraphs, entities));
  const lookalikes = each('X', (line) => {
    const [paragraph = '', reason = '', words = ''] = fields(line);
    return { reason: oneOf(REASONS, reason), span: findWords(paragraphs, Number(paragraph) - 1, words) };
  });
  return { statements: statements.toSorted(byPlace), lookalikes, entities };
}

const fields = (line: string): string[] => line.split('|').map((field) => field.trim());

const byPlace = ({ contents: [a] }: AnnotatedStatement, { contents: [b] }: AnnotatedStatement): number =>
  a!.paragraph - b!.paragraph || a!.start - b!.start;

function oneOf<T extends string>(values: readonly T[], value: string): T {
  const found = values.find((one) => one === value);
  if (found === undefined) throw new Error(`“${value}” is not one of ${values.join(', ')}.`);
  return found;
}

function readStatement(line: string, paragraphs: readonly string[], entities: readonly Entity[]): AnnotatedStatement {
  const parts = fields(line);
  if (parts.length !== 6) throw new Error(`A statement has six fields, not ${parts.length}.`);
  const [number, labels, content, cue, source, speakers] = parts as [string, string, string, string, string, string];
  const paragraph = Number(number) - 1;
  const [kind = '', cueKind = '', ...marks] = labels.split(/\s+/);
  const modality = marks.find((mark) => (MODALITIES as readonly string[]).includes(mark));
  const strange = marks.find((mark) => mark !== modality && mark !== 'nested' && mark !== 'optional');
  if (strange !== undefined) throw new Error(`“${strange}” is no mark of a statement.`);
  const contents = content.split(' + ').map((words) => findWords(paragraphs, paragraph, words));
  const outside = (words: string) => (words === '-' ? null : findWords(paragraphs, paragraph, words, contents));
  return {
    kind: oneOf(KINDS, kind),
    cueKind: oneOf(CUE_KINDS, cueKind),
    ...(modality !== undefined && { modality: oneOf(MODALITIES, modality) }),
    ...(marks.includes('nested') && { nested: true }),
    ...(marks.includes('optional') && { optional: true }),
    contents,
    cue: cue === ':' ? colonBefore(paragraphs, contents[0]!) : outside(cue),
    source: outside(source),
    speakers: speakers === '-' ? [] : speakers.split(' + ').map((name) => entityOf(name, entities)),
  };
}

/** The colon that introduces a content. */
function colonBefore(paragraphs: readonly string[], content: CorpusSpan): CorpusSpan {
  const at = paragraphs[content.paragraph]!.lastIndexOf(':', content.start);
  if (at >= 0) return { paragraph: content.paragraph, start: at, end: at + 1 };
  const before = paragraphs[content.paragraph - 1]?.trimEnd().length ?? 0;
  return { paragraph: content.paragraph - 1, start: before - 1, end: before };
}

function entityOf(name: string, entities: readonly Entity[]): string {
  const found = entities.find((entity) => entity.name === name);
  if (!found) throw new Error(`No E line names the speaker “${name}”.`);
  return found.id;
}

interface Form {
  readonly words: string;
  readonly paragraph: number | null;
  /** The name's index; null for what is no mention. */
  readonly owner: number | null;
}

/** Each occurrence of a form is a mention; where two meet, the longer one. */
function readNames(rows: readonly (readonly string[])[], paragraphs: readonly string[]): Entity[] {
  const forms = rows.flatMap(([, ...names], owner) =>
    names.map((name): Form => {
      const [, not, paragraph, words] = /^(!)?(?:@(\d+) )?(.*)$/.exec(name)!;
      return {
        words: words!,
        paragraph: paragraph === undefined ? null : Number(paragraph) - 1,
        owner: not ? null : owner,
      };
    }),
  );
  const byLength = forms.toSorted(
    (a, b) => b.words.length - a.words.length || Number(a.paragraph === null) - Number(b.paragraph === null),
  );
  const mentions = rows.map((): CorpusSpan[] => []);
  for (const [paragraph, text] of paragraphs.entries()) {
    const taken: CorpusSpan[] = [];
    for (const form of byLength) {
      if (form.paragraph !== null && form.paragraph !== paragraph) continue;
      for (const start of occurrences(text, form.words)) {
        const span = { paragraph, start, end: start + form.words.length };
        if (taken.some((other) => span.start < other.end && other.start < span.end)) continue;
        taken.push(span);
        if (form.owner !== null) mentions[form.owner]!.push(span);
      }
    }
  }
  return rows.map(([type = '', name = ''], index) => {
    const all = mentions[index]!;
    if (all.length === 0) throw new Error(`The name “${name}” does not occur.`);
    return {
      id: `e${index + 1}`,
      type: oneOf(NAME_TYPES, type),
      name: name.replace(/^@\d+ /, ''),
      mentions: all.toSorted((a, b) => a.paragraph - b.paragraph || a.start - b.start),
    };
  });
}
