import { eachMessage } from '../shared/lambda/each-message.ts';
import { environment } from '../shared/lambda/environment.ts';
import { openRetryLater } from '../shared/lambda/retry-later.ts';
import { loadTagger } from '../shared/language/3-parse/tagger.ts';
import { analyse } from '../shared/language/analyse.ts';
import { EXTRACTOR } from '../shared/language/extractor.ts';
import { openTable } from '../shared/table/table.ts';
import { extractEach } from './steps/extract-article.ts';

const table = openTable(environment('TABLE_NAME'));
const tagger = await loadTagger();

export const handler = eachMessage(
  extractEach({ table, analyse: (article) => analyse(article, tagger), extractor: EXTRACTOR }),
  openRetryLater(environment('MESSAGES_QUEUE_URL')),
);
