"""NLTK's WordNet in a process of its own: wordnet_engine.py ROOT WORDS.json, then load | forms | walk on lines."""

import json
import sys
import time
import warnings

warnings.simplefilter("ignore")
from nltk.corpus.reader.wordnet import WordNetCorpusReader

root, path = sys.argv[1:]
WordNetCorpusReader.map_wn30 = lambda self: None
with open(path, encoding="utf-8") as file:
    words = [word.replace(" ", "_") for word in json.load(file)]
wordnet = WordNetCorpusReader(root, None)


def load():
    global wordnet
    wordnet = WordNetCorpusReader(root, None)
    return len(wordnet.synset("dog.n.01").lemmas())


def walk():
    steps = 0
    for word in words:
        for offset in wordnet._lemma_pos_offset_map[word.lower()].get("n", []):
            synset = wordnet.synset_from_pos_and_offset("n", offset)
            while synset is not None:
                steps += 1
                above = synset._related("@", sort=False)
                synset = above[0] if above else None
    return steps


COMMANDS = {"load": load, "forms": lambda: sum(len(wordnet.synsets(word)) for word in words), "walk": walk}
for line in sys.stdin:
    began, cpu = time.perf_counter(), time.process_time()
    found = COMMANDS[line.strip()]()
    ms, cpu_ms = (time.perf_counter() - began) * 1000, (time.process_time() - cpu) * 1000
    print(json.dumps({"ms": ms, "cpuMs": cpu_ms, "found": found, "words": len(words)}), flush=True)
