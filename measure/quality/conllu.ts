import { readFile } from 'node:fs/promises';

/** A word of a treebank; the columns of CoNLL-U that are read here. */
export interface TreebankWord {
  readonly form: string;
  readonly pos: string;
  /** Index of the head in the sentence, -1 for the root. */
  readonly head: number;
  readonly relation: string;
  /** The MISC column: SpaceAfter, Entity …, "_" where empty. */
  readonly misc: string;
}

export interface TreebankSentence {
  readonly id: string;
  /** Ordinal in its document, by "# newpar". */
  readonly paragraph: number;
  readonly text: string;
  /** The lines before the words, without their "# ". */
  readonly comments: readonly string[];
  readonly words: readonly TreebankWord[];
}

export interface TreebankDocument {
  readonly id: string;
  readonly sentences: readonly TreebankSentence[];
}

/** Documents as "# newdoc" begins them; multiword lines and empty nodes are left out. Errors name file and line. */
export async function readConllu(file: string): Promise<TreebankDocument[]> {
  const documents: { id: string; sentences: TreebankSentence[] }[] = [];
  let paragraph = 0;
  for (const block of blocksOf(await readFile(file, 'utf8'))) {
    const comments = block.filter(({ line }) => line.startsWith('#')).map(({ line }) => line.replace(/^# ?/, ''));
    const comment = (key: string): string | undefined =>
      comments.find((line) => line.startsWith(`${key} = `))?.slice(`${key} = `.length);
    const opens = (key: string): boolean => comments.some((line) => line.startsWith(key));
    if (opens('newdoc') || documents.length === 0) {
      documents.push({ id: comment('newdoc id') ?? String(documents.length), sentences: [] });
      paragraph = 0;
    } else if (opens('newpar')) {
      paragraph += 1;
    }
    const words = block.flatMap(({ line, number }) =>
      line.startsWith('#') ? [] : parseWord(line, `${file}:${number}`),
    );
    const [id, text] = [comment('sent_id') ?? '', comment('text') ?? ''];
    documents.at(-1)!.sentences.push({ id, paragraph, text, comments, words });
  }
  return documents;
}

interface NumberedLine {
  readonly line: string;
  readonly number: number;
}

function blocksOf(text: string): NumberedLine[][] {
  const blocks: NumberedLine[][] = [];
  let block: NumberedLine[] = [];
  for (const [index, line] of [...text.split('\n'), ''].entries()) {
    if (line !== '') block.push({ line, number: index + 1 });
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  return blocks;
}

function parseWord(line: string, place: string): TreebankWord[] {
  const columns = line.split('\t');
  if (columns.length !== 10) throw new Error(`${place} has ${columns.length} columns, not the 10 of CoNLL-U`);
  const [id, form, , pos, , , head, relation, , misc] = columns as [string, ...string[]] & { length: 10 };
  if (!/^\d+$/.test(id)) return [];
  return [{ form: form!, pos: pos!, head: Number(head) - 1, relation: relation!, misc: misc! }];
}
