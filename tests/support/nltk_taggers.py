"""Taggers of NLTK, trained and run on sentences, for tests and figures that compare them with ours.

In (JSON): {"train": sentences, "test": sentences, "taggers": names, "default": tag, "maxRules": 200}; a sentence is a
list of [word, tag]. Out (JSON): for each name {"tags": the tags of the test sentences, "correct", "tokens", "trainSeconds",
"tagSeconds"}; times are of the processor. "patterns" are for the regexp tagger.
"""
import json
import sys
import time

from nltk.tag import AffixTagger, BigramTagger, DefaultTagger, RegexpTagger, TrigramTagger, UnigramTagger
from nltk.tag.brill import brill24, fntbl37
from nltk.tag.brill_trainer import BrillTaggerTrainer
from nltk.tag.tnt import TnT

job = json.load(sys.stdin)
train = [[tuple(pair) for pair in sentence] for sentence in job["train"]]
test = [[tuple(pair) for pair in sentence] for sentence in job["test"]]
rules = job.get("maxRules", 200)
default = DefaultTagger(job["default"])


def brill(templates, base):
    trainer = BrillTaggerTrainer(base, templates, trace=0, deterministic=True)
    return trainer.train(train, max_rules=rules)


def tnt():
    tagger = TnT(unk=chain("affix"), Trained=True)
    tagger.train(train)
    return tagger


def chain(name):
    """The tagger of that name with those behind it."""
    return MAKERS[name]()


MAKERS = {
    "default": lambda: default,
    "regexp": lambda: RegexpTagger(job["patterns"], backoff=default),
    "affix": lambda: AffixTagger(train, backoff=default),
    "prefix": lambda: AffixTagger(train, affix_length=2, min_stem_length=3, cutoff=1, backoff=default),
    "unigram-alone": lambda: UnigramTagger(train),
    "bigram-alone": lambda: BigramTagger(train),
    "unigram": lambda: UnigramTagger(train, backoff=default),
    "unigram-affix": lambda: UnigramTagger(train, backoff=chain("affix")),
    "bigram": lambda: BigramTagger(train, backoff=chain("unigram")),
    "bigram-affix": lambda: BigramTagger(train, backoff=chain("unigram-affix")),
    "trigram": lambda: TrigramTagger(train, backoff=chain("bigram")),
    "trigram-affix": lambda: TrigramTagger(train, backoff=chain("bigram-affix")),
    "bigram-cutoff": lambda: BigramTagger(train, cutoff=2, backoff=chain("unigram")),
    "brill24": lambda: brill(brill24(), chain("unigram-affix")),
    "fntbl37": lambda: brill(fntbl37(), chain("unigram-affix")),
    "tnt": tnt,
}

results = {}
for name in job["taggers"]:
    started = time.process_time()
    tagger = chain(name)
    trained = time.process_time()
    tagged = [tagger.tag([word for word, _ in sentence]) for sentence in test]
    done = time.process_time()
    pairs = [(g[1], s[1]) for gold, system in zip(test, tagged) for g, s in zip(gold, system)]
    results[name] = {
        "tags": [[tag for _, tag in sentence] for sentence in tagged],
        "correct": sum(gold == tag for gold, tag in pairs),
        "tokens": len(pairs),
        "trainSeconds": trained - started,
        "tagSeconds": done - trained,
    }
    if "rules" in job and name == job["rules"]:
        results[name]["rules"] = [str(rule) for rule in tagger.rules()]
json.dump(results, sys.stdout)
