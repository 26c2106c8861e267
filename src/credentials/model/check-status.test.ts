import { describe, expect, it } from 'vitest'
import { checkStatus, type StatusEntry, type StatusReading } from './check-status.ts'

const revocation = {
  ...{ type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
  ...{ statusListIndex: '94567', statusListCredential: 'https://lanyard.example/status/1' },
}
const message = { ...revocation, statusPurpose: 'message', statusSize: 2 }

async function check(credentialStatus: unknown, reading: StatusReading = { state: 'clear' }) {
  const asked: StatusEntry[] = []
  const step = await checkStatus({ credentialStatus }, async (entry) => {
    asked.push(entry)
    return reading
  })
  return { ...step, asked }
}

describe('the status of a credential', () => {
  it.each([
    ['one entry', revocation],
    ['one entry in a list', [revocation]],
    ['a size of one bit', { ...revocation, statusSize: 1 }],
    ['an entry that says nothing of whether it stands', [message, revocation]],
  ])('is asked for at its address and index, with %s', async (_, written) => {
    const { asked, ...step } = await check(written)
    expect(asked).toEqual([
      { purpose: 'revocation', list: revocation.statusListCredential, index: 94567 },
    ])
    expect(step).toMatchObject({ step: 'status', outcome: 'valid' })
    expect(step.message).toContain('not withdrawn')
  })

  it('is asked for in as many as eight places, and in no more', async () => {
    const eight = Array.from({ length: 8 }, () => revocation)
    expect(await check(eight)).toMatchObject({ outcome: 'valid', asked: { length: 8 } })
    expect(await check([...eight, revocation])).toMatchObject({ outcome: 'unknown', asked: [] })
  })

  it.each([undefined, null, [[]].flat()])('is unknown where none is kept: %j', async (written) => {
    const { outcome, message, asked } = await check(written)
    expect([outcome, asked]).toEqual(['unknown', []])
    expect(message).toContain('keeps no withdrawal list')
  })

  it.each([
    ['text', 'revoked'],
    ['nothing', [null, revocation]],
    ['another type', { ...revocation, type: 'BitstringStatusList' }],
    ['no purpose', { ...revocation, statusPurpose: undefined }],
    ['two purposes', [{ ...revocation, statusPurpose: ['revocation'] }, revocation]],
    ['only a message', message],
    ['only a suspension', { ...revocation, statusPurpose: 'suspension' }],
    ['two bits', { ...revocation, statusSize: 2 }],
    ['an index that is a number', { ...revocation, statusListIndex: 7 }],
    ['an index with more behind it', { ...revocation, statusListIndex: '7x' }],
    ['an index with more before it', { ...revocation, statusListIndex: 'x7' }],
    ['an index past all lists', { ...revocation, statusListIndex: '1234567890' }],
    ['no index', { ...revocation, statusListIndex: undefined }],
    ['no list', { ...revocation, statusListCredential: undefined }],
    ['a list that is no address', { ...revocation, statusListCredential: { id: 'urn:x:1' } }],
  ])('is unknown, and not asked for, with %s', async (_, written) => {
    const { outcome, message, asked } = await check(written)
    expect([outcome, asked]).toEqual(['unknown', []])
    expect(message).toContain('not supported')
  })

  it.each([
    ['revoked', 'invalid', 'Withdrawn'],
    ['suspended', 'invalid', 'Suspended'],
    ['unreachable', 'unknown', 'could not be read'],
  ] as const)('is, where the list says %s, %s', async (state, outcome, words) => {
    const step = await check(revocation, { state })
    expect(step.outcome).toBe(outcome)
    expect(step.message).toContain(words)
  })
})
