"""Inflects words with Python's inflect and pattern.en: JSON in (a list of {task, words}), JSON out (a list of lists).

usage: python3 bench/inflection_engine.py inflect|pattern < tasks.json
Debian: python3-inflect; python3-pattern unpacked, with its dist-packages folder on PYTHONPATH. Of pattern only the
module that inflects is loaded: the package around it wants NLTK's WordNet and more.
"""
import importlib
import json
import os
import sys
import types


def inflect_engine():
    import inflect
    engine = inflect.engine()
    return {
        'plural': engine.plural_noun,
        'singular': lambda word: engine.singular_noun(word) or word,
        'presentParticiple': lambda word: engine.present_participle(engine.plural_verb(word)),
        'article': lambda word: engine.an(word).split(' ')[0],
    }


def pattern_engine():
    for folder in sys.path:
        path = os.path.join(folder, 'pattern', 'text', 'en')
        if os.path.isdir(path):
            package = types.ModuleType('pattern.text.en')
            package.__path__ = [path]
            sys.modules['pattern.text.en'] = package
            break
    module = importlib.import_module('pattern.text.en.inflect')
    form = lambda tense: lambda word: module.verbs.conjugate(word, tense) or ''
    return {
        'plural': module.pluralize,
        'singular': module.singularize,
        'comparative': module.comparative,
        'superlative': module.superlative,
        'thirdPerson': form('3sg'),
        'past': form('p'),
        'pastParticiple': form('ppart'),
        'presentParticiple': form('part'),
        'article': lambda word: module.article(word),
    }


def answer(function, word):
    try:
        return str(function(word))
    except Exception:
        return ''


engine = {'inflect': inflect_engine, 'pattern': pattern_engine}[sys.argv[1]]()
tasks = json.load(sys.stdin)
json.dump([[answer(engine[t['task']], w) for w in t['words']] if t['task'] in engine else None for t in tasks], sys.stdout)
