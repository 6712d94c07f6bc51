import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import type { ChildOutput } from '../shared/backfill/request.ts';
import { openEvents } from '../shared/events/events.ts';
import { openInbox } from '../shared/inbox/inbox.ts';
import type { Outcome } from '../shared/lambda/each-message.ts';
import { environment } from '../shared/lambda/environment.ts';
import { analyse } from '../shared/language/analyse.ts';
import { atLeast } from '../shared/language/7-assemble/at-least.ts';
import { loadTagger } from '../shared/language/3-parse/tagger.ts';
import { EXTRACTOR_VERSION } from '../shared/language/extractor.ts';
import { openTable } from '../shared/table/table.ts';
import { backfillFiles } from './steps/backfill-files.ts';

/** One of the longest articles takes some forty seconds. */
const LONGEST_ARTICLE_MS = 60_000;

const logger = new Logger();
const inbox = openInbox();
const table = openTable(environment('TABLE_NAME'));
const events = openEvents(environment('EVENTS_TOPIC_ARN'), { quiet: environment('BULK_EVENTS') === 'false' });
const minimum = Number(environment('MINIMUM_CONFIDENCE'));
const tagger = await loadTagger();

export function handler(event: unknown, context: Context): Promise<ChildOutput> {
  logger.addContext(context);
  const hasTime = () => context.getRemainingTimeInMillis() > LONGEST_ARTICLE_MS;
  const tell = (outcome: Outcome) => {
    logger.info('Done', outcome);
  };
  const parts = {
    inbox,
    table,
    events,
    analyse: async (article: Parameters<typeof analyse>[0]) => atLeast(minimum, await analyse(article, tagger)),
    extractorVersion: EXTRACTOR_VERSION,
  };
  return backfillFiles({ ...parts, tell, hasTime }, event);
}
