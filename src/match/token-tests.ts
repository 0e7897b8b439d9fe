/**
 * Tests of tokens: conditions on attributes, as data and as the matchers hold them.
 *
 * A predicate is a conjunction of tests, negated or not. The text syntaxes and the data form are both read into it.
 */
import { nearest, WordloomError } from '../core/errors.js'
import { Pattern } from '../text/pattern.js'

/** A value of an attribute. */
export type AttributeValue = string | number

/** Conditions on one attribute; all must hold. */
export interface AttributeCondition {
  /** One of these values. */
  readonly in?: readonly AttributeValue[]
  /** None of these values. */
  readonly notIn?: readonly AttributeValue[]
  /** A regular expression that matches somewhere in the value (`^` and `$` tie it to the ends). */
  readonly matches?: string | RegExp
  /** A regular expression that matches nowhere in it. */
  readonly notMatches?: string | RegExp
  /** The value is a number greater than this. */
  readonly above?: number
  readonly atLeast?: number
  readonly below?: number
  readonly atMost?: number
}

/** Conditions on attributes by name: a value, a list of values, or an {@link AttributeCondition}. All must hold. */
export type TokenTests = Readonly<
  Record<string, AttributeValue | readonly AttributeValue[] | AttributeCondition>
>

/** One test; `values` as strings, numbers in their shortest form. */
export type Test = {
  readonly attribute: string
  readonly negated: boolean
} & (
  | { readonly is: 'in'; readonly values: readonly string[] }
  | { readonly is: 'matches'; readonly source: string; readonly flags: string }
  | { readonly is: '<' | '<=' | '>' | '>='; readonly number: number }
)

/** Tests that must all hold, or, negated, must not all hold. */
export interface Predicate {
  readonly tests: readonly Test[]
  readonly negated: boolean
}

const COMPARISONS = { above: '>', atLeast: '>=', below: '<', atMost: '<=' } as const
const CONDITIONS = ['in', 'notIn', 'matches', 'notMatches', ...Object.keys(COMPARISONS)]

/** A predicate from its data form. @throws QUERY_SYNTAX when it is no such form */
export function predicateOf(tests: TokenTests, negated: boolean, where: string): Predicate {
  if (typeof tests !== 'object' || tests === null || Array.isArray(tests)) {
    throw wrongData(
      `${where}: token is ${JSON.stringify(tests)}, expected an object such as { lemma: 'be' }.`,
    )
  }
  const list: Test[] = []
  for (const [attribute, condition] of Object.entries(tests)) {
    if (typeof condition === 'string' || typeof condition === 'number') {
      list.push({ attribute, negated: false, is: 'in', values: [String(condition)] })
    } else if (Array.isArray(condition)) {
      list.push({ attribute, negated: false, is: 'in', values: valuesOf(condition, attribute, where) })
    } else list.push(...conditionTests(attribute, condition as AttributeCondition, where))
  }
  return { tests: list, negated }
}

function conditionTests(attribute: string, condition: AttributeCondition, where: string): Test[] {
  if (typeof condition !== 'object' || condition === null) {
    throw wrongData(`${where}: attribute ${attribute} has ${JSON.stringify(condition)} as its condition.`)
  }
  return Object.entries(condition).map(([name, value]): Test => {
    const negated = name === 'notIn' || name === 'notMatches'
    if (name === 'in' || name === 'notIn') {
      return { attribute, negated, is: 'in', values: valuesOf(value, attribute, where) }
    }
    if (name === 'matches' || name === 'notMatches') {
      const [source, flags] = value instanceof RegExp ? [value.source, value.flags] : [value, '']
      if (typeof source !== 'string') {
        throw wrongData(
          `${where}: ${attribute}.${name} is ${JSON.stringify(value)}, expected a regular expression.`,
        )
      }
      new Pattern(source, flags) // here an error says where it is
      return { attribute, negated, is: 'matches', source, flags }
    }
    if (!Object.hasOwn(COMPARISONS, name)) {
      throw wrongData(
        `${where}: attribute ${attribute} has the condition '${name}'; did you mean '${nearest(name, CONDITIONS)}'?`,
      )
    }
    if (typeof value !== 'number' || Number.isNaN(value)) {
      throw wrongData(`${where}: ${attribute}.${name} is ${JSON.stringify(value)}, expected a number.`)
    }
    return { attribute, negated, is: COMPARISONS[name as keyof typeof COMPARISONS], number: value }
  })
}

function valuesOf(values: unknown, attribute: string, where: string): string[] {
  if (
    Array.isArray(values) &&
    values.every((value) => typeof value === 'string' || typeof value === 'number')
  ) {
    return values.map(String)
  }
  throw wrongData(
    `${where}: the values of ${attribute} are ${JSON.stringify(values)}, expected a list of strings or numbers.`,
  )
}

/** An error of the data form. */
export function wrongData(message: string): WordloomError {
  return new WordloomError('QUERY_SYNTAX', {
    message,
    hint: `Conditions are a value, a list of values, or an object of ${CONDITIONS.join(', ')}.`,
  })
}

/** What tells whether a value passes `test`, before it is negated. Words compare as they are, numbers as numbers. */
export function compileTest(test: Test): (value: AttributeValue) => boolean {
  switch (test.is) {
    case 'in': {
      const words = new Set(test.values)
      const numbers = new Set(test.values.map(asNumber))
      return (value) => (typeof value === 'number' ? numbers.has(value) : words.has(value))
    }
    case 'matches': {
      const pattern = new Pattern(test.source, test.flags)
      return (value) => {
        let found = false
        pattern.scan(String(value), () => {
          found = true
        })
        return found
      }
    }
    case '<':
      return (value) => asNumber(value) < test.number
    case '<=':
      return (value) => asNumber(value) <= test.number
    case '>':
      return (value) => asNumber(value) > test.number
    case '>=':
      return (value) => asNumber(value) >= test.number
  }
}

/** The number that a value is; NaN for what is none. */
export function asNumber(value: AttributeValue): number {
  return typeof value === 'number' ? value : value.trim() === '' ? Number.NaN : Number(value)
}
