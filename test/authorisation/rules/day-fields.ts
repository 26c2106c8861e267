/** A day as a form sends it, so many days from today. */
import type { Fields } from '../../visitor.ts'

export function dayFields(field: string, inDays = 0): Fields {
  const day = new Date(Date.now() + inDays * 86_400_000)
  return {
    [`${field}-day`]: String(day.getUTCDate()),
    [`${field}-month`]: String(day.getUTCMonth() + 1),
    [`${field}-year`]: String(day.getUTCFullYear()),
  }
}
