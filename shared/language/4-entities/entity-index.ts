import type { Span } from '../../article/article.ts';
import type { Entity, EntityId } from '../analysis.ts';

/** The entities of an article, and which of them the words at a place stand for. */
export interface EntityIndex {
  /** In order of first mention. */
  readonly entities: readonly Entity[];
  byId(id: EntityId): Entity | undefined;
  /**
   * The entity that the words of a span stand for as a whole: "White House advisor Jake Sullivan" is Sullivan, "he" whom
   * it refers to, "Sullivan's lawyer" and "two officials" nobody. The span's syntactic head decides.
   */
  entityOf(span: Span): Entity | undefined;
  /** Entities with a name inside the span, in order. */
  namedIn(span: Span): readonly Entity[];
}
