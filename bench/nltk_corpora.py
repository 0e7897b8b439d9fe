"""What NLTK's corpus readers give of corpora: for each, a count and a SHA-256 of all items.

nltk_corpora.py FOLDER_OF_ZIPS prints one JSON object; the zips are unpacked to a temporary folder. Fields of an item are joined by U+001F, items of a list by U+001E,
lists by a line feed, so that the same text can be made elsewhere."""
import hashlib
import html
import json
import sys
import tempfile
import zipfile

from nltk.corpus.reader import (
    AlpinoCorpusReader,
    BracketParseCorpusReader,
    ComparativeSentencesCorpusReader,
    ConllCorpusReader,
    DependencyCorpusReader,
    IndianCorpusReader,
    NPSChatCorpusReader,
    ProsConsCorpusReader,
    RTECorpusReader,
    SensevalCorpusReader,
    SinicaTreebankCorpusReader,
    SwitchboardCorpusReader,
    TaggedCorpusReader,
    XMLCorpusReader,
)

FOLDER = tempfile.TemporaryDirectory()
ROOT = FOLDER.name
RESULT = {}


def give(name, lists):
    digest = hashlib.sha256()
    count = 0
    for items in lists:
        count += 1
        digest.update("\x1e".join("\x1f".join(map(str, item)) for item in items).encode() + b"\n")
    RESULT[name] = [count, digest.hexdigest()]


def flat(tree):
    return tree if isinstance(tree, str) else f"({tree.label()} {' '.join(map(flat, tree))})"


def at(name):
    with zipfile.ZipFile(f"{sys.argv[1]}/{name.split('/')[0]}.zip") as archive:
        archive.extractall(ROOT)
    return f"{ROOT}/{name}"


give("brown", TaggedCorpusReader(at("brown"), r"c[a-r]\d\d").tagged_sents())
# A token that begins with the separator is an empty word here, and a word without a tag in Wordloom.
indian = IndianCorpusReader(at("indian"), r"\w+\.pos")
give("indian", ([(w, t) if w else ("_" + t, "") for w, t in sent] for sent in indian.tagged_sents()))
give(
    "conll2000",
    ConllCorpusReader(at("conll2000"), ["train.txt", "test.txt"], ("words", "pos", "chunk")).iob_sents(),
)
give("dependency", DependencyCorpusReader(at("dependency_treebank"), r".*\.dp", encoding="ascii").tagged_sents())
treebank = BracketParseCorpusReader(at("treebank/combined"), r"wsj_.*\.mrg")
give("treebank words", treebank.tagged_sents())
give("treebank trees", ([[flat(tree)]] for tree in treebank.parsed_sents()))
sinica = SinicaTreebankCorpusReader(at("sinica_treebank"), ["parsed"])
# In two sentences a role is written twice, and taken for a tag here.
give("sinica words", (sent for sent in sinica.tagged_sents() if not any(t == "Head" for _, t in sent)))
give("sinica trees", ([[flat(tree)]] for tree in sinica.parsed_sents()))
alpino = AlpinoCorpusReader(at("alpino"))
give("alpino words", ([(html.unescape(w), t) for w, t in sent] for sent in alpino.tagged_sents()))
senseval = SensevalCorpusReader(at("senseval"), r".*\.pos")
give(
    "senseval",
    (
        [(i.word, i.position, *i.senses)] + [c if isinstance(c, tuple) else (c, "") for c in i.context]
        for i in senseval.instances()
    ),
)
chat = NPSChatCorpusReader(at("nps_chat"), r"\d.*\.xml")
give("nps chat posts", ([(p.get("class"), p.get("user"), p.text or "")] for p in chat.xml_posts()))
# tagged_posts shortens the names of users.
give("nps chat words", ([(t.get("word"), t.get("pos")) for t in p.iter("t") if t.get("word")] for p in chat.xml_posts()))
plays = XMLCorpusReader(at("shakespeare"), r".*\.xml")
give(
    "shakespeare",
    (
        [(" ".join((speaker.text or "").split()),) for speaker in speech.findall("SPEAKER") if (speaker.text or "").strip()]
        + [(" ".join(" ".join([line.text or ""] + [part.tail or "" for part in line]).split()),) for line in speech.findall("LINE")]
        for name in plays.fileids()
        for speech in plays.xml(name).iter("SPEECH")
    ),
)
rte = RTECorpusReader(at("rte"), r"rte.*\.xml")
give(
    "rte",
    ([(p.id, p.value, p.task, p.text.strip(), p.hyp.strip())] for p in rte.pairs(rte.fileids())),
)
give("switchboard", ([(t.speaker, t.id)] + list(t) for t in SwitchboardCorpusReader(at("switchboard")).tagged_turns()))
comparisons = ComparativeSentencesCorpusReader(at("comparative_sentences"), r"labeled.*\.txt", encoding="latin-1")
RESULT["comparisons"] = [len(comparisons.comparisons()), ""]
pros = ProsConsCorpusReader(at("pros_cons"), r"Integrated(Cons|Pros)\.txt", cat_pattern=r"Integrated(Cons|Pros)\.txt")
RESULT["pros and cons"] = [len(pros.sents()), ""]
json.dump(RESULT, sys.stdout)
