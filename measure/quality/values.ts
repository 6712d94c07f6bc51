import type { EntityType } from '../../shared/language/document.ts';
import type { Measure } from './measure.ts';
import { readArticles } from './news-articles.ts';

const VALUES: ReadonlySet<EntityType> = new Set(['DATE', 'MONEY', 'QUANTITY']);

const NUMBER_WORD =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\w+|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|halves|quarters?|thirds?|double|triple|twice|couple|first|second|\w+th|scores?|zero|tens)\b/i;
const CALENDAR_WORD =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b\.?|jan(?:uary)?|feb(?:ruary)?|march|mar|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:yester|to|mid|week)?days?|tomorrow|tonight|overnight|now|(?:mid|fort)?nights?|mornings?|noon|afternoons?|evenings?|dawn|dusk|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)|hours?|minutes?|seconds?|springs?|summers?|autumns?|falls?|winters?|seasons?|christmas|easter|ramadan|new year['’]?s?|eve|annual(?:ly)?|daily|weekly|monthly|yearly)\b/i;

/** Dates and amounts in whose words is no number, no number word and no word of the calendar. */
export const evaluateValues: Measure = async (path, { others = [], most, verbose = false }) => {
  const rows: string[] = [];
  let [articles, all] = [0, 0];
  for await (const { name, entities } of readArticles([path, ...others], most)) {
    articles += 1;
    for (const { type, mentions } of entities.filter((entity) => VALUES.has(entity.type))) {
      for (const { text } of mentions) {
        all += 1;
        const tells = /\p{N}/u.test(text) || NUMBER_WORD.test(text) || CALENDAR_WORD.test(text);
        if (!tells) rows.push(`${name}: ${type} "${text}"`);
        else if (verbose) rows.push(`${name}: ${type} ${text}`);
      }
    }
  }
  const empty = rows.filter((row) => row.endsWith('"')).length;
  return [
    ...rows,
    `No number, number word or calendar word: ${empty} of ${all} dates and amounts in ${articles} articles`,
  ].join('\n');
};
