import type { Fields } from '../visitor.ts'

/** What an assessor enters. */
export function signing(codes: readonly string[]): Fields {
  const year = new Date().getUTCFullYear()
  return {
    codes,
    ...everyPart(codes),
    ...{ method: 'observed', setting: 'A ward', note: '' },
    ...{ 'assessed-day': '1', 'assessed-month': '2', 'assessed-year': String(year) },
    ...{ 'review-day': '1', 'review-month': '2', 'review-year': String(year + 1) },
  }
}

/** Ticks whatever a statement asks for. */
export function everyPart(codes: readonly string[]): Fields {
  return Object.fromEntries(codes.map((code) => [`parts-${code}`, ['0', '1', '2', '3', '4', '5']]))
}
