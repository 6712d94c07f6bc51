import { openEvents } from '../shared/events/events.ts';
import { openExtractions } from '../shared/extractions/extractions.ts';
import { openArrivals } from '../shared/inbox/arrive-again.ts';
import { openInbox } from '../shared/inbox/inbox.ts';
import { eachMessage } from '../shared/lambda/each-message.ts';
import { openRetryLater } from '../shared/lambda/retry-later.ts';
import { environment } from '../shared/lambda/environment.ts';
import { openTable } from '../shared/table/table.ts';
import { splitEach } from './steps/split-article.ts';

const inbox = openInbox();
const table = openTable(environment('TABLE_NAME'));
const retryLater = openRetryLater(environment('MESSAGES_QUEUE_URL'));
const extractions = openExtractions(environment('EXTRACTIONS_QUEUE_URL'));
const events = openEvents(environment('EVENTS_TOPIC_ARN'));
const arrivals = openArrivals(environment('MESSAGES_QUEUE_URL'));

export const handler = eachMessage(splitEach({ inbox, table, events, extractions, arrivals }), retryLater);
