/** Counts that the functions publish to CloudWatch, and that alarms and the dashboard read: no SDK here. */
export const METRICS = {
  /** Articles whose paragraphs have been written. */
  split: 'ArticlesSplit',
  /** Articles whose entities and quotations are complete. */
  ready: 'ArticlesReady',
  /** Files that are no articles. */
  rejected: 'ArticlesRejected',
  withdrawn: 'ArticlesWithdrawn',
  /** Looks at articles whose embargo had not passed: one a quarter of an hour each. */
  embargoed: 'ArticlesEmbargoed',
  /** Events and requests that a newer revision, or an earlier delivery, had made void. */
  superseded: 'Superseded',
  entities: 'Entities',
  quotations: 'Quotations',
  /** Quotations whose source could not be decided. */
  unknownSpeakers: 'UnknownSpeakers',
  /** Messages to be tried again. */
  failed: 'MessagesFailed',
} as const;

/** Milliseconds from the event of an article in the inbox to its being READY. */
export const TIME_TO_READY = 'TimeToReady';
