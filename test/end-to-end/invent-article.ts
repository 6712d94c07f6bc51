const FORENAMES = ['Amara', 'Bjorn', 'Chiara', 'Dmitri', 'Elena', 'Farid', 'Grace', 'Hiroshi', 'Ines', 'Jamal'];
const SURNAMES = [
  'Adeyemi',
  'Bergstrom',
  'Castellanos',
  'Dubois',
  'Eriksen',
  'Fonseca',
  'Gupta',
  'Hernandez',
  'Ivanov',
];
const PLACES = ['Lisbon', 'Nairobi', 'Oslo', 'Quito', 'Hanoi', 'Tbilisi', 'Dakar'];
const PROJECTS = ['bridge', 'library', 'hospital', 'tram line', 'water plant'];

export interface InventedArticle {
  readonly key: string;
  /** Three paragraphs, one a line. */
  readonly text: string;
  /** Full name of the person who is quoted. */
  readonly speaker: string;
}

/** Short news that differs in its names and numbers with `index`, 0 to 3149 without repetition. */
export function inventArticle(index: number): InventedArticle {
  const pick = <T>(list: readonly T[], shift: number) => list[(index + shift) % list.length]!;
  const forename = pick(FORENAMES, 0);
  const surname = pick(SURNAMES, 1);
  const place = pick(PLACES, 2);
  const project = pick(PROJECTS, Math.floor(index / 10));
  const cost = 10 + index;
  return {
    key: `invented/${index} ${place}.txt`,
    speaker: `${forename} ${surname}`,
    text: [
      `${place} will spend ${cost} million euros on a new ${project}, Mayor ${forename} ${surname} said Monday.`,
      `“We have waited ${index + 2} years for this ${project},” ${surname} told reporters. “Nobody should wait longer.”`,
      `The opposition said that the ${project} would cost twice as much.`,
    ].join('\n'),
  };
}
