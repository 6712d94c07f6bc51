import type { Token } from '../annotated.ts';

/** Tokens that a pattern has bound, by their names. */
export type Bound<Names extends string, Optional extends string = never> = Readonly<
  Record<Names, Token> & Partial<Record<Optional, Token>>
>;

/** What a dependent must be. */
interface Dependent<Of extends string, Known> {
  /** Universal relations, parted by spaces. */
  readonly relation: string;
  /** The name of the token under which it hangs; "verb" where none is named. */
  readonly of?: Of;
  /** The name of the token after which it stands. */
  readonly after?: Of;
  readonly before?: Of;
  readonly where?: (token: Token, bound: Known) => boolean;
}

interface Element {
  readonly name: string;
  readonly relations: readonly string[];
  readonly of: string;
  readonly after: string | undefined;
  readonly before: string | undefined;
  readonly where: ((token: Token, bound: never) => boolean) | undefined;
  readonly isOptional: boolean;
}

/**
 * A tree around a token: dependents with their relations, sides and words, as spaCy's DependencyMatcher and clulab's Odin
 * have them. Matching tries the dependents in order and goes back where a later element fails; the first match counts.
 */
export class Pattern<Names extends string, Optional extends string = never> {
  private readonly elements: readonly Element[];

  private constructor(elements: readonly Element[]) {
    this.elements = elements;
  }

  /** Of a verb by itself. */
  static readonly verb = new Pattern<'verb'>([]);

  /** A dependent that must be there. */
  with<Name extends string>(
    name: Name,
    dependent: Dependent<Names, Bound<Names, Optional>>,
  ): Pattern<Names | Name, Optional> {
    return new Pattern([...this.elements, toElement(name, dependent, false)]);
  }

  /** A dependent that is bound where it is there. */
  maybe<Name extends string>(
    name: Name,
    dependent: Dependent<Names, Bound<Names, Optional>>,
  ): Pattern<Names, Optional | Name> {
    return new Pattern([...this.elements, toElement(name, dependent, true)]);
  }

  match(verb: Token): Bound<Names, Optional> | undefined {
    return search(this.elements, 0, { verb }) as Bound<Names, Optional> | undefined;
  }
}

function toElement(
  name: string,
  { relation, of = 'verb', after, before, where }: Dependent<string, never>,
  isOptional: boolean,
): Element {
  return { name, relations: relation.split(' '), of, after, before, where, isOptional };
}

type Tokens = Readonly<Record<string, Token>>;

function search(elements: readonly Element[], at: number, bound: Tokens): Tokens | undefined {
  const element = elements[at];
  if (!element) return bound;
  const fitting = candidates(element, bound);
  if (element.isOptional && fitting.length === 0) return search(elements, at + 1, bound);
  for (const token of fitting) {
    const found = search(elements, at + 1, { ...bound, [element.name]: token });
    if (found) return found;
  }
  return undefined;
}

function candidates({ relations, of, after, before, where }: Element, bound: Tokens): Token[] {
  const dependents = bound[of]?.dependents ?? [];
  return dependents.filter((token) => {
    if (!relations.includes(token.relation)) return false;
    const [left, right] = [after && bound[after], before && bound[before]];
    if ((left && !token.isAfter(left)) || (right && !token.isBefore(right))) return false;
    return where?.(token, bound as never) ?? true;
  });
}
