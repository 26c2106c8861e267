import type { Fields } from '../visitor.ts'

/** What an assessor enters. */
export function signing(codes: readonly string[]): Fields {
  const year = new Date().getUTCFullYear()
  return {
    codes,
    ...{ method: 'observed', setting: 'A ward', note: '' },
    ...{ 'assessed-day': '1', 'assessed-month': '2', 'assessed-year': String(year) },
    ...{ 'review-day': '1', 'review-month': '2', 'review-year': String(year + 1) },
  }
}
