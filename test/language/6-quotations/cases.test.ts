import { beforeAll, expect, test } from '@jest/globals';
import { loadTagger } from '../../../shared/language/3-parse/tagger.ts';
import { findQuotations } from '../../../shared/language/6-quotations/find-quotations.ts';
import type { Tagger } from '../../../shared/language/document.ts';
import { attributed, tagText, unmark } from './marked.ts';

let tag: Tagger;
beforeAll(async () => {
  tag = await loadTagger();
});

const cases: readonly (readonly [phenomenon: string, marked: string])[] = [
  // Marks
  [
    'curly marks',
    '<content>“The bridge will open in May,”</content> <cue>said</cue> <source>Mayor Hanna Lindqvist</source>.',
  ],
  [
    'straight marks',
    '<content>"The bridge will open in May,"</content> <cue>said</cue> <source>Mayor Hanna Lindqvist</source>.',
  ],
  ['single marks', '<content>‘It won’t be cheap,’</content> <source>Lindqvist</source> <cue>said</cue>.'],
  ['marks of two apostrophes', "<content>''It won't be cheap,''</content> <source>Lindqvist</source> <cue>said</cue>."],
  ['guillemets', '<content>«The ferry stays,»</content> <cue>said</cue> <source>the captain</source>.'],
  ['wrong-way marks', '<content>”The ferry stays,“</content> <cue>said</cue> <source>the captain</source>.'],
  [
    'a quotation in a quotation',
    '<content>“My father told me, ‘Never sell the boat,’ and I never did,”</content> <cue>said</cue> <source>Tomasz Zielinski</source>.',
  ],
  // What is a quotation
  ['a scare quote', 'The factory was closed in 2019 and its “temporary” gates are still there.'],
  ['a title', 'Her novel “The Salt Road” appeared in 2011.'],
  ['a nickname', 'Walter “Red” Jansen won the race twice.'],
  ['a word as a word', 'The word “ferry” comes from Old Norse.'],
  ['a byname', 'The “wobbly bridge,” as islanders now call it, was closed in June.'],
  ['a name that a noun is given', 'The firm belongs to a trust called “The Open Door” and pays no tax.'],
  ['a name before its noun', 'Volunteers of the “Clean Harbour” campaign met on the quay.'],
  // Place of the attribution
  ['inversion', '<content>“We have no money left,”</content> <cue>said</cue> <source>Okonkwo</source>.'],
  ['source and verb after', '<content>“We have no money left,”</content> <source>Okonkwo</source> <cue>said</cue>.'],
  ['source and verb before', '<source>Okonkwo</source> <cue>said</cue>, <content>“We have no money left.”</content>'],
  ['a colon', '<source>Okonkwo</source> <cue>said</cue>: <content>“We have no money left.”</content>'],
  [
    'an addressee',
    '<source>The minister</source> <cue>told</cue> reporters on Monday: <content>“There is no plan to sell the port.”</content>',
  ],
  [
    'in the middle',
    '<content>“The port,”</content> <source>the minister</source> <cue>said</cue>, <content>“is not for sale.”</content>',
  ],
  [
    'two sentences around the attribution',
    '<content>“The port is not for sale,”</content> <source>the minister</source> <cue>said</cue>. <content>“It never was.”</content>',
  ],
  [
    'a clause that goes on without marks',
    '<content>“The port of Lund,”</content> <source>the minister</source> <cue>said</cue>, <content>would never be sold</content>.',
  ],
  [
    'a preposition before the rest',
    '<content>The crew looked “pale and drawn,”</content> <source>Horvat</source> <cue>said</cue>, <content>from “a night without sleep.”</content>',
  ],
  [
    'a conjunction before the rest',
    '<content>“I like the man,”</content> <source>Horvat</source> <cue>said</cue>, <content>but “when it comes to ferries, he is lost.”</content>',
  ],
  [
    'a sentence of the reporter within a speech',
    '<content>“The ice is thin,”</content> <cue>said</cue> <source>Maren Holt</source>. She has crossed the bay for thirty years. <content>“But we will cross it again.”</content>',
  ],
  [
    'a speech after what its speaker left unsaid',
    '<content1>“The ice is thin,”</content1> <cue1>said</cue1> <source1>Maren Holt</source1>. <source2>She</source2> <cue2>did not mention</cue2> <content2>a date</content2>. <content1>“But we will cross it again.”</content1>',
  ],
  [
    'a speech after words of another',
    '<content1>“The ice is thin,”</content1> <cue1>said</cue1> <source1>Maren Holt</source1>. <source2><source3>The coast guard</source3></source2> <cue2><cue3>suggested</cue3></cue2> <content2>a ban</content2>. <content3>“It will not hold another week.”</content3>',
  ],
  [
    'a source with age, place and a clause',
    '<content>“Both bridges and (county supt.) Berg worry me,”</content> <source>Tomasz Zielinski, 30, of Salem, Ore., who was among the last to cross,</source> <cue>said</cue> on Friday.',
  ],
  [
    'a source with a clause that parsers split',
    '<content>“We start killing the fish if we open that gate,”</content> <cue>said</cue> <source>the keeper</source>, who like many in the valley did not want to be named.',
  ],
  [
    'a day after the verb',
    '<content>The fleet will shrink again this year, sooner than expected</content>, <source>the harbour office</source> <cue>reported</cue> on Tuesday.',
  ],
  [
    'an inverted source of words without marks',
    '<content>The storm has greatly slowed the repairs, and the crews are tired</content>, <cue>said</cue> <source>Maren Holt</source>.',
  ],
  [
    'an addressee that reads like a verb',
    '<source>Senator Ade Okafor</source> <cue>told</cue> a Senate committee hearing on Thursday <content>that the port had “not been able to find a buyer”</content>.',
  ],
  [
    'a concession before the main clause',
    'While <source>Okonkwo</source> <cue>admitted</cue> on Tuesday <content>that it would be “very hard” to reopen</content>, the ferry sailed.',
  ],
  [
    'two reports joined by "before"',
    '<source1><source2>Okonkwo</source2></source1> <cue1>said</cue1> <content1>the dam had “kept us safe”</content1> before <cue2>claiming</cue2> <content2>that the council was “asleep at the wheel”</content2>.',
  ],
  [
    'a comma before the next paragraph',
    'The letter was found on Monday. <source>Horvat</source> <cue>wrote</cue>,\n<content>“The harbour froze in a night, and by noon the house was gone.”</content>',
  ],
  [
    'a report in a report before a speech',
    '<source>Maren Holt</source> <cue>noted</cue> <content>the findings show the ice is thin</content>. <content>“We will cross it again.”</content>',
  ],
  [
    'what the reporter adds after the day',
    '<content>The council has lost its majority</content>, <source>the Bergen Times</source> <cue>declared</cue> on Thursday, two days after the islands voted.',
  ],
  [
    'a few quoted words behind a long aside',
    '<source>Mr. Sabo</source> <cue>said</cue> <content>his members, who lean left but in many cases voted for the mayor, would “march behind” him on the bridge</content>.',
  ],
  [
    'a statement in a paragraph of its own, without marks',
    'In a statement late on Friday, <source>the harbour office</source> <cue>said</cue>:\n<content>The talks were frank and useful, and both sides will meet again before the ice breaks.</content>\nThe boats stayed in port.',
  ],
  [
    'an interview without marks',
    'The last ferry leaves in May.\n<source1>Interviewer</source1><cue1>:</cue1> <content1>Do you regret it?</content1>\n<source2>Ada Okafor</source2><cue2>:</cue2> <content2>No. I would do it again.</content2>\n<source3>Interviewer</source3><cue3>:</cue3> <content3>What comes next?</content3>\n<source4>Okafor</source4><cue4>:</cue4> <content4>A long winter without a boat.</content4>',
  ],
  ['a fact box', 'The ferry Maren\nBuilt: 1931\nHome: Bergen\nRebuilt: 1984'],
  [
    'a participle after an inverted source',
    '<content1>“This is not who we are,”</content1> <cue1>wrote</cue1> <source1><source2>Senator Ada Okafor</source2></source1>, <cue2>adding</cue2> <content2>that she would vote no</content2>.',
  ],
  [
    'quoted as saying',
    '<source>He</source> was quoted as <cue>saying</cue> <content>he had “no idea” who had paid</content>.',
  ],
  [
    'another speaker before a colon',
    '<content1>“I love it here,”</content1> <cue1>said</cue1> <source1>Mia Holt</source1>. <source2>Her brother</source2> <cue2>was</cue2> less sure: <content2>“It is a boring place.”</content2>',
  ],
  [
    'a study that somebody took part in',
    '<content>“The pill works,”</content> <cue>said</cue> <source>Ana Ruiz, a doctor who was not involved in the study</source>.',
  ],
  [
    'an aside between dashes',
    '<content>“You have to understand”</content> — she paused — <content>“that nobody warned us,”</content> <source>Adeyemi</source> <cue>said</cue>.',
  ],
  [
    'a gesture before the speech',
    'It was late. <source>Holt</source> <cue>laughed</cue>. <content>“Ask my lawyer.”</content>',
  ],
  [
    'a question between the source and its verb',
    '<source1><source2>The mayor</source2></source1>, <cue1>asked</cue1> <content1>if she would run again</content1>, <cue2>said</cue2> only <content2>that she was “thinking about it.”</content2>',
  ],
  [
    'a clause of the source before its verb',
    '<content>“My son is alive!”</content> <source>Fatima Haddad, whose son was pulled from the rubble,</source> <cue>cried</cue>.',
  ],
  [
    'a profession before the name',
    '<content>“The numbers don’t lie,”</content> <cue>wrote</cue> <source>columnist Dana Reed</source> in the Post. <content>“People do.”</content>',
  ],
  [
    'another speaker after "while"',
    '<source1>The mayor’s office</source1> <cue1>said</cue1> <content1>the report was “a complete lie,”</content1> while <source2>the union</source2> <cue2>accused</cue2> <content2>the council of “stalling.”</content2>',
  ],
  [
    'a relative clause around its attribution',
    'The old dam, <content>which</content> <source>engineers</source> <cue>say</cue> <content>could break in spring</content>, is closed.',
  ],
  [
    'a circumstance after words in marks',
    '<source>Ryan Marsh</source> <cue>shouted</cue> <content>“love you, Mum”</content> as he was led away.',
  ],
  [
    'a day beside the source',
    '<source>The Senate</source> on Thursday <cue>rejected</cue> <content>the bill</content>.',
  ],
  [
    'a subject before the marks',
    '<source>He</source> <cue>has said</cue> <content>his company, Harlan Fuels, “did everything the law asked.”</content>',
  ],
  [
    'a clause behind its circumstance, then its source',
    '<content>In Lund on March 1, Maren Holt was shocked by the reaction of the crowd</content>, <source>she</source> <cue>said</cue> in an interview later.',
  ],
  [
    'a list after a colon',
    'The office named three of the boats:\nThe Maren, the oldest boat of the fleet, lay at the quay.',
  ],
  [
    'a speech behind a dash',
    'The children met a clown - <content>“I love boats,”</content> <source>he</source> <cue>told</cue> them, <content>“I will never sell mine”</content> - and went home.',
  ],
  [
    'an aside of the speaker',
    '<content>Of course</content>, <source>Okonkwo</source> <cue>said</cue>, <content>“I knew him from school.”</content>',
  ],
  [
    'a clause before its parenthesis and a colon',
    '<content>The council has one thing in its favour</content>, <source>Okonkwo</source> <cue>said</cue>: <content>“It has never lost a case.”</content>',
  ],
  [
    'two passages in one sentence',
    '<source>Okonkwo</source> <cue>said</cue>, <content>“Rather than answer the letters,” Lindqvist “went sailing.”</content>',
  ],
  [
    'an apposition',
    '<content>“The ice is thin,”</content> <cue>said</cue> <source>Maren Holt, a glaciologist at the university</source>.',
  ],
  [
    'a relative clause before the verb',
    '<content>“The ice is thin,”</content> <source>Maren Holt, who leads the survey,</source> <cue>said</cue>.',
  ],
  [
    'a relative clause after the source',
    '<content>“The ice is thin,”</content> <cue>said</cue> <source>Maren Holt, who leads the survey</source>.',
  ],
  [
    'coordinated speakers',
    '<content>“We will rebuild the school,”</content> <source>Ade and Lopez</source> <cue>said</cue>.',
  ],
  [
    'a pronoun',
    'Lopez arrived late. <content>“The train stood still for an hour,”</content> <source>he</source> <cue>said</cue>.',
  ],
  [
    'a description',
    '<content>“Nobody asked us,”</content> <cue>said</cue> <source>a senior official in the finance ministry</source>.',
  ],
  // Mixed
  [
    'a mixed quotation',
    '<source>The bank</source> <cue>said</cue> <content>that the loan was “a mistake from the start” and would be written off</content>.',
  ],
  ['a name for something', '<source>Petrov</source> <cue>called</cue> <content>the ruling “a scandal”</content>.'],
  [
    'a mixed quotation before its source',
    '<content>The loan was “a mistake from the start,”</content> <source>the bank</source> <cue>said</cue>.',
  ],
  [
    'a clause far from its term',
    'While the meeting went on, <source>Petrov</source> <cue>told</cue> a news conference <content>the two sides were “close to a deal” on the ferry</content>.',
  ],
  [
    'a second clause with that',
    '<source>Petrov</source> <cue>said</cue> <content>the ruling was “a scandal” and that nobody had read it</content>.',
  ],
  [
    'a comment after the marks',
    '<source>Petrov</source> <cue>called</cue> <content>the ruling “a scandal,”</content> which nobody disputed.',
  ],
  // Indirect
  [
    'indirect with that',
    '<source>The company</source> <cue>said</cue> <content>that it would close two mines</content>.',
  ],
  ['indirect without that', '<source>Officials</source> <cue>say</cue> <content>the dam is safe</content>.'],
  [
    'according to, after',
    '<content>Three people were hurt</content>, <cue>according to</cue> <source>the fire brigade</source>.',
  ],
  [
    'according to, before',
    '<cue>According to</cue> <source>the fire brigade</source>, <content>three people were hurt</content>.',
  ],
  [
    'according to, in the middle',
    '<content>The dam</content>, <cue>according to</cue> <source>the fire brigade</source>, <content>held for three hours</content>.',
  ],
  [
    'according to, before a noun that says something',
    '<cue>According to</cue> <source>one engineer</source>, <content>the dam is responsible for the floods</content>.',
  ],
  [
    'as somebody notes',
    'As <source>Okonkwo</source> <cue>noted</cue>, <content>the dam held for three hours</content>.',
  ],
  [
    'a manner that is a saying',
    '<source>Okonkwo</source> left the hall after <cue>criticising</cue> <content>the plan</content>.',
  ],
  [
    'a topic asked about',
    '<source>A reporter</source> <cue>asked</cue> the mayor <content>about the bridge</content>.',
  ],
  [
    'an attribution between subject and verb',
    '<content>The mayor</content>, <source>aides</source> <cue>said</cue>, <content>has other reasons for her silence</content>.',
  ],
  [
    'a question with if',
    '<source>A reporter</source> <cue>asked</cue> the mayor <content>if the bridge was safe</content>.',
  ],
  [
    'a question before its answer',
    '<cue1>Asked</cue1> <content1>whether the bridge was safe</content1>, <source2>Okonkwo, a lawyer,</source2> <cue2>said</cue2> <content2>that he had never crossed it</content2>.',
  ],
  ['what nobody discusses', 'Two officials who were not authorised to discuss it publicly left the hall.'],
  [
    'a passive question',
    '<cue>Asked</cue> by <source>a reporter</source> <content>whether the bridge was safe</content>, the mayor left.',
  ],
  [
    'concerns that somebody raises',
    '<source>Lindqvist</source> raised <cue>objections</cue> to <content>the plan</content>.',
  ],
  ['a name of two objects', '<source>Okonkwo</source> <cue>called</cue> <content>them cowards</content>.'],
  ['a shop that is opened', 'Okonkwo opened a shop in the harbour.'],
  ['a topic', '<source>Okonkwo</source> <cue>touched on</cue> <content>the cost of the dam</content>.'],
  ['a promise', '<source>Okonkwo</source> <cue>pledged</cue> <content>to publish the report</content>.'],
  ['a warning', '<source>Economists</source> <cue>warned of</cue> <content>a long recession</content>.'],
  ['an order', '<source>The union</source> <cue>urged</cue> <content>its members to stay at home</content>.'],
  ['a clause before its source', '<content>The dam is safe</content>, <source>officials</source> <cue>say</cue>.'],
  [
    'a negated saying',
    '<source>The minister</source> <cue>did not say</cue> <content>when the road would open</content>.',
  ],
  // Inside what is reported
  [
    'a hope inside what is said',
    '<source>The mayor</source> <cue>said</cue> <content>that she hopes to warn the council of a shortage</content>.',
  ],
  [
    'what another says inside what is said',
    '<source1>The report</source1> <cue1>says</cue1> <content1>that <source2>Lucie Marchand</source2> <cue2>told</cue2> the council <content2>that the dam was safe</content2></content1>.',
  ],
  // Beyond the sentence
  [
    'a paragraph without a closing mark',
    '<content>“We came at dawn.</content>\n<content>“By noon the house was gone,”</content> <source>Ivana Horvat</source> <cue>said</cue>.',
  ],
  [
    'a speech that runs on',
    '<content>“We came at dawn,”</content> <source>Ivana Horvat</source> <cue>said</cue>.\n<content>“By noon the house was gone.”</content>',
  ],
  [
    'a line that announces',
    '<source>Horvat</source> <cue>recalled</cue>:\n<content>“By noon the house was gone.”</content>',
  ],
  [
    'words after a report',
    '<source>Horvat</source> <cue>said</cue> <content>that the house was lost</content>.\n<content>“We came at dawn and it was gone.”</content>',
  ],
  ['an interview', '<source>Horvat</source><cue>:</cue> <content>“By noon the house was gone.”</content>'],
  [
    'a headline',
    '<source>Finance minister</source><cue>:</cue> <content>No new taxes this year</content>\nThe minister spoke on Monday.',
  ],
  [
    'a press-release tail',
    '<content>“This port will feed the whole region.”</content> <cue>—</cue> <source>Port director Lucie Marchand</source>',
  ],
  [
    'two speeches in one sentence',
    '<content1>“I sold it,”</content1> <source1>Ade</source1> <cue1>said</cue1>, while <source2>Lopez</source2> <cue2>insisted</cue2> <content2>that he had bought nothing</content2>.',
  ],
  [
    'who is asked does not ask',
    '<source2>Prosecutor Anders Moe</source2>, <cue1>asked</cue1> <content1>if charges against individuals would follow</content1>, <cue2>said</cue2>: <content2>"I can\'t rule that out."</content2>',
  ],
  [
    'a clause after a statement',
    'The rain stopped at noon.\n<source>Nordfjell</source> <cue>said</cue> in a statement <content>it was "studying the ruling" and would decide within two weeks whether to appeal</content>.',
  ],
  [
    'a participle far from its subject',
    '<source>A court</source> on Monday fined the ferry operator for failings that led to a fire in which 14 people died, <cue>rejecting</cue> <content>the argument that the blaze could not have been foreseen</content>.',
  ],
];

/** Convictions, feelings and intentions, which are no words of anybody. */
const attitudes: readonly (readonly [phenomenon: string, marked: string])[] = [
  ['a belief', '<source>Okonkwo</source> <cue>believes</cue> <content>that the dam will hold</content>.'],
  ['a plan', '<source>The council</source> <cue>plans</cue> <content>to sell the port</content>.'],
  ['a wish', '<source>Okonkwo</source> <cue>wants</cue> <content>the council to sell the port</content>.'],
  ['support', '<source>Most farmers</source> <cue>support</cue> <content>the dam</content>.'],
  [
    'support for doing something',
    '<source>Most farmers</source> <cue>favour</cue> <content>raising the dam</content>.',
  ],
  ['an adjective', '<source>The mayor</source> <cue>is worried</cue> <content>that the dam will break</content>.'],
  ['an adjective of a thing', '<source>Farmers</source> <cue>are angry at</cue> <content>the council</content>.'],
  [
    'an adjective after its noun',
    '<source>Farmers</source> <cue>angry at</cue> <content>the council</content> blocked the road.',
  ],
  [
    'an adjective after a verb',
    '<source>Okonkwo</source> remains <cue>unhappy with</cue> <content>the deal</content>.',
  ],
  [
    'a noun with its owner',
    '<source>The ministry’s</source> <cue>belief</cue> <content>that the dam will hold</content> is old.',
  ],
  ['a noun that a verb carries', '<source>Farmers</source> have <cue>doubts</cue> about <content>the dam</content>.'],
  ['what is won', '<content>The bill</content> <cue>won the support</cue> of <source>farmers</source>.'],
  ['what is expected', '<content>The minister</content> <cue>is expected</cue> <content>to resign</content>.'],
  ['what is needed', 'Okonkwo needs to win two more games.'],
  ['what seems', '<content>The dam</content> <cue>seems</cue> <content>to be safe</content>.'],
];

test.each(attitudes)('%s', async (_, marked) => {
  const { text, attributions } = unmark(marked);
  const found = findQuotations(await tagText(text, tag)).filter(({ cueKind }) => cueKind !== 'assertion');
  expect(found.map(attributed)).toEqual(attributions);
});

test.each(cases)('%s', async (_, marked) => {
  const { text, attributions } = unmark(marked);
  const found = findQuotations(await tagText(text, tag)).filter(
    ({ cueKind }) => cueKind === 'assertion' || cueKind === null,
  );
  expect(found.map(attributed)).toEqual(attributions);
});
