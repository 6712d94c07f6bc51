import { openEvents } from '../shared/events/events.ts';
import { eachMessage } from '../shared/lambda/each-message.ts';
import { environment } from '../shared/lambda/environment.ts';
import { openRetryLater } from '../shared/lambda/retry-later.ts';
import { loadTagger } from '../shared/language/3-parse/tagger.ts';
import { analyse } from '../shared/language/analyse.ts';
import { atLeast } from '../shared/language/7-assemble/at-least.ts';
import { EXTRACTOR_VERSION } from '../shared/language/extractor.ts';
import { openTable } from '../shared/table/table.ts';
import { extractEach } from './steps/extract-article.ts';

const table = openTable(environment('TABLE_NAME'));
const minimum = Number(environment('MINIMUM_CONFIDENCE'));
const tagger = await loadTagger();

export const handler = eachMessage(
  extractEach({
    table,
    events: openEvents(environment('EVENTS_TOPIC_ARN')),
    analyse: async (article) => atLeast(minimum, await analyse(article, tagger)),
    extractorVersion: EXTRACTOR_VERSION,
  }),
  openRetryLater(environment('MESSAGES_QUEUE_URL')),
);
