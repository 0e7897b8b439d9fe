/**
 * Phrases as an automaton (Aho and Corasick 1975) over numbers of words, written backwards.
 *
 * Reading a text from its end, the automaton knows at each token all phrases that BEGIN there, the longest first: so
 * the longest match from the left is found in linear time, which reading forward it is not. Nodes are numbered as they
 * are made, the root is 0; the child of a node by a word is in an open table of (node, word).
 *
 * @see Aho and Corasick 1975, "Efficient string matching", CACM 18(6), doi:10.1145/360825.360855
 */

/** An automaton of phrases. */
export class PhraseTrie {
  #parent: Int32Array
  #word: Int32Array
  #nodes = 1
  readonly #slots: Int32Array
  readonly #rootChild: Int32Array
  /** For each node where to go on where it has no child by the next word: the longest phrase part within it. */
  readonly #fail: Int32Array
  /** For each node the nearest one, itself included, at which a phrase is complete; 0 where there is none. */
  readonly #output: Int32Array
  /** For each node the first phrase that is complete there, -1 where there is none; and phrases of the same words. */
  readonly #phrase: Int32Array
  readonly #same: Int32Array
  readonly #lengths: Uint32Array

  /** Phrase p is the words `words[offsets[p]]` to `words[offsets[p + 1]]`, numbers below `vocabulary`. */
  constructor(words: Uint32Array, offsets: Uint32Array, vocabulary: number) {
    const most = words.length + 1
    this.#parent = new Int32Array(most)
    this.#word = new Int32Array(most)
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(most * 2 + 2)))
    this.#rootChild = new Int32Array(vocabulary)
    this.#phrase = new Int32Array(most).fill(-1)
    this.#same = new Int32Array(offsets.length).fill(-1)
    this.#lengths = new Uint32Array(offsets.length - 1)
    const depth = new Int32Array(most)
    // From the last phrase, so that of phrases of the same words the first one comes first.
    for (let p = offsets.length - 2; p >= 0; p--) {
      this.#lengths[p] = offsets[p + 1]! - offsets[p]!
      let node = 0
      for (let i = offsets[p + 1]! - 1; i >= offsets[p]!; i--) {
        let child = this.#child(node, words[i]!)
        if (child === 0) {
          child = this.#add(node, words[i]!)
          depth[child] = depth[node]! + 1
        }
        node = child
      }
      this.#same[p] = this.#phrase[node]!
      this.#phrase[node] = p
    }
    this.#parent = this.#parent.slice(0, this.#nodes)
    this.#word = this.#word.slice(0, this.#nodes)
    this.#fail = new Int32Array(this.#nodes)
    this.#output = new Int32Array(this.#nodes)
    this.#link(depth.subarray(0, this.#nodes))
  }

  /**
   * Calls `found` for the phrases that begin at each token, from the last token to the first, the longest first at each;
   * for that one only if `all` is not asked for. `words`: number of the word at each token, -1 for one that no phrase
   * has; `sentence`: numbers of sentences, whose borders no phrase goes over.
   */
  scan(
    words: Int32Array,
    sentence: ArrayLike<number> | undefined,
    all: boolean,
    found: (start: number, end: number, phrase: number) => void,
  ): void {
    let node = 0
    for (let at = words.length - 1; at >= 0; at--) {
      const word = words[at]!
      if (word < 0) {
        node = 0
        continue
      }
      if (sentence !== undefined && at + 1 < words.length && sentence[at] !== sentence[at + 1]) node = 0
      for (;;) {
        const child = this.#child(node, word)
        if (child > 0 || node === 0) {
          node = child
          break
        }
        node = this.#fail[node]!
      }
      if (this.#output[node] !== 0) this.#tell(node, at, all, found)
    }
  }

  #tell(
    node: number,
    at: number,
    all: boolean,
    found: (start: number, end: number, phrase: number) => void,
  ): void {
    for (let out = this.#output[node]!; out !== 0; out = this.#output[this.#fail[out]!]!) {
      for (let p = this.#phrase[out]!; p >= 0; p = this.#same[p]!) {
        found(at, at + this.#lengths[p]!, p)
        if (!all) return
      }
    }
  }

  #add(node: number, word: number): number {
    const child = this.#nodes++
    this.#parent[child] = node
    this.#word[child] = word
    if (node === 0) this.#rootChild[word] = child
    else {
      const mask = this.#slots.length - 1
      let slot = hashOf(node, word) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = child
    }
    return child
  }

  #child(node: number, word: number): number {
    if (node === 0) return this.#rootChild[word]!
    const mask = this.#slots.length - 1
    for (let slot = hashOf(node, word) & mask; ; slot = (slot + 1) & mask) {
      const child = this.#slots[slot]!
      if (child === 0 || (this.#parent[child] === node && this.#word[child] === word)) return child
    }
  }

  /** Fills `fail` and `output`, level by level. */
  #link(depth: Int32Array): void {
    let deepest = 0
    for (const d of depth) if (d > deepest) deepest = d
    const first = new Uint32Array(deepest + 2)
    for (const d of depth) first[d + 1]!++
    for (let d = 0; d <= deepest; d++) first[d + 1]! += first[d]!
    const order = new Uint32Array(depth.length)
    depth.forEach((d, node) => {
      order[first[d]!++] = node
    })
    for (const node of order) {
      if (node === 0) continue
      let fail = this.#parent[node]!
      let child = 0
      while (fail !== 0 && child === 0) {
        fail = this.#fail[fail]!
        child = this.#child(fail, this.#word[node]!)
      }
      this.#fail[node] = child
      this.#output[node] = this.#phrase[node]! >= 0 ? node : this.#output[child]!
    }
  }
}

function hashOf(node: number, word: number): number {
  const mixed = Math.imul(Math.imul(node, 0x9e3779b1) ^ word, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
