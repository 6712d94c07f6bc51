import { expect, test } from '@jest/globals';
import { MARKED_FORMS, PLAIN_FORMS } from '../../measure/quality/paraphrase-forms.ts';
import { analyse } from '../../shared/language/analyse.ts';
import { cachedTagger } from '../../measure/quality/tagged.ts';

const SAYINGS = [
  { source: 'The harbour board', content: 'the pier has been shut down' },
  { source: 'Ann Lund', content: 'the ferries will be for visitors alone' },
] as const;

const FORMS = [...PLAIN_FORMS, ...MARKED_FORMS];

test.each(FORMS.map((form) => [form.name, form] as const))(
  'a statement in the form “%s” is listed once, whole',
  async (_, { write }) => {
    const tag = await cachedTagger();
    for (const saying of SAYINGS) {
      const { quotations } = await analyse({ bylines: [], paragraphs: [{ ordinal: 0, text: write(saying) }] }, tag);
      const [quotation, ...others] = quotations.map(({ contents, source }) => ({
        content: contents.map(({ text }) => text.replace(/[“”.,]/gu, '').toLowerCase()).join(' '),
        source: source?.text.toLowerCase(),
      }));
      expect(quotation).toEqual({
        content: saying.content,
        source: expect.stringContaining(saying.source.toLowerCase()),
      });
      expect(others).toEqual([]);
    }
  },
);
