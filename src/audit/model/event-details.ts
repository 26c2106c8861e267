/** What an event may say: only ids, codes, dates and numbers, so that erasing words leaves it whole. */

/** Lists, and things one level deep such as a step-up, are looked into when the event is recorded. */
type Detail = string | number | boolean | null | object

export type EventDetails = Readonly<Record<string, Detail | undefined>> & {
  /** The organisation for which it was done; those who manage it may read the event. */
  readonly organisation?: string | undefined
  /** The person whose record it touches; they may read the event. */
  readonly about?: string | undefined
}

const longest = 100
const day = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,6})?Z)?$/
/** In small letters and without spaces: names and sentences are not written so. */
const code = /^[a-z0-9]+([-._:/][a-z0-9]+)*$/
const reference = /^[a-z]+(-[a-z]+)*:[\w.:/#-]+$/

/** What is wrong with an event, for whoever writes the action that records it. */
export function checkEvent(
  subjectRef: string,
  details: Readonly<Record<string, unknown>>,
): string[] {
  const faulty = Object.entries(details).filter(([, value]) => !isDetail(value))
  return [
    ...(reference.test(subjectRef) ? [] : ['its subject is not kind:id']),
    ...faulty.map(([key]) => `${key} is more than an id, a code, a date or a number`),
  ]
}

function isDetail(value: unknown): boolean {
  if (value === undefined) return true
  if (Array.isArray(value)) return value.length <= 1000 && value.every(isPlain)
  if (typeof value !== 'object' || value === null || value instanceof Date) return isPlain(value)
  return Object.values(value).every(isPlain)
}

function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'boolean') return true
  if (value instanceof Date) return !Number.isNaN(value.getTime())
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value === 'string' && isCode(value)
}

function isCode(value: string): boolean {
  return value.length <= longest && (code.test(value) || day.test(value))
}
