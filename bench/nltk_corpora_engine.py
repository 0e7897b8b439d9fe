"""NLTK's readers in a process of their own: nltk_corpora_engine.py BROWN_FOLDER EWT_FOLDER, then lines: brown | ewt.

EWT has no comments, ranges and empty nodes here: DependencyCorpusReader stops at them."""
import json
import resource
import sys
import time
import warnings

from nltk.corpus.reader import DependencyCorpusReader, TaggedCorpusReader

warnings.simplefilter("ignore")


def brown():
    return list(TaggedCorpusReader(sys.argv[1], r"c[a-r]\d\d").tagged_sents())


def ewt():
    graphs = DependencyCorpusReader(sys.argv[2], ["train.conllu"]).parsed_sents()
    return [[node for address, node in graph.nodes.items() if address != 0] for graph in graphs]


READ = {"brown": brown, "ewt": ewt}
for line in sys.stdin:
    began = time.perf_counter()
    sentences = READ[line.strip()]()
    ms = (time.perf_counter() - began) * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    tokens = sum(map(len, sentences))
    print(json.dumps({"ms": ms, "tokens": tokens, "sentences": len(sentences), "peakBytes": peak}), flush=True)
