/** Whether a cue tells of words, of a conviction or feeling, or of an intention. */
export type CueKind = 'assertion' | 'belief' | 'intention';

/**
 * How a cue takes its content:
 * that: a clause ("said that …", "promised to …");
 * thing: a noun phrase ("criticised the plan");
 * about: a noun phrase after a preposition ("focused on the plan"), which other frames may have beside their own;
 * order: somebody who is to do something ("urged them to go"), whole;
 * name: something and what it is called ("called it a mistake"), whole.
 */
export type Frame = 'that' | 'thing' | 'about' | 'order' | 'name';

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** Verbs that are cues only where quoted words stand next to them: "he laughed", "she continued". */
export const QUOTING =
  words(`begin continue go start laugh chuckle smile grin sigh shrug sob weep nod snap snarl bark growl gasp groan moan roar beam
  smirk wink cut interrupt interject resume put open close finish end run read rap preach crack spit slam crow bristle fume thunder cast
  snort whistle cough`);

/** Reporting verbs from general knowledge of English: kind, frames, lemmas with their prepositions after a plus sign. */
export const VERBS: readonly (readonly [CueKind, string, string])[] = [
  [
    'assertion',
    'that',
    `
    say+of tell+of+about add demur grouse gripe reply+to answer+to respond+to remark+on+upon comment+on quip joke+about observe state write+of+about tweet retweet+thing
    post text email e-mail blog shout yell scream+about cry whisper murmur mutter mumble chant jeer heckle sing retort
    counter rejoin exclaim blurt gush shoot fire conclude note
    argue+for+against contend maintain assert allege claim aver insist+on declare proclaim announce report+on report+that
    relate recount recall+that remember+that mention+that discuss+that reminisce+about testify+to attest+to swear+to vow+to pledge+to promise+to
    agree+to+with disagree+with concede concur+with confess+to admit+to acknowledge affirm reaffirm reassert reiterate repeat+that
    restate stress emphasise emphasize underline underscore highlight point+out+to hint+at intimate imply indicate suggest signal
    reveal disclose divulge explain clarify elaborate+on specify estimate predict forecast project foretell warn+of+about+against
    caution+against advise counsel+against threaten+to complain+about+of grumble+about gripe+about moan+about lament bemoan fret+about
    boast+of+about brag+about gloat+about crow+about marvel+at rave+about rant+about rail+against muse+about speculate+about
    theorise theorize postulate hypothesise hypothesize posit propose recommend urge+that demand+that request+that
    plead beg pray+for ask+about+for inquire+about enquire+about wonder+about query question confirm deny+that dispute+that refute
    rebut certify verify rule+that decree opine editorialise editorialize joke tease taunt sneer scoff+at volunteer venture offer+to quote+from read advertise broadcast telegraph message
    apologise+for apologize+for object+to protest+that protest+against vent recite chime+in pipe+up weigh+in+on sum+up
    summarise summarize paraphrase reassure assure inform notify remind+of brief convince persuade teach instruct
    show demonstrate illustrate document detail find+that discover conjecture explain+away spell+out lay+out
    hold+that rap preach lecture+about profess bet charge+that counsel attribute confide
    call+for+on+upon refer+to allude+to speak+of+about+out talk+about+of+up hark+back liken muse list utter spit bellow
    holler chirp coo hiss drawl stammer stutter deadpan crack reason+that surmise+that rejoice+that fume thunder chide scold
    bristle beam implore+that guarantee argue dictate+that purport advocate+for+that testify vouch+for cable wire file+that report
    reflect+on plead+for+with+to ponder tout push+for press+for lobby+for+against campaign+for+against deliberate chat+about debate
    blare scribble pen caption headline announce+that reason+with swear curse+at toast greet bemoan+that leak+that predict+that interpose opine+that editorialise+that`,
  ],
  [
    'assertion',
    'thing',
    `
    criticise criticize praise blast slam bash condemn denounce decry deplore deride mock ridicule lampoon blame+for attack assail
    lambaste castigate rebuke reprimand chide scold hail applaud commend laud salute cheer thank+for congratulate+on
    defend justify excuse dismiss reject rebuff repudiate disavow refute rebut dispute challenge contest question contradict deny
    cite mention reference invoke name+thing discuss address announce propose recommend endorse demand request report reveal disclose
    describe detail outline explain recount recall relate narrate list enumerate highlight stress emphasise emphasize underline
    underscore note acknowledge admit concede confess reiterate repeat echo express voice articulate convey communicate issue
    publish tweet retweet post quote suggest predict forecast estimate claim assert allege promise pledge vow threaten offer advocate
    lament bemoan regret protest oppose tout trumpet extol plug pan trash savage skewer excoriate vilify demonise demonize disparage
    belittle insult malign slander smear denigrate rap hammer rip criticise+for condemn+for praise+for fault+for
    welcome urge confirm verify show indicate signal declare proclaim chant sing write say tell state release
    sound spell+out lay+out call+out answer weigh clarify chronicle document
    downplay minimise minimize exaggerate misstate tell relay single+out reaffirm reassert broadcast herald taunt
    utter renounce heckle boo jeer debate accuse unveil`,
  ],
  [
    'assertion',
    'about',
    `
    respond+to complain+about apologise+for apologize+for point+to touch+on open+about double+on spar+over quarrel+over bicker+over clash+over
    lash+at snipe+at swipe+at fulminate+against riff+on inform+of assure+of press+on+about
    question+on+about grill+on+about quiz+on+about challenge+on+over speak+against`,
  ],
  [
    'assertion',
    'order',
    `
    urge ask order command instruct direct pressure pressurise encourage exhort implore beseech beg entreat press call+on+upon
    advise warn caution remind tell challenge forbid compel coax prod nudge lobby petition request`,
  ],
  [
    'assertion',
    'name',
    `
    call label brand describe+as dub term characterise+as characterize+as portray+as depict+as paint+as cast+as denounce+as dismiss+as
    name title nickname christen pronounce declare proclaim deem hail+as praise+as blast+as condemn+as mock+as deride+as decry+as
    refer+to+as identify+as tout+as bill+as slam+as ridicule+as frame+as style attack+as criticise+as criticize+as brand+as
    rate rank judge certify diagnose+as classify+as designate+as lambaste+as ridicule+as pitch+as present+as misrepresent+as
    liken+to accuse+of credit+to+for+with blame+on attribute+to pin+on interpret+as remember+as fault+for`,
  ],
  [
    'belief',
    'that',
    `
    think+of+about believe+in feel know+about assume presume suspect doubt hope+for expect fear worry+about wish imagine guess
    figure reckon realise realize recognise recognize understand+that see conclude judge consider deem forget+about remember recall
    dream+of trust learn+of+about notice sense perceive foresee anticipate envision dread hate love like mind care+about
    agree+with+on disagree+with wonder+about estimate regret+that appear seem believe hear+about discover find gather infer deduce
    contemplate ponder speculate misremember acknowledge accept appreciate+that resent+that marvel ascertain determine
    conceive+of rue lament view prefer calculate fancy want to+know support oppose favor favour`,
  ],
  [
    'belief',
    'thing',
    `
    support oppose favour favor back endorse want prefer admire respect like love hate loathe despise dislike distrust mistrust
    trust doubt fear expect anticipate consider regret resent welcome embrace value appreciate tolerate
    understand recognise recognize want accept reject envy suspect view remember dread mourn
    desire crave covet abhor detest cherish agree+with+on imagine envision
    dismiss condone applaud like champion shun revere relish scorn spurn`,
  ],
  [
    'belief',
    'about',
    `
    hope+for believe+in care+about worry+about disapprove+of approve+of agree+on side+with disagree+with focus+on vote+for+against
    balk+at rally+behind+around sympathise+with sympathize+with distance+from long+for
    yearn+for obsess+over cling+to root+for dwell+on despair+of fixate+on`,
  ],
  [
    'belief',
    'name',
    `consider deem find judge view+as see+as regard+as think+of+as think believe reckon perceive+as recognise+as recognize+as treat+as know+as
    feel rate envision+as hold`,
  ],
  ['belief', 'order', 'want expect like prefer wish believe trust'],
  [
    'intention',
    'that',
    `
    plan intend aim seek decide+on resolve refuse decline vow pledge promise agree propose commit+to want hope+to choose threaten
    aspire+to determine look strive undertake opt+for expect+to consider`,
  ],
  ['intention', 'thing', 'plan propose consider pursue pledge promise intend weigh contemplate demand'],
];

/** Nouns that name what somebody says, believes or plans: "X's claim that …". */
export const NOUNS: readonly (readonly [CueKind, string])[] = [
  [
    'assertion',
    `accusation admission advice affirmation allegation allusion announcement answer apology argument assertion assessment assurance
    attack boast call caution characterisation characterization charge claim comment commentary complaint compliment concession conclusion
    condemnation confession confirmation contention criticism cry declaration defence defense demand denial denunciation description
    disclosure endorsement estimate explanation forecast hint insinuation insistence insult invitation joke lament mantra message mention narrative note
    objection observation order pitch plea pledge prediction proclamation projection promise pronouncement proposal protest question quip quote
    rallying-cry rant reassurance recommendation reference rejection remark reminder reply report request response revelation rhetoric rumor rumour
    shout slogan speculation statement suggestion taunt testimony threat tweet verdict vow warning word proposition appeal chant jab dig finding line
    criticisms critique retort rebuke praise tirade caveat caption headline advisory instruction ruling`,
  ],
  [
    'belief',
    `belief concern conviction doubt expectation fear feeling hope idea impression instinct notion opinion perception sense suspicion thought
    understanding view worry assumption wish desire support opposition disdain contempt skepticism scepticism dissatisfaction anger disappointment`,
  ],
  ['intention', 'aim ambition decision goal intention plan resolve commitment willingness refusal'],
];

/** Adjectives of conviction: "is confident that". */
export const ADJECTIVES: readonly (readonly [CueKind, string])[] = [
  [
    'belief',
    `sure certain confident convinced aware hopeful optimistic pessimistic skeptical sceptical worried concerned afraid doubtful
    glad happy proud sorry disappointed surprised adamant clear wary fearful angry upset frustrated unsure mindful conscious critical supportive dismissive
    unhappy pleased furious nervous enthusiastic interested uninterested unaware outraged shocked horrified puzzled baffled delighted
    dismayed alarmed anxious bitter cynical divided uneasy uncomfortable comfortable grateful thankful fond tired jealous envious
    ashamed thrilled excited amazed appalled astonished opposed unclear ambivalent apprehensive suspicious distrustful scornful
    contemptuous respectful tolerant intolerant resentful bullish bearish curious desperate relieved amused annoyed irritated
    offended insulted indignant heartened encouraged discouraged embarrassed saddened stunned undecided passionate obsessed`,
  ],
  ['intention', 'willing eager unwilling reluctant determined keen hesitant loath committed bent'],
];

/** Verbs that name an addressee before what is said: "told reporters that …". */
export const ADDRESSING = words(
  'tell ask remind warn assure reassure inform notify advise caution convince persuade promise show teach brief message text email e-mail counsel instruct thank',
);

/** Verbs of seeming: what they say is of their subject, and nobody says it. */
export const SEEMING = words('seem appear');

/** Verbs whose words nobody hears: "Why me?" he thought. */
export const THINKING = words('think wonder imagine muse ponder');

/** Verbs of asking: "asked if it was true". */
export const ASKING = words('ask inquire enquire question query wonder');

/** Verbs that only give a name: "called it a mistake". */
export const NAMING = words('call label brand dub term style title nickname christen deem');

/** Verbs of saying that always tell something: "as the police noted". */
export const TELLING = words(
  `say tell note observe remark report mention point state write explain argue predict warn suggest indicate show demonstrate
  reveal document confirm recall acknowledge admit announce contend describe illustrate estimate
  testify repeat`,
);

/** Verbs that only carry a noun of saying or believing: "raised concerns about". */
export const CARRYING = words(
  `make give have take raise express voice share offer issue deliver hold show level launch find hear put reiterate repeat harbour
  harbor lend withdraw withhold add announce`,
);

/** Verbs whose subject is what somebody else says or believes something of: "won the support of". */
export const RECEIVING = words('win gain earn receive draw get keep lose enjoy attract face');
