import { createColors } from 'picocolors';
import { whoSpeaks } from './who-speaks.ts';
import type { Entity, Quotation } from '../language/analysis.ts';
import { ENTITY_TYPES, type EntityType } from '../language/document.ts';
import { countFound } from './output.ts';
import { type ArticleRow, hasWords, type StoredArticle } from '../table/rows/article.ts';

type Colors = ReturnType<typeof createColors>;

/** What was found in an article, for a person to read. */
export function reportArticle(key: string, stored: StoredArticle, colors: Colors): string {
  const { article, paragraphs, entities, quotations } = stored;
  if (article.status === 'REJECTED') {
    return [`${colors.bold(key)}  ${colors.red('REJECTED')} (${article.code})`, `  ${article.message}`].join('\n');
  }
  const skipped = article.status === 'READY' ? article.skipped : undefined;
  const counts = { paragraphs: paragraphs.length, entities: entities.length, quotations: quotations.length };
  return [
    `${colors.bold(key)}  ${colors.green(article.status)}`,
    ...readLines(article).map((line) => `  ${colors.dim(line)}`),
    ...(skipped === undefined ? [] : [`  ${skipped}`]),
    ...(hasWords(article) ? [`  ${countFound(counts)}`] : []),
    ...ENTITY_TYPES.flatMap((type) => entitiesOfType(type, entities, colors)),
    ...quotations.flatMap((quotation) => ['', ...quotationLines(quotation, colors)]),
  ].join('\n');
}

/** What was read from the file: format and encoding, headline, date and language. */
export function readLines(article: ArticleRow): string[] {
  switch (article.status) {
    case 'WITHDRAWN':
      return article.reason === undefined ? [] : [article.reason];
    case 'REJECTED':
      return [];
    case 'EMBARGOED':
      return [`until ${article.embargoedUntil}: nothing of it is shown before, and then it is read`];
    case 'PENDING':
    case 'READY': {
      const { format, encoding, publishedAt, headline, bylines, source, correction } = article;
      const language = article.status === 'READY' ? article.language : article.statedLanguage;
      return [
        [format, encoding, `published ${publishedAt.slice(0, 16).replace('T', ' ')}`, language, source]
          .filter((part) => part !== undefined)
          .join(', '),
        ...(headline === undefined ? [] : [headline.text]),
        ...(bylines.length === 0 ? [] : [bylines.map(({ text }) => text).join('; ')]),
        ...(correction === undefined ? [] : [`Correction: ${correction}`]),
      ];
    }
  }
}

/** Told in one line: nobody looks for them one by one. */
const VALUES: readonly EntityType[] = ['DATE', 'MONEY', 'QUANTITY'];

function entitiesOfType(type: EntityType, entities: readonly Entity[], colors: Colors): string[] {
  const ofType = entities.filter((entity) => entity.type === type);
  if (ofType.length === 0) return [];
  if (VALUES.includes(type)) return ['', `  ${colors.dim(type)}  ${ofType.map(({ name }) => name).join('; ')}`];
  const byCount = ofType.sort((a, b) => b.mentions.length - a.mentions.length);
  return ['', `  ${colors.dim(type)}`, ...byCount.map((entity) => `  ${entityLine(entity, colors)}`)];
}

function entityLine({ name, mentions, roles, aliases }: Entity, colors: Colors): string {
  const role = roles[0] === undefined ? '' : `, ${roles[0].text}`;
  const also = aliases.length === 0 ? '' : colors.dim(` (also ${aliases.join(', ')})`);
  return `${String(mentions.length).padStart(3)} × ${name}${role}${also}`;
}

/** What was said, who said it in which role, and how. */
function quotationLines(quotation: Quotation, colors: Colors): string[] {
  const { contents, cue, kind, modality, speakers, source } = quotation;
  const notes = [kind, cue?.text, modality].filter((note) => note !== undefined).join(', ');
  return [
    `  ${contents.map(({ text }) => text).join(' … ')}`,
    `    — ${whoSpeaks({ speakers, source: source?.text }, colors.yellow)} ${colors.dim(`(${notes})`)}`,
  ];
}
