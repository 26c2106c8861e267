import { describe, expect, it } from 'vitest'
import { checkDates } from './check-dates.ts'

const [from, until] = ['2026-03-03T10:00:00Z', '2027-03-03T23:59:59Z']
const both = { validFrom: from, validUntil: until }

describe('the dates of a document', () => {
  it.each([
    ['from its first moment', both, from, 'valid', ['since 3 March 2026', 'due on 3 March 2027']],
    ['until its last', both, until, 'valid', ['since 3 March 2026', 'due on 3 March 2027']],
    ['before the first', both, '2026-03-03T09:59:59Z', 'invalid', ['not yet', '3 March 2026']],
    ['after the last', both, '2027-03-04T00:00:00Z', 'invalid', ['was due', '3 March 2027']],
    ['without a first', { validUntil: until }, '1999-01-01', 'valid', ['In force.', 'is due on']],
    ['without a last', { validFrom: from }, '2099-01-01', 'valid', ['since', 'no review date']],
    ['with none', {}, '2026-06-01', 'valid', ['In force.', 'no review date']],
    ['that are crossed', { validFrom: until, validUntil: from }, '2026-06-01', 'invalid', ['due']],
    ['the first no date', { ...both, validFrom: 'now' }, '2026-06-01', 'unknown', ['relied']],
    ['the first null', { ...both, validFrom: null }, '2026-06-01', 'unknown', ['relied']],
    ['the last no date', { ...both, validUntil: 'never' }, '2026-06-01', 'unknown', ['relied']],
    ['the last with no zone', { validUntil: '2099-01-01T00:00:00' }, from, 'unknown', ['relied']],
  ] as const)('%s', (_, document, now, outcome, said) => {
    const step = checkDates(document, new Date(now))
    expect(step).toMatchObject({ step: 'date', outcome })
    for (const words of said) expect(step.message).toContain(words)
  })
})
