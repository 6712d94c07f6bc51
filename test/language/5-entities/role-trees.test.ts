import { expect, test } from '@jest/globals';
import { annotate } from '../../../shared/language/annotate.ts';
import { spanIn } from '../../../shared/language/5-entities/refer-to-people.ts';
import { rolesOf } from '../../../shared/language/5-entities/roles.ts';
import { SentenceSpan } from '../../../shared/language/sentence-span.ts';
import { written } from './written-sentences.ts';

/** The roles of the first name in brackets, each with its noun behind it; with a label, of so many tokens of the first paragraph. */
function rolesIn(text: string, label = 0): string[] {
  const parsed = written(text);
  const document = annotate(parsed);
  const [paragraph] = document.paragraphs;
  if (paragraph && label > 0) paragraph.label = paragraph.span.until(label);
  const sentence = parsed.sentences.findIndex(({ names }) => names.length > 0);
  const { tokens, names } = parsed.sentences[sentence]!;
  const span = spanIn(document, sentence, names[0]!);
  const head = span.paragraph.tokenAt(span.start + new SentenceSpan(tokens, names[0]!).headIndex - names[0]!.first);
  return rolesOf({ span, head }, sentence).map((role) => {
    expect(role.sentence).toBe(sentence);
    return `${role.span.toText().text} (${role.noun.text})`;
  });
}

test.each([
  // Titles before the name.
  [
    'a noun before',
    'the/DET/det>3 bank/NOUN/compound>2 adviser/NOUN/nmod:desc>3 [PERSON Ada/PROPN/root>-1] left',
    ['bank adviser (adviser)'],
  ],
  [
    'a noun that hangs nowhere near',
    'old/ADJ/amod>4 bank/NOUN/obl>4 adviser/NOUN/obl>4 [PERSON Ada/PROPN/dep>4] left/VERB/root>-1',
    ['adviser (adviser)'],
  ],
  [
    'what doubles the name',
    'as/SCONJ/mark>4 Peru/PROPN/nsubj>4 adviser/NOUN/compound>3 [PERSON Ada/PROPN/nsubj>4] left/VERB/root>-1',
    ['Peru adviser (adviser)'],
  ],
  [
    'what is of another relation',
    'as/SCONJ/mark>4 Peru/PROPN/obl>4 adviser/NOUN/compound>3 [PERSON Ada/PROPN/nsubj>4] left/VERB/root>-1',
    ['adviser (adviser)'],
  ],
  [
    'what is of another subtype',
    'as/SCONJ/mark>4 Peru/PROPN/nsubj:pass>4 adviser/NOUN/compound>3 [PERSON Ada/PROPN/nsubj>4] left/VERB/root>-1',
    ['adviser (adviser)'],
  ],
  [
    'a title with of',
    'Secretary/PROPN/compound>3 of/ADP/case>2 State/PROPN/nmod>0 [PERSON Ada/PROPN/root>-1] left',
    ['Secretary of State (Secretary)'],
  ],
  [
    'a president-elect',
    'President/PROPN/compound>3 ~-/PUNCT/punct>2 ~elect/ADJ/amod>0 [PERSON Ada/PROPN/root>-1] left',
    ['President-elect (President)'],
  ],
  [
    'a president-elect that the tree loses',
    'President/PROPN/dep>4 ~-/PUNCT/dep>4 ~elect/ADJ/dep>4 [PERSON Ada/PROPN/dep>4] left/VERB/root>-1',
    ['President-elect (President)'],
  ],
  [
    'a title with hyphens',
    'the/DET/det>5 editor/NOUN/dep>6 ~-/PUNCT/dep>6 ~in/ADP/dep>6 ~-/PUNCT/dep>6 ~chief/NOUN/nmod:desc>6 [PERSON Ada/PROPN/root>-1] left',
    ['editor-in-chief (chief)'],
  ],
  [
    'a number that belongs',
    '12/NUM/nummod>1 adviser/NOUN/nmod:desc>2 [PERSON Ada/PROPN/root>-1] left',
    ['adviser (adviser)'],
  ],
  [
    'a possessor',
    "Oslo/PROPN/nmod:poss>2 's/PART/case>0 adviser/NOUN/nmod:desc>3 [PERSON Ada/PROPN/root>-1] left",
    ["Oslo 's adviser (adviser)"],
  ],
  ['a verb between', 'adviser/NOUN/nsubj>1 met/VERB/root>-1 [PERSON Ada/PROPN/obj>1] left', []],
  [
    'a noun further off that hangs under the name',
    'adviser/NOUN/nmod:desc>3 for/ADP/case>2 Oslo/PROPN/nmod>0 [PERSON Ada/PROPN/root>-1] left',
    ['adviser for Oslo (adviser)'],
  ],
  ['a noun that the name hangs under', 'adviser/NOUN/root>-1 to/ADP/case>2 [PERSON Ada/PROPN/nmod>0] left', []],
  [
    'a noun that the name is flat to',
    'adviser/NOUN/root>-1 for/ADP/case>2 Oslo/PROPN/nmod>0 [PERSON Ada/PROPN/flat>0] left',
    ['adviser for Oslo (adviser)'],
  ],
  [
    'a noun that the name is beside',
    'adviser/NOUN/root>-1 for/ADP/case>2 Oslo/PROPN/nmod>0 [PERSON Ada/PROPN/appos>0] left',
    ['adviser for Oslo (adviser)', 'adviser for Oslo (adviser)'],
  ],
  [
    'whom somebody tapped',
    'a/DET/det>1 hotelier/NOUN/root>-1 [PERSON Ada/PROPN/nsubj>3] tapped/VERB/acl:relcl>1 left',
    [],
  ],
  [
    'who somebody tapped, passive',
    'a/DET/det>1 hotelier/NOUN/root>-1 [PERSON Ada/PROPN/nsubj:pass>3] tapped/VERB/acl:relcl>1 left',
    ['hotelier (hotelier)'],
  ],
  [
    'whom somebody tapped, object',
    'a/DET/det>1 hotelier/NOUN/root>-1 [PERSON Ada/PROPN/obj>3] tapped/VERB/acl:relcl>1 left',
    ['hotelier (hotelier)'],
  ],
  [
    'what somebody did when',
    'a/DET/det>1 hotelier/NOUN/root>-1 [PERSON Ada/PROPN/nsubj>3] tapped/VERB/advcl>1 left',
    ['hotelier (hotelier)'],
  ],
  ...['Sir', 'Dame', 'Dr.', 'Dr', 'Mr.', 'Mr', 'Mrs.', 'Mrs', 'Ms.', 'Ms'].map(
    (address): [string, string, string[]] => [
      address,
      `the/DET/det>1 adviser/NOUN/nmod:desc>3 ${address}/PROPN/compound>3 [PERSON Ada/PROPN/root>-1] left`,
      ['adviser (adviser)'],
    ],
  ),
  ['an address at the beginning', 'The adviser left | Sir/PROPN/compound>1 [PERSON Ada/PROPN/root>-1] left', []],
  ...[
    'Gov.',
    'Sen.',
    'Rep.',
    'Gen.',
    'Col.',
    'Lt.',
    'Maj.',
    'Adm.',
    'Cmdr.',
    'Capt.',
    'Sgt.',
    'Prof.',
    'Justice',
    'Judge',
    'Det.',
    'Supt.',
    'Rev.',
    'Amb.',
    'Councilmember',
  ].map((office): [string, string, string[]] => [
    office,
    `Ohio/PROPN/compound>1 ${office}/PROPN/compound>2 [PERSON Ada/PROPN/root>-1] left`,
    [`Ohio ${office} (${office})`],
  ]),
  ['an office in small letters', 'the/DET/det>1 gov/NOUN/compound>2 [PERSON Ada/PROPN/root>-1] left', []],
  ...['person', 'man', 'woman', 'elder', 'human', 'individual', 'someone', 'nobody'].map(
    (noun): [string, string, string[]] => [
      noun,
      `the/DET/det>1 ${noun}/NOUN/nmod:desc>2 [PERSON Ada/PROPN/root>-1] left`,
      [],
    ],
  ),
  [
    'an adviser to a driver',
    'the/DET/det>1 adviser/NOUN/nmod:desc>4 to/ADP/case>3 driver/NOUN/nmod>1 [PERSON Ada/PROPN/root>-1] left',
    ['adviser to driver (adviser)'],
  ],
  [
    'a driver adviser',
    'the/DET/det>2 driver/NOUN/compound>2 adviser/NOUN/nmod:desc>3 [PERSON Ada/PROPN/root>-1] left',
    ['driver adviser (adviser)'],
  ],
  // Beside the name.
  [
    'an apposition',
    '[PERSON Ada/PROPN/nsubj>5] , the/DET/det>4 bank/NOUN/compound>4 adviser/NOUN/appos>0 left/VERB/root>-1',
    ['bank adviser (adviser)'],
  ],
  ['an apposition of a thing', '[PERSON Ada/PROPN/nsubj>4] , the/DET/det>3 table/NOUN/appos>0 left/VERB/root>-1', []],
  [
    'the second apposition',
    '[PERSON Ada/PROPN/nsubj>6] , 40/NUM/appos>0 , an/DET/det>5 adviser/NOUN/appos>0 left/VERB/root>-1',
    ['adviser (adviser)'],
  ],
  [
    'the first of two appositions',
    '[PERSON Ada/PROPN/nsubj>7] , an/DET/det>3 adviser/NOUN/appos>0 , a/DET/det>6 driver/NOUN/appos>0 left/VERB/root>-1',
    ['adviser (adviser)'],
  ],
  [
    'a name that is the apposition',
    'The/DET/det>2 bank/NOUN/compound>2 adviser/NOUN/nsubj>5 , [PERSON Ada/PROPN/appos>2] left/VERB/root>-1',
    ['bank adviser (adviser)'],
  ],
  ['a name beside a thing', 'The/DET/det>1 table/NOUN/nsubj>4 , [PERSON Ada/PROPN/appos>1] left/VERB/root>-1', []],
  [
    'a name under an adviser otherwise',
    'The/DET/det>1 adviser/NOUN/nsubj>4 , [PERSON Ada/PROPN/conj>1] left/VERB/root>-1',
    [],
  ],
  [
    'a name before its adviser',
    '[PERSON Ada/PROPN/appos>2] the/DET/det>2 adviser/NOUN/nsubj>3 left/VERB/root>-1',
    ['adviser (adviser)'],
  ],
  [
    'a name before its adviser of a town',
    '[PERSON Ada/PROPN/appos>2] the/DET/det>2 adviser/NOUN/nsubj>5 of/ADP/case>4 Oslo/PROPN/nmod>2 left/VERB/root>-1',
    ['adviser of Oslo (adviser)'],
  ],
  [
    'a name inside its adviser’s words',
    'adviser/NOUN/nsubj>5 [PERSON Ada/PROPN/appos>0] of/ADP/case>3 Oslo/PROPN/nmod>0 , left/VERB/root>-1',
    ['adviser (adviser)', 'adviser (adviser)'],
  ],
  [
    'a name of whom a relative clause tells',
    'the/DET/det>1 driver/NOUN/nsubj>8 who/PRON/nsubj>3 met/VERB/acl:relcl>1 the/DET/det>5 adviser/NOUN/obj>3 , [PERSON Ada/PROPN/appos>5] left/VERB/root>-1',
    [],
  ],
  [
    'a name of whom a clause of a thing tells',
    'the/DET/det>1 table/NOUN/nsubj>8 that/PRON/nsubj>3 met/VERB/acl:relcl>1 the/DET/det>5 adviser/NOUN/obj>3 , [PERSON Ada/PROPN/appos>5] left/VERB/root>-1',
    ['adviser (adviser)'],
  ],
  [
    'a name of whom another clause tells',
    'the/DET/det>1 driver/NOUN/nsubj>8 who/PRON/nsubj>3 met/VERB/acl>1 the/DET/det>5 adviser/NOUN/obj>3 , [PERSON Ada/PROPN/appos>5] left/VERB/root>-1',
    ['adviser (adviser)'],
  ],
  [
    'a name beside the subject of a clause',
    'the/DET/det>1 driver/NOUN/nsubj>8 whom/PRON/obj>3 met/VERB/acl:relcl>1 the/DET/det>5 adviser/NOUN/nsubj>3 , [PERSON Ada/PROPN/appos>5] left/VERB/root>-1',
    ['adviser (adviser)'],
  ],
  // What somebody is.
  ...['is', 'was', "'s", 'are', 'were'].map((copula): [string, string, string[]] => [
    copula,
    `[PERSON Ada/PROPN/nsubj>3] ${copula}/AUX/cop>3 an/DET/det>3 adviser/NOUN/root>-1`,
    ['adviser (adviser)'],
  ]),
  ['who will be', '[PERSON Ada/PROPN/nsubj>3] be/AUX/cop>3 an/DET/det>3 adviser/NOUN/root>-1', []],
  ...['not', "n't", 'never'].map((negation): [string, string, string[]] => [
    negation,
    `[PERSON Ada/PROPN/nsubj>4] is/AUX/cop>4 ${negation}/PART/advmod>4 an/DET/det>4 adviser/NOUN/root>-1`,
    [],
  ]),
  [
    'who often is',
    '[PERSON Ada/PROPN/nsubj>4] is/AUX/cop>4 often/ADV/advmod>4 an/DET/det>4 adviser/NOUN/root>-1',
    ['adviser (adviser)'],
  ],
  ['who is a thing', '[PERSON Ada/PROPN/nsubj>3] is/AUX/cop>3 a/DET/det>3 table/NOUN/root>-1', []],
  ['who is told to be', '[PERSON Ada/PROPN/nsubj:outer>3] is/AUX/cop>3 an/DET/det>3 adviser/NOUN/root>-1', []],
  ['whom an adviser is', '[PERSON Ada/PROPN/obj>3] is/AUX/cop>3 an/DET/det>3 adviser/NOUN/root>-1', []],
  [
    'who is what',
    '[PERSON Ada/PROPN/root>-1] , who/PRON/nsubj>5 is/AUX/cop>5 an/DET/det>5 adviser/NOUN/acl:relcl>0',
    ['adviser (adviser)'],
  ],
  [
    'who is not what',
    '[PERSON Ada/PROPN/root>-1] , who/PRON/nsubj>6 is/AUX/cop>6 not/PART/advmod>6 an/DET/det>6 adviser/NOUN/acl:relcl>0',
    [],
  ],
  [
    'whose what is',
    '[PERSON Ada/PROPN/root>-1] , which/PRON/nsubj>5 is/AUX/cop>5 an/DET/det>5 adviser/NOUN/acl:relcl>0',
    [],
  ],
  ...`advises advised leads led heads headed chairs chaired runs ran represents represented directs directed coaches coached
    owns owned founded founds oversees oversaw governs governed commands commanded edits edited manages managed teaches
    taught cofounded`
    .split(/\s+/)
    .map((verb): [string, string, string[]] => [
      verb,
      `[PERSON Ada/PROPN/root>-1] , who/PRON/nsubj>3 ${verb}/VERB/acl:relcl>0 a/DET/det>5 bank/NOUN/obj>3 , left`,
      [`${verb} a bank (${verb})`],
    ]),
  ['who sees', '[PERSON Ada/PROPN/root>-1] , who/PRON/nsubj>3 sees/VERB/acl:relcl>0 a/DET/det>5 bank/NOUN/obj>3', []],
  [
    'who leads and leaves',
    '[PERSON Ada/PROPN/root>-1] , who/PRON/nsubj>3 leads/VERB/acl:relcl>0 banks/NOUN/obj>3 and/CCONJ/cc>6 leaves/VERB/conj>3',
    ['leads banks (leads)'],
  ],
  ['leading', '[PERSON Ada/PROPN/root>-1] , leads/VERB/acl>0 a/DET/det>4 bank/NOUN/obj>2', []],
  [
    'who leads, behind another clause',
    '[PERSON Ada/PROPN/root>-1] seen/VERB/acl>0 who/PRON/nsubj>3 leads/VERB/acl:relcl>0 banks/NOUN/obj>3',
    ['leads banks (leads)'],
  ],
  ...['writes', 'reports', 'works'].map((verb): [string, string, string[]] => [
    verb,
    `[PERSON Ada/PROPN/nsubj>1] ${verb}/VERB/root>-1 for/ADP/case>4 a/DET/det>4 bank/NOUN/obl>1 .`,
    [`${verb} for a bank (${verb})`],
  ]),
  ['who walks for', '[PERSON Ada/PROPN/nsubj>1] walks/VERB/root>-1 for/ADP/case>4 a/DET/det>4 bank/NOUN/obl>1', []],
  ['who writes of', '[PERSON Ada/PROPN/nsubj>1] writes/VERB/root>-1 of/ADP/case>4 a/DET/det>4 bank/NOUN/obl>1', []],
  [
    'who writes in and for',
    '[PERSON Ada/PROPN/nsubj>1] writes/VERB/root>-1 in/ADP/case>3 Oslo/PROPN/obl>1 for/ADP/case>5 banks/NOUN/obl>1',
    ['writes in Oslo for banks (writes)'],
  ],
  [
    'who writes for whom for what',
    '[PERSON Ada/PROPN/nsubj>1] writes/VERB/root>-1 for/ADP/case>3 banks/NOUN/obl>1 for/ADP/case>5 money/NOUN/obl>1',
    ['writes for banks (writes)'],
  ],
  ['of whom one writes', '[PERSON Ada/PROPN/obj>1] writes/VERB/root>-1 for/ADP/case>4 a/DET/det>4 bank/NOUN/obl>1', []],
  [
    'who is written for',
    '[PERSON Ada/PROPN/nsubj:pass>1] writes/VERB/root>-1 for/ADP/case>4 a/DET/det>4 bank/NOUN/obl>1',
    [],
  ],
  // How far a role reaches.
  [
    'of what',
    '[PERSON Ada/PROPN/nsubj>7] , the/DET/det>3 adviser/NOUN/appos>0 of/ADP/case>6 the/DET/det>6 bank/NOUN/nmod>3 left/VERB/root>-1',
    ['adviser of the bank (adviser)'],
  ],
  [
    'a clause',
    '[PERSON Ada/PROPN/nsubj>7] , the/DET/det>3 adviser/NOUN/appos>0 who/PRON/nsubj>5 led/VERB/acl:relcl>3 , left/VERB/root>-1',
    ['adviser (adviser)'],
  ],
  [
    'a comma',
    '[PERSON Ada/PROPN/nsubj>6] , adviser/NOUN/appos>0 ,/PUNCT/punct>2 old/ADJ/amod>2 ,/PUNCT/punct>2 left/VERB/root>-1',
    ['adviser (adviser)'],
  ],
  [
    'an adverb before',
    '[PERSON Ada/PROPN/nsubj>5] , once/ADV/amod>4 bank/NOUN/compound>4 adviser/NOUN/appos>0 left/VERB/root>-1',
    ['bank adviser (adviser)'],
  ],
  [
    'a preposition behind',
    '[PERSON Ada/PROPN/nsubj>4] , adviser/NOUN/appos>0 to/ADP/case>2 left/VERB/root>-1',
    ['adviser (adviser)'],
  ],
  [
    'a hyphen',
    '[PERSON Ada/PROPN/nsubj>5] , vice/NOUN/dep>5 ~-/PUNCT/punct>4 ~adviser/NOUN/appos>0 left/VERB/root>-1',
    ['vice-adviser (adviser)'],
  ],
  [
    'a gap',
    '[PERSON Ada/PROPN/nsubj>5] , bank/NOUN/compound>4 then/ADV/advmod>4 adviser/NOUN/appos>0 left/VERB/root>-1',
    ['adviser (adviser)'],
  ],
  ...['compound', 'amod', 'nmod', 'nummod', 'flat', 'case', 'fixed'].map((relation): [string, string, string[]] => [
    relation,
    `[PERSON Ada/PROPN/nsubj>4] , bank/NOUN/${relation}>3 adviser/NOUN/appos>0 left/VERB/root>-1`,
    ['bank adviser (adviser)'],
  ]),
  [
    'of the bank of Oslo',
    '[PERSON Ada/PROPN/nsubj>8] , the/DET/det>3 adviser/NOUN/appos>0 of/ADP/case>5 banks/NOUN/nmod>3 of/ADP/case>7 Oslo/PROPN/nmod>5 left/VERB/root>-1',
    ['adviser of banks of Oslo (adviser)'],
  ],
  [
    'sixteen words',
    `[PERSON Ada/PROPN/root>-1] , ${'big/ADJ/amod>17 '.repeat(15)}adviser/NOUN/appos>0`,
    [`${'big '.repeat(15)}adviser (adviser)`],
  ],
  ['seventeen words', `[PERSON Ada/PROPN/root>-1] , ${'big/ADJ/amod>18 '.repeat(16)}adviser/NOUN/appos>0`, []],
  // Inner words.
  [
    'a number',
    'Formula/PROPN/compound>2 1/NUM/nummod>0 driver/NOUN/nmod:desc>3 [PERSON Ada/PROPN/root>-1] left',
    ['Formula 1 driver (driver)'],
  ],
  [
    'a dash',
    'Oslo/PROPN/compound>3 –/PUNCT/punct>2 Bergen/PROPN/flat>0 adviser/NOUN/nmod:desc>4 [PERSON Ada/PROPN/root>-1] left',
    ['Oslo – Bergen adviser (adviser)'],
  ],
  [
    'elect',
    'President/PROPN/nmod:desc>2 elect/VERB/dep>0 [PERSON Ada/PROPN/root>-1] left',
    ['President elect (President)'],
  ],
  [
    'an apostrophe',
    "workers/NOUN/nmod:poss>2 '/PART/case>0 adviser/NOUN/nmod:desc>3 [PERSON Ada/PROPN/root>-1] left",
    ["workers ' adviser (adviser)"],
  ],
  ...['to', 'for', 'of'].map((word): [string, string, string[]] => [
    `a title, ${word}`,
    `adviser/NOUN/nmod:desc>4 ${word}/ADP/case>3 the/DET/det>3 bank/NOUN/nmod>0 [PERSON Ada/PROPN/root>-1] left`,
    [`adviser ${word} the bank (adviser)`],
  ]),
  ...['and', '&'].map((word): [string, string, string[]] => [
    `a title, ${word}`,
    `research/NOUN/compound>3 ${word}/CCONJ/cc>2 sales/NOUN/conj>0 adviser/NOUN/nmod:desc>4 [PERSON Ada/PROPN/root>-1] left`,
    [`research ${word} sales adviser (adviser)`],
  ]),
  [
    'words that hyphens join',
    'the/DET/det>6 soon/ADV/dep>6 ~-/PUNCT/dep>6 ~to/PART/dep>6 ~-/PUNCT/dep>6 ~be/AUX/dep>6 adviser/NOUN/nmod:desc>7 [PERSON Ada/PROPN/root>-1] left',
    ['soon-to-be adviser (adviser)'],
  ],
  // Titles in capitals behind the comma.
  [
    'joined words',
    '[PERSON Ada/PROPN/nsubj>7] ~, Research/PROPN/dep>7 and/CCONJ/dep>7 Advocacy/PROPN/dep>7 Director/PROPN/appos>0 then/ADV left/VERB/root>-1',
    ['Research and Advocacy Director (Director)'],
  ],
  [
    'of what it is',
    '[PERSON Ada/PROPN/nsubj>10] ~, Director/PROPN/appos>0 for/ADP/dep>10 East/PROPN/dep>10 Africa/PROPN/dep>10 at/ADP/dep>10 the/DET/dep>10 Sea/PROPN/dep>10 Bank/PROPN/dep>10 left/VERB/root>-1',
    ['Director for East Africa at the Sea Bank (Director)'],
  ],
  ...['&', 'of', 'to', 'on', '-'].map((word): [string, string, string[]] => [
    word,
    `[PERSON Ada/PROPN/nsubj>5] ~, Director/PROPN/appos>0 ${word}/ADP/dep>5 Boats/PROPN/dep>5 left/VERB/root>-1`,
    [`Director ${word} Boats (Director)`],
  ]),
  [
    'with what',
    '[PERSON Ada/PROPN/nsubj>5] ~, Director/PROPN/appos>0 with/ADP/dep>5 Boats/PROPN/dep>5 left/VERB/root>-1',
    ['Director (Director)'],
  ],
  [
    'a small word at its end',
    '[PERSON Ada/PROPN/nsubj>5] ~, Director/PROPN/appos>0 of/ADP/dep>5 boats/NOUN/dep>5 left/VERB/root>-1',
    ['Director (Director)'],
  ],
  [
    'small words at its end',
    '[PERSON Ada/PROPN/nsubj>7] ~, Director/PROPN/appos>0 of/ADP/dep>7 Boats/PROPN/dep>7 at/ADP/dep>7 the/DET/dep>7 sea/NOUN/dep>7 left/VERB/root>-1',
    ['Director of Boats (Director)'],
  ],
  [
    'a noun in small letters',
    '[PERSON Ada/PROPN/nsubj>5] ~, Research/PROPN/dep>5 director/NOUN/appos>0 Boats/PROPN/dep>5 left/VERB/root>-1',
    ['director (director)'],
  ],
  [
    'words in small letters before it',
    '[PERSON Ada/PROPN/nsubj>6] ~, the/DET/det>4 Research/PROPN/dep>6 Director/PROPN/appos>0 Boats/PROPN/dep>6 left/VERB/root>-1',
    ['Director (Director)'],
  ],
  [
    'no comma before it',
    '[PERSON Ada/PROPN/nsubj>6] is our Research/PROPN/dep>6 Director/PROPN/appos>0 Boats/PROPN/dep>6 left/VERB/root>-1',
    ['Director (Director)'],
  ],
  [
    'somebody who is joined to the name',
    '[PERSON Ada/PROPN/nsubj>7] ~, Director/PROPN/appos>0 of/ADP/case>4 Boats/PROPN/nmod>2 and/CCONJ/cc>6 Cy/PROPN/conj>0 left/VERB/root>-1',
    ['Director of Boats (Director)'],
  ],
  [
    'something else that he directs',
    '[PERSON Ada/PROPN/nsubj>7] ~, Director/PROPN/appos>0 of/ADP/case>4 Boats/PROPN/nmod>2 and/CCONJ/cc>6 Ports/PROPN/conj>4 left/VERB/root>-1',
    ['Director of Boats and Ports (Director)'],
  ],
  [
    'somebody who is joined to the title',
    '[PERSON Ada/PROPN/nsubj>7] ~, Director/PROPN/appos>0 of/ADP/case>4 Boats/PROPN/nmod>2 and/CCONJ/cc>6 Cy/PROPN/conj>2 left/VERB/root>-1',
    ['Director of Boats (Director)'],
  ],
  [
    'the next sentence',
    '[PERSON Ada/PROPN/nsubj>3] ~, Director/PROPN/appos>0 left/VERB/root>-1 | Ports grew',
    ['Director (Director)'],
  ],
  // What somebody has is no part of what he is.
  ...['with', 'without'].map((word): [string, string, string[]] => [
    word,
    `[PERSON Ada/PROPN/nsubj>6] ~, an/DET/det>3 adviser/NOUN/appos>0 ${word}/ADP/case>5 money/NOUN/nmod>3 left/VERB/root>-1`,
    ['adviser (adviser)'],
  ]),
  [
    'with a body',
    '[PERSON Ada/PROPN/nsubj>6] ~, an/DET/det>3 adviser/NOUN/appos>0 with/ADP/case>5 Orrin/PROPN/nmod>3 left/VERB/root>-1',
    ['adviser with Orrin (adviser)'],
  ],
  [
    'with the money of a body',
    '[PERSON Ada/PROPN/nsubj>7] ~, an/DET/det>3 adviser/NOUN/appos>0 with/ADP/case>6 Orrin/PROPN/compound>6 money/NOUN/nmod>3 left/VERB/root>-1',
    ['adviser with Orrin money (adviser)'],
  ],
  [
    'on money',
    '[PERSON Ada/PROPN/nsubj>6] ~, an/DET/det>3 adviser/NOUN/appos>0 on/ADP/case>5 money/NOUN/nmod>3 left/VERB/root>-1',
    ['adviser on money (adviser)'],
  ],
  // What ends or opens no role.
  ...[
    ['a mark', '.', 'PUNCT', 'punct'],
    ['an article', 'the', 'DET', 'det'],
    ['a preposition', 'of', 'ADP', 'case'],
    ['a conjunction', 'and', 'CCONJ', 'case'],
  ].map(([name, word, pos, relation]): [string, string, string[]] => [
    `${name} behind`,
    `[PERSON Ada/PROPN/nsubj>5] ~, an/DET/det>3 adviser/NOUN/appos>0 ${word}/${pos}/${relation}>3 left/VERB/root>-1`,
    ['adviser (adviser)'],
  ]),
  ...[
    ['a mark', '’', 'PUNCT', 'punct'],
    ['an adverb', 'once', 'ADV', 'amod'],
    ['a pronoun', 'her', 'PRON', 'nmod'],
    ['a preposition', 'of', 'ADP', 'case'],
    ['a verb', 'called', 'VERB', 'amod'],
    ['an auxiliary', 'being', 'AUX', 'amod'],
  ].map(([name, word, pos, relation]): [string, string, string[]] => [
    `${name} before`,
    `[PERSON Ada/PROPN/nsubj>4] , ${word}/${pos}/${relation}>3 adviser/NOUN/appos>0 left/VERB/root>-1`,
    ['adviser (adviser)'],
  ]),
  [
    'a comma inside',
    '[PERSON Ada/PROPN/nsubj>6] , bank/NOUN/compound>4 ,/PUNCT/punct>4 adviser/NOUN/appos>0 , left/VERB/root>-1',
    ['adviser (adviser)'],
  ],
])('%s: %s', (_, text, roles) => {
  expect(rolesIn(text)).toEqual(roles);
});

/** Above what somebody says, in a transcript. */
test.each([
  ['[PERSON Ada Bo] -- Harbour Bank -- Analyst', ['Analyst (Analyst)']],
  ['[PERSON Ada Bo] -- Analyst', ['Analyst (Analyst)']],
  ['[PERSON Ada Bo] -- Data Analyst -- Harbour Bank', ['Data Analyst (Analyst)']],
  ['[PERSON Ada Bo] ~, Data Analyst ~, Harbour Bank', ['Data Analyst (Analyst)']],
  ['[PERSON Ada Bo] – Analyst for Boats — Harbour Bank', ['Analyst for Boats (Analyst)']],
  ['[PERSON Ada Bo] - Analyst', ['Analyst (Analyst)']],
  ['[PERSON Ada Bo] -- Analyst -- Teacher', ['Analyst (Analyst)']],
  ['[PERSON Ada Bo] -- Analyst -- Harbour -- Bank', ['Analyst (Analyst)']],
  ['[PERSON Ada Bo] -- Harbour -- Bank -- Analyst', ['Analyst (Analyst)']],
  ['[PERSON Ada Bo] Analyst', []],
  ['[PERSON Ada Bo] -- Harbour Bank', []],
])('title in a header: %s', (text, roles) => {
  expect(rolesIn(text, 2)).toEqual(roles);
});

test('what stands behind the colon of a label is no title', () => {
  expect(rolesIn('[PERSON Ada Bo] : it fell ~, Analyst', 2)).toEqual([]);
});
