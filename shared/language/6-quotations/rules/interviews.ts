import type { TurnForm } from '../../4-quoted/turn.ts';
import type { ParagraphBoard } from '../attribution-board.ts';
import type { IsOn, RuleHead } from '../rule.ts';
import { saidBy } from './token-rule.ts';

/** What gives the turns of an interview or a transcript to their speakers, form by form. */
export const TURN_RULES: Readonly<Record<TurnForm, RuleHead>> = {
  label: {
    id: 'interview',
    example:
      'Hanna Lindqvist on the port\n<source>Q</source><cue>:</cue> <content>Will it be sold?</content>\n<source1>A</source1><cue1>:</cue1> <content1>Never.</content1>\n<source2>Q</source2><cue2>:</cue2> <content2>Why?</content2>\n<source3>A</source3><cue3>:</cue3> <content3>It is ours.</content3>',
    counter: ['Saturday’s results\nRovers: Win at home.\nAlbion: Draw at home.\nRovers: Win away.\nAlbion: Lose away.'],
    confidence: 0.8,
  },
  header: {
    id: 'interview/header',
    example:
      '<source>Hanna Lindqvist</source> <cue>--</cue> Chief Executive Officer\n<content>We sold three boats.</content>\n<source1>Olga Firth</source1> <cue1>--</cue1> Analyst\n<content1>Are you out of fuel?</content1>\n<source2>Hanna Lindqvist</source2> <cue2>--</cue2> Chief Executive Officer\n<content2>We are not.</content2>\n<source3>Olga Firth</source3> <cue3>--</cue3> Analyst\n<content3>Thank you.</content3>',
    confidence: 0.8,
  },
  answer: {
    id: 'interview/answer',
    example:
      'Hanna Lindqvist on the port\nWill you sell it<cue>?</cue>\n<content>I will not.</content>\nWhy did you wait<cue1>?</cue1>\n<content1>We had no money.</content1>\nWhat will you do next<cue2>?</cue2>\n<content2>I will sail to Norway.</content2>',
    confidence: 0.8,
  },
};

export const isTurnRule = (id: string): boolean => Object.values(TURN_RULES).some((rule) => rule.id === id);

/** `Okafor: Nobody listened.`, `A. I would do it again.`: a turn, in words without marks; what is quoted within it keeps its own speaker. */
export function attributeTurn(board: ParagraphBoard, isOn: IsOn): void {
  const { spoken } = board.paragraph;
  if (!spoken) return;
  const { turn, words } = spoken;
  const rule = TURN_RULES[turn.form].id;
  if (!isOn(rule)) return;
  const begun = board.article.turns.get(turn);
  if (begun) board.join(begun, [words], 'the turn goes on');
  else {
    const source = turn.label ? saidBy(turn.label, 'label of the turn') : null;
    board.article.turns.set(
      turn,
      board.add({ rule, cue: turn.cue, cueKind: 'assertion', source, contents: [words], turn }),
    );
  }
}
