"""One NLTK tokenizer in a process of its own: nltk_engine.py ENGINE INPUT SHARE, then lines: probe | run.
Or all at once: nltk_engine.py annotate PARAGRAPHS.json gives words and sentences of each paragraph.

The words of the protocol are those of worker.ts. Each engine gets the paragraphs of the text; word_tokenize is
what nltk.word_tokenize does, with a Punkt sentence tokenizer that was not trained (NLTK ships none here)."""
import json
import resource
import sys
import time

import nltk
from nltk.tokenize import NLTKWordTokenizer, PunktSentenceTokenizer, WordPunctTokenizer

WORDS = NLTKWordTokenizer()
PUNKT = PunktSentenceTokenizer()
PUNCT = WordPunctTokenizer()


def word_tokenize(text):
    words = []
    for sentence in PUNKT.tokenize(text):
        words.extend(WORDS.tokenize(sentence))
    return words


ENGINES = {
    "NLTK WordPunct": PUNCT.tokenize,
    "NLTK NLTKWordTokenizer": WORDS.tokenize,
    "NLTK word_tokenize": word_tokenize,
}
PROBE = "The cat can't sit, can it?"


def main(name, path, share):
    tokenize = ENGINES[name]
    with open(path, encoding="utf-8", newline="\n") as file:
        text = file.read()
    if share < 1:
        text = text[: text.index("\n", int(len(text) * share)) + 1]
    paragraphs = [line for line in text.split("\n") if line]
    for line in sys.stdin:
        command = line.strip()
        if command == "probe":
            answer = {"words": tokenize(PROBE), "bytes": len(text.encode("utf-8")), "version": nltk.__version__}
        else:
            began = time.perf_counter()
            tokens = 0
            for paragraph in paragraphs:
                tokens += len(tokenize(paragraph))
            ms = (time.perf_counter() - began) * 1000
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
            answer = {"ms": ms, "tokens": tokens, "peakBytes": peak}
        print(json.dumps(answer), flush=True)


def annotate(path):
    with open(path, encoding="utf-8") as file:
        paragraphs = json.load(file)
    result = [{"words": word_tokenize(text), "sentences": PUNKT.tokenize(text)} for text in paragraphs]
    print(json.dumps(result))


if sys.argv[1] == "annotate":
    annotate(sys.argv[2])
else:
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
