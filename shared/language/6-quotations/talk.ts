import { initialsOf } from '../4-quoted/initials.ts';
import { ANSWER, QUESTION, type Turn } from '../4-quoted/turn.ts';
import type { Entity } from '../analysis.ts';
import type { TokenSpan } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { nobody, type FoundSpeakers } from './found-speakers.ts';
import type { Attribution } from './rule.ts';

/** Who asks and who answers in an interview or an examination, where the labels do not name them. */
export class Talk {
  private readonly index: EntityIndex;
  private readonly interviewee: Entity | undefined;
  private readonly attributions = new Map<Turn, Attribution>();

  constructor(attributions: readonly Attribution[], index: EntityIndex) {
    const turns = attributions.flatMap(({ turn }) => turn ?? []);
    this.index = index;
    for (const attribution of attributions) if (attribution.turn) this.attributions.set(attribution.turn, attribution);
    this.interviewee = turns[0] && this.intervieweeOf(turns[0].cue.paragraph.ordinal, turns);
  }

  /** Undefined where the label itself tells it. */
  speakerOf({ form, label, asker }: Turn): FoundSpeakers | undefined {
    const name = label?.first.text.replace('.', '');
    if (name === QUESTION && label?.length === 1) {
      const entity = asker && this.index.entityOf(asker);
      return entity ? { entities: [entity], reason: 'who is said to ask' } : nobody('nobody is said to ask');
    }
    if (form !== 'answer' && !(name === ANSWER && label?.length === 1)) return this.withInitials(label);
    return this.interviewee
      ? { entities: [this.interviewee], reason: 'the one who is interviewed' }
      : nobody('not one person alone is interviewed');
  }

  /** `AC: I told her, “Never.”`: the turn within which somebody repeats words of his own. */
  turnAround({ source }: Attribution): Attribution | undefined {
    const own = source?.span;
    const spoken = own?.length === 1 && own.first.lower === 'i' ? own.paragraph.spoken : undefined;
    return own && !own.first.quoted && spoken?.words.covers(own) ? this.attributions.get(spoken.turn) : undefined;
  }

  /** `AC I was all in.`: Ann Cole; undefined where the label is no initials of somebody whom the article names. */
  private withInitials(label: TokenSpan | undefined): FoundSpeakers | undefined {
    if (label?.length !== 1 || this.index.entityOf(label)) return undefined;
    const initials = label.first.text;
    const [only, second] = this.index.entities.filter(
      ({ type, name }) => type === 'PERSON' && initialsOf(name.split(' ')).includes(initials),
    );
    if (!only) return undefined;
    return second
      ? nobody('two who are named have these initials')
      : { entities: [only], reason: 'whose initials the label is' };
  }

  /** The one person in the headline, else in what stands before the first turn; nobody where there are two. */
  private intervieweeOf(firstTurn: number, turns: readonly Turn[]): Entity | undefined {
    const askers = new Set(turns.map(({ asker }) => asker && this.index.entityOf(asker)));
    const people = this.index.entities.filter((entity) => entity.type === 'PERSON' && !askers.has(entity));
    const until = (end: number) => people.filter(({ mentions }) => mentions.some(({ paragraph }) => paragraph < end));
    const inHeadline = until(Math.min(1, firstTurn));
    const [only, second] = inHeadline.length > 0 ? inHeadline : until(firstTurn);
    return second ? undefined : only;
  }
}
