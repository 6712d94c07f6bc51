import { TokenSpan, type Token } from '../../annotated.ts';
import { DOCUMENTS, wordSet } from '../../lexicon/closed-classes.ts';
import type { VerbCue } from '../../lexicon/reporting.ts';
import { cueOf, isInfinitive, isPassive, isSaying } from '../cues.ts';
import { isWeekday } from '../noun-phrases.ts';
import { Pattern } from '../pattern.ts';
import { NOMINAL } from './lost-clauses.ts';
import { clauseOfAdjectives } from './cut-subjects.ts';
import { verbRule, type VerbRule } from './verb-rule.ts';

// Object control: `urged them to go`, `called on them to go`.

const task = Pattern.verb.with('task', { relation: 'xcomp ccomp advcl', after: 'verb', where: isInfinitive });

/** "called on him to go", not "called him to say so" */
function hasItsPreposition(cue: VerbCue, verb: Token): boolean {
  const prepositions = cue.frames.get('objectControl');
  return prepositions !== undefined && (prepositions.length === 0 || prepositions.includes(verb.next?.lower ?? ''));
}

const expected = verbRule({
  id: 'control/expected',
  example: '<content>The ships</content> <cue>are expected</cue> <content>to leave on Friday</content>.',
  confidence: 0.65,
  frame: 'objectControl',
  trigger: (cue, verb) => hasItsPreposition(cue, verb) && cue.kind === 'belief' && isPassive(verb),
  pattern: task.with('subject', { relation: 'nsubj' }),
  // What is expected is the subject's.
  content: ({ verb, task: own, subject }) =>
    subject === verb.children('nsubj')[0] ? subject.subtree().until(own.subtree().end) : null,
});

const control = verbRule({
  id: 'control/object',
  example: '<source>The mayor</source> <cue>called on</cue> <content>Firth to resign</content>.',
  counter: ['The mayor took the council to the port.'],
  confidence: 0.65,
  frame: 'objectControl',
  trigger: hasItsPreposition,
  pattern: task.with('object', { relation: 'obj iobj obl', after: 'verb', before: 'task' }),
  content: ({ verb, task: own, object }) => {
    const whole = own.subtree();
    const whom = object.subtree(({ relation }) => relation === 'case');
    const on = object.children('case')[0];
    return {
      content: whole.from(Math.min(whom.start, whole.start)),
      cueEnd: on && on === verb.next ? on : verb,
    };
  },
});

const bareControl = verbRule({
  id: 'control/lost-object',
  example: '<source>The mayor</source> <cue>ordered</cue> <content>to sell the port</content>.',
  confidence: 0.65,
  frame: 'objectControl',
  trigger: hasItsPreposition,
  pattern: task,
  content: ({ verb, task: own }) => {
    const whole = own.subtree();
    const between = verb.sentence.from(verb.index + 1).until(whole.start).tokens;
    const isDirect = between.length > 0 && between.every(({ pos }) => !['PUNCT', 'VERB', 'ADP'].includes(pos));
    return isDirect ? whole.from(verb.index + 1) : whole;
  },
});

// Predicative: `called the plan a mistake`, `referred to him as "sir"`, `accused her of lying`.

/** Words that may stand before what something is called. */
function namingWords(verb: Token): ReadonlySet<string> {
  const prepositions = cueOf(verb)?.frames.get('predicative') ?? [];
  return new Set(['as', ...prepositions.filter((word) => word !== 'to' || !prepositions.includes('as'))]);
}

/** What something is called: a complement, a second object, or a phrase after "as" or the verb's own preposition. */
function nameOf(verb: Token): Token | undefined {
  const objects = verb.children('obj').filter((token) => token.isAfter(verb));
  const marked = namingWords(verb);
  return [...verb.children('xcomp', 'obl', 'advcl', 'ccomp'), ...objects.slice(1)].find(
    (token) =>
      token.isAfter(verb) &&
      ((['xcomp', 'ccomp', 'obj'].includes(token.relation) && !isInfinitive(token)) ||
        token.children('case', 'mark').some(({ lower }) => marked.has(lower))),
  );
}

const named = Pattern.verb.with('name', {
  relation: 'xcomp obl advcl ccomp obj',
  after: 'verb',
  where: (name, { verb }) => name === nameOf(verb),
});

const predicative = verbRule({
  id: 'predicative/object',
  example: '<source>Firth</source> <cue>described</cue> <content>the field of boats as “all very good”</content>.',
  counter: ['Okonkwo gave the plan a chance.'],
  confidence: 0.65,
  frame: 'predicative',
  pattern: named.with('object', { relation: 'obj', after: 'verb' }),
  content: ({ name, object }) => {
    const whole = name.subtree();
    return whole.from(Math.min(object.subtree().start, whole.start));
  },
});

const predicativeTo = verbRule({
  id: 'predicative/to',
  example: '<source>Okonkwo</source> <cue>referred to</cue> <content>the plan as a mistake</content>.',
  confidence: 0.65,
  frame: 'predicative',
  trigger: (cue) => cue.frames.get('predicative')?.includes('to') ?? false,
  pattern: named.with('object', { relation: 'obl', after: 'verb', before: 'name' }),
  content: ({ verb, name, object }) => {
    const to = object.children('case').find(({ lower }) => lower === 'to');
    if (!to || object !== verb.children('obl').find((token) => token.isAfter(verb) && token.isBefore(name)))
      return null;
    return { content: name.subtree().from(to.index + 1), cueEnd: to };
  },
});

const predicativeBare = verbRule({
  id: 'predicative/lost-object',
  example: '<source>Okonkwo</source> <cue>blamed</cue> <content>on the council</content>.',
  confidence: 0.65,
  frame: 'predicative',
  pattern: named,
  content: ({ verb, name }) => {
    const whole = name.subtree();
    const between = verb.sentence.from(verb.index + 1).until(whole.start).tokens;
    const hasObject =
      between.some(({ pos }) => NOMINAL.has(pos)) && !between.some(({ pos }) => ['VERB', 'PUNCT', 'ADP'].includes(pos));
    return hasObject ? whole.from(verb.index + 1) : whole;
  },
});

// Oblique: `called for calm`, `warned of a crisis`.

function prepositionsOf(verb: Token): ReadonlySet<string> {
  const frames = cueOf(verb)?.frames ?? new Map<string, readonly string[]>();
  return new Set([...frames].flatMap(([frame, words]) => (frame === 'predicative' ? [] : words)));
}

const hasPrepositions = (_cue: VerbCue, verb: Token): boolean => prepositionsOf(verb).size > 0;

const TIMES = wordSet('today tomorrow yesterday');

const oblique = Pattern.verb
  .with('phrase', {
    relation: 'obl advcl nmod xcomp',
    after: 'verb',
    // `reported on Tuesday`: when, not what.
    where: (phrase) => !isWeekday(phrase) && !TIMES.has(phrase.lower),
  })
  .with('preposition', {
    relation: 'case mark',
    of: 'phrase',
    where: (preposition, { verb }) => prepositionsOf(verb).has(preposition.lower),
  })
  .maybe('object', { relation: 'obj iobj', after: 'verb', before: 'preposition' });

const topicOfAddressee = verbRule({
  id: 'oblique/addressee',
  example: '<source>The reporter</source> <cue>asked</cue> the mayor <content>about the dam</content>.',
  confidence: 0.55,
  frame: 'oblique',
  trigger: (cue, verb) => hasPrepositions(cue, verb) && cue.traits.has('addressee'),
  pattern: oblique,
  content: ({ phrase, preposition, object }) => (object ? phrase.subtree().from(preposition) : null),
});

const obliqueWithObject = verbRule({
  id: 'oblique/object',
  example: '<source>The council</source> <cue>praised</cue> <content>the crews for their patience</content>.',
  confidence: 0.55,
  frame: 'oblique',
  trigger: hasPrepositions,
  pattern: oblique,
  content: ({ phrase, object }) => (object ? phrase.subtree().from(object.subtree().start) : null),
});

const obliqueAlone = verbRule({
  id: 'oblique/alone',
  example: '<source>The bishop</source> <cue>called for</cue> <content>calm</content>.',
  counter: ['The bishop walked for hours.'],
  confidence: 0.55,
  frame: 'oblique',
  trigger: hasPrepositions,
  pattern: oblique,
  content: ({ phrase, preposition }) => {
    const start = preposition.index + 1;
    return {
      content: new TokenSpan(phrase.paragraph, start, Math.max(phrase.subtree().end, start + 1)),
      cueEnd: preposition,
    };
  },
});

const topicBelowAddressee = verbRule({
  id: 'oblique/below-addressee',
  example: 'In his speech, <source>he</source> <cue>tells</cue> one joke <content>about Firth</content>.',
  confidence: 0.55,
  frame: 'oblique',
  trigger: (cue) => cue.traits.has('addressee'),
  pattern: Pattern.verb.with('addressee', { relation: 'obj iobj' }).with('topic', {
    relation: 'nmod',
    of: 'addressee',
    where: (topic) => topic.children('case').some(({ lower }) => lower === 'about'),
  }),
  content: ({ topic }) => topic.subtree(),
});

// Object: `criticised the plan`.

/** `released a statement saying …`: the words are what the statement says, not the statement. */
const carriesSpeech = (noun: Token): boolean =>
  DOCUMENTS.has(noun.lower) && noun.children('acl').some((token) => isSaying(token) && token.isAfter(noun));

/** `issued a statement, “…”`: the words that a document holds, where they stand behind it. */
function wordsOf(document: Token, phrase: TokenSpan): TokenSpan | undefined {
  const [words] = DOCUMENTS.has(document.lower) ? phrase.quotedSpans() : [];
  const isBehind = words?.start === document.index + 2 && /^[,:]$/u.test(words.previous?.text ?? '');
  return isBehind && words.end >= phrase.end - 1 ? words : undefined;
}

const passiveObject = verbRule({
  id: 'object/passive',
  example: '<content>The plan</content> <cue>was criticised</cue> by <source>the union</source>.',
  confidence: 0.55,
  frame: 'object',
  trigger: (cue, verb) => cue.frames.has('object') && isPassive(verb),
  pattern: Pattern.verb.with('object', { relation: 'nsubj' }),
  content: ({ verb, object }) =>
    carriesSpeech(object) || object !== verb.children('nsubj')[0] ? null : object.subtree((token) => token === verb),
});

const activeObject = verbRule({
  id: 'object/active',
  example: '<source>The union</source> <cue>criticised</cue> <content>the plan</content>.',
  counter: ['The union painted the hall.'],
  confidence: 0.55,
  frame: 'object',
  trigger: (cue, verb) => cue.frames.has('object') && !isPassive(verb),
  pattern: Pattern.verb.with('object', { relation: 'obj', after: 'verb' }),
  content: ({ verb, object }, cue) => {
    // "as islanders call it": what has no name here.
    const isUnnamed = object.pos === 'PRON' && cue.traits.has('names');
    if (isUnnamed || carriesSpeech(object)) return null;
    const phrase = object.subtree((token) => token === verb);
    return clauseOfAdjectives(object, phrase) ?? wordsOf(object, phrase) ?? phrase;
  },
});

/** What a verb reports as a phrase, in the order in which the frames are tried. */
export const PHRASE_RULES: readonly VerbRule[] = [
  expected,
  control,
  bareControl,
  predicative,
  predicativeTo,
  predicativeBare,
  topicOfAddressee,
  obliqueWithObject,
  obliqueAlone,
  topicBelowAddressee,
  passiveObject,
  activeObject,
];
