import type { Quotation } from '../../shared/language/analysis.ts';
import { CERTAIN } from '../words.ts';

/** A statement with its own place in the article, or in a list of several articles' statements. */
export type Statement = Omit<Quotation, 'quoted'>;

/** As the command line says it: "Speaker not named: U.S. officials". */
export const notNamed = (source: string | undefined): string =>
  `Speaker not named${source === undefined ? '' : `: ${source}`}`;

export const KIND_WORDS: Readonly<Record<Quotation['kind'], string>> = {
  direct: 'in quotation marks',
  mixed: 'partly in quotation marks',
  indirect: 'in the article’s words',
};

export const MODALITY_WORDS: Readonly<Record<NonNullable<Quotation['modality']>, string>> = {
  negated: 'the article says that it was not said',
  hypothetical: 'supposed, not said',
};

export const isUncertain = ({ confidence, speakers, source }: Statement): boolean =>
  confidence < CERTAIN || (speakers.length === 0 && source !== null);

export const wordsOf = ({ contents }: Pick<Statement, 'contents'>): string =>
  contents.map(({ text }) => text).join(' … ');

/** A statement as others than those who see it find it: "Statement 3, Helena Camilleri-Borg". */
export const labelOf = ({ ordinal, speakers, source }: Statement): string =>
  `Statement ${ordinal + 1}, ${speakers.length === 0 ? notNamed(source?.text) : speakers.map(({ name }) => name).join(' and ')}`;
