import { openExtractions } from '../shared/extractions/extractions.ts';
import { readArrivals } from '../shared/inbox/arrivals.ts';
import { openInbox } from '../shared/inbox/inbox.ts';
import { eachMessage } from '../shared/lambda/each-message.ts';
import { environment } from '../shared/lambda/environment.ts';
import { openTable } from '../shared/table/table.ts';
import { splitArticle } from './steps/split-article.ts';

const inbox = openInbox();
const table = openTable(environment('TABLE_NAME'));
const extractions = openExtractions(environment('EXTRACTIONS_QUEUE_URL'));

export const handler = eachMessage(async (body, signal) => {
  const split = splitArticle({ inbox, table: table.until(signal), extractions });
  return Promise.all(readArrivals(body).map(split));
});
