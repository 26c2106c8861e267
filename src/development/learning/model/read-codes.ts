import { levelSlugs } from '../../../frameworks/model/framework.ts'
import type { CourseLevel } from './course.ts'

export interface ReadCodes {
  readonly codes: readonly string[]
  /** As they were written: no statement has them. */
  readonly unknown: readonly string[]
  /** Statements of another level than the course. */
  readonly elsewhere: readonly string[]
}

/** "3.9, 3.11-entry": a code in full, or without its level, which is then the level of the course. */
export function readCodes(text: string, level: CourseLevel, known: ReadonlySet<string>): ReadCodes {
  const written = [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;|]+/)
        .filter((one) => one !== ''),
    ),
  ]
  const read = written.map((one) => readOne(one, level, known))
  return {
    codes: [...new Set(read.flatMap(({ codes }) => codes))],
    unknown: read.flatMap(({ codes, written }) => (codes.length === 0 ? [written] : [])),
    elsewhere: read.flatMap(({ codes }) =>
      codes.filter((code) => level !== 'any' && !code.endsWith(`-${level}`)),
    ),
  }
}

function readOne(written: string, level: CourseLevel, known: ReadonlySet<string>) {
  if (known.has(written)) return { written, codes: [written] }
  const levels = level === 'any' ? levelSlugs : [level]
  const codes = levels.map((one) => `${written}-${one}`).filter((code) => known.has(code))
  return { written: written.slice(0, 40), codes }
}
