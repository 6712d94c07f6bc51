import type { Entity, Quotation } from '../../shared/language/analysis.ts';
import type { Told } from '../table/query-world.ts';

/** As many as the article below names. */
export const NAMES = 5_000;

const PUBLISHED = '2026-11-25T09:00:00.000Z';

const quotation = (ordinal: number, paragraph: number, text: string, speaker: Entity | undefined): Quotation => ({
  ordinal,
  kind: 'direct',
  contents: [{ paragraph, start: 0, end: text.length, text }],
  quoted: [{ paragraph, start: 0, end: text.length, text }],
  cue: null,
  cueKind: 'assertion',
  source: null,
  speakers: speaker ? [{ id: speaker.id, name: speaker.name }] : [],
  speaker: speaker?.id ?? null,
  ...(speaker && { speakerName: speaker.name }),
  rule: '<b>rule</b>',
  confidence: 0.9,
});

const told = (
  key: string,
  texts: readonly string[],
  entities: readonly Entity[],
  quotations: readonly Quotation[],
): Told => ({
  key,
  publishedAt: PUBLISHED,
  article: {
    paragraphs: texts.map((text, ordinal) => ({ ordinal, text })),
    headline: { paragraph: 0, start: 0, end: texts[0]!.length, text: texts[0]! },
    bylines: [],
  },
  analysis: { language: 'eng', entities, quotations },
});

/** Scripts, markup, marks that turn the direction of writing, in whatever a file brings. */
export function hostileArticle(): Told {
  const headline = '<script>window.hacked=1</script><img src=x onerror="window.hacked=1"> \u202Eevil\u202C {{7*7}}';
  const words = '“javascript:window.hacked=1 <svg onload=window.hacked=1> \u2066\u202Espoken\u2069”';
  const names = Array.from({ length: NAMES }, (_, number) => `Name${number}<b>\u202Ex\u202C`);
  const texts = [
    headline,
    words,
    ...Array.from({ length: 50 }, (_, part) => names.slice(part * 100, part * 100 + 100).join(' ')),
  ];
  const entities = names.map((name, number): Entity => {
    const paragraph = 2 + Math.floor(number / 100);
    const start = texts[paragraph]!.indexOf(name);
    return {
      id: `PERSON#name${number}`,
      type: 'PERSON',
      name,
      aliases: ['<img src=x onerror="window.hacked=1">'],
      roles: [],
      salience: 0.1,
      mentions: [{ paragraph, start, end: start + name.length, text: name, kind: 'name' }],
    };
  });
  return told('hostile/<script>?#..txt', texts, entities, [quotation(0, 1, words, entities[0])]);
}

/** As the API would answer. */
export function hostileAnswer() {
  const { key, publishedAt, article, analysis } = hostileArticle();
  const { paragraphs, ...front } = article;
  const { entities, quotations } = analysis;
  const counts = {
    paragraphCount: paragraphs.length,
    entityCount: entities.length,
    quotationCount: quotations.length,
  };
  const row = {
    key,
    publishedAt,
    ...front,
    ...counts,
    revision: '1',
    status: 'READY',
    extractorVersion: 1,
    language: 'eng',
  };
  return { article: { ...row, url: 'javascript:window.hacked=1' }, paragraphs, entities, quotations };
}

/** A thousand words, forty names and twenty statements. */
export function longArticle(): Told {
  const people = Array.from({ length: 40 }, (_, number) => `Ada Trask${number}`);
  const filler =
    'the council said on Monday that the ferry would sail again once the harbour had been dredged and the pier mended';
  const texts = ['Council mends the pier', ...people.map((name) => `“We will mend it,” ${name} said, and ${filler}.`)];
  const entities = people.map((name, number): Entity => {
    const start = texts[number + 1]!.indexOf(name);
    return {
      id: `PERSON#ada-trask${number}`,
      type: 'PERSON',
      name,
      aliases: [],
      roles: [],
      salience: 0.5,
      mentions: [{ paragraph: number + 1, start, end: start + name.length, text: name, kind: 'name' }],
    };
  });
  const said = entities
    .slice(0, 20)
    .map((entity, number) => quotation(number, number + 1, '“We will mend it,”', entity));
  return told('long.txt', texts, entities, said);
}
