import type { EntityId, Quotation } from '../../shared/language/analysis.ts';
import { CERTAIN } from '../words.ts';

/** A statement as rows give it; what later extractors add is shown where it is there. */
export type Statement = Omit<Quotation, 'quoted'> & {
  readonly quoted?: Quotation['quoted'];
  readonly speakers?: readonly Speaker[];
};

export interface Speaker {
  readonly id: EntityId | null;
  readonly name: string;
  readonly role?: string;
}

/** Who said it; nobody where it is not clear. */
export function speakersOf({ speakers, speaker, speakerName, speakerRole }: Statement): readonly Speaker[] {
  if (speakers.length > 0) return speakers;
  if (speaker === null) return [];
  return [{ id: speaker, name: speakerName ?? speaker, ...(speakerRole !== undefined && { role: speakerRole }) }];
}

export const KIND_WORDS: Readonly<Record<Quotation['kind'], string>> = {
  direct: 'in quotation marks',
  mixed: 'partly in quotation marks',
  indirect: 'in the article’s words',
};

export const MODALITY_WORDS: Readonly<Record<NonNullable<Quotation['modality']>, string>> = {
  negated: 'the article says that it was not said',
  hypothetical: 'supposed, not said',
};

export const isUncertain = (statement: Statement): boolean =>
  statement.confidence < CERTAIN || (speakersOf(statement).length === 0 && statement.source !== null);

export const wordsOf = ({ contents }: Pick<Statement, 'contents'>): string =>
  contents.map(({ text }) => text).join(' … ');

/** A statement as others than those who see it find it: "Statement 3, Helena Camilleri-Borg". */
export const labelOf = (statement: Statement): string => {
  const who = speakersOf(statement)
    .map(({ name }) => name)
    .join(' and ');
  return `Statement ${statement.ordinal + 1}, ${who === '' ? 'speaker not clear' : who}`;
};
