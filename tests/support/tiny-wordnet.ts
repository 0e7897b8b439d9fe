/** A WordNet of a few words, written by hand in both source formats; the two say the same as far as both can. */

const encoder = new TextEncoder()

function files(texts: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  return new Map(Object.entries(texts).map(([name, text]) => [name, encoder.encode(text)]))
}

export const TINY_OEWN_TEXTS: Readonly<Record<string, string>> = {
  'frames.yaml': 'via: Somebody ----s\nvtai: Somebody ----s something\n',
  'entries-a.yaml': `Rex:
  n:
    pronunciation:
    - value: ɹɛks
    - value: reks
      variety: GB
    sense:
    - id: 'rex%1:05:00::'
      synset: 00000005-n
bark:
  n-1:
    sense:
    - id: 'bark%1:20:00::'
      synset: 00000006-n
  n-2:
    sense:
    - derivation:
      - 'bark%2:32:00::'
      id: 'bark%1:11:00::'
      synset: 00000007-n
  v:
    form:
    - barked
    sense:
    - event:
      - 'bark%1:11:00::'
      id: 'bark%2:32:00::'
      sent:
      - The dog barks
      subcat:
      - via
      - vtai
      synset: 00000001-v
big:
  a:
    form:
    - bigger
    - biggest
    sense:
    - adjposition: a
      antonym:
      - 'small%3:00:00::'
      id: 'big%3:00:00::'
      synset: 00000001-a
cat:
  n:
    sense:
    - id: 'cat%1:05:00::'
      synset: 00000004-n
dog:
  n:
    sense:
    - id: 'dog%1:05:00::'
      synset: 00000003-n
    - id: 'dog%1:18:00::'
      synset: 00000008-n
'''''''':
  n:
    sense:
    - id: '''%1:10:00::'
      synset: 00000009-n
huge:
  a:
    sense:
    - id: huge%5:00:00:big:00
      synset: 00000003-s
living thing:
  n:
    sense:
    - id: 'living_thing%1:03:00::'
      synset: 00000002-n
man:
  n:
    form:
    - men
    sense:
    - id: 'man%1:18:00::'
      synset: 00000008-n
rex:
  n:
    sense:
    - id: 'rex%1:05:01::'
      synset: 00000004-n
small:
  a:
    sense:
    - id: 'small%3:00:00::'
      synset: 00000002-a
thing:
  n:
    sense:
    - id: 'thing%1:03:00::'
      synset: 00000001-n
`.replace("''''''''", "''''"),
  'noun.Tops.yaml': `00000001-n:
  definition:
  - whatever there is
  ili: i1
  members:
  - thing
  partOfSpeech: n
00000002-n:
  definition:
  - a thing that is alive, with a definition that is so long that it goes on in the
    next line
  hypernym:
  - 00000001-n
  members:
  - living thing
  partOfSpeech: n
  source: a book
`,
  'noun.animal.yaml': `00000003-n:
  definition:
  - a tame wolf
  example:
  - 'her dog: a terrier'
  - source: A. Writer
    text: every dog has its day
  hypernym:
  - 00000002-n
  members:
  - dog
  partOfSpeech: n
  wikidata:
  - Q144
  - Q26972265
00000004-n:
  definition:
  - a small animal that purrs
  hypernym:
  - 00000002-n
  members:
  - cat
  - rex
  partOfSpeech: n
  wikidata: Q146
00000005-n:
  definition:
  - a certain dog
  instance_hypernym:
  - 00000003-n
  members:
  - Rex
  partOfSpeech: n
`,
  'noun.plant.yaml': `00000006-n:
  definition:
  - what covers a tree
  members:
  - bark
  mero_part:
  - 00000001-n
  partOfSpeech: n
`,
  'noun.event.yaml': `00000007-n:
  definition:
  - the voice of a dog
  - a sharp sound
  domain_topic:
  - 00000003-n
  hypernym:
  - 00000001-n
  members:
  - bark
  partOfSpeech: n
`,
  'noun.person.yaml': `00000008-n:
  definition:
  - a fellow
  hypernym:
  - 00000002-n
  members:
  - dog
  - man
  partOfSpeech: n
`,
  'noun.communication.yaml': `00000009-n:
  definition:
  - a mark
  hypernym:
  - 00000001-n
  members:
  - ''''
  partOfSpeech: n
`,
  'verb.communication.yaml': `00000001-v:
  definition:
  - make the sound of a dog
  members:
  - bark
  partOfSpeech: v
`,
  'adj.all.yaml': `00000001-a:
  attribute:
  - 00000001-n
  definition:
  - of great size
  members:
  - big
  partOfSpeech: a
  similar:
  - 00000003-s
00000002-a:
  definition:
  - of little size
  members:
  - small
  partOfSpeech: a
00000003-s:
  definition:
  - very big
  members:
  - huge
  partOfSpeech: s
  similar:
  - 00000001-a
`,
}

export const TINY_WNDB_TEXTS: Readonly<Record<string, string>> = {
  'data.noun': `  1 Tiny WordNet 3.9 Copyright nobody
00000001 03 n 01 thing 0 000 | whatever there is
00000002 03 n 01 living_thing 0 001 @ 00000001 n 0000 | a thing that is alive, with a definition that is so long that it goes on in the next line
00000003 05 n 01 dog 0 001 @ 00000002 n 0000 | a tame wolf; "her dog: a terrier"; "every dog has its day"
00000004 05 n 02 cat 0 rex 1 001 @ 00000002 n 0000 | a small animal that purrs
00000005 05 n 01 Rex 0 001 @i 00000003 n 0000 | a certain dog
00000006 20 n 01 bark 0 001 %p 00000001 n 0000 | what covers a tree
00000007 11 n 01 bark 0 003 @ 00000001 n 0000 ;c 00000003 n 0000 + 00000001 v 0101 | the voice of a dog; a sharp sound
00000008 18 n 02 dog 0 man 0 001 @ 00000002 n 0000 | a fellow
00000009 10 n 01 ' 0 001 @ 00000001 n 0000 | a mark
`,
  'index.noun': `  1 Tiny WordNet 3.9 Copyright nobody
' n 1 1 @ 1 0 00000009
bark n 2 3 @ %p + 2 1 00000006 00000007
cat n 1 1 @ 1 0 00000004
dog n 2 1 @ 2 2 00000003 00000008
living_thing n 1 1 @ 1 0 00000002
man n 1 1 @ 1 0 00000008
rex n 2 2 @ @i 2 0 00000004 00000005
thing n 1 0 1 0 00000001
`,
  'noun.exc': 'men man\n',
  'data.verb':
    '00000001 32 v 01 bark 0 000 02 + 02 00 + 08 01 | make the sound of a dog; "it barked, as dogs do"\n',
  'index.verb': 'bark v 1 0 1 1 00000001\n',
  'verb.exc': 'barked bark\n',
  'data.adj': `00000001 00 a 01 big(a) 0 003 = 00000001 n 0000 & 00000003 a 0000 ! 00000002 a 0101 | of great size
00000002 00 a 01 small 0 000 | of little size
00000003 00 s 01 huge 0 001 & 00000001 a 0000 | very big
`,
  'index.adj': `big a 1 3 = & ! 1 1 00000001
huge a 1 1 & 1 0 00000003
small a 1 0 1 0 00000002
`,
  'adj.exc': 'bigger big\nbiggest big\n',
  'index.sense': `bark%1:11:00:: 00000007 2 1
big%3:00:00:: 00000001 1 12
dog%1:05:00:: 00000003 1 42
dog%1:18:00:: 00000008 2 2
huge%5:00:00:big:00 00000003 1 0
`,
}

/** The files in the YAML of Open English WordNet, with some of them changed. */
export function tinyOewn(changes: Readonly<Record<string, string>> = {}): Map<string, Uint8Array> {
  return files({ ...TINY_OEWN_TEXTS, ...changes })
}

/** The files in Princeton's format, with some of them changed. */
export function tinyWndb(changes: Readonly<Record<string, string>> = {}): Map<string, Uint8Array> {
  return files({ ...TINY_WNDB_TEXTS, ...changes })
}
