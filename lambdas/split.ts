import { openExtractions } from '../shared/extractions/extractions.ts';
import { openInbox } from '../shared/inbox/inbox.ts';
import { eachMessage } from '../shared/lambda/each-message.ts';
import { environment } from '../shared/lambda/environment.ts';
import { openTable } from '../shared/table/table.ts';
import { splitEach } from './steps/split-article.ts';

const inbox = openInbox();
const table = openTable(environment('TABLE_NAME'));
const extractions = openExtractions(environment('EXTRACTIONS_QUEUE_URL'));

export const handler = eachMessage(splitEach({ inbox, table, extractions }));
