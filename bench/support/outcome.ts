/** What a benchmark is and what it gives: rows of figures, and targets that are met or not. */

/** A column of figures. */
export interface FigureColumn {
  readonly key: string
  /** Heading with the unit. */
  readonly label: string
  readonly digits: number
}

/** An engine's figures; what it has not is left out. */
export interface FigureRow {
  readonly engine: string
  readonly ours?: boolean
  readonly version?: string
  readonly values: Readonly<Record<string, number>>
  /** Half the distance between the quartiles, where a figure is a median. */
  readonly spread?: Readonly<Record<string, number>>
  readonly note?: string
}

/** A figure that is promised. */
export interface Target {
  readonly what: string
  readonly got: string
  readonly met: boolean
}

/** A bar chart of one column. */
export interface Chart {
  readonly column: string
  readonly title: string
  readonly subtitle: string
}

/** The result of a benchmark. */
export interface Outcome {
  readonly columns: readonly FigureColumn[]
  readonly rows: readonly FigureRow[]
  readonly targets: readonly Target[]
  /** Answers that were not the expected ones; empty when all is right. */
  readonly wrong: readonly string[]
  readonly notes: readonly string[]
  readonly chart?: Chart
}

/** What a benchmark is given. */
export interface BenchContext {
  /** Small inputs, few rounds: are the answers right, and about how do the engines compare? */
  readonly smoke: boolean
  /** Another checkout, built, to be measured beside this one. */
  readonly previous?: string
  log(line: string): void
}

/** A benchmark. */
export interface Definition {
  readonly name: string
  readonly title: string
  /** What is measured, and how; for the table's introduction. */
  readonly about: string
  /** Whether `--smoke` runs it too. */
  readonly smoke: boolean
  run(context: BenchContext): Promise<Outcome>
}

/** A number with a fixed count of digits and thousands separated. */
export function formatNumber(value: number, digits: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** A target with its verdict. */
export function target(what: string, got: string, met: boolean): Target {
  return { what, got, met }
}
