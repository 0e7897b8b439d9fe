// The English tokenizer in native C, for comparison with the core: the same algorithm, statement by statement, as
// src/core/assembly/tokenize-english.ts and its english-*.ts. Driven by tokenize-english.ts beside this file.
//
//   gcc -O3 -o tokenize-english tokenize-english.c
//   tokenize-english TABLES TEXT RUNS     TABLES: classes, lexicon, cuts; TEXT: UTF-16, little-endian
// Prints the number of tokens, a checksum of their columns and the nanoseconds of each run.
#include <immintrin.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int32_t i32;
typedef uintptr_t usize;

#define AT(type, p, offset) (*(const type *)((p) + (offset)))
#define GET_LOAD(_1, _2, name, ...) name
#define load_u8(p) AT(u8, p, 0)
#define load_u16_1(p) AT(u16, p, 0)
#define load_u16_2(p, offset) AT(u16, p, offset)
#define load_u16(...) GET_LOAD(__VA_ARGS__, load_u16_2, load_u16_1)(__VA_ARGS__)
#define load_u32(p, offset) AT(u32, p, offset)
#define load_u64_1(p) AT(u64, p, 0)
#define load_u64_2(p, offset) AT(u64, p, offset)
#define load_u64(...) GET_LOAD(__VA_ARGS__, load_u64_2, load_u64_1)(__VA_ARGS__)
#define store_u32(p, value) (*(u32 *)(p) = (value))
#define store_u8(p, value) (*(u8 *)(p) = (u8)(value))
#define min(a, b) ((a) < (b) ? (a) : (b))
#define max(a, b) ((a) > (b) ? (a) : (b))

typedef struct {
  usize text; // first unit of the window
  i32 units; // length of the window
  i32 final; // 1: the text ends with the window
  i32 split; // 1: contractions are split
  usize classes; // class of each code point below 0x20000
  usize lexicon; // slots of 24 bytes: key, key, properties
  u32 mask; // number of slots - 1
  usize cuts; // [last letter][first letter]: bit n set if a word of n letters may be cut
  usize start; // out: u32 a token
  usize end; // out: u32 a token
  usize kind; // out: u8 a token
  i32 base; // offset of the window in the document
  i32 quote; // in, out: chunks for which an opening single quote still waits for its closing one
  i32 consumed; // out: units that are done with
  i32 count; // tokens written
  usize chunk; // first unit of the chunk (what stands between white space)
  usize stop; // after the last unit of the chunk
  usize limit; // after the last unit of the window
  usize noMail; // no e-mail address begins before this
  usize noDomain; // no domain name begins before this
  usize at; // the next @ of the chunk, or its end, once looked for
  usize dot; // the next period of the chunk, or its end, once looked for
} Context;

static bool acronymPeriod(Context *x, usize a, usize j);
static bool after(usize p, usize q);
static bool afterAlnum(Context *x, usize p);
static bool cutsPair(usize p);
static bool endsAddress(u32 c);
static bool finalPeriod(Context *x, usize a, usize j, u32 abbreviation);
static bool followsPossessive(i32 c);
static bool isAll(usize p, usize end);
static bool isApostrophe(i32 c);
static bool isLetter(usize p, u32 lower);
static bool isMon(usize p, usize end);
static bool isOpening(u32 c);
static bool isPlainTail(Context *x, usize from, usize p, u32 c);
static bool isTail(u32 c);
static bool isUpper(Context *x, usize p, usize end);
static bool joinsLabels(u32 c);
static bool mayBeCut(usize cuts, usize from, usize to);
static bool runs(i32 c);
static bool standsFree(Context *x, usize p, usize end);
static bool startsEmoticon(i32 c);
static bool startsWith(usize p, u32 a, u32 b, u32 c, u32 d);
static i32 tokenizeEnglish(Context *x);
static i32 unitAt(Context *x, usize p);
static u32 astralClass(Context *x, u32 point);
static u32 classAt(Context *x, usize p);
static u32 classIn(Context *x, usize p, usize stop);
static u32 following(Context *x);
static u32 followingWord(Context *x);
static u32 lookup(Context *x, usize from, usize to);
static usize address(Context *x, usize a, usize j);
static usize addressRun(Context *x, usize p);
static usize afterSpace(Context *x);
static usize ampersand(Context *x, usize piece, usize j);
static usize apostrophe(Context *x, usize a, usize j, i32 c);
static usize closed(Context *x, usize a, usize j);
static usize contraction(Context *x, usize a, usize j);
static usize dots(Context *x, usize p);
static usize emoji(Context *x, usize p, u32 k);
static usize emoticon(Context *x, usize p);
static usize entity(Context *x, usize p);
static usize exclamation(Context *x, usize p, usize q);
static usize findSpace(usize classes, usize p, usize reach);
static usize findUnit(usize p, usize stop, i32 unit);
static usize groups(Context *x, usize a, usize j);
static usize hostName(Context *x, usize a);
static usize hyphen(Context *x, usize a, usize piece, usize j);
static usize hyphened(Context *x, usize a, usize first, usize j);
static usize innerPeriod(Context *x, usize a, usize piece, usize j);
static usize keycap(Context *x, usize p);
static usize labels(Context *x, usize p);
static usize mail(Context *x, usize a);
static usize mark(Context *x, usize p);
static usize marked(Context *x, usize p, usize end, u32 kind);
static usize nameEnd(Context *x, usize p, bool dots);
static usize number(Context *x, usize a);
static usize period(Context *x, usize a, usize piece, usize j);
static usize put(Context *x, usize p, usize end, u32 kind);
static usize quote(Context *x, usize p, i32 c);
static usize run(Context *x, usize p, i32 c);
static usize skipAlnum(Context *x, usize p);
static usize skipAsciiLetters(usize p, usize reach);
static usize skipDigits(Context *x, usize p);
static usize skipLetters(Context *x, usize p);
static usize skipMarks(Context *x, usize p);
static usize skipUnit(Context *x, usize p, i32 unit);
static usize slash(Context *x, usize a, usize j);
static usize step(Context *x, usize a, usize piece, usize j);
static usize tag(Context *x, usize p, i32 c);
static usize webAddress(Context *x, usize a);
static usize widthAt(Context *x, usize p);
static usize withLetters(Context *x, usize a, usize j);
static usize withoutDots(usize a, usize b);
static usize withoutTail(usize a, usize b);
static usize word(Context *x, usize a, usize from);
static void chunk(Context *x, usize p, usize stop);
static void emit(Context *x, usize from, usize to, u32 kind);
static void emitWord(Context *x, usize a, usize b);


// Character classes: < DIGIT letters and marks, < SPACE what words are made of.
enum { MARK = 0 };
enum { LETTER = 1 };
enum { UPPER = 2 };
enum { DIGIT = 3 };
enum { SPACE = 4 };
enum { IDEOGRAPH = 5 };
enum { PUNCTUATION = 6 };
enum { SYMBOL = 7 };
enum { EMOJI = 8 };
enum { REGIONAL = 9 };
enum { OTHER = 10 };

// Kinds, as in src/text/token-kind.ts.
enum { K_WORD = 0 };
enum { K_CLITIC = 1 };
enum { K_NUMBER = 2 };
enum { K_PUNCTUATION = 3 };
enum { K_SYMBOL = 4 };
enum { K_URL = 5 };
enum { K_EMAIL = 6 };
enum { K_MENTION = 7 };
enum { K_HASHTAG = 8 };
enum { K_EMOTICON = 9 };
enum { K_EMOJI = 10 };
enum { K_OTHER = 11 };

// Properties of lexicon entries; src/tokenize/english.ts has the same table.
enum { ABBREVIATION = 7 }; // bits 0-2: how a final period is decided
enum { FIRST_CUT = 3 }; // bits 3-6: units before the first cut of a contraction
enum { SECOND_CUT = 7 }; // bits 7-10: units before the second cut
enum { PLAIN_CUT = 1 << 11 }; // the second part is a word of its own ("alot")
enum { PREFIX = 1 << 12 };
enum { SUFFIX = 1 << 13 };
enum { UNIT = 1 << 14 };
enum { TOP_LEVEL = 1 << 15 };
enum { WEAK_TOP_LEVEL = 1 << 16 };
enum { GROUP = 1 << 17 };
enum { ELISION = 1 << 18 };
enum { AFTER_ITS = 1 << 19 };
enum { CURRENCY = 1 << 20 };
enum { BANG = 1 << 21 };
enum { WHOLE = 1 << 22 };
enum { CLITIC = 1 << 23 };
enum { EMOTICON = 1 << 24 };
enum { ORDINAL = 1 << 25 };
enum { ITS = 1 << 26 };
enum { YOUR = 1 << 27 };
enum { PRONOUN = ITS | YOUR };
enum { AFTER_YOUR = 1 << 28 };

// The unit at p, or -1 at the end of the chunk.
static i32 unitAt(Context *x, usize p) {
  return p < x->stop ? load_u16(p) : -1;
}

// Class of the character at p, which must lie below `stop`; an astral one is read as a whole.
static u32 classIn(Context *x, usize p, usize stop) {
  u32 unit = load_u16(p);
  if ((unit & 0xfc00) == 0xd800 && p + 2 < stop) {
    u32 low = load_u16(p, 2);
    if ((low & 0xfc00) == 0xdc00) return astralClass(x, ((unit - 0xd800) << 10) + low - 0xdc00 + 0x10000);
  }
  return load_u8(x->classes + unit);
}

static u32 astralClass(Context *x, u32 point) {
  if (point < 0x20000) return load_u8(x->classes + point);
  if (point < 0x40000) return IDEOGRAPH;
  return point >= 0xe0000 && point < 0xe1000 ? MARK : OTHER;
}

// Class of the character at p; SPACE at the end of the chunk.
static u32 classAt(Context *x, usize p) {
  return p < x->stop ? classIn(x, p, x->stop) : SPACE;
}

// Bytes of the character at p: 4 for a whole surrogate pair, else 2.
static usize widthAt(Context *x, usize p) {
  if (((((u32)(load_u16(p)))) & 0xfc00) != 0xd800 || p + 2 >= x->stop) return 2;
  return (load_u16(p, 2) & 0xfc00) == 0xdc00 ? 4 : 2;
}

// Whether a letter, digit or mark stands directly before p in the chunk (the unit alone is looked at).
static bool afterAlnum(Context *x, usize p) {
  return p > x->chunk && load_u8(x->classes + load_u16(p - 2)) < SPACE;
}

// After the run of ASCII letters at p, eight units a step, not beyond `reach`; reads up to 14 bytes further.
static usize skipAsciiLetters(usize p, usize reach) {
  while (p < reach) {
    const __m128i lower = _mm_or_si128(_mm_loadu_si128((const __m128i *)p), _mm_set1_epi16(0x20));
    const __m128i letters = _mm_cmplt_epi16(_mm_sub_epi16(lower, _mm_set1_epi16(-0x7f9f)), _mm_set1_epi16(-0x7fe6));
    const u32 mask = _mm_movemask_epi8(_mm_packs_epi16(letters, _mm_setzero_si128()));
    const usize length = __builtin_ctz(~mask);
    p += length << 1;
    if (length < 8) break;
  }
  return min(p, reach);
}

// Where `unit` stands in [p, stop), or a place at or behind stop; eight units a step, as above.
static usize findUnit(usize p, usize stop, i32 unit) {
  const __m128i wanted = _mm_set1_epi16(unit);
  while (p < stop) {
    const __m128i equal = _mm_cmpeq_epi16(_mm_loadu_si128((const __m128i *)p), wanted);
    const u32 found = _mm_movemask_epi8(_mm_packs_epi16(equal, _mm_setzero_si128()));
    if (found != 0) return p + (((usize)__builtin_ctz(found)) << 1);
    p += 16;
  }
  return p;
}

// Where the white space behind p begins, not beyond `reach`; eight units a step, as above.
static usize findSpace(usize classes, usize p, usize reach) {
  while (p < reach) {
    const __m128i units = _mm_loadu_si128((const __m128i *)p);
    const __m128i low = _mm_cmplt_epi16(units, _mm_set1_epi16(0x21));
    const __m128i high = _mm_cmpgt_epi16(units, _mm_set1_epi16(0x7f));
    // Candidates: controls, the space and all that is not ASCII (from 0x8000 on: negative).
    u32 found = _mm_movemask_epi8(_mm_packs_epi16(_mm_or_si128(low, high), _mm_setzero_si128()));
    while (found != 0) {
      __auto_type at = p + (((usize)__builtin_ctz(found)) << 1);
      if (at >= reach) return reach;
      if (load_u8(classes + load_u16(at)) == SPACE) return at;
      found &= found - 1;
    }
    p += 16;
  }
  return reach;
}

static usize skipAlnum(Context *x, usize p) {
  __auto_type stop = x->stop;
  p = skipAsciiLetters(p, stop);
  while (p < stop && classIn(x, p, stop) < SPACE) p += widthAt(x, p);
  return p;
}

static usize skipLetters(Context *x, usize p) {
  __auto_type stop = x->stop;
  p = skipAsciiLetters(p, stop);
  while (p < stop && classIn(x, p, stop) < DIGIT) p += widthAt(x, p);
  return p;
}

// After the digits at p, with marks that follow the first one.
static usize skipDigits(Context *x, usize p) {
  __auto_type from = p;
  while (p < x->stop && (((u32)(load_u16(p)))) - 0x30 < 10) p += 2;
  while (p < x->stop) {
    __auto_type k = classIn(x, p, x->stop);
    if (k != DIGIT && (k != MARK || p == from)) break;
    p += widthAt(x, p);
  }
  return p;
}

static usize skipMarks(Context *x, usize p) {
  while (p < x->stop && classIn(x, p, x->stop) == MARK) p += widthAt(x, p);
  return p;
}

// After the run of `unit` at p.
static usize skipUnit(Context *x, usize p, i32 unit) {
  while (p < x->stop && load_u16(p) == unit) p += 2;
  return p;
}

// ' ` and their curly and other forms
static bool isApostrophe(i32 c) {
  if (c < 0x80) return c == 0x27 || c == 0x60;
  return c == 0x2019 || c == 0x2018 || c == 0xb4 || c == 0x2bc;
}

static void emit(Context *x, usize from, usize to, u32 kind) {
  usize i = x->count;
  store_u32(x->start + (i << 2), x->base + (((i32)(((from - x->text) >> 1)))));
  store_u32(x->end + (i << 2), x->base + (((i32)(((to - x->text) >> 1)))));
  store_u8(x->kind + i, kind);
  x->count = (((i32)(i))) + 1;
}

// Properties of the lower-cased units [from, to); 0 for what the lexicon lacks. Reads 32 bytes from `from`.
static __m128i isAscii(__m128i units) {
  return _mm_cmpeq_epi16(_mm_and_si128(units, _mm_set1_epi16(-128)), _mm_setzero_si128());
}

static u32 lookup(Context *x, usize from, usize to) {
  __auto_type length = (to - from) >> 1;
  if (length == 0 || length > 16) return 0;
  const __m128i first = _mm_loadu_si128((const __m128i *)from), second = _mm_loadu_si128((const __m128i *)(from + 16));
  const __m128i inside = _mm_cmplt_epi8(_mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), _mm_set1_epi8(length));
  const __m128i ascii = _mm_packs_epi16(isAscii(first), isAscii(second));
  if (_mm_movemask_epi8(_mm_andnot_si128(ascii, inside)) != 0) return 0;
  const __m128i letters = _mm_and_si128(_mm_packus_epi16(first, second), inside);
  const __m128i upper = _mm_cmplt_epi8(_mm_add_epi8(letters, _mm_set1_epi8(63)), _mm_set1_epi8(-102));
  const __m128i key = _mm_or_si128(letters, _mm_and_si128(upper, _mm_set1_epi8(0x20)));
  const u64 low = _mm_cvtsi128_si64(key);
  const u64 high = _mm_cvtsi128_si64(_mm_unpackhi_epi64(key, key));
  u32 hash = (((u32)(low))) ^ ((((u32)((low >> 32)))) * 0x9e3779b1);
  hash ^= ((((u32)(high))) * 0x85ebca77) ^ ((((u32)((high >> 32)))) * 0xc2b2ae3d);
  hash *= 0x27d4eb2f;
  __auto_type i = (hash ^ (hash >> 15)) & x->mask;
  while (true) {
    __auto_type slot = x->lexicon + (((usize)(i))) * 24;
    __auto_type properties = load_u32(slot, 16);
    if (properties == 0) return 0;
    if (load_u64(slot) == low && load_u64(slot, 8) == high) return properties;
    i = (i + 1) & x->mask;
  }
}


// Web addresses, e-mail addresses, host names, news groups and file names of the English tokenizer.
//
// Every scan that fails is remembered (`noMail`, `noDomain`: nothing begins before there), so that a chunk of
// any length is walked a fixed number of times.

// The end of the address that begins at the word [a, j), or 0; it is emitted.
static usize address(Context *x, usize a, usize j) {
  __auto_type c = unitAt(x, j);
  if (c == 0x3a) {
    if (unitAt(x, j + 2) == 0x2f && unitAt(x, j + 4) == 0x2f && classAt(x, j + 6) < SPACE) return webAddress(x, a);
    __auto_type mailto = j - a == 12 && startsWith(a, 0x6d, 0x61, 0x69, 0x6c) && ((((u32)(load_u16(a, 8)))) | 0x20) == 0x74;
    return mailto && classAt(x, j + 2) < SPACE ? webAddress(x, a) : 0;
  }
  if (c != 0x2e && c != 0x2d && c != 0x5f && c != 0x40 && c != 0x2b && c != 0x25) return 0;
  if (x->at < j) x->at = findUnit(j, x->stop, 0x40);
  if (x->at < x->stop) {
    __auto_type end = mail(x, a);
    if (end != 0) return end;
  }
  // A host name has a period within the chunk.
  if (c == 0x40 || c == 0x2b || c == 0x25) return 0;
  if (x->dot < j) x->dot = findUnit(j, x->stop, 0x2e);
  if (x->dot + 2 >= x->stop) return 0;
  return hostName(x, a);
}

// Whether the four units at p are the lower-cased letters given.
static bool startsWith(usize p, u32 a, u32 b, u32 c, u32 d) {
  return ((((u32)(load_u16(p)))) | 0x20) == a && ((((u32)(load_u16(p, 2)))) | 0x20) == b && ((((u32)(load_u16(p, 4)))) | 0x20) == c && ((((u32)(load_u16(p, 6)))) | 0x20) == d;
}

// Units that end a web address: < > " | and curly double quotes.
static bool endsAddress(u32 c) {
  return c == 0x3c || c == 0x3e || c == 0x22 || c == 0x7c || c == 0x201c || c == 0x201d;
}

static usize webAddress(Context *x, usize a) {
  __auto_type end = withoutTail(a, addressRun(x, a));
  emit(x, a, end, K_URL);
  return end;
}

static usize addressRun(Context *x, usize p) {
  while (p < x->stop && !endsAddress(load_u16(p)) && classIn(x, p, x->stop) != IDEOGRAPH) p += widthAt(x, p);
  return p;
}

// Punctuation that ends a sentence rather than an address: . , ; : ! ? ' " ) ] } > and curly marks.
static bool isTail(u32 c) {
  if (c < 0x80) {
    return c == 0x2e || c == 0x2c || c == 0x3b || c == 0x3a || c == 0x21 || c == 0x3f || c == 0x27 || c == 0x29 || c == 0x5d || c == 0x7d;
  }
  return c == 0x2019 || c == 0x2026;
}

// [a, b) without trailing punctuation; a closing bracket stays where it closes one of the address.
static usize withoutTail(usize a, usize b) {
  i32 open = 0;
  for (__auto_type p = a; p < b; p += 2) {
    u32 c = load_u16(p);
    open += c == 0x28 ? 1 : c == 0x29 ? -1 : 0;
  }
  while (b > a + 2) {
    u32 c = load_u16(b - 2);
    if (!isTail(c) || (c == 0x29 && open >= 0)) break;
    if (c == 0x29) open++;
    b -= 2;
  }
  return b;
}

// local@domain, also without a dot in the domain.
static usize mail(Context *x, usize a) {
  if (a < x->noMail) return 0;
  __auto_type p = a;
  while (p < x->stop) {
    if (classIn(x, p, x->stop) >= SPACE) {
      u32 c = load_u16(p);
      if (c != 0x2e && c != 0x5f && c != 0x2b && c != 0x25 && c != 0x2d) break;
    }
    p += widthAt(x, p);
  }
  x->noMail = p;
  if (unitAt(x, p) != 0x40 || classAt(x, p + 2) >= SPACE) return 0;
  __auto_type end = withoutDots(a, labels(x, p + 2));
  emit(x, a, end, K_EMAIL);
  return end;
}

// After the run of letters, digits, dots, hyphens and underscores at p.
static usize labels(Context *x, usize p) {
  while (p < x->stop) {
    if (classIn(x, p, x->stop) >= SPACE && !joinsLabels(load_u16(p))) break;
    p += widthAt(x, p);
  }
  return p;
}

static bool joinsLabels(u32 c) {
  return c == 0x2e || c == 0x2d || c == 0x5f;
}

static usize withoutDots(usize a, usize b) {
  while (b > a + 2 && joinsLabels(load_u16(b - 2))) b -= 2;
  return b;
}

// A host, file or group name: labels between single dots, known by its last label, by `www.`, by the first
// label of a news group, or by three lower-case labels.
static usize hostName(Context *x, usize a) {
  if (a < x->noDomain) return 0;
  __auto_type run = labels(x, a);
  x->noDomain = run;
  __auto_type end = withoutDots(a, run);
  i32 dots = 0;
  usize first = 0;
  usize last = 0;
  bool lower = true; // all of [a-z.-]
  bool wide = true; // no label shorter than two
  for (__auto_type p = a; p < end; p += 2) {
    u32 c = load_u16(p);
    if (c == 0x2e) {
      if (dots++ == 0) first = p;
      else if (last + 2 == p) return 0;
      if (p - (last == 0 ? a - 2 : last) < 6) wide = false;
      last = p;
    } else if (c - 0x61 >= 26 && c != 0x2d) lower = false;
  }
  if (dots == 0) return 0;
  if (end - last < 6) wide = false;
  __auto_type top = lookup(x, last + 2, end);
  __auto_type world = first - a == 6 && startsWith(a, 0x77, 0x77, 0x77, 0x2e);
  __auto_type named = world || (lower && ((wide && dots >= 2) || (lookup(x, a, first) & GROUP) != 0));
  if (!named && (top & TOP_LEVEL) != 0 && last - a > 2) {
    __auto_type lowerTop = load_u16(last + 2) >= 0x61 && load_u16(end - 2) >= 0x61;
    named = (lowerTop || end - last != 6) && ((top & WEAK_TOP_LEVEL) == 0 || unitAt(x, end) == 0x2f);
  }
  if (!named) return 0;
  __auto_type c = unitAt(x, end);
  __auto_type k = classAt(x, end + 2);
  if (c == 0x2f || (c == 0x3f && k < SPACE) || (c == 0x3a && k == DIGIT)) end = withoutTail(a, addressRun(x, end));
  emit(x, a, end, K_URL);
  return end;
}

// The end of the mention (@name) or hashtag whose name begins at p.
static usize nameEnd(Context *x, usize p, bool dots) {
  p = skipAlnum(x, p);
  while (true) {
    __auto_type c = unitAt(x, p);
    if (c != 0x5f && (!dots || c != 0x2e)) return p;
    if (classAt(x, p + 2) >= SPACE && unitAt(x, p + 2) != 0x5f) return c == 0x5f ? p + 2 : p;
    p = skipAlnum(x, p + 2);
  }
}

// Numbers of the English tokenizer: decimals, thousands, times, dates, telephone numbers, ordinals, decades,
// and the units that UD writes as tokens of their own ("5pm" is two tokens, "20th" and "1980s" are one).


static usize number(Context *x, usize a) {
  __auto_type j = skipDigits(x, a);
  if (j == x->stop) {
    emit(x, a, j, K_NUMBER);
    return j;
  }
  __auto_type found = address(x, a, j);
  if (found != 0) return found;
  j = groups(x, a, j);
  if (unitAt(x, j) == 0x5f && classAt(x, j + 2) < SPACE) return word(x, a, j);
  if (classAt(x, j) < DIGIT) return withLetters(x, a, j);
  if (isApostrophe(unitAt(x, j))) {
    // "the 50's" is one token, "1989's" are two; feet and inches ("5'11") are numbers with a mark between.
    __auto_type r = skipLetters(x, j + 2);
    if (r == j + 4 && j - a > 4 && load_u16(j - 2) != 0x30) return word(x, a, j);
    if (r == j + 4 && (load_u16(j, 2) | 0x20) == 0x73 && classAt(x, r) >= SPACE) j = r;
    else if (classAt(x, j + 2) == DIGIT) {
      emit(x, a, j, K_NUMBER);
      emit(x, j, j + 2, K_SYMBOL);
      return j + 2;
    }
  }
  emit(x, a, j, K_NUMBER);
  return j;
}

// After the groups of digits that belong to the number whose first group is [a, j).
static usize groups(Context *x, usize a, usize j) {
  __auto_type first = j;
  while (true) {
    __auto_type c = unitAt(x, j);
    if (classAt(x, j + 2) != DIGIT) return j;
    if (c == 0x2c) {
      __auto_type r = skipDigits(x, j + 2);
      if (r - j != 8) return j;
      j = r;
    } else if (c == 0x2e || c == 0x3a || c == 0x2f) j = skipDigits(x, j + 2);
    else if (c == 0x2d) return hyphened(x, a, first, j);
    else return j;
  }
}

// Telephone numbers, dates and codes with hyphens are one token; ranges and scores are not. [a, first) is the
// first group of digits, the first hyphen stands at j.
static usize hyphened(Context *x, usize a, usize first, usize j) {
  __auto_type second = skipDigits(x, j + 2);
  __auto_type p = second;
  i32 count = 2;
  __auto_type scores = first - a == 2 && second - j == 4; // every group is one digit
  while (count < 8 && unitAt(x, p) == 0x2d && classAt(x, p + 2) == DIGIT) {
    __auto_type r = skipDigits(x, p + 2);
    scores = scores && r - p == 4;
    p = r;
    count++;
  }
  __auto_type c = unitAt(x, p);
  if ((c == 0x3a || c == 0x2e || c == 0x2c) && classAt(x, p + 2) == DIGIT) return j;
  __auto_type left = (first - a) >> 1;
  __auto_type right = (second - j - 2) >> 1;
  if (first != j) return left == 3 && j - first == 8 && count == 2 && right == 4 ? p : j; // 713/345-7942
  if (count > 2) return scores || count == 8 ? j : p;
  if (right == 4 && (left == 3 || left == 5 || left == 1)) return p;
  return left == 3 && right == 3 && after(a, j + 2) ? p : j;
}

// Whether the three units at p come after the three at q.
static bool after(usize p, usize q) {
  for (usize i = 0; i < 6; i += 2) {
    __auto_type c = load_u16(p + i);
    __auto_type d = load_u16(q + i);
    if (c != d) return c > d;
  }
  return false;
}

// Letters follow the digits [a, j).
static usize withLetters(Context *x, usize a, usize j) {
  __auto_type r = skipLetters(x, j);
  __auto_type properties = lookup(x, j, r);
  if (classAt(x, r) == DIGIT) {
    if (r - j != 2 || load_u16(j) != 0x78) return word(x, a, j);
    emit(x, a, j, K_NUMBER); // 2x4
    emit(x, j, r, K_SYMBOL);
    return r;
  }
  if ((properties & ORDINAL) != 0) {
    if (isApostrophe(unitAt(x, r)) && (lookup(x, r + 2, skipLetters(x, r + 2)) & CLITIC) != 0) return word(x, a, j);
    emit(x, a, r, K_NUMBER);
    return r;
  }
  u32 c = (((u32)(load_u16(j)))) | 0x20;
  __auto_type half = r - j == 2 && (c == 0x61 || c == 0x70) && unitAt(x, r) == 0x2e && (unitAt(x, r + 2) | 0x20) == 0x6d;
  if (half || ((properties & UNIT) != 0 && (r - j != 2 || load_u16(j) != 0x47))) {
    emit(x, a, j, K_NUMBER);
    return j;
  }
  return word(x, a, j);
}

// Words of the English tokenizer: contractions, possessives, hyphens, abbreviations, acronyms.
//
// `word` walks a word piece by piece. Each step looks at what stands behind the piece and gives an even address
// (the word goes on, up to there), 0 (the word ends before it), or an odd one (all up to there, less the odd
// bit, is emitted).

// The word that begins at a and whose letters and digits are known up to `from`; gives its end.
static usize word(Context *x, usize a, usize from) {
  __auto_type j = skipAlnum(x, from);
  if (from == a && j < x->stop) {
    __auto_type end = address(x, a, j);
    if (end != 0) return end;
  }
  __auto_type piece = a; // where the part after the last joint begins
  while (j < x->stop) {
    __auto_type next = step(x, a, piece, j);
    if (next == 0) break;
    if ((next & 1) != 0) return next - 1;
    // After a joint of one unit the next piece begins behind it.
    piece = j + 2;
    j = next;
  }
  emitWord(x, a, j);
  return j;
}

static usize step(Context *x, usize a, usize piece, usize j) {
  __auto_type c = unitAt(x, j);
  if (c == 0x2e) return period(x, a, piece, j);
  if (c == 0x2d || c == 0x2011) return hyphen(x, a, piece, j);
  if (isApostrophe(c)) return apostrophe(x, a, j, c);
  if (c == 0x2f) return slash(x, a, j);
  if (c == 0x26) return ampersand(x, piece, j);
  if (c == 0x5f || c == 0x2a) {
    __auto_type p = skipUnit(x, j, c);
    return classAt(x, p) < (c == 0x5f ? SPACE : DIGIT) ? skipAlnum(x, p) : 0;
  }
  if (c == 0x24) {
    // US$, A$
    if ((lookup(x, a, j) & CURRENCY) == 0 || classIn(x, j - 2, j) != UPPER) return 0;
    emit(x, a, j + 2, K_SYMBOL);
    return j + 3;
  }
  if (c == 0x21) {
    if ((lookup(x, a, j) & BANG) == 0 || classIn(x, a, j) != UPPER || unitAt(x, j + 2) == 0x21) return 0;
    emit(x, a, j + 2, K_WORD);
    return j + 3;
  }
  if (j - a == 2) {
    // C++, C#
    u32 letter = (((u32)(load_u16(a)))) | 0x20;
    if (letter == 0x63 && c == 0x2b && unitAt(x, j + 2) == 0x2b && unitAt(x, j + 4) != 0x2b) {
      emit(x, a, j + 4, K_WORD);
      return j + 5;
    }
    if ((letter == 0x63 || letter == 0x66) && c == 0x23 && classAt(x, j + 2) >= SPACE) {
      emit(x, a, j + 2, K_WORD);
      return j + 3;
    }
  }
  return 0;
}

// Emits [a, b), cut where the lexicon says so ("can|not", "do|nt").
static void emitWord(Context *x, usize a, usize b) {
  if (x->split != 0) {
    __auto_type properties = lookup(x, a, b);
    __auto_type cut = (properties >> FIRST_CUT) & 15;
    if ((properties & PRONOUN) != 0 && b == x->stop) {
      // "its not", "your welcome": a verb without its apostrophe.
      __auto_type next = followingWord(x);
      if ((properties & PRONOUN) == ITS) cut = (next & AFTER_ITS) != 0 ? 2 : 0;
      else cut = (next & AFTER_YOUR) != 0 ? 3 : 0;
    }
    if (cut != 0) {
      __auto_type second = (properties >> SECOND_CUT) & 15;
      __auto_type kind = (properties & PLAIN_CUT) != 0 ? K_WORD : K_CLITIC;
      emit(x, a, a + (cut << 1), K_WORD);
      if (second != 0) emit(x, a + (cut << 1), a + (second << 1), kind);
      emit(x, a + ((second != 0 ? second : cut) << 1), b, kind);
      return;
    }
  }
  emit(x, a, b, K_WORD);
}

// Properties of the word that begins the next chunk; looks at most 24 units ahead.
static u32 followingWord(Context *x) {
  __auto_type p = afterSpace(x);
  __auto_type from = p;
  __auto_type limit = min(x->limit, x->stop + 48);
  while (p < limit && classIn(x, p, limit) < DIGIT) p += 2;
  return p < limit && load_u16(p) == 0x2d ? 0 : lookup(x, from, p); // not the "so" of "so-called"
}

// After the white space behind the chunk, of which at most 8 units are walked.
static usize afterSpace(Context *x) {
  __auto_type p = x->stop;
  __auto_type limit = min(x->limit, p + 16);
  while (p < limit && classIn(x, p, limit) == SPACE) p += 2;
  return p;
}

enum { NEXT_END = 0 }; // the text, or a paragraph, ends
enum { NEXT_UPPER = 1 };
enum { NEXT_LOWER = 2 };
enum { NEXT_NUMBER = 3 };
enum { NEXT_OTHER = 4 };

// What follows the chunk; looks at most 14 units ahead.
static u32 following(Context *x) {
  __auto_type p = afterSpace(x);
  if (p >= x->limit || p - x->stop == 16) return NEXT_END;
  i32 breaks = 0;
  for (__auto_type q = x->stop; q < p; q += 2) {
    __auto_type c = load_u16(q);
    breaks += c == 0x0a ? 1 : c == 0x2029 ? 2 : 0;
  }
  if (breaks > 1) return NEXT_END;
  __auto_type limit = min(x->limit, x->stop + 24);
  while (p < limit && isOpening(load_u16(p))) p += 2;
  if (p >= x->limit) return NEXT_OTHER;
  __auto_type k = classIn(x, p, x->limit);
  if (k == UPPER) return NEXT_UPPER;
  if (k == LETTER) return NEXT_LOWER;
  __auto_type c = load_u16(p);
  return k == DIGIT || c == 0x23 || c == 0x24 ? NEXT_NUMBER : NEXT_OTHER;
}

// " ' ( [ and curly opening quotes
static bool isOpening(u32 c) {
  return c == 0x22 || c == 0x27 || c == 0x28 || c == 0x5b || c == 0x201c || c == 0x2018;
}

// A contraction ("n't", "'ll", "'s", also stacked: "I'd've") whose apostrophe stands at j; its end, or 0.
static usize contraction(Context *x, usize a, usize j) {
  __auto_type r = skipLetters(x, j + 2);
  if (r == j + 2 || classAt(x, r) == DIGIT) return 0;
  __auto_type cut = j;
  u32 before = load_u16(j - 2);
  if (r == j + 4 && ((((u32)(load_u16(j, 2)))) | 0x20) == 0x74 && (before | 0x20) == 0x6e && j - 2 > a) cut = j - 2;
  else if ((lookup(x, j + 2, r) & CLITIC) == 0) return 0;
  if (x->split != 0) emit(x, a, cut, K_WORD);
  while (true) {
    if (x->split != 0) emit(x, cut, r, K_CLITIC);
    cut = r;
    if (!isApostrophe(unitAt(x, r))) break;
    __auto_type s = skipLetters(x, r + 2);
    if ((lookup(x, r + 2, s) & CLITIC) == 0 || classAt(x, s) == DIGIT) break;
    r = s;
  }
  if (x->split == 0) emit(x, a, r, K_WORD);
  return r;
}

static usize apostrophe(Context *x, usize a, usize j, i32 c) {
  __auto_type end = contraction(x, a, j);
  if (end != 0) return end | 1;
  __auto_type curlyOpen = c == 0x60 || c == 0x2018;
  __auto_type r = skipLetters(x, j + 2);
  if (r > j + 2) {
    if (j - a == 2 && !curlyOpen && x->split != 0) {
      u32 letter = (((u32)(load_u16(a)))) | 0x20;
      usize cut = 0;
      if (letter == 0x64)
        cut = j + 2; // d'|Orleans
      else if (letter == 0x79 && isAll(j + 2, r))
        cut = j + 2; // y'|all
      else if (letter == 0x63 && isMon(j + 2, r)) cut = j + 4; // c'm|on
      if (cut != 0) {
        emit(x, a, cut, K_WORD);
        emit(x, cut, r, K_CLITIC);
        return r | 1;
      }
    }
    return curlyOpen ? 0 : skipAlnum(x, j + 2);
  }
  if (x->quote > 0 || curlyOpen) return 0;
  __auto_type next = unitAt(x, j + 2);
  u32 before = (((u32)(load_u16(j - 2)))) | 0x20;
  if (c == 0x27 && j - a > 8 && before == 0x6e && ((((u32)(load_u16(j - 4)))) | 0x20) == 0x69) {
    if (classAt(x, j + 2) < SPACE || isApostrophe(next)) return 0;
    emit(x, a, j + 2, K_WORD); // cookin'
    return j + 3;
  }
  if (before != 0x73 && before != 0x78 && before != 0x7a) return 0;
  if (next != -1 && !followsPossessive(next)) return 0;
  if (x->split != 0) {
    emit(x, a, j, K_WORD);
    emit(x, j, j + 2, K_CLITIC);
  } else emit(x, a, j + 2, K_WORD);
  return j + 3;
}

// - , ; : ) " . ? !
static bool followsPossessive(i32 c) {
  return c == 0x2d || c == 0x2c || c == 0x3b || c == 0x3a || c == 0x29 || c == 0x22 || c == 0x2e || c == 0x3f || c == 0x21;
}

static bool isAll(usize p, usize end) {
  return end - p == 6 && isLetter(p, 0x61) && isLetter(p + 2, 0x6c) && isLetter(p + 4, 0x6c);
}

static bool isMon(usize p, usize end) {
  return end - p == 6 && isLetter(p, 0x6d) && isLetter(p + 2, 0x6f) && isLetter(p + 4, 0x6e);
}

static bool isLetter(usize p, u32 lower) {
  return ((((u32)(load_u16(p)))) | 0x20) == lower;
}

// UD splits at hyphens except behind prefixes ("non-state", "e-mail") and before suffixes ("Kafka-esque").
static usize hyphen(Context *x, usize a, usize piece, usize j) {
  if (classAt(x, j + 2) >= SPACE) return 0;
  __auto_type r = skipAlnum(x, j + 2);
  if (piece == a && (lookup(x, a, j) & PREFIX) != 0) {
    // Of the single letters only e ("e-mail"), and E in front of three letters or more.
    if (j - a > 2 || load_u16(a) == 0x65 || r - j > 6) return r;
  }
  if (unitAt(x, r) != 0x2d && (lookup(x, j + 2, r) & SUFFIX) != 0) return r;
  return (lookup(x, a, r) & WHOLE) != 0 ? r : 0;
}

// w/o and its like stay whole; "w/" is a word; all others are cut.
static usize slash(Context *x, usize a, usize j) {
  __auto_type r = skipAlnum(x, j + 2);
  if ((lookup(x, a, r) & WHOLE) != 0 && unitAt(x, r) != 0x2f) return r;
  if (j - a != 2 || !isLetter(a, 0x77) || classAt(x, j + 2) == DIGIT) return 0;
  emit(x, a, j + 2, K_WORD);
  return j + 3;
}

// AT&T, R&D, B&B: short or upper-case on both sides.
static usize ampersand(Context *x, usize piece, usize j) {
  if (classAt(x, j + 2) >= DIGIT) return 0;
  __auto_type r = skipAlnum(x, j + 2);
  if (unitAt(x, r) == 0x3b) return 0;
  if (j - piece <= 6 && r - j <= 8) return r;
  return isUpper(x, piece, j) && isUpper(x, j + 2, r) ? r : 0;
}

static bool isUpper(Context *x, usize p, usize end) {
  if (end - p > 24) return false;
  for (; p < end; p += 2) if (classIn(x, p, end) == LETTER) return false;
  return true;
}

static usize period(Context *x, usize a, usize piece, usize j) {
  __auto_type k = classAt(x, j + 2);
  if (k < DIGIT) return innerPeriod(x, a, piece, j);
  __auto_type abbreviation = lookup(x, a, j) & ABBREVIATION;
  bool ends = true;
  if (k == DIGIT) ends = abbreviation == 1 || abbreviation == 3;
  else if (unitAt(x, j + 2) == 0x2e) ends = abbreviation != 0 && unitAt(x, j + 4) != 0x2e;
  else ends = finalPeriod(x, a, j, abbreviation);
  return ends ? closed(x, a, j + 2) : 0;
}

// The word [a, j) ends with a period that is its own; a possessive may follow.
static usize closed(Context *x, usize a, usize j) {
  if (isApostrophe(unitAt(x, j))) {
    __auto_type end = contraction(x, a, j);
    if (end != 0) return end | 1;
  }
  emitWord(x, a, j);
  return j | 1;
}

// A letter follows the period at j.
static usize innerPeriod(Context *x, usize a, usize piece, usize j) {
  if (j - piece == 2) {
    // Letters and periods in turn: U.S., i.e., a.k.a
    __auto_type p = j;
    while (unitAt(x, p) == 0x2e && classAt(x, p + 2) < DIGIT && classAt(x, p + 4) >= SPACE) p += 4;
    if (p > j) {
      return closed(x, a, acronymPeriod(x, a, p) ? p + 2 : p);
    }
    if (classIn(x, piece, j) == UPPER) return closed(x, a, j + 2); // J.Smith
  }
  if (j - a == 4 && isLetter(a, 0x70) && isLetter(a + 2, 0x68) && isLetter(j + 2, 0x64)) {
    if (classAt(x, j + 4) >= SPACE) return closed(x, a, unitAt(x, j + 4) == 0x2e ? j + 6 : j + 4); // Ph.D.
  }
  return (lookup(x, a, j) & ABBREVIATION) == 1 ? closed(x, a, j + 2) : 0;
}

// Whether the acronym [a, j) ("U.S") has a last period of its own: there is one, it begins no ellipsis, and no
// paragraph ends with it; for some ("p.m") no capital may follow either.
static bool acronymPeriod(Context *x, usize a, usize j) {
  if (unitAt(x, j) != 0x2e || (unitAt(x, j + 2) == 0x2e && unitAt(x, j + 4) == 0x2e)) return false;
  if (unitAt(x, j + 2) != -1) return true;
  __auto_type next = following(x);
  return next != NEXT_END && (next != NEXT_UPPER || (lookup(x, a, j) & ABBREVIATION) != 2);
}

// Whether the period at j belongs to the word [a, j).
static bool finalPeriod(Context *x, usize a, usize j, u32 abbreviation) {
  __auto_type behind = unitAt(x, j + 2);
  __auto_type capital = classIn(x, a, j) == UPPER;
  if (j - a == 2 && capital && load_u16(a) != 0x49 && !afterAlnum(x, a)) {
    // Initials: J. Smith
    if (behind == -1 ? following(x) == NEXT_UPPER : behind == 0x2c || behind == 0x3a) return true;
  }
  if (abbreviation == 0) return false;
  if (behind == 0x3f || behind == 0x21) return abbreviation == 1;
  __auto_type next = behind == -1 ? following(x) : NEXT_OTHER;
  if (abbreviation == 1) return next != NEXT_END;
  if (abbreviation == 3) return next == NEXT_NUMBER;
  if (abbreviation == 4) return capital && next == NEXT_UPPER;
  if (next == NEXT_END || next == NEXT_UPPER) return false;
  return abbreviation == 2 || (capital && j - a > 2 && classIn(x, a + 2, j) != UPPER);
}

// Punctuation, symbols, emoticons and emoji of the English tokenizer. Runs of one mark are one token.

// The token that begins with the mark at p; gives its end.
static usize mark(Context *x, usize p) {
  i32 c = load_u16(p);
  // The last of the chunk, not one that changes the state: a token whatever it is.
  if (p + 2 == x->stop && c < 0x80 && c != 0x27 && c != 0x60) {
    return put(x, p, x->stop, load_u8(x->classes + c) == SYMBOL || c == 0x23 ? K_SYMBOL : K_PUNCTUATION);
  }
  __auto_type next = classAt(x, p + 2);
  if (next != SPACE && startsEmoticon(c) && (next > DIGIT || c == 0x3a || c == 0x3b || c == 0x3d || c == 0x3c)) {
    __auto_type end = emoticon(x, p);
    if (end != 0) return end;
  }
  if (c == 0x2e) return dots(x, p);
  if (c == 0x21 || c == 0x3f) return exclamation(x, p, p);
  if (isApostrophe(c)) return quote(x, p, c);
  if (c == 0x23 || c == 0x40) return tag(x, p, c);
  if (c == 0x26) return entity(x, p);
  if (c == 0x2b && next == DIGIT && !afterAlnum(x, p)) {
    __auto_type end = skipDigits(x, p + 2); // +44
    if (end - p <= 8) return put(x, p, end, K_NUMBER);
  }
  __auto_type kind = classAt(x, p) == SYMBOL ? K_SYMBOL : K_PUNCTUATION;
  if (!runs(c)) return marked(x, p, p + widthAt(x, p), kind);
  return put(x, p, run(x, p, c), kind);
}

static usize put(Context *x, usize p, usize end, u32 kind) {
  emit(x, p, end, kind);
  return end;
}

// A single mark with the combining marks that follow; a variation selector or keycap makes it an emoji.
static usize marked(Context *x, usize p, usize end, u32 kind) {
  __auto_type c = unitAt(x, end);
  return put(x, p, skipMarks(x, end), c == 0xfe0f || c == 0x20e3 ? K_EMOJI : kind);
}

// $ , - = * _ ~ + # < > ^ | \ and dashes, ellipses: marks whose runs are one token.
static bool runs(i32 c) {
  if (c >= 0x80) return c == 0x2014 || c == 0x2013 || c == 0x2026;
  u64 set = c < 0x40 ? 0x70003c1000000000 : 0x50000000d0000000;
  return ((set >> (((u64)((c & 63))))) & 1) != 0;
}

static usize run(Context *x, usize p, i32 c) {
  __auto_type end = skipUnit(x, p, c);
  __auto_type next = unitAt(x, end);
  if (c == 0x2d || c == 0x3d) {
    // Rules drawn with both: --== or =--=
    if (next == 0x2d || next == 0x3d) while (unitAt(x, end) == 0x2d || unitAt(x, end) == 0x3d) end += 2;
    if (unitAt(x, end) == 0x3e) return end + 2; // -> =>
    return skipMarks(x, end);
  }
  if ((c == 0x3c || c == 0x3e) && end == p + 2 && (next == 0x3d || (next == 0x2d && c == 0x3c))) return end + 2; // <= <-
  if (c == 0x2a && next == 0x7e) while (unitAt(x, end) == 0x2a || unitAt(x, end) == 0x7e) end += 2;
  if (c == 0x2026) while (unitAt(x, end) == 0x2026 || unitAt(x, end) == 0x2e) end += 2;
  return skipMarks(x, end);
}

// Periods: an ellipsis, ".5", a file extension, ".?" or the end of a sentence.
static usize dots(Context *x, usize p) {
  __auto_type end = skipUnit(x, p, 0x2e);
  if (end == p + 2) {
    __auto_type next = classAt(x, end);
    if (next == DIGIT && !afterAlnum(x, p)) return put(x, p, skipDigits(x, end), K_NUMBER);
    if (next < DIGIT && p == x->chunk) {
      __auto_type r = skipAlnum(x, end);
      if ((lookup(x, end, r) & TOP_LEVEL) != 0) return put(x, p, r, K_WORD);
    }
    __auto_type c = unitAt(x, end);
    if (c == 0x21 || c == 0x3f) return exclamation(x, p, end);
  }
  while (unitAt(x, end) == 0x2026 || (unitAt(x, end) == 0x2e && end > p + 2)) end += 2;
  return put(x, p, end, K_PUNCTUATION);
}

// A run of ! and ? at q, with one period behind, as one token from p.
static usize exclamation(Context *x, usize p, usize q) {
  while (unitAt(x, q) == 0x21 || unitAt(x, q) == 0x3f) q += 2;
  if (unitAt(x, q) == 0x2e && unitAt(x, q + 2) != 0x2e) q += 2;
  return put(x, p, skipMarks(x, q), K_PUNCTUATION);
}

// Apostrophes and single quotes: '' and `` as one token, 'em and '90s, a clitic alone, or a quote.
static usize quote(Context *x, usize p, i32 c) {
  __auto_type next = unitAt(x, p + 2);
  if (isApostrophe(next) && (next == c || c == 0x2018)) return put(x, p, p + 4, K_PUNCTUATION);
  __auto_type after = afterAlnum(x, p);
  __auto_type r = skipLetters(x, p + 2);
  __auto_type behind = unitAt(x, r);
  if (r > p + 2 && !isApostrophe(behind) && classAt(x, r) != DIGIT) {
    __auto_type properties = lookup(x, p + 2, r);
    if ((properties & ELISION) != 0) return put(x, p, r, K_WORD);
    if ((properties & CLITIC) != 0 && p == x->chunk) return put(x, p, r, K_CLITIC);
  }
  if (classAt(x, p + 2) == DIGIT) {
    __auto_type q = skipDigits(x, p + 2);
    if (q == p + 6) {
      __auto_type end = unitAt(x, q) == 0x73 ? q + 2 : q; // '90s
      if (classAt(x, end) >= SPACE) return put(x, p, end, K_NUMBER);
    }
  }
  // An opening quote makes a following s' the end of a quotation rather than a possessive.
  x->quote = !after && classAt(x, p + 2) < SPACE ? 30 : 0;
  return marked(x, p, p + 2, K_PUNCTUATION);
}

// #hashtag, @mention, or the mark alone.
static usize tag(Context *x, usize p, i32 c) {
  __auto_type k = classAt(x, p + 2);
  if (c == 0x40) {
    if (k == LETTER || k == UPPER || unitAt(x, p + 2) == 0x5f) return put(x, p, nameEnd(x, p + 2, true), K_MENTION);
    return marked(x, p, p + 2, K_PUNCTUATION);
  }
  if (k == LETTER || k == UPPER) return put(x, p, nameEnd(x, p + 2, false), K_HASHTAG);
  __auto_type end = skipUnit(x, p, c);
  return end == p + 2 ? marked(x, p, end, K_SYMBOL) : put(x, p, skipMarks(x, end), K_SYMBOL);
}

// &amp; and its like, of at most 8 letters or digits; else the ampersand alone.
static usize entity(Context *x, usize p) {
  __auto_type q = p + 2;
  if (unitAt(x, q) == 0x23) q += 2;
  __auto_type from = q;
  while (q < p + 20) {
    u32 c = unitAt(x, q);
    if (c - 0x30 >= 10 && (c | 0x20) - 0x61 >= 26) break;
    q += 2;
  }
  if (q > from && unitAt(x, q) == 0x3b) return put(x, p, q + 2, K_SYMBOL);
  return marked(x, p, p + 2, K_PUNCTUATION);
}

// : ; = < ( > ^ - . \ _
static bool startsEmoticon(i32 c) {
  if (c >= 0x80) return false;
  u64 set = c < 0x40 ? 0x7c00610000000000 : 0x00000000d0000000;
  return ((set >> (((u64)((c & 63))))) & 1) != 0;
}

// The end of the longest emoticon at p, or 0.
static usize emoticon(Context *x, usize p) {
  for (__auto_type end = p + 8; end > p + 2; end -= 2) {
    if (end > x->stop || (lookup(x, p, end) & EMOTICON) == 0 || !standsFree(x, p, end)) continue;
    emit(x, p, end, K_EMOTICON);
    return end;
  }
  return 0;
}

// Whether the neighbours leave [p, end) an emoticon: ":D" in "D:Drive" is none, nor is ":(" in "note:(see".
static bool standsFree(Context *x, usize p, usize end) {
  __auto_type last = unitAt(x, end - 2);
  __auto_type next = classAt(x, end);
  __auto_type k = classAt(x, end - 2);
  if (last == 0x28) return next >= SPACE;
  if (last == 0x2f) return unitAt(x, end) != 0x2f && next >= SPACE;
  if (last == 0x33) return next >= SPACE && (unitAt(x, p) == 0x3c || (p == x->chunk && next == SPACE));
  if (k < SPACE) return next >= SPACE && !afterAlnum(x, p);
  if (last == 0x29 && unitAt(x, p) != 0x28) return true;
  if (last == 0x3a || last == 0x3b || k == SYMBOL) return next == SPACE;
  return next == SPACE && !afterAlnum(x, p);
}

// Emoji with variation selectors, skin tones, tags and joined emoji; flags are pairs of regional indicators.
static usize emoji(Context *x, usize p, u32 k) {
  __auto_type end = p + widthAt(x, p);
  if (k == REGIONAL && classAt(x, end) == REGIONAL) end += 4;
  while (classAt(x, end) == MARK) {
    __auto_type joiner = unitAt(x, end) == 0x200d;
    end += widthAt(x, end);
    if (joiner && classAt(x, end) == EMOJI) end += widthAt(x, end);
  }
  emit(x, p, end, K_EMOJI);
  return end;
}

// The keycap (digit, # or *, variation selector, U+20E3) at p, or 0.
static usize keycap(Context *x, usize p) {
  __auto_type q = unitAt(x, p + 2) == 0xfe0f ? p + 4 : p + 2;
  return unitAt(x, q) == 0x20e3 ? put(x, p, skipMarks(x, q + 2), K_EMOJI) : 0;
}

// The default English tokenizer: the words of Universal Dependencies and the Penn Treebank.
//
// One pass over UTF-16. What stands between white space is a chunk. Most chunks are letters alone, or letters
// and one mark: they are done here, by a table of character classes and one bit test that says whether the
// lexicon may cut the word. All others are taken apart from the left by the parts of this tokenizer
// (english-*.ts). Nothing looks further ahead than LOOKAHEAD units behind a chunk, so a window is cut safely
// before the first chunk that is nearer to its end: results do not depend on windows.
//
// Segmentation follows the guidelines of UD English and the Penn Treebank (Bies et al. 2012, English Web
// Treebank, LDC2012T13).

enum { LOOKAHEAD = 64 }; // bytes: 32 units
enum { LONGEST = 65536 }; // bytes: a chunk is cut after 32,768 units, so that memory stays flat on any input

// Tokens of the window; gives their number. `consumed` and `quote` say where and how to go on. 48 bytes behind
// the window must be readable.
static i32 tokenizeEnglish(Context *x) {
  __auto_type classes = x->classes;
  __auto_type cuts = x->cuts;
  __auto_type text = x->text;
  __auto_type start = x->start;
  __auto_type end = x->end;
  __auto_type kind = x->kind;
  i32 bias = x->base - (((i32)((text >> 1))));
  __auto_type limit = text + ((((usize)(x->units))) << 1);
  __auto_type safe = x->final != 0 ? limit : limit - min(limit - text, LOOKAHEAD);
  x->limit = limit;
  x->noMail = text;
  x->noDomain = text;
  __auto_type quote = x->quote;
  usize count = 0;
  __auto_type p = text;
  while (true) {
    __auto_type from = p;
    __auto_type reach = min(limit, from + LONGEST);
    p = skipAsciiLetters(p, reach);
    u32 c = load_u16(p);
    if (p < safe && p > from && (c == 0x20 || (p + 2 < safe && isPlainTail(x, from, p, c)))) {
      // Letters and a space, or letters, a mark and a space.
      if (quote > 0) quote--;
      if (mayBeCut(cuts, from, p)) {
        x->count = ((i32)(count));
        x->stop = c == 0x20 ? p : p + 2;
        emitWord(x, from, p);
        count = x->count;
      } else {
        store_u32(start + (count << 2), bias + (((i32)((from >> 1)))));
        store_u32(end + (count << 2), bias + (((i32)((p >> 1)))));
        store_u8(kind + count, K_WORD);
        count++;
      }
      p += 2;
      if (c == 0x20) continue;
      store_u32(start + (count << 2), bias + (((i32)((p >> 1)))) - 1);
      store_u32(end + (count << 2), bias + (((i32)((p >> 1)))));
      store_u8(kind + count, K_PUNCTUATION);
      count++;
      p += 2;
      continue;
    }
    if (p == from && p < limit && load_u8(classes + c) == SPACE) {
      p += 2;
      continue;
    }
    __auto_type stop = findSpace(classes, p, reach);
    if (stop == reach && reach < limit && cutsPair(stop)) stop -= 2;
    if (stop > safe || from == limit) {
      x->consumed = ((i32)(((from - text) >> 1)));
      x->quote = quote;
      return ((i32)(count));
    }
    if (quote > 0) quote--;
    x->count = ((i32)(count));
    x->quote = quote;
    chunk(x, from, stop);
    count = x->count;
    quote = x->quote;
    p = stop;
  }
}

// Whether the letters [from, p) end a chunk with a mark that is a token of its own: " ) , : ; ? or the period of
// what is no abbreviation.
static bool isPlainTail(Context *x, usize from, usize p, u32 c) {
  if (load_u16(p, 2) != 0x20 || c >= 0x40) return false;
  if (((0x8c00120400000000 >> (((u64)(c)))) & 1) != 0) return true;
  return c == 0x2e && p - from > 2 && (lookup(x, from, p) & ABBREVIATION) == 0;
}

// Whether p stands between the two halves of a character.
static bool cutsPair(usize p) {
  return (load_u16(p) & 0xfc00) == 0xdc00 && (load_u16(p - 2) & 0xfc00) == 0xd800;
}

// Whether the lexicon may hold a cut for the letters [from, to): by length, last and first letter.
static bool mayBeCut(usize cuts, usize from, usize to) {
  u32 first = (((u32)(load_u16(from)))) & 31;
  u32 last = (((u32)(load_u16(to - 2)))) & 31;
  __auto_type length = (to - from) >> 1;
  return length < 16 && ((((u32)(load_u16(cuts + (((last << 5) + first) << 1))))) & (1 << (((u32)(length))))) != 0;
}

// Takes the chunk apart from the left.
static void chunk(Context *x, usize p, usize stop) {
  x->chunk = p;
  x->stop = stop;
  x->noMail = max(x->noMail, p);
  x->noDomain = max(x->noDomain, p);
  x->at = 0;
  x->dot = 0;
  while (p < stop) {
    __auto_type k = classIn(x, p, stop);
    if (k < DIGIT && k != MARK) p = word(x, p, p);
    else if (k == DIGIT) {
      __auto_type end = keycap(x, p);
      p = end != 0 ? end : number(x, p);
    } else if (k == EMOJI || k == REGIONAL) p = emoji(x, p, k);
    else if (k == MARK && p > x->chunk) {
      // Marks belong to the character before them, whatever token that ended: characters are never cut.
      p = skipMarks(x, p);
      store_u32(x->end + ((x->count - 1) << 2), x->base + ((i32)((p - x->text) >> 1)));
    } else if (k == IDEOGRAPH || k == OTHER || k == MARK) {
      __auto_type end = skipMarks(x, p + widthAt(x, p));
      emit(x, p, end, k == IDEOGRAPH ? K_WORD : K_OTHER);
      p = end;
    } else p = mark(x, p);
  }
}

enum { WINDOW = 65536, CLASSES = 0x20000, SLOTS = 2048, CUTS = 2048 };

static u8 *read_file(const char *path, size_t *bytes) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END)) exit(2);
  *bytes = ftell(file);
  rewind(file);
  u8 *data = malloc(*bytes);
  if (!data || fread(data, 1, *bytes, file) != *bytes) exit(2);
  fclose(file);
  return data;
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  size_t bytes;
  u8 *tables = read_file(argv[1], &bytes);
  u16 *text = (u16 *)read_file(argv[2], &bytes);
  const size_t units = bytes / 2;
  static u16 window[WINDOW + 24];
  static u32 start[WINDOW], end[WINDOW];
  static u8 kind[WINDOW];
  Context x = {0};
  x.text = (usize)window;
  x.split = 1;
  x.classes = (usize)tables;
  x.lexicon = (usize)tables + CLASSES;
  x.mask = SLOTS - 1;
  x.cuts = (usize)tables + CLASSES + SLOTS * 24;
  x.start = (usize)start;
  x.end = (usize)end;
  x.kind = (usize)kind;
  for (int run = atoi(argv[3]); run > 0; run--) {
    u64 tokens = 0, sum = 0, nanoseconds = 0;
    x.quote = 0;
    for (size_t from = 0; from < units;) {
      const size_t to = min(units, from + WINDOW);
      memcpy(window, text + from, (to - from) * 2);
      x.units = to - from;
      x.final = to == units;
      x.base = from;
      struct timespec before, after;
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
      const i32 count = tokenizeEnglish(&x);
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
      nanoseconds += (after.tv_sec - before.tv_sec) * 1000000000ull + after.tv_nsec - before.tv_nsec;
      for (i32 i = 0; i < count; i++) sum = (sum * 31 + start[i] * 7 + end[i] * 3 + kind[i]) & 0xffffffff;
      tokens += count;
      from += x.consumed;
    }
    printf("%llu %llu %llu\n", (unsigned long long)tokens, (unsigned long long)sum, (unsigned long long)nanoseconds);
  }
  return 0;
}
