import type { Paragraph } from '../../../article/article.ts';
import type { Entity } from '../../analysis.ts';
import type { Gazetteer, Known } from '../../knowledge/gazetteer.ts';
import { CLEARLY_BETTER, only, type Scene } from './scene.ts';

/** Who is so well known needs no more than the name. */
const KNOWN_TO_ALL = 62;

/** A surname alone means one whom everybody knows. */
const SURNAME_ALONE = 75;

/** So well known that the country is enough where the article says nothing of an office. */
const KNOWN_IN_THE_COUNTRY = 50;

const POLITICAL =
  /\b(?:president|minister|premier|chancellor|mp|mep|senator|congress\w*|representative|rep|sen|lawmaker|legislator|governor|mayor|leader|secretary|politician|speaker|judge|justice|ambassador|commissioner|chair\w*|deputy|king|queen|prince|princess|dictator|advis[eo]r|envoy|diplomat|(?:attorney|secretary)[- ]general|chief (?:executive|of staff|whip))\b/i;

/** What is named for people. */
const NAMED_FOR_PEOPLE =
  /^(?:['’]s?)? (?:international )?(?:airport|avenue|award|bridge|cent(?:er|re)|foundation|hospital|institute|library|prize|road|school|square|stadium|street|university)\b/i;

/** As many characters behind a name are looked at. */
const REACH = 40;

/** The person of the lists that an entity is. */
export function linkPerson(
  { id, name, roles, mentions }: Entity,
  paragraphs: readonly Paragraph[],
  scene: Scene,
  gazetteer: Gazetteer,
): Known | undefined {
  const people = gazetteer.lookUp(name).bearers.filter(({ type }) => type === 'PERSON');
  const role = roles.map(({ text }) => text).join(' ');
  const [best, next] = people;
  if (!best) return undefined;
  const isNamedFor = mentions.every(({ paragraph, end }) =>
    NAMED_FOR_PEOPLE.test((paragraphs[paragraph]?.text ?? '').slice(end, end + REACH)),
  );
  if (isNamedFor) return undefined;
  if (id.startsWith('PERSON#~') || best.weak)
    return !next && best.prominence >= SURNAME_ALONE && (scene.has(best) || POLITICAL.test(role)) ? best : undefined;
  const famous = best.prominence >= KNOWN_TO_ALL && (!next || next.prominence + CLEARLY_BETTER <= best.prominence);
  if (famous) return best;
  // An aid worker is not the senator of the same name.
  const fitting = people.filter(
    (one) => scene.has(one) && (fitsRole(one, role) || (role === '' && one.prominence >= KNOWN_IN_THE_COUNTRY)),
  );
  return only(fitting);
}

/** A member of parliament is called one, a footballer is not. */
const fitsRole = ({ kind }: Known, role: string): boolean =>
  kind === 'politician'
    ? POLITICAL.test(role)
    : kind === 'athlete'
      ? /player|striker|midfielder|defender|goalkeeper|captain|forward|coach|manager|winger/i.test(role)
      : kind === 'entertainer' && /act(?:or|ress)|singer|director|star|comedian|musician/i.test(role);
