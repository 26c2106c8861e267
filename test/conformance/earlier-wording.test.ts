/** What was issued once keeps its signature, whatever words are chosen for it since. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { summariseCredential } from '../../src/credentials/model/credential-summary.ts'
import { verifyCredential } from '../../src/credentials/model/verify-credential.ts'
import { ashbourne, now } from './example-facts.ts'

/** Issued when a way of checking identity was free text, and an assessor had no job title. */
const earlier = JSON.parse(readFileSync(join(import.meta.dirname, 'earlier-wording.json'), 'utf8'))

function verify(document: unknown) {
  return verifyCredential(document, {
    now,
    findIssuer: async () => ({
      known: true,
      name: 'Ashbourne NHS Trust',
      keyOf: (method) =>
        method === ashbourne.verificationMethod ? ashbourne.publicKey : undefined,
    }),
    readStatus: async () => ({ state: 'clear' }),
  })
}

it('a credential that was issued with earlier wording still verifies, and is read', async () => {
  const verdict = await verify(earlier)
  expect(verdict.outcome).toBe('valid')
  const summary = summariseCredential(earlier, verdict, { name: 'Ashbourne NHS Trust' })
  expect(summary.identityCheck).toContain('How: passport seen in person.')
  expect(summary.assessor).toEqual({ name: 'Ruth Ellison', registration: 'HCPC DEMO-00123' })
})

it('and not with the wording of today put in its place', async () => {
  const reworded = JSON.stringify(earlier).replace(
    'passport seen in person',
    'Photo identity document, seen in person',
  )
  expect((await verify(JSON.parse(reworded))).outcome).toBe('invalid')
})
