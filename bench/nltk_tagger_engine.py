"""NLTK's PerceptronTagger in a process of its own: nltk_tagger_engine.py TRAIN.json INPUT.json CACHE.json, then lines:
probe | run SECONDS | answer.

TRAIN.json holds sentences of [word, tag], INPUT.json sentences of words. Training takes minutes, so the trained tagger is
kept in CACHE.json (data, not a pickle: reading it runs no code). The words of the protocol are those of
tagging-worker.ts; times are of the processor."""
import json
import os
import random
import resource
import sys
import time

import nltk
from nltk.tag.perceptron import PerceptronTagger


def trained(train_path, cache_path):
    if os.path.exists(cache_path):
        with open(cache_path, encoding="utf-8") as file:
            return PerceptronTagger.decode_json_obj(json.load(file))
    with open(train_path, encoding="utf-8") as file:
        sentences = [[tuple(pair) for pair in sentence] for sentence in json.load(file)]
    random.seed(1)
    tagger = PerceptronTagger(load=False)
    tagger.train(sentences)
    with open(cache_path + ".partial", "w", encoding="utf-8") as file:
        json.dump(tagger.encode_json_obj(), file)
    os.replace(cache_path + ".partial", cache_path)
    return tagger


def main(train_path, input_path, cache_path):
    tagger = trained(train_path, cache_path)
    with open(input_path, encoding="utf-8") as file:
        sentences = json.load(file)
    for line in sys.stdin:
        command, *rest = line.split()
        if command == "probe":
            tags = [tag for _, tag in tagger.tag(["She", "gave", "him", "a", "book", "."])]
            answer = {"tags": tags, "version": nltk.__version__}
        elif command == "answer":
            answer = {"tags": [tag for sentence in sentences for _, tag in tagger.tag(sentence)]}
        else:
            least, tokens, ms = float(rest[0]) * 1000, 0, 0.0
            while ms < least:
                began = time.process_time()
                for sentence in sentences:
                    tokens += len(tagger.tag(sentence))
                ms += (time.process_time() - began) * 1000
            answer = {"ms": ms, "tokens": tokens, "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}
        print(json.dumps(answer), flush=True)


main(*sys.argv[1:4])
