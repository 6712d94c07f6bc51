import type {
  Document,
  EntityType,
  PartOfSpeech,
  Sentence,
  TaggedName,
  Token,
} from '../../../shared/language/document.ts';

const NAMED = /^\[([A-Z]+)$/;

/**
 * Sentences as they are written in tests: words parted by spaces, "~" before a word that is written together with the one
 * before it, names in brackets behind their type, " | " between sentences, " / " between paragraphs:
 * "[PERSON Ana Diaz] leads ~, / Fast/ADJ/amod>1". Part of speech and relation (with its head, counted from 0) follow a word
 * where they matter; else the part of speech is told by the form and all hangs on the first word.
 */
export function written(text: string): Document {
  const paragraphs = text.split(' / ').map((source, ordinal) => {
    const sentences: Sentence[] = [];
    let whole = '';
    for (const one of source.split(' | ')) {
      const { tokens, names } = wordsOf(one, whole);
      for (const token of tokens) whole = whole.padEnd(token.start, ' ') + token.text;
      sentences.push({ paragraph: ordinal, tokens, names });
    }
    return { sentences, text: whole };
  });
  return {
    paragraphs: paragraphs.map((paragraph, ordinal) => ({ ordinal, text: paragraph.text })),
    sentences: paragraphs.flatMap(({ sentences }) => sentences),
  };
}

function wordsOf(source: string, before: string): { tokens: Token[]; names: TaggedName[] } {
  const tokens: Token[] = [];
  const names: { type: EntityType; first: number; end: number }[] = [];
  let end = before === '' ? -1 : before.length;
  for (const part of source.split(' ')) {
    const type = NAMED.exec(part)?.[1];
    if (type !== undefined) {
      names.push({ type: type as EntityType, first: tokens.length, end: 0 });
      continue;
    }
    const [form = '', pos, place = ''] = part.replace(/\]$/, '').split('/');
    const text = form.replace(/^~/, '');
    const [relation = '', head] = place.split('>');
    const start = form.startsWith('~') ? end : end + 1;
    end = start + text.length;
    tokens.push({
      text,
      start,
      end,
      pos: (pos as PartOfSpeech | undefined) ?? posOf(text),
      head: head === undefined ? (tokens.length === 0 ? -1 : 0) : Number(head),
      relation: relation === '' ? (tokens.length === 0 ? 'root' : 'dep') : relation,
    });
    if (part.endsWith(']')) names.at(-1)!.end = tokens.length;
  }
  return { tokens, names };
}

const posOf = (text: string): PartOfSpeech => {
  if (/^\p{Lu}/u.test(text)) return 'PROPN';
  if (/^\d/.test(text)) return 'NUM';
  return /\p{L}/u.test(text) ? 'NOUN' : 'PUNCT';
};

/** The names of sentences: "PERSON Ana Diaz". */
export const shownNames = (sentences: readonly Sentence[]): string[] =>
  sentences.flatMap(({ tokens, names }) =>
    names.map(({ type, first, end }) =>
      [
        type,
        ...tokens
          .slice(first, end)
          .map(({ text, start }, index) => (index > 0 && tokens[first + index - 1]!.end === start ? `~${text}` : text)),
      ].join(' '),
    ),
  );
