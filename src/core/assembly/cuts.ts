// Where tokens end, by a linear model that corrects a tokenizer of rules.
//
// Text comes with the tokens of the rules. Every place between two characters of a token, and every one between two
// tokens, belongs to one of COMBINATIONS by what the rules say of it (a token ends here or not), whether one of their tokens there is of a special
// kind (a URL, a smile), by the gap (none, a
// space, other white space, a line break) and by the classes of the characters on both sides. Where `open` is 0 for the
// combination the rules are followed: in training they were right there (nearly) always. All other places are decided
// by the score of their features. What is looked at lies within a few units and three tokens of the place, so text may
// be cut into windows that overlap by as much, and results do not depend on where.
import { HALF, SPACE } from './cut-classes'
import { CUT_FEATURES, cutFeatures, hashBack, hashOn } from './cut-features'
import { perceptronScore } from './perceptron'

const LINE: u32 = 3
const SPECIAL: u32 = 5 // kinds from `url` on, of TOKEN_KINDS in src/text/token-kind.ts
/** Special tokens or not, rules 0 or 1, four gaps, two classes of 64. */
export const COMBINATIONS: i32 = 65536

/** 0 no gap, 1 one space, 2 other white space, 3 a line break in it. */
function gapOf(units: usize, from: i32, to: i32): u32 {
  if (from >= to) return 0
  let gap: u32 = to === from + 1 && load<u16>(units + ((<usize>from) << 1)) === 0x20 ? 1 : 2
  for (let i = from; i < to; i++) {
    const unit = <u32>load<u16>(units + ((<usize>i) << 1))
    if ((unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029) gap = LINE
  }
  return gap
}

/**
 * Looks at the places of the tokens `from` to `to` of `count`: the one before each (but for the very first token of the
 * text, `first`) and those inside it.
 *
 * Without `gold`: writes the end of the token before and the begin of the token behind each cut to `cutEnds` and
 * `cutStarts` and gives the number of cuts. With `gold` (u8 a unit, 1 where a token begins) and `counts`: adds up how
 * many places each combination has (u32) and at how many the rules are wrong (u32). With `gold` and `examples`: writes
 * the features and labels of the places that are open and gives their number.
 */
export function cutScan(
  units: usize,
  classes: usize,
  length: i32,
  starts: usize,
  ends: usize,
  kinds: usize,
  from: i32,
  to: i32,
  count: i32,
  first: i32,
  open: usize,
  weights: usize,
  mask: u32,
  trust: i32,
  scratch: usize,
  cutEnds: usize,
  cutStarts: usize,
  gold: usize,
  counts: usize,
  examples: usize,
  labels: usize,
): i32 {
  let found = 0
  for (let t = from; t < to; t++) {
    const four = (<usize>t) << 2
    const start = load<i32>(starts + four)
    const end = load<i32>(ends + four)
    const kind = <u32>load<u8>(kinds + <usize>t)
    let left = start - 1
    let right = start
    let junction = t > first
    if (!junction) {
      left = start
      right = start + 1
    }
    while (right < end) {
      // `left` is the last unit before the place, white space left out, `right` the first one behind it.
      let rule: u32 = 0
      if (junction) {
        left = load<i32>(ends + four - 4) - 1
        rule = 1
      } else {
        while (right < end && <u32>load<u8>(classes + <usize>right) === SPACE) right++
        if (right === end) break
      }
      const d = <u32>load<u8>(classes + <usize>right)
      if (d !== HALF) {
        const c = <u32>load<u8>(classes + <usize>left)
        const gap = gapOf(units, left + 1, right)
        const x = junction ? t - 1 : t
        const xKind = <u32>load<u8>(kinds + <usize>x)
        const special: u32 = kind >= SPECIAL || xKind >= SPECIAL ? 8 : 0
        const said = special + rule * 4 + gap
        const c6 = c === HALF ? <u32>load<u8>(classes + <usize>(left - 1)) : c
        const combination = <usize>((((said << 6) | c6) << 6) | d)
        let cut = rule === 1
        if (gap === LINE) cut = true
        else if (counts !== 0) {
          const at = counts + (combination << 3)
          store<u32>(at, load<u32>(at) + 1)
          if (cut !== (load<u8>(gold + <usize>right) !== 0)) store<u32>(at, load<u32>(at, 4) + 1, 4)
        } else if (load<u8>(open + combination) !== 0) {
          const xFrom = load<i32>(starts + ((<usize>x) << 2))
          let before: u32 = 1
          if (x > 0)
            before = hashBack(
              units,
              load<i32>(starts + ((<usize>x) << 2) - 4),
              load<i32>(ends + ((<usize>x) << 2) - 4),
            )
          let behind: u32 = 1
          let behindClass: u32 = 0
          if (t + 1 < count) {
            const next = load<i32>(starts + four, 4)
            behind = hashOn(units, next, load<i32>(ends + four, 4))
            behindClass = <u32>load<u8>(classes + <usize>next)
          }
          const both = xKind * 16 + kind
          const out = examples === 0 ? scratch : examples + ((<usize>found * <usize>CUT_FEATURES) << 2)
          cutFeatures(
            units,
            classes,
            length,
            left,
            right,
            xFrom,
            end,
            said,
            both,
            before,
            behind,
            behindClass,
            out,
          )
          if (examples === 0) {
            const score = perceptronScore(weights, mask, out, CUT_FEATURES)
            cut = score > (rule === 1 ? -trust : trust)
          } else {
            store<u8>(labels + <usize>found, <u8>(load<u8>(gold + <usize>right) !== 0))
            found++
          }
        }
        if (cut && examples === 0 && counts === 0) {
          store<i32>(cutEnds + ((<usize>found) << 2), left + 1)
          store<i32>(cutStarts + ((<usize>found) << 2), right)
          found++
        }
      }
      junction = false
      left = right
      right++
    }
  }
  return found
}
