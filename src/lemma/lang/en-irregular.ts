/**
 * English words whose forms follow no rule: nouns, verbs, adjectives and adverbs.
 *
 * Data only, one place for inflection and for lemmatizing. A table is lines of words; a line is one lexeme, its
 * columns are parted by spaces and the variants within a column by '/', the one that Wordloom prefers first. The
 * facts are those of any grammar of English; they were compared with the forms that Open English WordNet lists.
 */

/** Nouns: singular, plural. */
export const IRREGULAR_NOUNS = `
child children
man men
woman women
person people/persons
foot feet
tooth teeth
goose geese
mongoose mongooses
mouse mice
louse lice
ox oxen
calf calves
elf elves
half halves
knife knives
life lives
leaf leaves
loaf loaves
self selves
sheaf sheaves
shelf shelves
thief thieves
wife wives
wolf wolves
die dice/dies
dwarf dwarves/dwarfs
hoof hooves/hoofs
scarf scarves/scarfs
wharf wharves/wharfs
turf turfs/turves
beef beefs/beeves
money monies/moneys
dormouse dormice
titmouse titmice
fieldmouse fieldmice
woodlouse woodlice
booklouse booklice
flagstaff flagstaffs/flagstaves
quarterstaff quarterstaves/quarterstaffs
penny pennies/pence
brother brothers/brethren
opus opuses/opera
corpus corpora/corpuses
genus genera/genuses
viscus viscera
femur femurs/femora
cherub cherubs/cherubim
seraph seraphs/seraphim
kibbutz kibbutzim/kibbutzes
goy goyim/goys
mitzvah mitzvot/mitzvahs/mitzvoth
matzo matzos/matzot/matzoth
bandit bandits/banditti
lied lieder
gestalt gestalts/gestalten
festschrift festschriften/festschrifts
sphinx sphinxes/sphinges
pharynx pharynges/pharynxes
larynx larynges/larynxes
syrinx syringes/syrinxes
phalanx phalanxes/phalanges
coccyx coccyges/coccyxes
caput capita
occiput occiputs/occipita
iris irises/irides
epididymis epididymides
chrysalis chrysalises/chrysalides
ephemeris ephemerides
proboscis proboscises/proboscides
glans glandes
incus incudes
stapes stapes/stapedes
basileus basileis
triumvir triumvirs/triumviri
manservant menservants
madame mesdames
madam madams/mesdames
mademoiselle mesdemoiselles/mademoiselles
monsieur messieurs
mister misters/messrs
conquistador conquistadors/conquistadores
cyclops cyclopes
bus buses/busses
gas gases/gasses
yes yeses/yesses
quiz quizzes
whiz whizzes
fez fezzes
soliloquy soliloquies
colloquy colloquies
obloquy obloquies
antefix antefixes/antefixa
rete retia
stele stelae/steles
raphe raphae
krona kronor/kronur
krone kroner/kronen
lev leva
leu lei
eisteddfod eisteddfods/eisteddfodau
minyan minyans/minyanim
moshav moshavim
dybbuk dybbuks/dybbukim
djinni djinn
jinni jinn
djinny djinn
fellah fellahin/fellaheen
bureau bureaus/bureaux
by bys
why whys
standby standbys
layby laybys
flyby flybys
goodby goodbys
cul-de-sac cul-de-sacs/culs-de-sac
passerby passersby
hanger-on hangers-on
listener-in listeners-in
lady-in-waiting ladies-in-waiting
jack-in-the-box jack-in-the-boxes/jacks-in-the-box
attorney-at-law attorneys-at-law
court-martial courts-martial/court-martials
paterfamilias patresfamilias/paterfamiliases
materfamilias matresfamilias/materfamiliases
trou-de-loup trous-de-loup
wagon-lit wagons-lits
loup-garou loups-garous
bain-marie bains-marie
billet-doux billets-doux
`

/** Phrases whose plural no rule finds: singular, colon, plurals parted by commas. */
export const IRREGULAR_PHRASES = `
notary public: notaries public
agent provocateur: agents provocateurs
femme fatale: femmes fatales
enfant terrible: enfants terribles
fait accompli: faits accomplis
bête noire: bêtes noires
bete noire: betes noires
nouveau riche: nouveaux riches
beau geste: beaux gestes
beau ideal: beau ideals, beaux ideals
prix fixe: prix fixes
bon mot: bons mots
bon vivant: bons vivants
grand prix: grands prix
objet d'art: objets d'art
cause célèbre: causes célèbres
cause celebre: causes celebres
idée fixe: idées fixes
idee fixe: idees fixes
force majeure: forces majeures
table d'hôte: tables d'hôte
table d'hote: tables d'hote
chargé d'affaires: chargés d'affaires
charge d'affaires: charges d'affaires
coup d'état: coups d'état
coup d'etat: coups d'etat
crème brûlée: crèmes brûlées
creme brulee: cremes brulees
modus operandi: modi operandi
modus vivendi: modi vivendi
united states: united states
united nations: united nations
united arab emirates: united arab emirates
sergeant major: sergeants major
sergeant-major: sergeants-major
magnum opus: magnum opuses, magna opera
alma mater: alma maters, almae matres
curriculum vitae: curricula vitae
vade mecum: vade mecums
hors d'oeuvre: hors d'oeuvres
hors d'œuvre: hors d'œuvres
battle-axe: battle-axes
battle-ax: battle-axes
hapax legomenon: hapax legomena
corpus luteum: corpora lutea
corpus callosum: corpora callosa
judge advocate: judge advocates
lord advocate: lord advocates
persona non grata: personae non gratae
persona grata: personae gratae
nom de plume: noms de plume
nom de guerre: noms de guerre
mot juste: mots justes
prima donna: prima donnas
tableau vivant: tableaux vivants
roman à clef: romans à clef
roman a clef: romans a clef
au pair: au pairs
`

/** Second parts of compounds written as one word, with the plural of each: policeman, stepchild, pocketknife. */
export const NOUN_COMPOUND_ENDINGS = `
man men
woman women
child children
foot feet
tooth teeth
wife wives
knife knives
life lives
leaf leaves
loaf loaves
half halves
calf calves
shelf shelves
sheaf sheaves
wolf wolves
elf elves
self selves
thief thieves
hoof hooves
scarf scarves
wharf wharves
person people
`

/** Words that only look as if they ended in one of the second parts above. */
export const NOT_COMPOUNDS =
  'human german roman norman shaman talisman caiman cayman ottoman hetman ataman toman dolman desman leman mussulman ' +
  'turkoman turcoman brahman saman pullman soman daman cuman musulman mongoose dwarf turf serf surf delf pelf golf gulf ' +
  'batman superman walkman goldman hoffman newman friedman truman chapman bowman feldman kaufman lehman feynman hartman ' +
  'zimmerman whitman chairperson spokesperson herman sherman altman ackerman lieberman silverman wiseman pitman lippman wasserman rodman seligman blouse ' +
  'fleishman guzman bergman perlman coleman hickman huffman kidman trotman oman chapman hardman bateman tasman'

/** Verbs: base, past, past participle. American forms first, what British English prefers after '|'. */
export const IRREGULAR_VERBS = `
abide abided/abode abided/abode
arise arose arisen
awake awoke/awaked awoken/awaked
backslide backslid backslid/backslidden
bear bore borne/born
beat beat beaten/beat
become became become
befall befell befallen
beget begot/begat begotten/begot
begin began begun
behold beheld beheld
bend bent bent
bereave bereaved/bereft bereaved/bereft
beseech beseeched/besought beseeched/besought
beset beset beset
bespeak bespoke bespoken
bestride bestrode bestridden
bet bet/betted bet/betted
bid bid/bade bid/bidden
bind bound bound
bite bit bitten
bleed bled bled
blow blew blown
break broke broken
breed bred bred
bring brought brought
broadcast broadcast/broadcasted broadcast/broadcasted
build built built
burn burned/burnt|burnt burned/burnt|burnt
burst burst burst
bust busted/bust busted/bust
buy bought bought
cast cast cast
catch caught caught
chide chided/chid chided/chidden
choose chose chosen
cleave cleaved/cleft/clove cleaved/cleft/cloven
cling clung clung
clothe clothed/clad clothed/clad
come came come
cost cost/costed cost/costed
creep crept crept
cut cut cut
deal dealt dealt
dig dug dug
dive dove/dived|dived dived
do did done
draw drew drawn
dream dreamed/dreamt|dreamt dreamed/dreamt|dreamt
drink drank drunk
drive drove driven
dwell dwelt/dwelled dwelt/dwelled
eat ate eaten
fall fell fallen
feed fed fed
feel felt felt
fight fought fought
find found found
fit fit/fitted|fitted fit/fitted|fitted
flee fled fled
fling flung flung
fly flew flown
forbid forbade/forbad forbidden
forecast forecast/forecasted forecast/forecasted
forget forgot forgotten/forgot
forgo forwent forgone
forsake forsook forsaken
freeze froze frozen
get got gotten/got|got
gild gilded/gilt gilded/gilt
gird girded/girt girded/girt
give gave given
go went gone
grind ground ground
grow grew grown
hang hung/hanged hung/hanged
have had had
hear heard heard
heave heaved/hove heaved/hove
hew hewed hewn/hewed
hide hid hidden
hit hit hit
hold held held
hurt hurt hurt
input input/inputted input/inputted
inset inset inset
keep kept kept
kneel knelt/kneeled knelt/kneeled
knit knit/knitted|knitted knit/knitted|knitted
know knew known
lade laded laden/laded
lay laid laid
lead led led
lean leaned/leant|leant leaned/leant|leant
leap leaped/leapt|leapt leaped/leapt|leapt
learn learned/learnt|learnt learned/learnt|learnt
leave left left
lend lent lent
let let let
lie lay/lied lain/lied
light lit/lighted lit/lighted
lose lost lost
make made made
mean meant meant
meet met met
mow mowed mown/mowed
offset offset offset
output output/outputted output/outputted
partake partook partaken
pay paid paid
plead pleaded/pled|pleaded pleaded/pled|pleaded
prove proved proven/proved|proved
put put put
quit quit/quitted quit/quitted
read read read
rend rent rent
rid rid/ridded rid/ridded
ride rode ridden
ring rang rung
rise rose risen
rive rived riven
run ran run
saw sawed sawn/sawed
say said said
see saw seen
seek sought sought
sell sold sold
send sent sent
set set set
sew sewed sewn/sewed
shake shook shaken
shave shaved shaved/shaven
shear sheared shorn/sheared
shed shed shed
shew shewed shewn
shine shone/shined shone/shined
shit shit/shat/shitted shit/shat/shitted
shoe shod/shoed shod/shoed
shoot shot shot
show showed shown/showed
shred shredded/shred shredded/shred
shrink shrank/shrunk shrunk/shrunken
shrive shrived/shrove shriven/shrived
shut shut shut
sing sang sung
sink sank/sunk sunk/sunken
sit sat sat
slay slew/slayed slain
sleep slept slept
slide slid slid/slidden
sling slung slung
slink slunk/slinked slunk/slinked
slit slit slit
smell smelled/smelt|smelt smelled/smelt|smelt
smite smote smitten
sneak snuck/sneaked|sneaked snuck/sneaked|sneaked
sow sowed sown/sowed
speak spoke spoken
speed sped/speeded sped/speeded
spell spelled/spelt|spelt spelled/spelt|spelt
spend spent spent
spill spilled/spilt|spilt spilled/spilt|spilt
spin spun/span spun
spit spat/spit spat/spit
split split split
spoil spoiled/spoilt|spoilt spoiled/spoilt|spoilt
spread spread spread
spring sprang/sprung sprung
stand stood stood
stave staved/stove staved/stove
steal stole stolen
stick stuck stuck
sting stung stung
stink stank/stunk stunk
strew strewed strewn/strewed
stride strode stridden/strode
strike struck struck/stricken
string strung strung
strive strove/strived striven/strived
sublet sublet sublet
swear swore sworn
sweat sweated/sweat sweated/sweat
sweep swept swept
swell swelled swollen/swelled
swim swam swum
swing swung swung
take took taken
teach taught taught
tear tore torn
telecast telecast/telecasted telecast/telecasted
tell told told
think thought thought
thrive thrived/throve thrived/thriven
throw threw thrown
thrust thrust thrust
tread trod/treaded trodden/trod
understand understood understood
upset upset upset
wake woke/waked woken/waked
waylay waylaid waylaid
wear wore worn
weave wove/weaved woven/weaved
wed wed/wedded wed/wedded
weep wept wept
wet wet/wetted wet/wetted
win won won
wind wound wound
withdraw withdrew withdrawn
withhold withheld withheld
withstand withstood withstood
wring wrung wrung
write wrote written
beware bewared bewared
shanghai shanghaied shanghaied
simulcast simulcast simulcast
browbeat browbeat browbeaten
proofread proofread proofread
typeset typeset typeset
spellbind spellbound spellbound
countersink countersank countersunk
gainsay gainsaid gainsaid
hamstring hamstrung hamstrung
floodlight floodlit/floodlighted floodlit/floodlighted
spotlight spotlighted/spotlit spotlighted/spotlit
skydive skydived/skydove skydived
babysit babysat babysat
sightsee sightsaw sightseen
troubleshoot troubleshot troubleshot
moonlight moonlighted/moonlit moonlighted/moonlit
highlight highlighted highlighted
`

/**
 * What may stand before an irregular verb without changing how it goes: overtake, rebuild, misunderstand, unwind,
 * withdraw. The remainder must be a base of the table above.
 */
export const VERB_PREFIXES =
  'after back be bottle broad by co counter cross de dis down for fore ghost hand in inter lip mis miss new off on out over pre ' +
  'quick re rough sky spoon stage sun test tele type un under up waste web wire with'

/** Verbs that begin with such a prefix, end in such a base, and are regular nevertheless. */
export const REGULAR_VERBS =
  'alight befit behave belay belie betide decay delay delight demean deride derive interleave lipstick outfit refit relay retread unfit'

/** Forms of irregular verbs that are bases of others: to found, to grind and to ground. */
export const FORMS_AND_BASES =
  'bore bound clad cleft dove fell felt found ground laden lent rent shot slew smelt span spat spilt stove wound'

/** Auxiliaries that are more than a form or two: subject by subject. */
export const MODAL_VERBS = `
can could
may might
shall should
will would
must must
ought ought
`

/** Adjectives and adverbs: positive, comparative, superlative. */
export const IRREGULAR_COMPARISONS = `
good better best
well better best
bad worse worst
badly worse worst
ill worse worst
far further/farther furthest/farthest
little less/littler least/littlest
much more most
many more most
old older/elder oldest/eldest
fore former foremost
in inner innermost
out outer outermost
up upper uppermost
`
