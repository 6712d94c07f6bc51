import { expect, test } from '@jest/globals';
import { explainArticle } from '../../shared/cli/explain-article.ts';
import { readCases } from '../language/trees/stored-cases.ts';

test('explain names the rule, what it bound, the source rule, the speaker and why', async () => {
  const cases = await readCases('test/language/trees/examples.conllu');
  const { document } = cases.find(({ name }) => name === 'example of predicative/object') ?? cases[0]!;
  expect(explainArticle(document)).toMatchInlineSnapshot(`
   "In quotation marks (paragraph, kind):
       0  speech    ““all very good””

   Listed: paragraph 0, mixed, rule predicative/object
     content     “the field of boats as “all very good””
     cue         “described” (assertion)
     source      “Firth” (by subject)
     speaker     PERSON#~firth: whom the source mentions
     bound       verb “described”, name “good”, object “field”
     step        to the clause’s end: “the field of boats as “all very good”” → “the field of boats as “all very good”.”
     step        without loose marks: “the field of boats as “all very good”.” → “the field of boats as “all very good””
     confidence  0.65, of which the rule states 0.65
     example     <source>Firth</source> <cue>described</cue> <content>the field of boats as “all very good”</content>.
   "
  `);
});
