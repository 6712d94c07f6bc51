import type { Extractor, Revision } from './rows/row.ts';
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

/** The article waits for this extractor: pending, or made ready by an older one. */
export const awaits = (revision: Revision, extractor: Extractor): Expression => ({
  expression:
    'revision = :revision AND (' +
    '(#status = :pending AND (attribute_not_exists(extractor) OR extractor <= :extractor)) OR ' +
    '(#status = :ready AND extractor < :extractor))',
  names: { '#status': 'status' },
  values: { ':revision': revision, ':extractor': extractor, ':pending': 'PENDING', ':ready': 'READY' },
});

/** The article has been taken on by this extractor and no other revision or extractor has come since. */
export const isTakenOnBy = (revision: Revision, extractor: Extractor): Expression => ({
  expression: 'revision = :revision AND #status = :pending AND extractor = :extractor',
  names: { '#status': 'status' },
  values: { ':revision': revision, ':extractor': extractor, ':pending': 'PENDING' },
});

/** A child may be put where nothing newer stands: for a paragraph. */
export const isNoNewerRevision = (revision: Revision): Expression => ({
  expression: 'attribute_not_exists(pk) OR revision <= :revision',
  values: { ':revision': revision },
});

/** A child may be put where nothing newer stands: for an entity or quotation. */
export const isNoNewerAnalysis = (revision: Revision, extractor: Extractor): Expression => ({
  expression: 'attribute_not_exists(pk) OR revision < :revision OR (revision = :revision AND extractor <= :extractor)',
  values: { ':revision': revision, ':extractor': extractor },
});
