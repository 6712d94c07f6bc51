import type { Document, EntityType, PartOfSpeech, Sentence, Word } from '../../../shared/language/document.ts';
import { readConllu, type TreebankSentence, type TreebankWord } from '../../../measure/quality/conllu.ts';
import type { Explained } from '../../../shared/language/7-assemble/to-quotations.ts';
import type { Quotation } from '../../../shared/language/analysis.ts';

/** What a case expects of a quotation beside the words that its text marks. */
export type Fields = Pick<Quotation, 'kind' | 'cueKind' | 'modality' | 'speakers' | 'rule' | 'confidence'> & {
  readonly quoted: readonly string[];
  /** Which rule found the source. */
  readonly foundBy?: string;
  /** Why the speaker is who it is, or nobody. */
  readonly reason: string;
  /** What moved the ends of the contents. */
  readonly steps?: readonly string[];
  /** Why it is no statement. */
  readonly unlisted?: string;
};

/**
 * A text whose answer is marked in it, with its tree: the rules are tested on what a parser said once, corrected by hand, so
 * that a retrained model moves none of them.
 */
export interface StoredCase {
  readonly name: string;
  /** Why the case fails, where it still does. */
  readonly todo?: string;
  /** One marked text a paragraph. */
  readonly marked: readonly string[];
  /** By the number of the mark. */
  readonly fields: readonly Fields[];
  /** Without sentences where the tree is still to be drawn. */
  readonly document: Document;
}

const MARKED = 'marked = ';
const TODO = 'todo = ';
const QUOTATION = 'quotation = ';

/** The text without its marks. */
export const plain = (marked: string): string => marked.replace(/<\/?(?:content|cue|source)\d*>/g, '');

/** Cases as CoNLL-U: `# newdoc id` names one, `# todo` says why it fails, `# marked` is a paragraph, `# quotation` the fields of one as JSON. */
export async function readCases(file: string): Promise<StoredCase[]> {
  return (await readConllu(file)).map(({ id, sentences }) => {
    const after = (key: string) =>
      sentences.flatMap(({ comments }) =>
        comments.filter((line) => line.startsWith(key)).map((line) => line.slice(key.length)),
      );
    const marked = after(MARKED);
    const [todo] = after(TODO);
    const paragraphs = marked.map((text, ordinal) => ({ ordinal, text: plain(text) }));
    return {
      name: id,
      ...(todo !== undefined && { todo }),
      marked,
      fields: after(QUOTATION).map((json) => JSON.parse(json) as Fields),
      document: { paragraphs, sentences: placeSentences(sentences, paragraphs) },
    };
  });
}

function placeSentences(sentences: readonly TreebankSentence[], paragraphs: readonly { text: string }[]): Sentence[] {
  const ends = new Map<number, number>();
  return sentences
    .filter(({ words }) => words.length > 0)
    .map(({ paragraph, words }) => ({
      paragraph,
      tokens: words.map(({ form, pos, head, relation }) => {
        const start = paragraphs[paragraph]!.text.indexOf(form, ends.get(paragraph));
        if (start < 0) throw new Error(`"${form}" is not in paragraph ${paragraph}: ${paragraphs[paragraph]!.text}`);
        ends.set(paragraph, start + form.length);
        const word: Word = { text: form, start, end: start + form.length };
        return { ...word, pos: pos as PartOfSpeech, head, relation };
      }),
      names: namesOf(words),
    }));
}

/** Names stand in the last column: `Name=B-PERSON`, `Name=I-PERSON`. */
function namesOf(words: readonly TreebankWord[]): Sentence['names'] {
  const names: { type: EntityType; first: number; end: number }[] = [];
  for (const [index, { misc }] of words.entries()) {
    const [, place, type] = /^Name=([BI])-(\w+)$/.exec(misc) ?? [];
    if (place === 'B') names.push({ type: type as EntityType, first: index, end: index + 1 });
    else if (place === 'I') names.at(-1)!.end = index + 1;
  }
  return names;
}

export const fieldsOf = ({ quotation, attribution, speakers: { reason }, unlisted }: Explained): Fields => {
  const { kind, quoted, cueKind, modality, speakers, rule, confidence } = quotation;
  const { source, steps } = attribution;
  return {
    kind,
    quoted: quoted.map(({ text }) => text),
    cueKind,
    ...(modality && { modality }),
    speakers,
    rule,
    confidence,
    ...(source && { foundBy: source.rule }),
    reason,
    ...(steps.length > 0 && { steps: steps.map(({ name }) => name) }),
    ...(unlisted !== undefined && { unlisted }),
  };
};

/** What `readCases` reads. */
export const writeCases = (cases: readonly StoredCase[]): string => cases.map(writeCase).join('');

function writeCase({ name, todo, marked, fields, document }: StoredCase): string {
  return marked
    .map((text, ordinal) => {
      const head = [
        ...(ordinal === 0
          ? [
              `# newdoc id = ${name}`,
              ...(todo === undefined ? [] : [`# ${TODO}${todo}`]),
              ...fields.map((field) => `# ${QUOTATION}${JSON.stringify(field)}`),
            ]
          : ['# newpar']),
        `# ${MARKED}${text}`,
      ];
      const sentences = document.sentences.filter(({ paragraph }) => paragraph === ordinal).map(rowsOf);
      const [first = [], ...others] = sentences;
      return [[...head, ...first], ...others].map((lines) => `${lines.join('\n')}\n\n`).join('');
    })
    .join('');
}

function rowsOf({ tokens, names }: Sentence): string[] {
  const nameOf = (index: number): string => {
    const name = names.find(({ first, end }) => index >= first && index < end);
    return name ? `Name=${name.first === index ? 'B' : 'I'}-${name.type}` : '_';
  };
  return tokens.map(({ text, pos, head, relation }, index) =>
    [index + 1, text, '_', pos, '_', '_', head + 1, relation, '_', nameOf(index)].join('\t'),
  );
}
