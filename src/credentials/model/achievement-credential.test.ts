import { describe, expect, it } from 'vitest'
import {
  type AchievementFacts,
  achievementCredential,
  statusListCredential,
} from './achievement-credential.ts'

const facts: AchievementFacts = {
  id: 'https://lanyard.example/credentials/1',
  issuer: {
    did: 'did:web:lanyard.example:orgs:a',
    name: 'Ashbourne',
    address: 'https://lanyard.example/orgs/a',
  },
  holder: 'did:key:z6Mk',
  issuedAt: new Date('2026-03-03T10:00:00.500Z'),
  reviewOn: '2026-08-03',
  title: 'Communication',
  achievement: {
    id: 'https://lanyard.example/a',
    name: 'n',
    description: 'What it is.',
    criteria: 'How it was met.',
    notice: 'Our own framework.',
  },
  statements: [
    {
      code: '3.9-entry',
      name: 'one',
      text: 'Wording one.',
      address: 'https://l.example/1',
      framework: 'F',
    },
    {
      code: '3.9.2-entry',
      name: 'two',
      text: 'Wording two.',
      address: 'https://l.example/2',
      framework: 'F',
    },
  ],
  assessor: { name: 'Ruth Ellison', registration: { regulator: 'HCPC (UK)', number: 'DEMO-1' } },
  assessment: { method: 'observed', on: '2026-03-02', setting: 'ward' },
  identityCheck: {
    by: 'Ashbourne',
    on: '2026-01-15',
    how: 'Photo identity document, seen in person',
  },
  revocation: { list: 'https://lanyard.example/status/1', index: 7 },
  suspension: { list: 'https://lanyard.example/status/2', index: 8 },
}

describe('an achievement credential', () => {
  it('names the standards by their exact contexts and types', () => {
    expect(achievementCredential(facts)).toMatchObject({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: facts.issuer.did, type: 'Profile' },
    })
  })

  it('is in force from the moment of issue to the end of the review day in London', () => {
    expect(achievementCredential(facts)).toMatchObject({
      validFrom: '2026-03-03T10:00:00Z',
      validUntil: '2026-08-03T22:59:59Z',
    })
    expect(achievementCredential({ ...facts, reviewOn: undefined })).not.toHaveProperty(
      'validUntil',
    )
  })

  it('names every statement in the exact wording that was signed', () => {
    expect(achievementCredential(facts).credentialSubject).toMatchObject({
      id: facts.holder,
      achievement: {
        description: 'What it is. Our own framework.',
        alignment: [
          { targetCode: '3.9-entry', targetDescription: 'Wording one.', targetType: 'CFItem' },
          { targetCode: '3.9.2-entry', targetDescription: 'Wording two.' },
        ],
      },
    })
  })

  it('names the assessor, with the registration number and its regulator where there is one', () => {
    const { credentialSubject } = achievementCredential(facts)
    expect(credentialSubject).toMatchObject({
      source: {
        name: 'Ruth Ellison',
        otherIdentifier: [
          { identifier: 'DEMO-1', identifierType: 'ext:HCPC-UK-registration-number' },
        ],
      },
    })
    const without = achievementCredential({ ...facts, assessor: { name: 'Ruth Ellison' } })
    expect(without.credentialSubject).toMatchObject({
      source: { id: `${facts.id}#assessor`, type: 'Profile', name: 'Ruth Ellison' },
    })
    expect(JSON.stringify(without)).not.toContain('otherIdentifier')
  })

  it('says what the assessor’s job is, where that is told', () => {
    const assessor = { name: 'Halina', jobTitle: 'Reablement team leader' }
    expect(achievementCredential({ ...facts, assessor }).credentialSubject).toMatchObject({
      source: { name: 'Halina', description: 'Reablement team leader' },
    })
  })

  it('holds the assessment and the identity check as facts of their own', () => {
    expect(achievementCredential(facts).evidence).toMatchObject([
      { name: 'Assessment', genre: 'observed', description: 'ward' },
      { name: 'Identity check', genre: 'checked' },
      { name: 'Registration check', genre: 'not checked' },
    ])
    const unchecked = achievementCredential({ ...facts, identityCheck: 'not-checked' })
    expect(unchecked.evidence).toMatchObject([{}, { genre: 'not checked' }, {}])
  })

  it.each([
    ['on-register', 'checked', 'Ashbourne found the assessor on the register'],
    ['not-found', 'not checked', 'Ashbourne did not find the assessor on the register'],
  ] as const)(
    'says who looked the assessor up, and what they found: %s',
    (outcome, genre, words) => {
      const check = { outcome, by: 'Ashbourne', on: '2026-03-01' }
      const registration = { regulator: 'Test Council', number: 'OT1', check }
      const assessor = { ...facts.assessor, registration }
      expect(achievementCredential({ ...facts, assessor }).evidence).toMatchObject([
        ...[{}, {}],
        { name: 'Registration check', genre, narrative: expect.stringContaining(words) },
      ])
      const { registration: _, ...unregistered } = assessor
      expect(achievementCredential({ ...facts, assessor: unregistered }).evidence).toHaveLength(2)
    },
  )

  it('has a place in a revocation and in a suspension list from the first', () => {
    expect(achievementCredential(facts).credentialStatus).toMatchObject([
      {
        statusPurpose: 'revocation',
        statusListIndex: '7',
        id: 'https://lanyard.example/status/1#7',
      },
      { statusPurpose: 'suspension', statusListIndex: '8' },
    ])
  })
})

describe('a status list credential', () => {
  it('carries the list under its purpose', () => {
    const made = statusListCredential({
      id: 'https://lanyard.example/status/1',
      issuer: facts.issuer.did,
      purpose: 'suspension',
      encodedList: 'uABC',
      issuedAt: facts.issuedAt,
      validUntil: undefined,
    })
    expect(made).toMatchObject({
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'suspension' },
    })
    expect(made).not.toHaveProperty('validUntil')
  })
})
