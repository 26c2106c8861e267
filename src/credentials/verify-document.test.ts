import { describe, expect, it } from 'vitest'
import { exampleFacts, testIssuer } from '../../test/conformance/example-facts.ts'
import { issueForTest, organisation, people, personWith } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { asActor } from '../database/as-actor.ts'
import { withdrawCredential } from './credentials-actions.ts'
import { didDocument } from './did-document.ts'
import type { FetchDocument } from './fetch-document.ts'
import {
  type AchievementFacts,
  achievementCredential,
  statusListCredential,
} from './model/achievement-credential.ts'
import { publicKeyMultibase } from './model/multikey.ts'
import { signCredential } from './model/sign-credential.ts'
import { emptyStatusList, encodeStatusList, withStatus } from './model/status-list.ts'
import { type CheckedDocument, verifyDocument } from './verify-document.ts'

const { site } = await testSite()

/** Fails when asked: what is ours is never fetched. */
const neverFetch: FetchDocument = (address) => {
  throw new Error(`${address} was fetched`)
}

const outcomes = ({ steps }: CheckedDocument) =>
  Object.fromEntries(steps.map(({ step, outcome }) => [step, outcome]))
const messageOf = ({ steps }: CheckedDocument, wanted: string) =>
  steps.find(({ step }) => step === wanted)?.message

describe('a credential of ours', () => {
  it('is valid in all four steps, and nothing is fetched', async () => {
    const { document } = await issueForTest(site)
    const checked = await verifyDocument(site, document, neverFetch)
    expect(checked.outcome).toBe('valid')
    expect(checked.steps.map(({ step }) => step)).toEqual(['signature', 'issuer', 'status', 'date'])
    expect(checked.summary).toMatchObject({
      proven: true,
      issuerName: 'Merrowfell Hospitals NHS Trust',
      method: 'observed',
      assessedOn: '2 March 2026',
      reviewOn: '1 January 2099',
      assessor: {
        name: 'Ruth Ellison',
        jobTitle: 'Occupational therapist',
        registration: 'HCPC DEMO-00123',
      },
      setting: 'Community rehabilitation',
    })
    expect(checked.summary?.identityCheck).toMatch(
      /How: Photo identity document, seen in person\.$/,
    )
    expect(checked.summary?.statements[0]).toMatchObject({ code: '3.9.1-entry', level: 'Entry' })
  })

  it('is read from text and from bytes alike', async () => {
    const { document } = await issueForTest(site)
    const text = JSON.stringify(document, null, 2)
    expect((await verifyDocument(site, text, neverFetch)).outcome).toBe('valid')
    expect((await verifyDocument(site, Buffer.from(text), neverFetch)).outcome).toBe('valid')
  })

  it('is invalid from the moment it is withdrawn, and says only when', async () => {
    const { id, document } = await issueForTest(site)
    expect((await verifyDocument(site, document, neverFetch)).outcome).toBe('valid')
    const actor = personWith(people.issuer)
    await asActor(site.db, actor, (db) => withdrawCredential(db, actor, id))
    const checked = await verifyDocument(site, document, neverFetch)
    expect(checked.outcome).toBe('invalid')
    expect(messageOf(checked, 'status')).toMatch(/^Withdrawn by the issuer on \d{1,2} \w+ \d{4}\.$/)
    expect(outcomes(checked)).toMatchObject({ signature: 'valid', issuer: 'valid', date: 'valid' })
  })

  it('is invalid once its review was due', async () => {
    const { document } = await issueForTest(site, { reviewOn: '2026-06-30' })
    const late = { ...site, now: () => new Date('2099-07-01T09:00:00Z') }
    const checked = await verifyDocument(late, document, neverFetch)
    expect(outcomes(checked)).toMatchObject({ status: 'valid', date: 'invalid' })
  })

  it('is invalid when a word was changed, and what it says is then only claimed', async () => {
    const { document } = await issueForTest(site)
    const checked = await verifyDocument(site, { ...document, name: 'Everything' }, neverFetch)
    expect(checked.outcome).toBe('invalid')
    expect(checked.summary?.proven).toBe(false)
  })

  // The graph, and so the signature, is the same however often a part of it is written down.
  it('may not be written anew so that less of it is seen', async () => {
    const { document } = await issueForTest(site)
    const subject = Object(document.credentialSubject)
    const { id, name, ...rest } = Object(document.evidence)[1]
    const { source } = subject
    for (const rewritten of [
      { evidence: [Object(document.evidence)[0], { id, name }, { id, ...rest }] },
      { credentialSubject: { ...subject, source: [{ id: source.id }, source] } },
      { credentialSubject: [{ id: subject.id }, subject] },
    ]) {
      const checked = await verifyDocument(site, { ...document, ...rewritten }, neverFetch)
      expect([checked.outcome, checked.summary]).toEqual(['unknown', undefined])
      expect(checked.steps[0]?.message).toContain('in two places')
    }
  })

  it('is not made by a key that an organisation never had', async () => {
    const forger = testIssuer(`did:web:localhost%3A3000:orgs:${organisation}`, 3)
    const document = await signed(forger)
    expect((await verifyDocument(site, document, neverFetch)).outcome).not.toBe('valid')
  })

  it('does not come from an organisation that is not in the register', async () => {
    const unknown = testIssuer('did:web:localhost%3A3000:orgs:somebody-else', 3)
    const checked = await verifyDocument(site, await signed(unknown), neverFetch)
    expect(outcomes(checked)).toMatchObject({ signature: 'unknown', issuer: 'unknown' })
  })

  it('is not vouched for by another organisation’s status list', async () => {
    const { document } = await issueForTest(site)
    const list = `${site.config.baseUrl}/status/${organisation}-1-revocation`
    expect(JSON.stringify(document)).toContain(list)
    const did = `did:web:stranger.example`
    const stranger = testIssuer(did, 5)
    const place = { list, index: 3 }
    const own = await signed(stranger, { revocation: place, suspension: place })
    const fetched = served({ 'https://stranger.example/.well-known/did.json': didOf(stranger) })
    const checked = await verifyDocument(site, own, fetched)
    expect(outcomes(checked)).toMatchObject({ signature: 'valid', status: 'unknown' })
  })
})

const foreign = testIssuer('did:web:skills.example:orgs:a', 11)
const listAddress = 'https://skills.example/status/1'
const didAddress = 'https://skills.example/orgs/a/did.json'
const didOf = (issuer: typeof foreign) =>
  didDocument(issuer.did, [
    { id: issuer.verificationMethod, publicKey: Buffer.from(issuer.publicKey) },
  ])

function signed(issuer: typeof foreign, given: Partial<AchievementFacts> = {}) {
  const example = exampleFacts(1)
  const place = { list: listAddress, index: 77 }
  const facts = { ...example, reviewOn: '2099-01-01', revocation: place, suspension: place }
  return signCredential(
    achievementCredential({ ...facts, issuer: { ...example.issuer, did: issuer.did }, ...given }),
    { ...issuer, created: example.issuedAt },
  )
}

function signedList(issuer: typeof foreign, { id = listAddress, set = false } = {}) {
  const encodedList = encodeStatusList(withStatus(emptyStatusList(), 77, set))
  const issuedAt = new Date('2026-03-01T00:00:00Z')
  return signCredential(
    statusListCredential({ id, issuer: issuer.did, purpose: 'revocation', encodedList, issuedAt }),
    { ...issuer, created: issuedAt },
  )
}

function served(documents: Readonly<Record<string, unknown>>): FetchDocument {
  return async (address) => documents[address]
}

describe('a credential of an issuer elsewhere', () => {
  async function check(documents: Readonly<Record<string, unknown>>) {
    const { credentialStatus: _, ...rest } = achievementCredential({
      ...exampleFacts(1),
      reviewOn: '2099-01-01',
      issuer: { ...exampleFacts(1).issuer, did: foreign.did },
    })
    const entry = {
      id: `${listAddress}#77`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '77',
      statusListCredential: listAddress,
    }
    const document = await signCredential(
      { ...rest, credentialStatus: [entry] },
      { ...foreign, created: exampleFacts(1).issuedAt },
    )
    return verifyDocument(site, document, served(documents))
  }

  it('is checked in every step, and stays unknown because nobody here knows the issuer', async () => {
    const checked = await check({
      [didAddress]: didOf(foreign),
      [listAddress]: await signedList(foreign),
    })
    expect(checked.outcome).toBe('unknown')
    expect(outcomes(checked)).toEqual({
      signature: 'valid',
      issuer: 'unknown',
      status: 'valid',
      date: 'valid',
    })
    expect(checked.summary?.issuerName).toBeUndefined()
  })

  it('is invalid when its issuer withdrew it', async () => {
    const checked = await check({
      [didAddress]: didOf(foreign),
      [listAddress]: await signedList(foreign, { set: true }),
    })
    expect(checked.outcome).toBe('invalid')
    expect(messageOf(checked, 'status')).toBe('Withdrawn by the issuer.')
  })

  it('is unknown when nobody answers', async () => {
    const checked = await check({})
    expect(outcomes(checked)).toMatchObject({ signature: 'unknown', issuer: 'unknown' })
    expect(messageOf(checked, 'signature')).toMatch(/could not be reached/)
  })

  it.each([
    ['nobody serves it', async () => undefined],
    ['it is not a credential', async () => ({ encodedList: 'u' })],
    ['another issuer signed it', () => signedList(testIssuer('did:web:other.example', 4))],
    ['another key signed it', () => signedList(testIssuer(foreign.did, 4))],
    ['it is the list of another address', () => signedList(foreign, { id: `${listAddress}0` })],
    [
      'a bit was changed after it was signed',
      async () => {
        const list = await signedList(foreign)
        const subject = list.credentialSubject as Record<string, unknown>
        const encodedList = encodeStatusList(withStatus(emptyStatusList(), 5, true))
        return { ...list, credentialSubject: { ...subject, encodedList } }
      },
    ],
  ])('has an unknown status when %s', async (_, list) => {
    const checked = await check({ [didAddress]: didOf(foreign), [listAddress]: await list() })
    expect(outcomes(checked)).toMatchObject({ signature: 'valid', status: 'unknown' })
  })

  it.each([
    ['for another purpose', { assertionMethod: [] }],
    ['of another document', { id: 'did:web:other.example' }],
    [
      'that somebody else controls',
      {
        verificationMethod: [
          {
            id: foreign.verificationMethod,
            type: 'Multikey',
            controller: 'did:web:other.example',
            publicKeyMultibase: publicKeyMultibase(foreign.publicKey),
          },
        ],
      },
    ],
    [
      'that was revoked',
      {
        verificationMethod: [
          {
            id: foreign.verificationMethod,
            type: 'Multikey',
            controller: foreign.did,
            publicKeyMultibase: publicKeyMultibase(foreign.publicKey),
            revoked: '2026-01-01T00:00:00Z',
          },
        ],
      },
    ],
  ])('is not believed on a key %s', async (_, changes) => {
    const checked = await check({ [didAddress]: { ...didOf(foreign), ...changes } })
    expect(outcomes(checked)).toMatchObject({ signature: 'unknown' })
  })

  it('is never fetched before the signature holds', async () => {
    const asked: string[] = []
    const document = await signed(foreign)
    await verifyDocument(site, { ...document, name: 'Changed' }, async (address) => {
      asked.push(address)
      return address === didAddress ? didOf(foreign) : undefined
    })
    expect(asked).toEqual([didAddress])
  })
})

describe('without a register', () => {
  it('knows nobody, looks issuers up over https, and says so', async () => {
    const { document } = await issueForTest(site)
    const asked: string[] = []
    const nobody = { config: site.config, now: site.now }
    const checked = await verifyDocument(nobody, document, async (address) => {
      asked.push(address)
      return undefined
    })
    expect(checked.outcome).toBe('unknown')
    expect(asked).toEqual([`https://localhost:3000/orgs/${organisation}/did.json`])
    expect(messageOf(checked, 'issuer')).toMatch(/no register on this computer/)
  })
})

describe('what cannot be checked at all', () => {
  it.each([
    ['no JSON', 'hello'],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['JSON that is no credential', '{"name":"Ruth"}'],
    ['a list', '[]'],
    ['more than 1 MB', JSON.stringify({ text: 'x'.repeat(1_000_001) })],
  ])('is unreadable: %s', async (_, source) => {
    const checked = await verifyDocument(site, source, neverFetch)
    expect(checked).toMatchObject({ outcome: 'unknown', unreadable: 'not-a-credential' })
    expect(checked.summary).toBeUndefined()
  })

  it('is a proof of another kind', async () => {
    const { document } = await issueForTest(site)
    const proof = { ...Object(document.proof), cryptosuite: 'ecdsa-rdfc-2019' }
    const checked = await verifyDocument(site, { ...document, proof }, neverFetch)
    expect(checked.unreadable).toBe('not-supported')
    expect(messageOf(checked, 'signature')).toMatch(/eddsa-rdfc-2022/)
  })

  it('is a vocabulary that is not known, wherever it stands, and it is not fetched', async () => {
    const { document } = await issueForTest(site)
    const contexts = document['@context'] as string[]
    const subject = document.credentialSubject as Record<string, unknown>
    const strange = 'https://example.com/contexts/v1'
    for (const changed of [
      { ...document, '@context': [...contexts, strange] },
      { ...document, credentialSubject: { ...subject, '@context': strange } },
    ]) {
      const checked = await verifyDocument(site, changed, neverFetch)
      expect(checked.unreadable).toBe('not-supported')
      expect(messageOf(checked, 'signature')).toContain(strange)
    }
  })

  it('is not a document that nobody signed: that is a plain no', async () => {
    const { document } = await issueForTest(site)
    const { proof: _, ...unsigned } = document
    const checked = await verifyDocument(site, unsigned, neverFetch)
    expect(checked).toMatchObject({ outcome: 'invalid' })
    expect(checked.unreadable).toBeUndefined()
  })
})
