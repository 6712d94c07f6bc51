import type { Entity, Mention } from '../analysis.ts';
import type { AnnotatedParagraph, Token } from '../annotated.ts';

/** Relations by which a noun and a name that stand together describe one thing. */
const SAME_THING: ReadonlySet<string> = new Set(['compound', 'appos']);

const isSameThing = ({ relation, subtype }: Token): boolean =>
  SAME_THING.has(relation) || (relation === 'nmod' && subtype === 'desc');

/** What an article calls the things that it names, by noun: "the militant group al-Nour", "Orrin, a maker of looms". */
export class Introductions {
  private readonly paragraphs: ReadonlyMap<number, AnnotatedParagraph>;
  private readonly known = new Map<Entity, ReadonlyMap<string, ReadonlySet<string>>>();

  constructor(paragraphs: readonly AnnotatedParagraph[]) {
    this.paragraphs = new Map(paragraphs.map((paragraph) => [paragraph.ordinal, paragraph]));
  }

  /** The nouns with which an entity is introduced, each with the words that stand with it. */
  nounsOf(entity: Entity): ReadonlyMap<string, ReadonlySet<string>> {
    const known = this.known.get(entity);
    if (known) return known;
    const nouns = new Map<string, Set<string>>();
    for (const mention of entity.mentions) {
      for (const noun of mention.kind === 'name' ? this.nounsAt(mention) : []) {
        const words = nouns.get(noun.lower) ?? new Set();
        for (const { lower } of noun.children('amod', 'compound')) words.add(lower);
        nouns.set(noun.lower, words);
      }
    }
    this.known.set(entity, nouns);
    return nouns;
  }

  /** Letters of parties behind the names of a person: "R" of "Ann Lund, R-Ohio", "Lund (R-OH)". */
  partiesOf({ mentions }: Entity): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { kind, paragraph, end } of mentions) {
      const text = kind === 'name' ? this.paragraphs.get(paragraph)?.source.text.slice(end, end + 4) : undefined;
      const letter = text && /^,? ?\(?([DRI])-/u.exec(text)?.[1];
      if (letter) found.add(letter);
    }
    return found;
  }

  /** The token of a mention on which the others hang. */
  headOf({ paragraph, start, end }: Mention): Token | undefined {
    const tokens = this.paragraphs.get(paragraph)?.tokens.filter((token) => token.start >= start && token.end <= end);
    return tokens?.find(({ head }) => !head || head.start < start || head.end > end);
  }

  private nounsAt(mention: Mention): Token[] {
    const name = this.headOf(mention);
    if (!name) return [];
    const above = name.head && isSameThing(name) ? [name.head] : [];
    const below = name.dependents.filter(isSameThing);
    const predicate = name.relation === 'nsubj' && name.head && name.head.children('cop').length > 0 ? [name.head] : [];
    return [...above, ...below, ...predicate].filter(
      ({ pos, start, end }) => pos === 'NOUN' && (start < mention.start || end > mention.end),
    );
  }
}
