"""What scikit-learn's plain models learn from the bundled corpus assistant, and from CLINC150 cut to the same size.

  python3 scripts/learn-intents.py      (needs python3-sklearn, and ../shared/corpora or WORDLOOM_MIRROR for CLINC150)

Prints the figures of the card corpora/assistant/README.md: accuracy on the test split, in scope; then all classes.
"""

import json
import os
import random
import sys
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

WORD = r"(?u)[^\W_]+(?:'[^\W_]+)*"
OUT_OF_SCOPE = "out_of_scope"


def models():
    def words():
        return TfidfVectorizer(token_pattern=WORD, ngram_range=(1, 2), sublinear_tf=True)

    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    return {
        "naive Bayes, words": make_pipeline(CountVectorizer(token_pattern=WORD), MultinomialNB()),
        "linear SVM, words and pairs": make_pipeline(words(), LinearSVC()),
        "linear SVM, words, pairs, letters": make_pipeline(make_union(words(), letters), LinearSVC()),
    }


def predict(model, train, test):
    model.fit(*zip(*train))
    return model.predict([text for text, _ in test])


def report(name, train, test):
    for title, model in models().items():
        found = predict(model, train, test)
        right = sum(label == intent for label, (_, intent) in zip(found, test))
        print(f"{name}\t{title}\t{len(train)} for training\t{right / len(test):.1%} of {len(test)}")


def assistant(split):
    lines = Path("corpora/assistant", f"{split}.jsonl").read_text("utf-8").splitlines()
    return [(line["text"], line["intent"]) for line in map(json.loads, lines)]


def in_scope(examples):
    return [example for example in examples if example[1] != OUT_OF_SCOPE]


def cut(clinc, intents, split, size):
    return [e for intent in intents for e in [e for e in clinc[split] if e[1] == intent][:size]]


if "--help" in sys.argv:
    sys.exit(__doc__)

train, test = assistant("train"), assistant("test")
report("assistant", in_scope(train), in_scope(test))

mirror = Path(os.environ.get("WORDLOOM_MIRROR", "../shared/corpora"))
clinc = mirror / "intents/clinc150/data_full.json"
if clinc.exists():
    clinc = json.loads(clinc.read_text("utf-8"))
    random.seed(1)
    names = random.sample(sorted({intent for _, intent in clinc["train"]}), 48)
    sizes = [round(len(in_scope(examples)) / 48) for examples in (train, test)]
    report("CLINC150, cut", cut(clinc, names, "train", sizes[0]), cut(clinc, names, "test", sizes[1]))

found = predict(list(models().values())[-1], train, test)
truth = [intent for _, intent in test]
both = sum(label == intent == OUT_OF_SCOPE for label, intent in zip(found, truth))
right = sum(label == intent for label, intent in zip(found, truth))
print(
    f"with out of scope as a class: {right / len(test):.1%} right; out of scope: "
    f"recall {both / truth.count(OUT_OF_SCOPE):.1%}, precision {both / list(found).count(OUT_OF_SCOPE):.1%}"
)
