/** The copy of a person's record: one reading of it for people, and the same for programs. */
import { dayInWords, timeInWords } from '../../../language/plain-dates.ts'
import type { RecordSection, RecordValue } from '../../../personal-record.ts'
import { keptInWords, kindOf, type RetentionKind } from '../../retention/model/retention.ts'

export interface PersonalCopy {
  readonly madeAt: Date
  readonly personId: string
  readonly name: string
  readonly sections: readonly RecordSection[]
}

/** Changes only when a program that reads the file would have to change too. */
const copyFormat = 'lanyard-personal-record/1'

/** The file for programs: docs/your-record-format.md. */
export function copyAsJson(copy: PersonalCopy, kinds: readonly RetentionKind[]): string {
  const { madeAt, personId, name, sections } = copy
  const written = {
    format: copyFormat,
    madeAt,
    person: { id: personId, name },
    sections: sections.map(({ key, title, about, kind, records }) => ({
      ...{ key, title, about, kept: keptOf(kinds, kind), records: records.map(withoutNothing) },
    })),
  }
  return `${JSON.stringify(written, undefined, 2)}\n`
}

function keptOf(kinds: readonly RetentionKind[], slug: string) {
  const kind = kindOf(kinds, slug)
  return { kind: slug, how: keptInWords(kind), why: kind.why, basis: kind.basis, law: kind.law }
}

function withoutNothing(record: Readonly<Record<string, RecordValue>>) {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))
}

/** A record as its labels and the words beside them, in reading order; what is empty is left out. */
export function readableRecord(
  { labels, words = {} }: Pick<RecordSection, 'labels' | 'words'>,
  record: Readonly<Record<string, RecordValue>>,
): { readonly label: string; readonly value: string }[] {
  return Object.entries(labels).flatMap(([key, label]) => {
    const value = readableValue(record[key], words[key])
    return value === '' ? [] : [{ label, value }]
  })
}

/** One line of a table: a cell for each label, empty or not. */
export function readableCells(
  { labels, words = {} }: Pick<RecordSection, 'labels' | 'words'>,
  record: Readonly<Record<string, RecordValue>>,
): string[] {
  return Object.keys(labels).map((key) => readableValue(record[key], words[key]))
}

function readableValue(value: RecordValue, words: Readonly<Record<string, string>> = {}): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return timeInWords(value)
  if (Array.isArray(value)) return value.map((one) => readableValue(one, words)).join('; ')
  if (typeof value === 'object') {
    return Object.values(value)
      .map((one) => readableValue(one, words))
      .filter((one) => one !== '')
      .join(', ')
  }
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  const text = String(value)
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dayInWords(text)
  return words[text] ?? text
}
