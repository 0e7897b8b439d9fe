"""What NLTK's WordNet reader says, for tests/support/nltk-wordnet.ts: a job on standard input, JSON lines out."""

import json
import sys
import warnings
from types import SimpleNamespace

warnings.simplefilter("ignore")
from nltk.corpus.reader.wordnet import WordNetCorpusReader

job = json.load(sys.stdin)
# Mapping to WordNet 3.0, for other languages, would ask for another corpus.
WordNetCorpusReader.map_wn30 = lambda self: None
wordnet = WordNetCorpusReader(job["root"], None)
names = {}


def put(*row):
    print(json.dumps(row))


def ident(synset):
    return f"{synset.offset():08d}-{synset.pos()}"


def name(lemma):
    return lemma.key()


SYNSET_RELATIONS = {
    "hypernym": "@", "instance-hypernym": "@i", "hyponym": "~", "instance-hyponym": "~i",
    "member-holonym": "#m", "substance-holonym": "#s", "part-holonym": "#p",
    "member-meronym": "%m", "substance-meronym": "%s", "part-meronym": "%p",
    "attribute": "=", "entailment": "*", "cause": ">", "verb-group": "$", "similar": "&", "also": "^",
    "topic-domain": ";c", "in-topic-domain": "-c", "region-domain": ";r", "in-region-domain": "-r",
    "usage-domain": ";u", "in-usage-domain": "-u",
}
SENSE_RELATIONS = {
    "antonym": "!", "derivation": "+", "pertainym": "\\", "participle": "<", "also": "^", "verb-group": "$",
    "topic-domain": ";c", "in-topic-domain": "-c", "region-domain": ";r", "in-region-domain": "-r",
    "usage-domain": ";u", "in-usage-domain": "-u",
}


def describe(synset):
    senses = []
    for lemma in synset.lemmas():
        relations = {}
        for relation, symbol in SENSE_RELATIONS.items():
            targets = sorted({name(target) for target in lemma._related(symbol)})
            if targets:
                relations[relation] = targets
        senses.append({
            "word": lemma.name(), "key": lemma.key(), "position": lemma.syntactic_marker() or "",
            "frames": lemma.frame_ids(), "relations": relations,
        })
    relations = {}
    for relation, symbol in SYNSET_RELATIONS.items():
        targets = sorted(ident(target) for target in synset._related(symbol, sort=False))
        if targets:
            relations[relation] = targets
    put("synset", ident(synset), {
        "name": synset.name(), "definition": synset.definition(), "examples": synset.examples(),
        "file": synset.lexname(), "senses": senses, "relations": relations,
        "paths": sorted(" ".join(ident(s) for s in path) for path in synset.hypernym_paths()),
        "roots": sorted(ident(s) for s in synset.root_hypernyms()),
        "depths": [synset.min_depth(), synset.max_depth()],
    })


if job["synsets"] is None:
    for synset in wordnet.all_synsets():
        describe(synset)
else:
    for which in job["synsets"]:
        describe(wordnet.of2ss(which))

for form in job["forms"]:
    put("form", form, {
        "synsets": [ident(s) for s in wordnet.synsets(form)],
        "morphy": {pos: wordnet._morphy(form.lower(), pos) for pos in "nvar"},
    })

counts = dict(job["counts"])
corpus = SimpleNamespace(words=lambda: (word for word, count in counts.items() for _ in range(count)))
content = wordnet.ic(corpus, False, job["smoothing"])


def attempt(measure):
    try:
        return measure()
    except Exception as error:  # what NLTK cannot compare
        return type(error).__name__


for first, second in job["pairs"]:
    a, b = wordnet.of2ss(first), wordnet.of2ss(second)
    row = {
        "path": a.path_similarity(b), "pathPlain": a.path_similarity(b, simulate_root=False),
        "wup": a.wup_similarity(b), "wupPlain": a.wup_similarity(b, simulate_root=False),
        "res": attempt(lambda: a.res_similarity(b, content)),
        "jcn": attempt(lambda: a.jcn_similarity(b, content)),
        "lin": attempt(lambda: a.lin_similarity(b, content)),
        "lowest": [ident(s) for s in a.lowest_common_hypernyms(b)],
        "lowestMin": [ident(s) for s in a.lowest_common_hypernyms(b, use_min_depth=True)],
    }
    if a.pos() in job["lch"]:
        row["lch"] = attempt(lambda: a.lch_similarity(b))
    put("pair", [first, second], row)
