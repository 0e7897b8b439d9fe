/**
 * Modern Greek: takes off one ending after the other, and gives an ending back where what is left is a stem that
 * it belongs to: -ίζω and -ίζα are endings (αρχίζω gives αρχ), but ρίζα gives ριζ.
 *
 * All stems are written without accents and with σ for ς. The general endings of step 6 are taken off only from
 * words that no step before took an ending off.
 *
 * Source: G. Ntais, "Development of a stemmer for the Greek language" (KTH 2006); S. Saroukos, "Enhancing a
 * Greek language stemmer" (Tampere 2008); https://snowballstem.org/algorithms/greek/stemmer.html
 */
import {
  ahead,
  always,
  atEnd,
  backward,
  either,
  insert,
  length,
  letter,
  longest,
  many,
  not,
  number,
  oneOf,
  pass,
  type Rule,
  remove,
  replace,
  select,
  sequence,
  set,
  to,
} from '../rules.js'

const VOWELS = 'αεηιουω'
const VOWELS_BUT_UPSILON = 'αεηιοω'

const list = (...lines: readonly string[]) => lines.join(' ')

// The ι of -ισα and -ισω is half of their vowel: κλείσω gives κλει.
const STEMS_IN_IOTA = list(
  'αναμπα αθρο εμπα εσε εσωκλε επα ξαναπα επε περιπα συναθρο δανε κλε χαρτοπα εξαρχα μετεπε αποκλε απεκλε',
  'εκλε πε',
)

const stripped = set('stripped', 1)

interface Step {
  readonly endings: string
  readonly rule: Rule
}

/** What is done with the longest of `endings`. */
const step = (endings: string, rule: Rule): Step => ({ endings, rule: longest({ [endings]: rule }) })

/** Takes off the longest of `endings`; the first of `exceptions` that fits the rest adds to it again. */
const strip = (endings: string, ...exceptions: readonly Rule[]) =>
  step(endings, sequence(remove, stripped, exceptions.length > 0 ? either(...exceptions) : pass))

/** One step after the other; most words have no ending of any, which is seen in one look. */
const group = (...steps: readonly Step[]) =>
  sequence(
    ahead(oneOf([...new Set(steps.flatMap(({ endings }) => endings.split(' ')))].join(' '))),
    ...steps.map(({ rule }) => always(rule)),
  )

/** Adds `ending` if what is left of the word is one of `stems`. */
const whole = (stems: string, ending: string) =>
  sequence(ahead(sequence(oneOf(stems), atEnd)), insert(ending))

/** Adds `ending` if what is left of the word ends in `tail`. */
const after = (tail: Rule, ending: string) => sequence(ahead(tail), insert(ending))

/** Does either, and puts `ending` in the place of `tail` where one of `stems` stands before it. */
const afterOrWhole = (tail: Rule, stems: string, ending: string) =>
  either(
    sequence(select(tail), oneOf(stems), atEnd, replace(ending)),
    after(tail, ending),
    whole(stems, ending),
  )

/** Rules of the Greek stemmer. */
export function greek(): Rule {
  const plainLetters = many(
    sequence(
      to(letter('άέήίόύώϊϋΐΰς')),
      longest({
        ά: replace('α'),
        έ: replace('ε'),
        'ή ϊ ΐ': replace('η'), // ϊ as the published stems have it
        ί: replace('ι'),
        ό: replace('ο'),
        'ύ ϋ ΰ': replace('υ'),
        ώ: replace('ω'),
        ς: replace('σ'),
      }),
    ),
  )

  // Nouns that lose letters of the stem in some cases: φως, φωτός.
  const irregular = sequence(
    longest({
      'φαγια φαγιου φαγιων': replace('φα'),
      'σκαγια σκαγιου σκαγιων': replace('σκα'),
      'ολογια ολογιου ολογιων': replace('ολο'),
      'σογια σογιου σογιων': replace('σο'),
      'τατογια τατογιου τατογιων': replace('τατο'),
      'κρεασ κρεατοσ κρεατα κρεατων': replace('κρε'),
      'περασ περατοσ περατη περατα περατων': replace('περ'),
      'τερασ τερατοσ τερατα τερατων': replace('τερ'),
      'φωσ φωτοσ φωτα φωτων': replace('φω'),
      'καθεστωσ καθεστωτοσ καθεστωτα καθεστωτων': replace('καθεστ'),
      'γεγονοσ γεγονοτοσ γεγονοτα γεγονοτων': replace('γεγον'),
    }),
    stripped,
  )

  // Saroukos' steps, S1 to S10: endings that make words of others.
  const derivations = group(
    strip(
      'ιζα ιζεσ ιζε ιζαμε ιζατε ιζαν ιζανε ιζω ιζεισ ιζει ιζουμε ιζετε ιζουν ιζουνε',
      whole('αναμπα εμπα επα ξαναπα πα περιπα αθρο συναθρο δανε', 'ι'),
      whole(
        list(
          'μαρκ κορν αμπαρ αρρ βαθυρι βαρκ β βολβορ γκρ γλυκορ γλυκυρ ιμπ λ λου μαρ μ πρ μπρ πολυρ π ρ',
          'πιπερορ',
        ),
        'ιζ',
      ),
    ),
    strip('ωθηκα ωθηκεσ ωθηκε ωθηκαμε ωθηκατε ωθηκαν ωθηκανε', whole('αλ βι εν υψ λι ζω σ χ', 'ων')),
    step('ισα', sequence(atEnd, replace('ισ'))),
    strip(
      'ισα ισεσ ισε ισαμε ισατε ισαν ισανε',
      whole(STEMS_IN_IOTA, 'ι'),
      whole('αν αφ γε γιγαντοαφ γκε δημοκρατ κομ γκ μ π πουκαμ ολο λαρ', 'ισ'),
    ),
    strip('ισω ισεισ ισει ισουμε ισετε ισουν ισουνε', whole(STEMS_IN_IOTA, 'ι')),
    strip(
      'ιστοσ ιστου ιστο ιστε ιστοι ιστων ιστουσ ιστη ιστησ ιστα ιστεσ',
      whole('δανε συναθρο κλε σε εσωκλε ασε πλε', 'ι'),
      whole(
        list(
          'μ π απ αρ ηδ κτ σκ σχ υψ φα χρ χτ ακτ αορ ασχ ατα αχν αχτ γεμ γυρ εμπ ευπ εχθ ηφα καθ κακ κυλ',
          'λυγ μακ μεγ ταχ φιλ χωρ',
        ),
        'ιστ',
      ),
    ),
    strip(
      'ισμο ισμοι ισμοσ ισμου ισμουσ ισμων',
      whole('σε μετασε μικροσε εγκλε αποκλε', 'ισμ'),
      whole('δανε αντιδανε', 'ι'),
      longest({
        αγνωστικ: replace('αγνωστ'),
        ατομικ: replace('ατομ'),
        γνωστικ: replace('γνωστ'),
        εθνικ: replace('εθν'),
        εκλεκτικ: replace('εκλεκτ'),
        σκεπτικ: replace('σκεπτ'),
        τοπικ: replace('τοπ'),
        αλεξανδριν: replace('αλεξανδρ'),
        βυζαντιν: replace('βυζαντ'),
        θεατριν: replace('θεατρ'),
      }),
    ),
    strip('αρακι αρακια ουδακι ουδακια', whole('σ χ', 'αρακ')),
    strip(
      'ακι ακια ιτσα ιτσασ ιτσεσ ιτσων αρακι αρακια',
      whole(
        list(
          'βαμβ βρ καιμ κον κορ λαβρ λουλ μερ μουστ ναγκασ πλ ρ ρυ σ σκ σοκ σπαν τζ φαρμ χ καπακ αλισφ αμβρ',
          'ανθρ κ φυλ κατραπ κλιμ μαλ σλοβ φ σφ τσεχοσλοβ',
        ),
        'ακ',
      ),
      whole('β βαλ γιαν γλ ζ ηγουμεν καρδ μακρυν νυφ πατερ π τοσ τριπολ', 'ιτσ'),
      after(oneOf('κορ'), 'ιτσ'),
    ),
    strip('ιδιο ιδια ιδιων', whole('αιφν ιρ ολο ψαλ', 'ιδ'), after(oneOf('ε παιχν'), 'ιδ')),
    strip('ισκοσ ισκου ισκο ισκε', whole('δ ιβ μην ρ φραγκ λυκ οβελ', 'ισκ')),
  )

  // Steps 2 to 4: plurals with a δ (παππούς, παππούδες) and the like. A lost -άδες does not count as an ending.
  const plurals = group(
    step(
      'αδεσ αδων',
      sequence(remove, not(oneOf('οκ μαμ μαν μπαμπ πατερ γιαγι νταντ κυρ θει πεθερ')), insert('αδ')),
    ),
    step('εδεσ εδων', sequence(remove, after(oneOf('οπ ιπ εμπ υπ γηπ δαπ κρασπ μιλ'), 'εδ'))),
    step(
      'ουδεσ ουδων',
      sequence(remove, after(oneOf('αρκ καλιακ πεταλ λιχ πλεξ σκ σ φλ φρ βελ λουλ χν σπ τραγ φε'), 'ουδ')),
    ),
    strip('εωσ εων', whole('θ δ ελ γαλ ν π ιδ παρ', 'ε')),
    strip('ια ιου ιων', after(letter(VOWELS), 'ι')),
    strip(
      'ικα ικο ικου ικων',
      afterOrWhole(
        letter(VOWELS),
        list(
          'αλ αδ ενδ αμαν αμμοχαλ ηθ ανηθ αντιδ φυσ βρωμ γερ εξωδ καλπ καλλιν καταδ μουλ μπαν μπαγιατ μπολ μποσ',
          'νιτ ξικ συνομηλ πετσ πιτσ πικαντ πλιατσ ποστελν πρωτοδ σερτ συναδ τσαμ υποδ φιλον φυλοδ χασ',
        ),
        'ικ',
      ),
    ),
  )

  // Steps 5a to 5m: endings of verbs, each with the stems that only seem to have it.
  const verbs = group(
    step('αγαμε', sequence(atEnd, replace('αγαμ'))),
    strip('αγαμε ησαμε ουσαμε ηκαμε ηθηκαμε'),
    strip('αμε', whole('αναπ αποθ αποκ αποστ βουβ ξεθ ουλ πεθ πικρ ποτ σιχ χ', 'αμ')),
    strip(
      'αγανε ησανε ουσανε ιοντανε ιοτανε ιουντανε οντανε οτανε ουντανε ηκανε ηθηκανε',
      whole('τρ τσ', 'αγαν'),
    ),
    strip(
      'ανε',
      afterOrWhole(
        letter(VOWELS_BUT_UPSILON),
        list(
          'βετερ βουλκ βραχμ γ δραδουμ θ καλπουζ καστελ κορμορ λαοπλ μωαμεθ μ μουσουλμ ν ουλ π πελεκ πλ πολισ',
          'πορτολ σαρακατσ σουλτ τσαρλατ ορφ τσιγγ τσοπ φωτοστεφ χ ψυχοπλ αγ γαλ γερ δεκ διπλ αμερικαν ουρ πιθ',
          'πουριτ σ ζωντ ικ καστ κοπ λιχ λουθηρ μαιντ μελ σιγ σπ στεγ τραγ τσαγ φ ερ αδαπ αθιγγ αμηχ ανικ ανοργ',
          'απηγ απιθ ατσιγγ βασ βασκ βαθυγαλ βιομηχ βραχυκ διατ διαφ ενοργ θυσ καπνοβιομηχ καταγαλ κλιβ κοιλαρφ',
          'λιβ μεγλοβιομηχ μικροβιομηχ νταβ ξηροκλιβ ολιγοδαμ ολογαλ πενταρφ περηφ περιτρ πλατ πολυδαπ πολυμηχ',
          'στεφ ταβ τετ υπερηφ υποκοπ χαμηλοδαπ ψηλοταβ',
        ),
        'αν',
      ),
    ),
    strip('ησετε'),
    strip(
      'ετε',
      afterOrWhole(
        either(
          letter(VOWELS_BUT_UPSILON),
          oneOf(
            list(
              'οδ αιρ φορ ταθ διαθ σχ ενδ ευρ τιθ υπερθ ραθ ενθ ροθ σθ πυρ αιν συνδ συν συνθ χωρ πον βρ καθ ευθ εκθ',
              'νετ ρον αρκ βαρ βολ ωφελ',
            ),
          ),
        ),
        list(
          'αβαρ βεν εναρ αβρ αδ αθ αν απλ βαρον ντρ σκ κοπ μπορ νιφ παγ παρακαλ σερπ σκελ συρφ τοκ υ δ εμ θαρρ',
          'θ',
        ),
        'ετ',
      ),
    ),
    strip('οντασ ωντασ', whole('αρχ', 'οντ'), after(oneOf('κρε'), 'ωντ')),
    strip('ομαστε ιομαστε', whole('ον', 'ομαστ')),
    strip('ιεστε', whole('π απ συμπ ασυμπ ακαταπ αμεταμφ', 'ιεστ')),
    strip('εστε', whole('αλ αρ εκτελ ζ μ ξ παρακαλ προ νισ', 'ιεστ')),
    strip('ηθηκα ηθηκεσ ηθηκε'),
    strip(
      'ηκα ηκεσ ηκε',
      after(oneOf('σκωλ σκουλ ναρθ σφ οθ πιθ'), 'ηκ'),
      whole('διαθ θ παρακαταθ προσθ συνθ', 'ηκ'),
    ),
    strip(
      'ουσα ουσεσ ουσε',
      after(oneOf('ποδαρ βλεπ πανταχ φρυδ μαντιλ μαλλ κυματ λαχ ληγ φαγ ομ πρωτ'), 'ουσ'),
      whole(
        list(
          'φαρμακ χαδ αγκ αναρρ βρομ εκλιπ λαμπιδ λεχ μ πατ ρ λ μεδ μεσαζ υποτειν αμ αιθ ανηκ δεσποζ ενδιαφερ',
          'δε δευτερευ καθαρευ πλε τσα',
        ),
        'ουσ',
      ),
    ),
    strip('ησε ησου ησα', whole('ν χερσον δωδεκαν ερημον μεγαλον επταν', 'ησ')),
    strip(
      'αγα αγεσ αγε',
      after(oneOf('κολλ'), 'αγ'),
      oneOf('ψοφ ναυλοχ'), // not as the shorter οφ and λοχ
      after(oneOf('οφ πελ χορτ λλ σφ ρπ φρ πρ λοχ σμην'), 'αγ'),
      whole(
        list(
          'αβαστ πολυφ αδηφ παμφ ρ ασπ αφ αμαλ αμαλλι ανυστ απερ ασπαρ αχαρ δερβεν δροσοπ ξεφ νεοπ νομοτ ολοπ',
          'ομοτ προστ προσωποπ συμπ συντ τ υποτ χαρ αειπ αιμοστ ανυπ αποτ αρτιπ διατ εν επιτ κροκαλοπ σιδηροπ λ',
          'ναυ ουλαμ ουρ π τρ μ',
        ),
        'αγ',
      ),
    ),
    strip('ηστε', whole('ασβ σβ αχρ χρ απλ αειμν δυσχρ ευχρ κοινοχρ παλιμψ', 'ηστ')),
    strip('ουνε ησουνε ηθουνε', whole('ν ρ σπι στραβομουτσ κακομουτσ εξων', 'ουν')),
    strip('ουμε ησουμε ηθουμε', whole('παρασουσ φ χ ωριοπλ αζ αλλοσουσ ασουσ', 'ουμ')),
  )

  const general = sequence(
    always(longest({ 'ματα ματων ματοσ': replace('μα') })),
    number('stripped', '=', 0),
    longest({
      [list(
        'α αγατε αγαν αει αμαι αν ασ ασαι αται αω ε ει εισ ειτε εσαι εσ εται ι ιεμαι ιεμαστε ιεται ιεσαι',
        'ιεσαστε ιομασταν ιομουν ιομουνα ιονταν ιοντουσαν ιοσασταν ιοσαστε ιοσουν ιοσουνα ιοταν ιουμα ιουμαστε',
        'ιουνται ιουνταν η ηδεσ ηδων ηθει ηθεισ ηθειτε ηθηκατε ηθηκαν ηθουν ηθω ηκατε ηκαν ησ ησαν ησατε ησει',
        'ησεσ ησουν ησω ο οι ομαι ομασταν ομουν ομουνα ονται ονταν οντουσαν οσ οσασταν οσαστε οσουν οσουνα',
        'οταν ου ουμαι ουμαστε ουν ουνται ουνταν ουσ ουσαν ουσατε υ υσ ω ων',
      )]: remove,
    }),
  )

  const comparatives = longest({ 'εστερ εστατ οτερ οτατ υτερ υτατ ωτερ ωτατ': remove })

  const steps = [irregular, derivations, plurals, verbs, general, comparatives]
  return sequence(always(plainLetters), length('>=', 3), backward(sequence(...steps.map(always))))
}
