/**
 * Verbs that report, one row a lemma, from general knowledge of English: its kind; the frames in which it takes its
 * content, each with the prepositions that may stand before it; after the bar, what else is told of it.
 *
 * Kind: assertion (words), belief (a conviction or feeling), intention; "-" for verbs that report nothing by themselves.
 * Frames: clause ("said that …", "promised to …"), object ("criticised the plan"), oblique ("focused on the plan"),
 * objectControl ("urged them to go"), predicative ("called it a mistake").
 * Traits: addressee (names whom it is said to first: "told reporters that"), asks, tells (always tells something: "as the
 * police noted"), names (only gives a name), thinks (nobody hears its words), seems (nobody says it: what it tells is of
 * its subject), quotes (a cue only beside quoted words: "he laughed"), carries (only carries its noun: "raised concerns"),
 * receives (its subject is what others say something of: "won the support of").
 */
export const VERBS = `
abhor          belief     object
accept         belief     clause object
accuse         assertion  object predicative+of
acknowledge    assertion  clause object | tells
add            assertion  clause | carries
address        assertion  object
admire         belief     object
admit          assertion  clause+to object | tells
advertise      assertion  clause
advise         assertion  clause objectControl | addressee
advocate       assertion  clause+for+that object
affirm         assertion  clause
agree          assertion  clause+to+with+on object+with+on oblique+on
aim            intention  clause
allege         assertion  clause object
allude         assertion  clause+to
announce       assertion  clause+that object | tells carries
answer         assertion  clause+to object
anticipate     belief     clause object
apologise      assertion  clause+for oblique+for
apologize      assertion  clause+for oblique+for
appear         belief     clause | seems
applaud        assertion  object
appreciate     belief     clause+that object
approve        belief     oblique+of
argue          assertion  clause+for+against | tells
articulate     assertion  object
ascertain      belief     clause
ask            assertion  clause+about+for objectControl | addressee asks
aspire         intention  clause+to
assail         assertion  object
assert         assertion  clause object
assume         belief     clause
assure         assertion  clause oblique+of | addressee
attack         assertion  object predicative+as
attest         assertion  clause+to
attract        -           | receives
attribute      assertion  clause predicative+to
aver           assertion  clause
back           belief     object
balk           belief     oblique+at
bark           -           | quotes
bash           assertion  object
beam           assertion  clause | quotes
beg            assertion  clause objectControl
begin          -           | quotes
believe        belief     clause+in oblique+in predicative objectControl
belittle       assertion  object
bellow         assertion  clause
bemoan         assertion  clause+that object
beseech        assertion  objectControl
bet            assertion  clause
bicker         assertion  oblique+over
bill           assertion  predicative+as
blame          assertion  object+for predicative+on
blare          assertion  clause
blast          assertion  object predicative+as
blog           assertion  clause
blurt          assertion  clause
boast          assertion  clause+of+about
boo            assertion  object
brag           assertion  clause+about
brand          assertion  predicative+as | names
brief          assertion  clause | addressee
bristle        assertion  clause | quotes
broadcast      assertion  clause object
cable          assertion  clause
calculate      belief     clause
call           assertion  clause+for+on+upon object+out objectControl+on+upon predicative | names
campaign       assertion  clause+for+against
caption        assertion  clause
care           belief     clause+about oblique+about
cast           assertion  predicative+as | quotes
castigate      assertion  object
caution        assertion  clause+against objectControl | addressee
certify        assertion  clause predicative
challenge      assertion  object oblique+on+over objectControl
champion       belief     object
chant          assertion  clause object
characterise   assertion  predicative+as
characterize   assertion  predicative+as
charge         assertion  clause+that
chat           assertion  clause+about
cheer          assertion  object
cherish        belief     object
chide          assertion  clause object
chime          assertion  clause+in
chirp          assertion  clause
choose         intention  clause
christen       assertion  predicative | names
chronicle      assertion  object
chuckle        assertion  clause+that | quotes
cite           assertion  object
claim          assertion  clause object
clarify        assertion  clause object
clash          assertion  oblique+over
classify       assertion  predicative+as
cling          belief     oblique+to
close          -           | quotes
coax           assertion  objectControl
command        assertion  objectControl
commend        assertion  object
comment        assertion  clause+on
commit         intention  clause+to
communicate    assertion  object
compel         assertion  objectControl
complain       assertion  clause+about+of oblique+about
concede        assertion  clause object
conceive       belief     clause+of
conclude       assertion  clause
concur         assertion  clause+with
condemn        assertion  object+for predicative+as
condone        belief     object
confess        assertion  clause+to object
confide        assertion  clause
confirm        assertion  clause object | tells
congratulate   assertion  object+on
conjecture     assertion  clause
consider       belief     clause object predicative
contemplate    belief     clause object
contend        assertion  clause | tells
contest        assertion  object
continue       -           | quotes
contradict     assertion  object
convey         assertion  object
convince       assertion  clause | addressee
coo            assertion  clause
cough          -           | quotes
counsel        assertion  clause+against | addressee
counter        assertion  clause
covet          belief     object
crack          assertion  clause | quotes
crave          belief     object
credit         assertion  predicative+to+for+with
criticise      assertion  object+for predicative+as
criticize      assertion  object predicative+as
crow           assertion  clause+about | quotes
cry            assertion  clause
curse          assertion  clause+at
cut            -           | quotes
dare           assertion  objectControl
deadpan        assertion  clause
debate         assertion  clause object
decide         intention  clause+on
declare        assertion  clause object predicative
decline        intention  clause
decree         assertion  clause
decry          assertion  object predicative+as
deduce         belief     clause
deem           assertion  predicative clause | names
defend         assertion  object
deliberate     assertion  clause
deliver        -           | carries
demand         assertion  clause+that object
demonise       assertion  object
demonize       assertion  object
demonstrate    assertion  clause | tells
demur          assertion  clause
denigrate      assertion  object
denounce       assertion  object predicative+as
deny           assertion  clause+that object
depict         assertion  predicative+as
deplore        assertion  object
deride         assertion  object predicative+as
describe       assertion  object predicative+as | tells
designate      assertion  predicative+as
desire         belief     object
despair        belief     oblique+of
despise        belief     object
detail         assertion  clause object
determine      belief     clause
detest         belief     object
diagnose       assertion  predicative+as
dictate        assertion  clause+that
direct         assertion  objectControl
disagree       assertion  clause+with oblique+with
disapprove     belief     oblique+of
disavow        assertion  object
disclose       assertion  clause object
discover       assertion  clause
discuss        assertion  clause+that object
dislike        belief     object
dismiss        assertion  object predicative+as
disparage      assertion  object
dispute        assertion  clause+that object
distance       belief     oblique+from
distrust       belief     object
divulge        assertion  clause
document       assertion  clause object | tells
double         assertion  oblique+on
doubt          belief     clause object
downplay       assertion  object
draw           -           | receives
drawl          assertion  clause
dread          belief     clause object
dream          belief     clause+of
dub            assertion  predicative | names
dwell          belief     oblique+on
e-mail         assertion  clause | addressee
earn           -           | receives
echo           assertion  object
editorialise   assertion  clause+that
editorialize   assertion  clause
elaborate      assertion  clause+on
email          assertion  clause | addressee
embrace        belief     object
emphasise      assertion  clause object
emphasize      assertion  clause object
encourage      assertion  objectControl
end            -           | quotes
endorse        assertion  object
enjoy          -           | receives
enquire        assertion  clause+about | asks
entreat        assertion  objectControl
enumerate      assertion  object
envision       belief     clause object predicative+as
envy           belief     object
estimate       assertion  clause object | tells
exaggerate     assertion  object
exclaim        assertion  clause
excoriate      assertion  object
excuse         assertion  object
exhort         assertion  objectControl
expect         belief     clause+to object objectControl
explain        assertion  clause+away object | tells
express        assertion  object | carries
extol          assertion  object
face           -           | receives
fancy          belief     clause
fault          assertion  object+for predicative+for
favor          belief     clause object
favour         belief     clause object
fear           belief     clause object
feel           belief     clause predicative
figure         belief     clause
file           assertion  clause+that
find           assertion  clause+that predicative | carries
finish         -           | quotes
fire           assertion  clause
fixate         belief     oblique+on
focus          belief     oblique+on
forbid         assertion  objectControl
forecast       assertion  clause object
foresee        belief     clause
foretell       assertion  clause
forget         belief     clause+about
frame          assertion  predicative+as
fret           assertion  clause+about
fulminate      assertion  oblique+against
fume           assertion  clause | quotes
gain           -           | receives
gasp           -           | quotes
gather         belief     clause
get            -           | receives
give           -           | carries
gloat          assertion  clause+about
go             -           | quotes
greet          assertion  clause
grill          assertion  oblique+on+about
grin           -           | quotes
gripe          assertion  clause+about
groan          -           | quotes
grouse         assertion  clause
growl          -           | quotes
grumble        assertion  clause+about
guarantee      assertion  clause
guess          belief     clause
gush           assertion  clause
hail           assertion  object predicative+as
hammer         assertion  object
harbor         -           | carries
harbour        -           | carries
hark           assertion  clause+back
hate           belief     clause object
have           -           | carries
headline       assertion  clause
hear           belief     clause+about | carries
heckle         assertion  clause object
herald         assertion  object
highlight      assertion  clause object
hint           assertion  clause+at
hiss           assertion  clause
hold           assertion  clause+that predicative | carries
holler         assertion  clause
hope           belief     clause+for+to oblique+for
hypothesise    assertion  clause
hypothesize    assertion  clause
identify       assertion  predicative+as
illustrate     assertion  clause | tells
imagine        belief     clause object | thinks
implore        assertion  clause+that objectControl
imply          assertion  clause
indicate       assertion  clause object | tells
infer          belief     clause
inform         assertion  clause oblique+of | addressee
inquire        assertion  clause+about | asks
insist         assertion  clause+on
instruct       assertion  clause objectControl | addressee
insult         assertion  object
intend         intention  clause object
interject      assertion   clause | quotes
interpose      assertion  clause
interpret      assertion  predicative+as
interrupt      -           | quotes
intimate       assertion  clause
invoke         assertion  object
issue          assertion  object | carries
jeer           assertion  clause object
joke           assertion  clause+about
judge          assertion  predicative clause
justify        assertion  object
keep           -           | receives
knock          assertion  object
know           belief     clause+about predicative+as
label          assertion  predicative | names
lambaste       assertion  object predicative+as
lament         assertion  clause object
lampoon        assertion  object
lash           assertion  oblique+at
laud           assertion  object
laugh          -           | quotes
launch         -           | carries
lay            assertion  clause+out object+out
leak           assertion  clause+that
learn          belief     clause+of+about
lecture        assertion  clause+about | addressee
lend           -           | carries
level          -           | carries
like           belief     clause object objectControl
liken          assertion  clause predicative+to
list           assertion  clause object
loathe         belief     object
lobby          assertion  clause+for+against objectControl
long           belief     oblique+for
look           intention  clause
lose           -           | receives
love           belief     clause object
maintain       assertion  clause
make           -           | carries
malign         assertion  object
marvel         assertion  clause+at
mention        assertion  clause+that object | tells
message        assertion  clause | addressee
mind           belief     clause
minimise       assertion  object
minimize       assertion  object
misremember    belief     clause
misrepresent   assertion  predicative+as
misstate       assertion  object
mistrust       belief     object
moan           assertion  clause+about | quotes
mock           assertion  object predicative+as
mourn          belief     object
mumble         assertion  clause
murmur         assertion  clause
muse           assertion  clause+about | thinks
mutter         assertion  clause
name           assertion  object+thing predicative
narrate        assertion  object
nickname       assertion  predicative | names
nod            -           | quotes
note           assertion  clause object | tells
notice         belief     clause
notify         assertion  clause | addressee
nudge          assertion  objectControl
object         assertion  clause+to
observe        assertion  clause | tells
obsess         belief     oblique+over
offer          assertion  clause+to object | carries
open           assertion  oblique+about | quotes
opine          assertion  clause+that
oppose         assertion  object clause
opt            intention  clause+for
order          assertion  objectControl
outline        assertion  object
paint          assertion  predicative+as
pan            assertion  object
paraphrase     assertion  clause
pen            assertion  clause
perceive       belief     clause predicative+as
persuade       assertion  clause | addressee
petition       assertion  objectControl
pin            assertion  predicative+on
pipe           assertion  clause+up
pitch          assertion  predicative+as
plan           intention  clause object
plead          assertion  clause+for+with+to
pledge         assertion  clause+to object
plug           assertion  object
point          assertion  clause+out+to oblique+to | tells
ponder         assertion  clause | thinks
portray        assertion  predicative+as
posit          assertion  clause
post           assertion  clause object
postulate      assertion  clause
praise         assertion  object+for predicative+as
pray           assertion  clause+for
preach         assertion  clause | quotes
predict        assertion  clause+that object | tells
prefer         belief     clause object objectControl
present        assertion  predicative+as
press          assertion  clause+for oblique+on+about objectControl
pressure       assertion  objectControl
pressurise     assertion  objectControl
presume        belief     clause
proclaim       assertion  clause object predicative
prod           assertion  objectControl
profess        assertion  clause
project        assertion  clause
promise        assertion  clause+to object | addressee
pronounce      assertion  predicative
propose        assertion  clause object
protest        assertion  clause+that+against object
publish        assertion  object
purport        assertion  clause
pursue         intention  object
push           assertion  clause+for
put            -           | quotes carries
quarrel        assertion  oblique+over
query          assertion  clause | asks
question       assertion  clause object oblique+on+about | asks
quip           assertion  clause
quiz           assertion  oblique+on+about
quote          assertion  clause+from object
rail           assertion  clause+against
raise          -           | carries
rally          belief     oblique+behind+around
rank           assertion  predicative
rant           assertion  clause+about
rap            assertion  clause object | quotes
rate           assertion  predicative
rave           assertion  clause+about
read           assertion  clause | quotes
reaffirm       assertion  clause object
realise        belief     clause
realize        belief     clause
reason         assertion  clause+that+with
reassert       assertion  clause object
reassure       assertion  clause | addressee
rebuff         assertion  object
rebuke         assertion  object
rebut          assertion  clause object
recall         assertion  clause+that object | tells
receive        -           | receives
recite         assertion  clause
reckon         belief     clause predicative
recognise      belief     clause object predicative+as
recognize      belief     clause object predicative+as
recommend      assertion  clause object
recount        assertion  clause object
refer          assertion  clause+to predicative+to+as
reference      assertion  object
reflect        assertion  clause+on
refuse         intention  clause
refute         assertion  clause object
regard         belief     predicative+as
regret         assertion  object clause+that
reiterate      assertion  clause object | carries
reject         assertion  object
rejoice        assertion  clause+that
rejoin         assertion  clause
relate         assertion  clause object
relay          assertion  object
release        assertion  object
relish         belief     object
remark         assertion  clause+on+upon | tells
remember       assertion  clause+that predicative+as object
remind         assertion  clause+of objectControl | addressee
reminisce      assertion  clause+about
renounce       assertion  object
repeat         assertion  clause+that object | tells carries
reply          assertion  clause+to
report         assertion  clause+on+that object | tells
reprimand      assertion  object
repudiate      assertion  object
request        assertion  clause+that object objectControl
resent         belief     clause+that object
resolve        intention  clause
respect        belief     object
respond        assertion  clause+to oblique+to
restate        assertion  clause
resume         -           | quotes
retort         assertion  clause
retweet        assertion  clause+thing object
reveal         assertion  clause object | tells
revere         belief     object
ridicule       assertion  object predicative+as
riff           assertion  oblique+on
rip            assertion  object
roar           -           | quotes
root           belief     oblique+for
rue            belief     clause
rule           assertion  clause+that
run            -           | quotes
salute         assertion  object
savage         assertion  object
say            assertion  clause+of object | tells
scoff          assertion  clause+at
scold          assertion  clause object
scorn          belief     object
scream         assertion  clause+about
scribble       assertion  clause
see            belief     clause predicative+as
seek           intention  clause
seem           belief     clause | seems
sense          belief     clause
share          -           | carries
shoot          assertion  clause
shout          assertion  clause
show           assertion  clause object | addressee tells carries
shrug          -           | quotes
shun           belief     object
side           belief     oblique+with
sigh           -           | quotes
signal         assertion  clause object
sing           assertion  clause object
single         assertion  object+out
skewer         assertion  object
slam           assertion  object predicative+as | quotes
slander        assertion  object
smear          assertion  object
smile          -           | quotes
smirk          -           | quotes
snap           -           | quotes
snarl          -           | quotes
sneer          assertion  clause
snipe          assertion  oblique+at
snort          -           | quotes
sob            -           | quotes
sound          assertion  object
spar           assertion  oblique+over
speak          assertion  clause+of+about+out oblique+against
specify        assertion  clause
speculate      assertion  clause+about
spell          assertion  clause+out object+out
spit           assertion  clause | quotes
spurn          belief     object
stammer        assertion  clause
start          -           | quotes
state          assertion  clause object | tells
stress         assertion  clause object
strive         intention  clause
stutter        assertion  clause
style          assertion  predicative | names
suggest        assertion  clause object | tells
sum            assertion  clause+up
summarise      assertion  clause
summarize      assertion  clause
support        belief     clause object
surmise        assertion  clause+that
suspect        belief     clause object
swear          assertion  clause+to
swipe          assertion  oblique+at
sympathise     belief     oblique+with
sympathize     belief     oblique+with
take           -           | carries
talk           assertion  clause+about+of+up
taunt          assertion  clause object
teach          assertion  clause | addressee
tease          assertion  clause
telegraph      assertion  clause
tell           assertion  clause+of+about object objectControl | addressee tells
term           assertion  predicative | names
testify        assertion  clause+to | tells
text           assertion  clause | addressee
thank          assertion  object+for | addressee
theorise       assertion  clause
theorize       assertion  clause
think          belief     clause+of+about predicative+of+as | thinks
threaten       assertion  clause+to object
thunder        assertion  clause | quotes
title          assertion  predicative | names
to             belief     clause+know
toast          assertion  clause
tolerate       belief     object
touch          assertion  oblique+on
tout           assertion  clause object predicative+as
trash          assertion  object
treat          belief     predicative+as
trumpet        assertion  object
trust          belief     clause object objectControl
tweet          assertion  clause object
underline      assertion  clause object
underscore     assertion  clause object
understand     belief     clause+that object
undertake      intention  clause
unveil         assertion  object
urge           assertion  clause+that object objectControl
utter          assertion  clause object
value          belief     object
vent           assertion  clause
venture        assertion  clause
verify         assertion  clause object
view           belief     clause object predicative+as
vilify         assertion  object
voice          assertion  object | carries
volunteer      assertion  clause
vote           belief     oblique+for+against
vouch          assertion  clause+for
vow            assertion  clause+to object
want           belief     clause object objectControl
warn           assertion  clause+of+about+against objectControl | addressee tells
weep           -           | quotes
weigh          assertion  clause+in+on object
welcome        assertion  object
whisper        assertion  clause
whistle        -           | quotes
win            -           | receives
wink           -           | quotes
wire           assertion  clause
wish           belief     clause objectControl
withdraw       -           | carries
withhold       -           | carries
wonder         assertion  clause+about | thinks asks
worry          belief     clause+about oblique+about
write          assertion  clause+of+about object | tells
yearn          belief     oblique+for
yell           assertion  clause
`;
