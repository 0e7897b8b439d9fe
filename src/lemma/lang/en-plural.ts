/**
 * Plurals of English nouns beyond the rules of spelling: foreign endings, -oes, nouns of one form, compounds.
 *
 * Data only. A foreign ending has two lists: words that keep it in today's English too (criteria), and words that
 * take -s unless a classical style is asked for (stadiums, stadia).
 */

/** Ending of the singular, of the plural, words that keep it, words that keep it in classical style only. */
export const FOREIGN_PLURALS: readonly (readonly [string, string, string, string])[] = [
  [
    'us',
    'i',
    'acarus acinus alumnus alveolus annulus ascus bacillus bronchus cactus canthus cirrus coccus colossus cumulus ' +
      'calculus diplococcus embolus emeritus fasciculus flocculus fungus gluteus glomerulus gyrus hilus hippocampus ' +
      'homunculus humerus incubus lobus locus magus malleus meniscus metatarsus metacarpus modulus nidus nucleolus nucleus ' +
      'nucellus ocellus oculus papyrus pylorus ramus radius rectus sarcophagus scirrhus sorus staphylococcus stimulus ' +
      'stratus streptococcus succubus sulcus syllabus tarsus carpus thallus thrombus torus tumulus umbilicus vagus villus ' +
      'altocumulus cirrocumulus cumulonimbus altostratus cirrostratus uncus pileus fundus limbus ventriculus ' +
      'funiculus canaliculus loculus famulus strobilus tragus scyphus tophus rhonchus calcaneus talus splenius sartorius ' +
      'propositus vitellus clypeus scalenus gladiolus lactobacillus gonococcus pneumococcus echinococcus enterococcus',
    'abacus acanthus astragalus caduceus callus chiasmus convolvulus crocus discus echinus esophagus eucalyptus focus fucus ' +
      'genius ginglymus hippopotamus hypothalamus ichthyosaurus isthmus lupus narcissus nautilus nevus nimbus obolus octopus ' +
      'oesophagus pappus phallus platypus polypus rhombus scarabaeus solidus stylus terminus thalamus thesaurus thymus uterus ' +
      'solidus calamus byssus cultus thyrsus leptocephalus modiolus lemniscus amphioxus choragus epicanthus congius lumbus ' +
      'pronucleus utriculus ',
  ],
  [
    'um',
    'a',
    'addendum acetabulum aecium animalculum antrum apothecium archegonium arcanum bacterium basidium biennium brachium ' +
      'candelabrum cambium capitulum cecum caecum cilium collyrium conidium consortium corrigendum crematorium ' +
      'curriculum datum desideratum dictum diverticulum effluvium encomium endocardium endometrium endothelium epicardium ' +
      'epithelium equilibrium erratum extremum flagellum florilegium folium gametangium glochidium haustorium honorarium ' +
      'hymenium hypanthium infundibulum inoculum labium maximum medium memorandum millennium minimum mycelium mycobacterium ' +
      'myocardium neurofibrillum omentum operculum optimum ovum paramecium parapodium pericardium perineum periosteum ' +
      'peritoneum perithecium phylum plasmodium pollinium primordium pseudopodium pudendum pycnidium quantum reticulum rostrum ' +
      'scholium sclerotium septum simulacrum spectrum spermatogonium sporangium sternum stratum subphylum substratum ' +
      'superstratum symposium syncytium megasporangium microsporangium macrosporangium antheridium clostridium cymatium ' +
      'domatium ommatidium peridium pyxidium podetium promycelium pterygium scriptorium triclinium spirillum velum hilum ' +
      'cingulum coagulum credendum momentum oogonium residuum relatum frustum archesporium armamentarium',
    'alluvium aquarium arboretum atrium auditorium centrum cerebellum cerebrum cinerarium colloquium ' +
      'columbarium compendium continuum cranium delphinium decennium dorsum duodenum emporium endocranium endosteum epigastrium ' +
      'epithalamium exordium filum forum fulcrum gymnasium gynoecium herbarium hypochondrium ilium imperium indumentum indusium ' +
      'interregnum ischium manubrium marsupium mausoleum mediastinum menstruum moratorium natatorium omasum ' +
      'pallium penetralium perigonium planetarium plectrum plenum podium prothalamium proscenium psalterium ' +
      'quadrennium quinquennium rectum referendum sacrum sanatorium sanctum sanitarium scrotum serum antiserum solarium ' +
      'speculum spiculum sputum stadium sudatorium terrarium tomentum trapezium trivium tympanum ultimatum vacuum vivarium ' +
      'ambulacrum aspersorium stylopodium androecium gametoecium corium milium syconium ctenidium peplum pinetum succedaneum triennium ',
  ],
  [
    'on',
    'a',
    'anacoluthon aphelion asyndeton automaton criterion epiphenomenon ganglion hyperbaton mitochondrion noumenon ' +
      'perihelion parhelion phenomenon prolegomenon protozoon spermatozoon taxon etymon ephemeron epizoon entozoon ' +
      'metazoon polysyndeton encephalon ctenidion elytron enteron coelenteron',
    'dodecahedron enchiridion hexahedron icosahedron lexicon octahedron oxymoron pentahedron philodendron polyhedron prothalamion ' +
      'rhombohedron tetrahedron tetraskelion trapezohedron triskelion organon logion acromion amnion gonion ' +
      'myelencephalon rhinencephalon prosencephalon metencephalon orthopteron neuropteron plectron ',
  ],
  [
    'a',
    'ae',
    'alga alumna exuvia facula hypha lamella lamina larva maxilla minutia papilla petechia ' +
      'plica seta stria trabecula trichina vertebra vibrissa chela chaeta fimbria ' +
      'axilla cercaria planula tessera branchia vallecula sequela taenia tenia ' +
      'differentia rickettsia mycorrhiza',
    'abscissa actinia agora ala alula ameba amoeba amphora ampulla amygdala antenna aorta areola arista aura auricula aurora ' +
      'ballista bibliotheca blastula bulla bursa caesura camera carina catena chalaza cicada cisterna clepsydra cloaca ' +
      'cochlea columella concha conferva conjunctiva copula corona cortina costa coxa cuticula decidua drachma echidna ' +
      'ephemera facia fascia fauna fenestra fibula fistula flora formula fossa fovea galea gastrula gemma gingiva glabella ' +
      'hernia hydra intima lacuna lamia macula mamilla mammilla medulla medusa morula mucosa nebula nova novena nullipara ' +
      'palestra patella penumbra persona pinna placenta pleura primigravida primipara pupa retina ruga salmonella ' +
      'scapula scoria siliqua silva squama struma submucosa supernova testa theca tibia trachea ulna umbra urethra uvula ' +
      'vagina vena verruca vesica vulva facia penna',
  ],
  [
    'is',
    'es',
    'amanuensis amniocentesis anabasis anagnorisis analysis anamnesis anamorphosis anastomosis antithesis apomixis aponeurosis ' +
      'apophysis aposiopesis apotheosis ascesis autocatalysis axis basis caryopsis catachresis catalysis catharsis ' +
      'cathexis crisis diaeresis diagnosis dialysis diaphysis diastasis diathesis dieresis diesis ecdysis ecchymosis eisegesis ' +
      'electrolysis ellipsis emphasis entasis epenthesis epiphysis exegesis exostosis fibrosis genesis gnosis hypnosis hypophysis ' +
      'hypostasis hypothesis hydrolysis hysteresis kinesis lysis metamorphosis metastasis metathesis metempsychosis mitosis ' +
      'meiosis morphallaxis mythopoesis naris narcosis necrosis nemesis neurosis oasis ontogenesis osmosis palingenesis ' +
      'paralipsis paraleipsis paralysis paraphysis parapraxis parenthesis periphrasis peristalsis photosynthesis ' +
      'praxis prognosis prolepsis prosthesis psychoanalysis psychosis ptosis resynthesis sclerosis sepsis stasis stenosis ' +
      'syllepsis symbiosis symphysis synapsis synopsis synthesis telekinesis testis thesis thrombosis ' +
      'urinalysis zoonosis meta-analysis cyclosis ovotestis hypotyposis microanalysis cryptanalysis',
    'amoebiasis cutis mantis pelvis penis praxis pubis vermis',
  ],
  [
    'ex',
    'ices',
    'codex vertex cortex vortex caudex pollex pontifex ',
    'apex ibex index latex vortex subindex',
  ],
  [
    'ix',
    'ices',
    'appendix matrix radix cicatrix directrix helix spadix fornix varix submatrix',
    'cervix executrix separatrix dominatrix administratrix testatrix ',
  ],
  ['yx', 'yces', '', 'calyx epicalyx'],
  ['x', 'ces', 'calx', 'anthrax borax crux hallux hyrax prothorax thorax'],
  [
    'a',
    'ata',
    'stoma stroma',
    'adenocarcinoma adenoma angioma atheroma blastema bregma carcinoma charisma chiasma chondroma diastema dogma ' +
      'edema enema enigma epithelioma exanthema fibroma glioma granuloma gumma haematoma hematoma lemma lipoma lymphoma magma ' +
      'melanoma miasma myoma myxoma neuroma oedema osteoma papilloma rhabdomyoma schema scotoma soma stemma stigma ' +
      'syntagma trauma treponema',
  ],
  [
    'eau',
    'eaux',
    'gateau chateau tableau',
    'bandeau beau flambeau fricandeau jambeau morceau plateau portmanteau reseau rondeau rouleau trousseau chapeau',
  ],
  ['ieu', 'ieux', '', 'adieu milieu'],
  ['ou', 'oux', 'bijou chou', ''],
  ['âteau', 'âteaux', 'château gâteau', ''],
  [
    'o',
    'i',
    'antipasto castrato centesimo graffito illuminato literato mafioso paparazzo pentimento cognoscento glitterato',
    'bambino basso cavetto concerto contralto crescendo divertimento glissando intermezzo libretto maestro obligato ' +
      'obbligato ovolo rilievo scherzo segno sgraffito solo soprano sordino tempo terzetto torso virtuoso',
  ],
  ['e', 'i', '', 'cicerone dilettante pastorale signore cognoscente'],
  ['io', 'i', '', 'capriccio intaglio solfeggio'],
  ['a', 'e', '', 'acciaccatura appoggiatura arietta fermata lira loggia novella paisa signorina'],
  ['en', 'ina', 'foramen praenomen agnomen cognomen putamen numen', 'lumen rumen limen'],
  ['oon', 'oa', 'spermatozoon protozoon zoon', ''],
  ['s', 'des', '', 'lymphangitis encephalitis pyxis glottis epiglottis apsis chlamys'],
]

/** Nouns in -o that take -es. */
export const NOUNS_IN_OES =
  'archipelago buffalo desperado domino echo embargo go hero antihero superhero innuendo mosquito motto mulatto no ' +
  'potato tomato torpedo tornado veto volcano jingo lingo peccadillo virago dingo buffalo farrago ' +
  'grotto bastinado strappado bravado magnifico cherry-tomato'

/** Nouns with one form for both numbers. */
export const NOUNS_OF_ONE_FORM =
  'aircraft alms amends antifreeze barracks bellows bison bourgeois cattle chamois chassis clergy cod contretemps corps ' +
  'counterintelligence crossroads deer doings elk faux-pas fish flatfish gallows gasworks grouse haddock halibut headquarters ' +
  'hertz hovercraft ides insignia kilohertz kudos kin livestock mackerel means megahertz gigahertz moose mullet news ' +
  'offspring plaice plankton police rendezvous reindeer salmon samurai series sheep shambles shrimp ' +
  'siemens spacecraft species swine trout tuna turbot vermin waterworks watercraft whereabouts yen baht lux ' +
  'waterfowl wildfowl wildlife poultry gentry staff sweepstakes steelworks ironworks glassworks ' +
  'brickworks ropeworks waxworks pince-nez patois précis precis debris laissez-passer cognoscenti literati glitterati ' +
  'bonsai sashimi sushi sumo subspecies biceps triceps quadriceps ' +
  'forceps herpes rabies scabies diabetes measles mumps rickets shingles billiards ' +
  'mathematics physics economics politics linguistics athletics swiss taliban gymnastics acoustics aerobics ' +
  'electronics genetics optics phonetics semantics thermodynamics aeronautics ' +
  'hysterics etc'

/** Nouns that have no singular of their own: trousers, scissors. */
export const NOUNS_PLURAL_ONLY =
  'trousers pants shorts tights jeans pajamas pyjamas knickers panties underpants overalls dungarees slacks ' +
  'breeches britches scissors shears pliers tongs binoculars goggles eyeglasses sunglasses clothes thanks ' +
  'riches genitals suds ' +
  'auspices entrails environs victuals smithereens shenanigans ' +
  'forceps nuptials secateurs'

/** Mass nouns, which English counts in pieces of them. */
export const MASS_NOUNS =
  'advice aluminum aluminium anger applause baggage beef cash chaos clothing cocaine commerce compost ' +
  'courage cutlery dirt electricity equipment feedback flour ' +
  'fun furniture garbage garlic gasoline golf graffiti gravel guidance hail happiness hardware hay ' +
  'health helium homework honesty housework housing humidity hunger hydrogen importance information ' +
  'jewelry jewellery junk karate knowledge lava leisure lightning luck ' +
  'luggage lumber machinery malaria manure merchandise moisture mud music nitrogen nonsense ' +
  'nutrition obesity oxygen patience peace permission photography pneumonia pollution pork poverty progress ' +
  'propaganda publicity rice scenery sewage shopping slang smog ' +
  'software spaghetti starvation stuff sunshine tennis toothpaste traffic transportation trash underwear ' +
  'uranium violence warmth wealth weather wheat wisdom yoga chess soccer volleyball ' +
  'rugby bedding braille broccoli camouflage firewood flatware footwear gallantry greenery ' +
  'headgear kitchenware knitwear malware middleware shareware freeware spyware firmware silverware tableware glassware ' +
  'tofu soy earthenware stoneware hatred ignorance inertia innocence kerosene laughter legislation loneliness mankind menswear ' +
  'nightlife parking petrol playfulness plumbing postage rapport remorse rust sadness sarcasm ' +
  'shrapnel smoking spam stationery stamina steam surfing swimming thunder trivia unemployment vengeance wildlife'

/** Adjectives that stand after the noun that they belong to: attorney general, president elect. */
export const POSTPOSED_ADJECTIVES =
  'elect errant apparent presumptive laureate martial extraordinary plenipotentiary designate emeritus politic ' +
  'incarnate immemorial manqué manque extraordinaire'

/** Heads before which 'general' stands after its noun; a major general is a general. */
export const OFFICES_BEFORE_GENERAL =
  'attorney auditor comptroller consul controller director governor inspector paymaster ' +
  'postmaster procurator quartermaster receiver registrar secretary solicitor surgeon treasurer agent advocate accountant'

/** Small words after the head of a compound: mother-in-law, man of war, cul-de-sac. */
export const COMPOUND_LINKS =
  "in of at by to on for with from up off out over de du des del della di d' la le les à au aux en under upon against than about without"

/** Compounds with such a word whose head is not the first part: a forget-me-not, two jack-o'-lanterns. */
export const COMPOUNDS_COUNTED_LAST =
  "forget-me-not jack-o'-lantern jack-o-lantern will-o'-the-wisp will-o-the-wisp merry-go-round stay-at-home state-of-the-art good-for-nothing ne'er-do-well " +
  'stick-in-the-mud pick-me-up touch-me-not johnny-come-lately cat-o-nine-tails love-in-a-mist four-by-four two-by-four ' +
  'toad-in-the-hole play-by-play case-by-case day-to-day face-to-face'

/** Symbols of units, which take no ending. */
export const UNITS =
  'kg km cm mm nm mg ml ft mph kph khz mhz ghz kw mw kwh kb mb gb tb db bpm rpm psi btu mmbtu oz bpd hp lm'

/** Nouns whose final -ch is spoken as k, beside those in -arch. */
export const NOUNS_IN_HARD_CH =
  'stomach epoch eunuch loch tech czech mach triptych diptych moloch pibroch cromlech bach zach pasch conch high-tech ' +
  'biotech fintech lech'

/** Nouns in -arch whose ch is soft. */
export const NOUNS_IN_SOFT_ARCH =
  'arch march starch larch parch search research overarch countermarch cornstarch frogmarch'

/** Words in -s that are no nouns, for those who inflect every word of a text. */
export const WORDS_IN_S =
  'was has his its hers ours yours theirs always perhaps does goes besides towards afterwards upstairs downstairs sometimes ' +
  'whereas overseas indoors outdoors'
