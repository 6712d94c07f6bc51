import { expect, test } from '@jest/globals';
import { annotate } from '../../../shared/language/annotate.ts';
import type { Token } from '../../../shared/language/annotated.ts';
import { groupBy } from '../../../shared/language/group-by.ts';
import type { PersonMention } from '../../../shared/language/5-entities/people-in-text.ts';
import { featuresOf, type Referent } from '../../../shared/language/5-entities/pronoun-features.ts';
import { spanIn } from '../../../shared/language/5-entities/refer-to-people.ts';
import { resolvePronouns, type Candidate } from '../../../shared/language/5-entities/resolve-pronouns.ts';
import { SentenceSpan } from '../../../shared/language/sentence-span.ts';
import { written } from './written-sentences.ts';

/** PERSON in a sentence is a name, WORK a description of somebody without a name, GROUP a pronoun. */
const KINDS = { PERSON: 'name', WORK: 'description', GROUP: 'pronoun' } as const;

/** Of Ada it is known that she is a woman, of Cy that he is a man. */
const GENDERS: Readonly<Record<string, 'female' | 'male'>> = {
  ada: 'female',
  she: 'female',
  her: 'female',
  cy: 'male',
  he: 'male',
};

function mentionsIn(text: string): PersonMention[] {
  const parsed = written(text);
  const document = annotate(parsed);
  const people: string[] = [];
  return parsed.sentences.flatMap(({ tokens, names }, sentence) =>
    names.map((name): PersonMention => {
      const span = spanIn(document, sentence, name);
      const head: Token = span.paragraph.tokenAt(span.start + new SentenceSpan(tokens, name).headIndex - name.first);
      const { lower } = span.first;
      if (!people.includes(lower)) people.push(lower);
      return {
        kind: KINDS[name.type as keyof typeof KINDS],
        sentence,
        span,
        head,
        gender: GENDERS[lower],
        ...(name.type === 'PERSON' && { person: people.indexOf(lower) }),
      };
    }),
  );
}

/** What speaks for the first one of a text as the meaning of its last pronoun; other pronouns are the first one, too. */
function featuresIn(text: string): string | undefined {
  const mentions = mentionsIn(text);
  const pronoun = mentions.findLast(({ kind }) => kind === 'pronoun')!;
  const others = mentions.filter((mention) => mention !== pronoun);
  const referents = [
    ...groupBy(others, (mention) => (mention.kind === 'pronoun' ? others[0]! : mention).span.first.lower).values(),
  ].map((own): Referent => ({ person: own[0]!.person, gender: own[0]!.gender, mentions: [...own] }));
  const features = featuresOf(pronoun, referents[0]!, referents);
  return (
    features &&
    Object.entries(features)
      .filter(([, value]) => value !== 0)
      .map(([name, value]) => (value === 1 ? name : `${name}=${Math.round(value * 100) / 100}`))
      .join(' ')
  );
}

const SHE = '[GROUP she/PRON/nsubj>1] left/VERB/root>-1';
const ADA = '[PERSON Ada/PROPN/nsubj>1] came/VERB/root>-1';
const CY = '[PERSON Cy/PROPN/nsubj>1] came/VERB/root>-1';

/** Undefined where grammar rules it out. */
test.each([
  // Place.
  [
    'the sentence before',
    `${ADA} | ${SHE}`,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:false:false',
  ],
  [
    'two before',
    `${ADA} | It rained | ${SHE}`,
    'sentences:2 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:earlier parallel:true quoted:false:false',
  ],
  [
    'three before',
    `${ADA} | It rained | It rained | ${SHE}`,
    'sentences:3 paragraphs:0 mentions alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:earlier parallel:true quoted:false:false',
  ],
  [
    'four before',
    `${ADA} | It rained | It rained | It rained | ${SHE}`,
    'sentences:4 paragraphs:0 mentions alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:earlier parallel:true quoted:false:false',
  ],
  [
    'six before',
    `${ADA} | It rained | It rained | It rained | It rained | It rained | ${SHE}`,
    'sentences:4 paragraphs:0 mentions alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:earlier parallel:true quoted:false:false',
  ],
  [
    'seven before',
    `${ADA} | It rained | It rained | It rained | It rained | It rained | It rained | ${SHE}`,
    undefined,
  ],
  [
    'a paragraph before',
    `${ADA} / ${SHE}`,
    'sentences:1 paragraphs:1 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:false:false',
  ],
  [
    'three paragraphs before',
    `${ADA} / It rained / It rained / ${SHE}`,
    'sentences:3 paragraphs:3 mentions alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:earlier parallel:true quoted:false:false',
  ],
  [
    'four paragraphs before',
    `${ADA} / It rained / It rained / It rained / ${SHE}`,
    'sentences:4 paragraphs:3 mentions alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:earlier parallel:true quoted:false:false',
  ],
  [
    'named twice',
    `${ADA} | ${ADA} | ${SHE}`,
    'sentences:1 paragraphs:0 mentions=1.58 recentMentions alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:false:false',
  ],
  [
    'named eight times',
    `${ADA} | ${ADA} | ${ADA} | ${ADA} | ${ADA} | ${ADA} | ${ADA} | ${ADA} | ${SHE}`,
    'sentences:1 paragraphs:0 mentions=3 recentMentions alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:false:false',
  ],
  [
    'another behind',
    `${ADA} | ${CY} | ${SHE}`,
    'sentences:2 paragraphs:0 mentions recentMentions=0.5 firstOfSentence form:name named:true gender:agrees:name role:subject:earlier parallel:true quoted:false:false',
  ],
  [
    'another before',
    `${CY.replace('Cy', 'Ada')} | ${CY} | ${ADA} | ${SHE}`,
    'sentences:1 paragraphs:0 mentions=1.58 recentMentions=0.5 mostRecent firstOfSentence form:name named:true gender:agrees:name role:subject:previous parallel:true subjectAgain quoted:false:false',
  ],
  [
    'another before in the sentence',
    '[PERSON Ada/PROPN/obj>2] [PERSON Bo/PROPN/nsubj>2] saw/VERB/root>-1 | [PERSON Bo/PROPN/nsubj>2] [PERSON Ada/PROPN/obj>2] saw/VERB/root>-1 | ' +
      SHE,
    'sentences:1 paragraphs:0 mentions=1.58 recentMentions mostRecent form:name named:true gender:agrees:name role:object:previous parallel:false quoted:false:false',
  ],
  [
    'a name behind',
    'when/SCONJ/mark>2 [GROUP she/PRON/nsubj>2] came/VERB/advcl>5 , [PERSON Ada/PROPN/nsubj>5] left/VERB/root>-1',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent after firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here parallel:true governs subjectAgain quoted:false:false',
  ],
  [
    'a name behind, in a phrase',
    'in/ADP/case>2 [GROUP her/PRON/nmod:poss>2] car/NOUN/obl>5 , [PERSON Ada/PROPN/nsubj>5] left/VERB/root>-1',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent after firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here governs possessiveOfSubject quoted:false:false',
  ],
  [
    'a name behind, not under it',
    'when/SCONJ/mark>2 [GROUP she/PRON/nsubj>2] came/VERB/parataxis>5 , [PERSON Ada/PROPN/nsubj>5] left/VERB/root>-1',
    undefined,
  ],
  [
    'an object behind',
    'when/SCONJ/mark>2 [GROUP she/PRON/nsubj>2] came/VERB/advcl>5 , [PERSON Ada/PROPN/obj>5] left/VERB/root>-1',
    undefined,
  ],
  ['a name behind, of one verb', '[GROUP her/PRON/obj>2] [PERSON Ada/PROPN/nsubj>2] saw/VERB/root>-1', undefined],
  // Form.
  [
    'a description',
    '[WORK officer/NOUN/nsubj>1] came/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:description named:false gender:unknown:description role:subject:previous parallel:true subjectAgain quoted:false:false',
  ],
  [
    'of unknown gender',
    '[PERSON Bo/PROPN/nsubj>1] came/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:unknown:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:false:false',
  ],
  [
    'a name beside a description',
    `${ADA} | [WORK officer/NOUN/nsubj>1] came/VERB/root>-1 | ${SHE}`,
    'sentences:2 paragraphs:0 mentions recentMentions=0.5 firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:earlier parallel:true quoted:false:false',
  ],
  [
    'a pronoun before',
    `${ADA} | [GROUP she/PRON/nsubj>1] came/VERB/root>-1 | ${SHE}`,
    'sentences:1 paragraphs:0 mentions=1.58 recentMentions alone mostRecent firstOfSentence form:pronoun named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:false:false',
  ],
  [
    'a pronoun of the sentence',
    `${ADA} | [GROUP she/PRON/nsubj>1] came/VERB/root>-1 and/CCONJ/cc>4 [GROUP she/PRON/nsubj>4] left/VERB/conj>1`,
    'sentences:0 paragraphs:0 mentions=1.58 recentMentions alone mostRecent firstOfSentence form:pronoun named:true gender:agrees:name onlyNamed samePronoun role:subject:here parallel:true governs subjectAgain quoted:false:false',
  ],
  // Grammar.
  [
    'object to subject',
    '[PERSON Ada/PROPN/obj>1] saw/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:object:previous parallel:false quoted:false:false',
  ],
  [
    'indirect object to subject',
    '[PERSON Ada/PROPN/iobj>1] gave/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:object:previous parallel:false quoted:false:false',
  ],
  [
    'clause as subject',
    '[PERSON Ada/PROPN/csubj>1] came/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:false:false',
  ],
  [
    'oblique',
    '[PERSON Ada/PROPN/obl>1] came/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:oblique:previous parallel:false quoted:false:false',
  ],
  [
    'modifier',
    '[PERSON Ada/PROPN/compound>1] car/NOUN/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:modifier:previous parallel:false quoted:false:false',
  ],
  [
    'adjective',
    '[PERSON Ada/PROPN/amod>1] car/NOUN/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:modifier:previous parallel:false quoted:false:false',
  ],
  [
    'another role',
    '[PERSON Ada/PROPN/nmod>1] car/NOUN/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:other:previous parallel:false quoted:false:false',
  ],
  [
    'the second of two',
    'Bo/PROPN/nsubj>3 and/CCONJ/cc>2 [PERSON Ada/PROPN/conj>0] came/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:false:false',
  ],
  [
    'beside a noun',
    'driver/NOUN/obj>2 [PERSON Ada/PROPN/appos>0] saw/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:object:previous parallel:false quoted:false:false',
  ],
  [
    'flat to a noun',
    'driver/NOUN/obj>2 [PERSON Ada/PROPN/flat>0] saw/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:object:previous parallel:false quoted:false:false',
  ],
  [
    'before what it is beside',
    '[PERSON Ada/PROPN/appos>1] driver/NOUN/obj>2 saw/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:other:previous parallel:false quoted:false:false',
  ],
  [
    'a lost subject',
    'landlord/NOUN/nsubj>2 [PERSON Ada/PROPN/nmod:desc>2] left/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:other:previous parallel:false quoted:false:false',
  ],
  [
    'a lost subject without another',
    '[PERSON Ada/PROPN/nmod:desc>1] left/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:false:false',
  ],
  [
    'a lost subject, flat',
    '[PERSON Ada/PROPN/flat>1] left/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:false:false',
  ],
  [
    'a part of a foreign name',
    '[PERSON Ada/PROPN/flat:foreign>1] left/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:other:previous parallel:false quoted:false:false',
  ],
  [
    'a loose name behind its verb',
    'left/VERB/root>-1 [PERSON Ada/PROPN/nmod:desc>0] | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:other:previous parallel:false quoted:false:false',
  ],
  [
    'a loose name before a name',
    '[PERSON Ada/PROPN/nmod:desc>1] Bo/PROPN/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:other:previous parallel:false quoted:false:false',
  ],
  [
    'a loose name under no root',
    '[PERSON Ada/PROPN/nmod:desc>1] left/VERB/advcl>2 came/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:other:previous parallel:false quoted:false:false',
  ],
  [
    'a possessor',
    '[PERSON Ada/PROPN/nmod:poss>1] car/NOUN/nsubj>2 left/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:possessive:previous parallel:false quoted:false:false',
  ],
  [
    'a possessor four before',
    '[PERSON Ada/PROPN/nmod:poss>1] car/NOUN/nsubj>2 left/VERB/root>-1 | It rained | It rained | ' + SHE,
    'sentences:3 paragraphs:0 mentions alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:possessive:earlier parallel:false quoted:false:false',
  ],
  [
    'a possessor of a rival',
    '[PERSON Ada/PROPN/nmod:poss>1] lawyer/NOUN/nsubj>3 [PERSON Bo/PROPN/appos>1] left/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 firstOfSentence form:name named:true gender:agrees:name role:possessive:previous parallel:false ownsRival quoted:false:false',
  ],
  [
    'a possessor of a flat rival',
    '[PERSON Ada/PROPN/nmod:poss>1] lawyer/NOUN/nsubj>3 [PERSON Bo/PROPN/flat>1] left/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 firstOfSentence form:name named:true gender:agrees:name role:possessive:previous parallel:false ownsRival quoted:false:false',
  ],
  [
    'a possessor of a described rival',
    '[PERSON Ada/PROPN/nmod:poss>1] lawyer/NOUN/nsubj>3 [PERSON Bo/PROPN/nmod:desc>1] left/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 firstOfSentence form:name named:true gender:agrees:name role:possessive:previous parallel:false ownsRival quoted:false:false',
  ],
  [
    'a possessor beside a rival',
    '[PERSON Ada/PROPN/nmod:poss>1] lawyer/NOUN/nsubj>3 [PERSON Bo/PROPN/conj>1] left/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 firstOfSentence form:name named:true gender:agrees:name role:possessive:previous parallel:false quoted:false:false',
  ],
  [
    'possessive of the subject',
    '[PERSON Ada/PROPN/nsubj>1] drove/VERB/root>-1 [GROUP her/PRON/nmod:poss>3] car/NOUN/obj>1',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here governs possessiveOfSubject quoted:false:false',
  ],
  [
    'object of its own subject',
    '[PERSON Ada/PROPN/nsubj>1] said/VERB/root>-1 Bo/PROPN/nsubj>3 saw/VERB/ccomp>1 [GROUP her/PRON/obj>3]',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here governs reports quoted:false:false',
  ],
  [
    'subject of what it governs',
    '[PERSON Ada/PROPN/nsubj>1] said/VERB/root>-1 [GROUP she/PRON/nsubj>3] left/VERB/ccomp>1',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here parallel:true governs subjectAgain reports quoted:false:false',
  ],
  [
    'subject of what it does not govern',
    '[PERSON Ada/PROPN/nsubj>1] said/VERB/parataxis>3 [GROUP she/PRON/nsubj>3] left/VERB/root>-1',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here parallel:true subjectAgain reports quoted:false:false',
  ],
  [
    'object of what governs',
    '[PERSON Ada/PROPN/obj>1] told/VERB/root>-1 [GROUP she/PRON/nsubj>3] left/VERB/ccomp>1',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:object:here parallel:false quoted:false:false',
  ],
  [
    'in a phrase under its verb',
    '[PERSON Ada/PROPN/nsubj>1] went/VERB/root>-1 with/ADP/case>4 with/ADP/case>4 friends/NOUN/obl>1 of/ADP/case>6 [GROUP her/PRON/nmod>4]',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here governs quoted:false:false',
  ],
  ['object of the own verb', '[PERSON Ada/PROPN/nsubj>1] saw/VERB/root>-1 [GROUP her/PRON/obj>1]', undefined],
  [
    'itself',
    '[PERSON Ada/PROPN/nsubj>1] saw/VERB/root>-1 [GROUP herself/PRON/obj>1]',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here governs ofOwnSubject:object quoted:false:false',
  ],
  ['oblique of the own verb', '[PERSON Ada/PROPN/obl>1] saw/VERB/root>-1 [GROUP she/PRON/nsubj>1]', undefined],
  ['two objects', '[PERSON Ada/PROPN/iobj>1] gave/VERB/root>-1 [GROUP her/PRON/obj>1]', undefined],
  [
    'adverbial of the own verb',
    '[PERSON Ada/PROPN/advmod>1] saw/VERB/root>-1 [GROUP her/PRON/obj>1]',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:other:here quoted:false:false',
  ],
  [
    'joined with another',
    'Bo/PROPN/nsubj>3 and/CCONJ/cc>2 [PERSON Ada/PROPN/conj>0] came/VERB/root>-1 before/SCONJ/mark>6 [GROUP she/PRON/nsubj>6] left/VERB/advcl>3',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here parallel:true subjectAgain quoted:false:false',
  ],
  [
    'joined with the pronoun',
    '[GROUP she/PRON/nsubj>3] and/CCONJ/cc>2 [PERSON Ada/PROPN/conj>0] came/VERB/root>-1',
    undefined,
  ],
  [
    'the pronoun joined with it',
    '[PERSON Ada/PROPN/nsubj>3] and/CCONJ/cc>2 [GROUP she/PRON/conj>0] came/VERB/root>-1',
    undefined,
  ],
  ['possessed by it', '[PERSON Ada/PROPN/nsubj>1] came/VERB/root>-1 [GROUP her/PRON/nmod:poss>0]', undefined],
  [
    'inside of it',
    '[PERSON Ada/PROPN/nsubj>3 of/ADP/case>2 Oslo/PROPN/nmod>0] came/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:false:false',
  ],
  [
    'whom she saw',
    '[PERSON Ada/PROPN/nsubj>3] [GROUP she/PRON/nsubj>2] saw/VERB/acl:relcl>0 left/VERB/root>-1',
    undefined,
  ],
  [
    'who saw her',
    '[PERSON Ada/PROPN/nsubj>4] who/PRON/nsubj>2 saw/VERB/acl:relcl>0 [GROUP her/PRON/obj>2] left/VERB/root>-1',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here governs inRelativeClause quoted:false:false',
  ],
  [
    'whom her saw',
    '[PERSON Ada/PROPN/nsubj>4] who/PRON/obj>2 saw/VERB/acl:relcl>0 [GROUP her/PRON/obj>2] left/VERB/root>-1',
    undefined,
  ],
  [
    'who took her car',
    '[PERSON Ada/PROPN/nsubj>5] who/PRON/nsubj>2 took/VERB/acl:relcl>0 [GROUP her/PRON/nmod:poss>4] car/NOUN/obj>2 left/VERB/root>-1',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here governs inRelativeClause quoted:false:false',
  ],
  [
    'who took her car, behind a comma',
    '[PERSON Ada/PROPN/nsubj>6] , who/PRON/nsubj>3 took/VERB/acl:relcl>0 [GROUP her/PRON/nmod:poss>5] car/NOUN/obj>3 left/VERB/root>-1',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here governs inRelativeClause quoted:false:false',
  ],
  [
    'which took her car',
    '[PERSON Ada/PROPN/nsubj>5] which/PRON/nsubj>2 took/VERB/acl:relcl>0 [GROUP her/PRON/nmod:poss>4] car/NOUN/obj>2 left/VERB/root>-1',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here governs quoted:false:false',
  ],
  [
    'another who took her car',
    '[PERSON Ada/PROPN/nsubj>1] saw/VERB/root>-1 Bo/PROPN/obj>1 who/PRON/nsubj>4 took/VERB/acl:relcl>2 [GROUP her/PRON/nmod:poss>6] car/NOUN/obj>4',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here governs quoted:false:false',
  ],
  [
    'another took her car',
    '[PERSON Ada/PROPN/nsubj>1] said/VERB/root>-1 Bo/PROPN/nsubj>3 took/VERB/ccomp>1 [GROUP her/PRON/nmod:poss>5] car/NOUN/obj>3',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here governs reports quoted:false:false',
  ],
  [
    'oblique of its own subject',
    '[PERSON Ada/PROPN/nsubj>1] took/VERB/root>-1 cars/NOUN/obj>1 kept/VERB/acl>2 by/ADP/case>5 [GROUP her/PRON/obl>3]',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here governs ofOwnSubject:oblique quoted:false:false',
  ],
  // Speech.
  [
    'who said',
    '[PERSON Ada/PROPN/nsubj>1] said/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain reports quoted:false:false',
  ],
  [
    'who said long ago',
    '[PERSON Ada/PROPN/nsubj>1] said/VERB/root>-1 | It rained | ' + SHE,
    'sentences:2 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:earlier parallel:true quoted:false:false',
  ],
  [
    'whom somebody told',
    '[PERSON Ada/PROPN/obj>1] said/VERB/root>-1 | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:object:previous parallel:false quoted:false:false',
  ],
  [
    'according to whom',
    'according/VERB/root>-1 [PERSON Ada/PROPN/nsubj>0] | ' + SHE,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:false:false',
  ],
  [
    'in the marks',
    `${ADA} | “/PUNCT/punct>2 [GROUP she/PRON/nsubj>2] left/VERB/root>-1 in/ADP/case>4 May/PROPN/obl>2 , ” Bo/PROPN/nsubj>8 said/VERB/parataxis>2`,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:true:false',
  ],
  [
    'in one quotation',
    '“/PUNCT/punct>2 [PERSON Ada/PROPN/nsubj>2] came/VERB/root>-1 and/CCONJ/cc>5 [GROUP she/PRON/nsubj>5] left/VERB/conj>2 , ” Bo/PROPN/nsubj>9 said/VERB/parataxis>2',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here parallel:true governs subjectAgain quoted:true:true sameQuote',
  ],
  [
    'speaks around the marks',
    '“/PUNCT/punct>2 [GROUP she/PRON/nsubj>2] left/VERB/ccomp>7 in/ADP/case>4 May/PROPN/obl>2 , ” [PERSON Ada/PROPN/nsubj>8] said/VERB/root>-1',
    undefined,
  ],
  [
    'speaks before the marks',
    '[PERSON Ada/PROPN/nsubj>1] said/VERB/root>-1 , “/PUNCT/punct>5 [GROUP she/PRON/nsubj>5] left/VERB/ccomp>1 in/ADP/case>7 May/PROPN/obl>5 . ”',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here parallel:true governs subjectAgain reports quoted:true:false speaker',
  ],
  [
    'comes before the marks',
    '[PERSON Ada/PROPN/nsubj>1] came/VERB/root>-1 : “/PUNCT/punct>5 [GROUP she/PRON/nsubj>5] left/VERB/ccomp>1 in/ADP/case>7 May/PROPN/obl>5 . ”',
    'sentences:0 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:here parallel:true governs subjectAgain quoted:true:false speaker',
  ],
  [
    'spoke before the marks',
    '[PERSON Ada/PROPN/nsubj>1] said/VERB/root>-1 so | “/PUNCT/punct>2 [GROUP she/PRON/nsubj>2] left/VERB/root>-1 in/ADP/case>4 May/PROPN/obl>2 . ”',
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain reports quoted:true:false speaker',
  ],
  [
    'came before the marks',
    `${ADA} | “/PUNCT/punct>2 [GROUP she/PRON/nsubj>2] left/VERB/root>-1 in/ADP/case>4 May/PROPN/obl>2 . ”`,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:true:false',
  ],
  [
    'spoke a paragraph before the marks',
    '[PERSON Ada/PROPN/nsubj>1] said/VERB/root>-1 so / “/PUNCT/punct>2 [GROUP she/PRON/nsubj>2] left/VERB/root>-1 in/ADP/case>4 May/PROPN/obl>2 . ”',
    'sentences:1 paragraphs:1 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain reports quoted:true:false',
  ],
  [
    'goes on to say',
    `[PERSON Ada/PROPN/nsubj>1] said/VERB/root>-1 | It rained | [GROUP she/PRON/nsubj>1] said/VERB/root>-1`,
    'sentences:2 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:earlier parallel:true quoted:false:false keepsSpeaking',
  ],
  [
    'goes on to say, three later',
    `[PERSON Ada/PROPN/nsubj>1] said/VERB/root>-1 | It rained | It rained | [GROUP she/PRON/nsubj>1] said/VERB/root>-1`,
    'sentences:3 paragraphs:0 mentions alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:earlier parallel:true quoted:false:false keepsSpeaking',
  ],
  [
    'goes on to say, four later',
    `[PERSON Ada/PROPN/nsubj>1] said/VERB/root>-1 | It rained | It rained | It rained | [GROUP she/PRON/nsubj>1] said/VERB/root>-1`,
    'sentences:4 paragraphs:0 mentions alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:earlier parallel:true quoted:false:false',
  ],
  [
    'goes on to say, another said since',
    `[PERSON Ada/PROPN/nsubj>1] said/VERB/root>-1 | [PERSON Bo/PROPN/nsubj>1] said/VERB/root>-1 | It rained | [GROUP she/PRON/nsubj>1] said/VERB/root>-1`,
    'sentences:3 paragraphs:0 mentions firstOfSentence form:name named:true gender:agrees:name role:subject:earlier parallel:true quoted:false:false',
  ],
  [
    'goes on to say, another said before',
    `[PERSON Ada/PROPN/nsubj>1] said/VERB/root>-1 | [PERSON Bo/PROPN/nsubj>1] said/VERB/root>-1 | [PERSON Ada/PROPN/nsubj>1] said/VERB/root>-1 | It rained | [GROUP she/PRON/nsubj>1] said/VERB/root>-1`,
    'sentences:2 paragraphs:0 mentions=1.58 recentMentions=0.5 mostRecent firstOfSentence form:name named:true gender:agrees:name role:subject:earlier parallel:true quoted:false:false keepsSpeaking',
  ],
  [
    'goes on to say, another has the turn',
    `[PERSON Ada/PROPN/nsubj>1] said/VERB/root>-1 | [PERSON Bo/PROPN/nsubj>1] came/VERB/root>-1 | [GROUP she/PRON/nsubj>1] said/VERB/root>-1`,
    'sentences:2 paragraphs:0 mentions recentMentions=0.5 firstOfSentence form:name named:true gender:agrees:name role:subject:earlier parallel:true quoted:false:false',
  ],
  [
    'has the turn',
    `${ADA} | [GROUP she/PRON/nsubj>1] said/VERB/root>-1`,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:false:false startsToSpeak',
  ],
  [
    'has no turn as an object',
    `[PERSON Ada/PROPN/obj>1] saw/VERB/root>-1 | [GROUP she/PRON/nsubj>1] said/VERB/root>-1`,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:object:previous parallel:false quoted:false:false',
  ],
  [
    'has no turn as a pronoun',
    `${ADA} | It rained | [GROUP she/PRON/nsubj>1] came/VERB/root>-1 | [GROUP she/PRON/nsubj>1] said/VERB/root>-1`,
    'sentences:1 paragraphs:0 mentions=1.58 recentMentions=0.5 alone mostRecent firstOfSentence form:pronoun named:true gender:agrees:name onlyNamed role:subject:previous parallel:true subjectAgain quoted:false:false',
  ],
  [
    'has no turn two later',
    `${ADA} | It rained | [GROUP she/PRON/nsubj>1] said/VERB/root>-1`,
    'sentences:2 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:earlier parallel:true quoted:false:false',
  ],
  [
    'is told',
    `${ADA} | [GROUP her/PRON/obj>1] told/VERB/root>-1`,
    'sentences:1 paragraphs:0 mentions recentMentions=0.5 alone mostRecent firstOfSentence form:name named:true gender:agrees:name onlyNamed role:subject:previous quoted:false:false',
  ],
])('for %s speaks', (_, text, features) => {
  expect(featuresIn(text)).toBe(features);
});

/** Who each pronoun was offered, in order: the first word of the last mention, behind the pronoun. */
function offered(text: string, take = false): string[] {
  const seen: string[] = [];
  const choose = (pronoun: PersonMention, candidates: readonly Candidate[]): Candidate | undefined => {
    const names = candidates.map(
      ({ referent }) => `${referent.mentions[0]!.span.first.text}${referent.mentions.length}`,
    );
    seen.push(`${pronoun.span.first.text}: ${names.join(' ')}`);
    return take ? candidates.at(-1) : undefined;
  };
  resolvePronouns(mentionsIn(text), choose);
  return seen;
}

const HE = SHE.replace('she', 'he');
const BO = CY.replace('Cy', 'Bo');

test.each([
  ['who agrees', `${ADA} | ${CY} | ${BO} | ${SHE}`, ['she: Ada1 Bo1']],
  ['who agrees with another', `${ADA} | ${CY} | ${BO} | ${HE}`, ['he: Cy1 Bo1']],
  ['the last one named last', `${BO} | ${ADA} | ${BO} | ${SHE}`, ['she: Ada1 Bo2']],
  ['one who is described', `[WORK the/DET/det>1 officer/NOUN/nsubj>2] came/VERB/root>-1 | ${SHE}`, ['she: the1']],
  [
    'one who is described twice',
    `[WORK the/DET/det>1 officer/NOUN/nsubj>2] came/VERB/root>-1 | [WORK the/DET/det>1 officer/NOUN/nsubj>2] left/VERB/root>-1 | ${SHE}`,
    ['she: the2'],
  ],
  [
    'this one and that',
    `[WORK this/DET/det>1 officer/NOUN/nsubj>2] came/VERB/root>-1 | [WORK that/DET/det>1 officer/NOUN/nsubj>2] left/VERB/root>-1 | ${SHE}`,
    ['she: this2'],
  ],
  [
    'another of the kind',
    `[WORK the/DET/det>1 officer/NOUN/nsubj>2] came/VERB/root>-1 | [WORK an/DET/det>1 officer/NOUN/nsubj>2] left/VERB/root>-1 | ${SHE}`,
    ['she: the1 an1'],
  ],
  [
    'of another kind',
    `[WORK the/DET/det>1 officer/NOUN/nsubj>2] came/VERB/root>-1 | [WORK the/DET/det>1 driver/NOUN/nsubj>2] left/VERB/root>-1 | ${SHE}`,
    ['she: the1 the1'],
  ],
  [
    'one who was described long ago',
    `[WORK the/DET/det>1 officer/NOUN/nsubj>2] came/VERB/root>-1 | It rained | It rained | It rained | It rained | It rained | It rained | [WORK the/DET/det>1 officer/NOUN/nsubj>2] left/VERB/root>-1 | ${SHE}`,
    ['she: the1'],
  ],
  [
    'one named in the same sentence behind it',
    `when/SCONJ/mark>2 [GROUP she/PRON/nsubj>2] came/VERB/advcl>5 , [PERSON Ada/PROPN/nsubj>5] left/VERB/root>-1`,
    ['she: Ada1'],
  ],
  [
    'words outside of marks first',
    `${ADA} | “/PUNCT/punct>2 [GROUP she/PRON/nsubj>2] left/VERB/ccomp>7 in/ADP/case>4 May/PROPN/obl>2 , ” [GROUP her/PRON/nsubj>8] said/VERB/root>-1`,
    ['her: Ada1', 'she: Ada1'],
  ],
])('a pronoun is offered %s', (_, text, candidates) => {
  expect(offered(text)).toEqual(candidates);
});

test('what a pronoun means is a mention more, and in the order of the text', () => {
  expect(offered(`${ADA} | ${SHE} | ${SHE}`, true)).toEqual(['she: Ada1', 'she: Ada2']);
  const [ada] = resolvePronouns(
    mentionsIn(
      'when/SCONJ/mark>2 [GROUP she/PRON/nsubj>2] came/VERB/advcl>5 , [PERSON Ada/PROPN/nsubj>5] left/VERB/root>-1',
    ),
    (_, [candidate]) => candidate,
  );
  expect(ada!.mentions.map(({ kind }) => kind)).toEqual(['pronoun', 'name']);
});

test('a pronoun tells the gender of one of whom it was unknown', () => {
  expect(offered(`${BO} | ${SHE} | ${HE}`, true)).toEqual(['she: Bo1', 'he: ']);
});

test('twenty people are remembered', () => {
  const many = Array.from(
    { length: 25 },
    (_, index) => `[PERSON B${'abcdefghijklmnopqrstuvwxyz'[index]!}/PROPN/conj>0]`,
  ).join(' ');
  const [seen = ''] = offered(`came/VERB/root>-1 ${many} | ${SHE}`);
  expect(seen.split(' ')).toHaveLength(21);
  expect(seen).toMatch(/^she: Bf1/);
});
