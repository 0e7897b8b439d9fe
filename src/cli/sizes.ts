/**
 * Sizes as people read and write them: 26.1 MB, 10MB, 500kB. Units are decimal, as disks and networks have them.
 */
import { Failure } from './failure.js'

const UNITS: Readonly<Record<string, number>> = {
  b: 1,
  k: 1e3,
  m: 1e6,
  g: 1e9,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
}

/** '26.1 MB', '803 kB', '12 B'. */
export function sizeText(bytes: number): string {
  if (bytes >= 999_500_000) return `${(bytes / 1e9).toFixed(1)} GB`
  if (bytes >= 999_500) return `${(bytes / 1e6).toFixed(1)} MB`
  return bytes >= 1000 ? `${Math.round(bytes / 1e3)} kB` : `${bytes} B`
}

/** '45 ms', '1.2 s', '3:07 min'. */
export function timeText(seconds: number): string {
  if (seconds < 1) return `${Math.max(1, Math.round(seconds * 1000))} ms`
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')} min`
}

/** Bytes of a size such as 10MB or 1.5 GB; a number alone is bytes. @throws Failure (usage) */
export function readSize(option: string, text: string): number {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?) ?([a-z]*)$/i.exec(text.trim()) ?? []
  const factor = UNITS[unit.toLowerCase() || 'b']
  if (number !== '' && factor !== undefined) return Math.floor(Number(number) * factor)
  throw new Failure('usage', `--${option} is '${text}'; expected a size`, `--${option} 10MB`)
}

/** A whole number, or what part of one the option allows. @throws Failure (usage) */
export function readNumber(option: string, text: string, least: number, whole = true): number {
  const value = Number(text)
  const right = text.trim() !== '' && value >= least && value < 1e6 && (!whole || Number.isInteger(value))
  if (right) return value
  throw new Failure(
    'usage',
    `--${option} is '${text}'; expected a ${whole ? 'whole ' : ''}number from ${least}`,
  )
}
