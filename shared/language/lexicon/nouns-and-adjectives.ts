import type { CueKind } from './cue-kinds.ts';

/** Nouns that name what somebody says, believes or intends: "X's claim that …"; a plural counts as its singular. */
export const NOUNS: Readonly<Record<CueKind, string>> = {
  assertion: `
    accusation admission advice advisory affirmation allegation allusion announcement answer apology appeal
    argument assertion assessment assurance attack boast call caption caution caveat chant characterisation
    characterization charge claim comment commentary complaint compliment concession conclusion condemnation
    confession confirmation contention criticism criticisms critique cry declaration defence defense demand
    denial denunciation description dig disclosure endorsement estimate explanation finding forecast headline
    hint insinuation insistence instruction insult invitation jab joke lament line mantra mention message
    narrative note objection observation order pitch plea pledge praise prediction proclamation projection
    promise pronouncement proposal proposition protest question quip quote rallying-cry rant reassurance
    rebuke recommendation reference rejection remark reminder reply report request response retort revelation
    rhetoric ruling rumor rumour shout slogan speculation statement suggestion taunt testimony threat tirade
    tweet verdict vow warning word`,
  belief: `
    anger assumption belief concern contempt conviction desire disappointment disdain dissatisfaction doubt
    expectation fear feeling hope idea impression instinct notion opinion opposition perception scepticism
    sense skepticism support suspicion thought understanding view wish worry`,
  intention: `
    aim ambition commitment decision goal intention plan refusal resolve willingness`,
};

/** Adjectives of conviction and intention: "is confident that", "is willing to". */
export const ADJECTIVES: Readonly<Partial<Record<CueKind, string>>> = {
  belief: `
    adamant afraid alarmed amazed ambivalent amused angry annoyed anxious appalled apprehensive ashamed
    astonished aware baffled bearish bitter bullish certain clear comfortable concerned confident conscious
    contemptuous convinced critical curious cynical delighted desperate disappointed discouraged dismayed
    dismissive distrustful divided doubtful embarrassed encouraged enthusiastic envious excited fearful fond
    frustrated furious glad grateful happy heartened hopeful horrified indignant insulted interested
    intolerant irritated jealous mindful nervous obsessed offended opposed optimistic outraged passionate
    pessimistic pleased proud puzzled relieved resentful respectful saddened sceptical scornful shocked
    skeptical sorry stunned supportive sure surprised suspicious thankful thrilled tired tolerant unaware
    unclear uncomfortable undecided uneasy unhappy uninterested unsure upset wary worried`,
  intention: `
    bent committed determined eager hesitant keen loath reluctant unwilling willing`,
};
