import type { ArticleHead } from './rows/article.ts';
import type { ExtractorVersion, Revision } from './rows/row.ts';
import type { Expression } from './table.ts';

/**
 * Rows are ordered by (revision, extractor); what stands is only ever replaced by what is not older. Every write and delete
 * of this project goes through one of these conditions, so that no order, repetition or death of handlers can bring back an
 * older state.
 */

/** The article row of a revision is begun once, when its embargo has passed, and never begun again. */
export const isNewRevision = (revision: Revision): Expression => ({
  expression: 'attribute_not_exists(pk) OR revision < :revision OR (revision = :revision AND #status = :embargoed)',
  names: { '#status': 'status' },
  values: { ':revision': revision, ':embargoed': 'EMBARGOED' },
});

/** Not newer, and not decided upon yet. */
export const isUndecided = (revision: Revision): Expression => ({
  expression:
    'attribute_not_exists(pk) OR revision < :revision OR ' +
    '(revision = :revision AND (#status = :pending OR #status = :embargoed))',
  names: { '#status': 'status' },
  values: { ':revision': revision, ':pending': 'PENDING', ':embargoed': 'EMBARGOED' },
});

/** The article waits for this extractor, or a later one, for the first time since its revision began. */
export const awaits = (revision: Revision, extractorVersion: ExtractorVersion): Expression => ({
  expression:
    'revision = :revision AND #status = :pending AND (attribute_not_exists(extractorVersion) OR extractorVersion <= :extractorVersion)',
  names: { '#status': 'status' },
  values: { ':revision': revision, ':extractorVersion': extractorVersion, ':pending': 'PENDING' },
});

/** The article has been made ready by an older extractor, and by that one. */
export const isReadyBy = (
  revision: Revision,
  older: ExtractorVersion | undefined,
  extractorVersion: ExtractorVersion,
): Expression => ({
  expression:
    'revision = :revision AND #status = :ready AND extractorVersion = :older AND extractorVersion < :extractorVersion',
  names: { '#status': 'status' },
  values: { ':revision': revision, ':older': older ?? 0, ':extractorVersion': extractorVersion, ':ready': 'READY' },
});

/** The article has been taken on by this extractor and no other revision or extractor has come since. */
export const isTakenOnBy = (revision: Revision, extractorVersion: ExtractorVersion): Expression => ({
  expression: 'revision = :revision AND #status = :pending AND extractorVersion = :extractorVersion',
  names: { '#status': 'status' },
  values: { ':revision': revision, ':extractorVersion': extractorVersion, ':pending': 'PENDING' },
});

/** A child may be put where nothing newer stands: for a paragraph. */
export const isNoNewerRevision = (revision: Revision): Expression => ({
  expression: 'attribute_not_exists(pk) OR revision <= :revision',
  values: { ':revision': revision },
});

/** A child may be put where nothing newer stands: for an entity or quotation. */
export const isNoNewerAnalysis = (revision: Revision, extractorVersion: ExtractorVersion): Expression => ({
  expression:
    'attribute_not_exists(pk) OR revision < :revision OR (revision = :revision AND extractorVersion <= :extractorVersion)',
  values: { ':revision': revision, ':extractorVersion': extractorVersion },
});

/** The article's row is as it was read, or still is not there: what subscribers are told of it is true. */
export function isUnchanged(row: ArticleHead | undefined): Expression {
  if (!row) return { expression: 'attribute_not_exists(pk)' };
  const { revision, status, extractorVersion } = row;
  return {
    expression:
      'revision = :readRevision AND #status = :readStatus AND ' +
      (extractorVersion === undefined
        ? 'attribute_not_exists(extractorVersion)'
        : 'extractorVersion = :readExtractorVersion'),
    names: { '#status': 'status' },
    values: {
      ':readRevision': revision,
      ':readStatus': status,
      ...(extractorVersion !== undefined && { ':readExtractorVersion': extractorVersion }),
    },
  };
}

export const both = (one: Expression, other: Expression): Expression => ({
  expression: `(${one.expression}) AND (${other.expression})`,
  names: { ...one.names, ...other.names },
  values: { ...one.values, ...other.values },
});
