import type { Entity } from '../analysis.ts';
import type { Token, TokenSpan } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { DOCUMENTS, wordSet } from '../lexicon/closed-classes.ts';

/** Things beside documents that carry their owner's words. */
const WORDS_OF_SOMEBODY = wordSet(`address addresses remarks testimony interview book memoir blog website poll survey
  study analysis invitation filing lawsuit complaint petition resolution communique communiqué declaration ruling
  announcement briefing tape recording broadcast account invitation`);

const carriesWords = ({ lower }: Token): boolean => DOCUMENTS.has(lower) || WORDS_OF_SOMEBODY.has(lower);

/** In how many paragraphs "the statement" is still the one that was told of. */
const REACH = 3;

/** Whose words a document carries: its owner's, or those of the one who was told to have issued it. */
export class NamedDocuments {
  private readonly index: EntityIndex;
  /** By noun: who issued the last one. */
  private readonly issued = new Map<string, { readonly paragraph: number; readonly issuer: Entity }>();

  constructor(index: EntityIndex) {
    this.index = index;
  }

  /** Remembers who issued a document: "a Defense Ministry statement". */
  note(source: TokenSpan, issuer: Entity): void {
    const { head } = source;
    if (head && carriesWords(head)) this.issued.set(head.lower, { paragraph: source.paragraph.ordinal, issuer });
  }

  ownerOf(source: TokenSpan): Entity | undefined {
    const { head } = source;
    if (!head || !carriesWords(head)) return undefined;
    const owner = head.children('nmod').find(({ subtype }) => subtype === 'poss');
    if (owner) return this.speaking(owner);
    const known = this.issued.get(head.lower);
    const isTheSame = source.length === 2 && /^(?:the|that|this)$/u.test(source.first.lower);
    return isTheSame && known && source.paragraph.ordinal - known.paragraph <= REACH ? known.issuer : undefined;
  }

  /** `his address`, `Roe’s letter`, `the bank’s report` */
  private speaking(owner: Token): Entity | undefined {
    const entity = this.index.entityOf(owner.subtree());
    return entity && (entity.type === 'PERSON' || entity.type === 'ORGANIZATION') ? entity : undefined;
  }
}
