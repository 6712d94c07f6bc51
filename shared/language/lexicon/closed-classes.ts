/** A set of words in small letters. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Pronouns that are the subject of a relative clause. */
export const RELATIVE_SUBJECTS = wordSet('who which that');
/** Pronouns that are the subject of a relative clause about a person. */
export const WHO_OR_THAT = wordSet('who that');
/** Pronouns that open a relative clause. */
export const RELATIVE_PRONOUNS = wordSet('who whom which that');
/** Words that open a relative clause after a comma. */
export const RELATIVE_OPENERS = wordSet('who whom whose which where when');
/** Relative pronouns that take up a thing. */
export const RELATIVE_THINGS = wordSet('that which');

/** Pronouns of one who is not here. */
export const THIRD_PERSON = wordSet('he she they it');
/** Pronouns of people who are not here. */
export const THIRD_PERSON_PEOPLE = wordSet('he she they');
export const PERSONAL = wordSet('he she it they i we you');

/** What opens a clause of asking: "asked if", "did not say when". */
export const WHETHER = wordSet('if whether');
export const QUESTION_WORDS = wordSet('when where why how whether what who');

/** Conjunctions of time. */
export const TIME_CONJUNCTIONS = wordSet('as when while after before');
export const COORDINATING = wordSet('and or but');

export const NEGATIONS = wordSet("not n't never neither nor hardly no");
export const WEEKDAYS = wordSet(
  `monday tuesday wednesday thursday friday saturday sunday
  mondays tuesdays wednesdays thursdays fridays saturdays sundays`,
);

/** Things that carry words: what they say is said by their issuer. */
export const DOCUMENTS = wordSet(
  `ad ads advertisement advertisements article articles column columns comment comments editorial editorials email emails
  e-mail e-mails essay essays letter letters memo memos message messages note notes op-ed op-eds post posts release
  releases report reports speech speeches spot spots statement statements story stories text texts tweet tweets video videos`,
);
