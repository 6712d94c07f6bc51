import { ANSWER, QUESTION, type Turn } from '../4-quoted/turn.ts';
import type { Entity } from '../analysis.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { nobody, type FoundSpeakers } from './found-speakers.ts';
import type { Attribution } from './rule.ts';

/** Who asks and who answers in an interview or an examination, where the labels do not name them. */
export class Talk {
  private readonly index: EntityIndex;
  private readonly interviewee: Entity | undefined;

  constructor(attributions: readonly Attribution[], index: EntityIndex) {
    const turns = attributions.flatMap(({ turn }) => turn ?? []);
    this.index = index;
    this.interviewee = turns[0] && this.intervieweeOf(turns[0].cue.paragraph.ordinal, turns);
  }

  /** Undefined where the label itself tells it. */
  speakerOf({ form, label, asker }: Turn): FoundSpeakers | undefined {
    const name = label?.first.text.replace('.', '');
    if (name === QUESTION && label?.length === 1) {
      const entity = asker && this.index.entityOf(asker);
      return entity ? { entities: [entity], reason: 'who is said to ask' } : nobody('nobody is said to ask');
    }
    if (form !== 'answer' && !(name === ANSWER && label?.length === 1)) return undefined;
    return this.interviewee
      ? { entities: [this.interviewee], reason: 'the one who is interviewed' }
      : nobody('not one person alone is interviewed');
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
