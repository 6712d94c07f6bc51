/** Sentences that do not tell whether X is a person, a place or an organisation. */
export interface Templates {
  readonly neutral: readonly string[];
  /** Sentences that tell that X is a person; F: a forename. */
  readonly person: readonly string[];
}

export const TUNING: Templates = {
  neutral: [
    'The second part of the series is about X.',
    'X has been in the news all week.',
    'There was no word on X from anybody on Monday.',
    'Most of the questions were about X and the months ahead.',
    'The report mentions X four times.',
  ],
  person: [
    'F X, a plumber from the north of the country, won the prize.',
    'Mr. X said that he would not come back.',
    'X, who turned 41 in May, told reporters that she was tired.',
    'The coach put F X on the bench, and X did not like it.',
    '“I was never asked,” X said, and took off his glasses.',
    'Her brother, F X, was born in 1972.',
    'Judge F X sent the case back on Friday.',
    'X, 29, has played for the club since he was a boy.',
  ],
};

export const REPORTED: Templates = {
  neutral: [
    'X was mentioned again on Tuesday.',
    'Readers wrote to us about X.',
    'A book about X will come out in spring.',
    'For years, nobody there had thought much about X.',
    'This week the talk was of X again, as it was last year.',
  ],
  person: [
    'F X, a nurse who lives nearby, saw the lights first.',
    'Mrs. X smiled and said she had heard that before.',
    'X, who joined the team in March, told his parents by phone.',
    'Police arrested F X, and X was charged on Sunday.',
    '“It is not my fault,” said X, wiping her eyes.',
    'His lawyer, F X, declined to comment.',
    'Senator F X voted against the bill.',
    'X, 34, has two children with her husband.',
  ],
};

/** For people of a measured surname. */
export const FORENAMES: readonly string[] = [
  'Anna',
  'Daniel',
  'Maria',
  'Thomas',
  'Aisha',
  'Kevin',
  'Laura',
  'Robert',
  'Grace',
  'Peter',
];
