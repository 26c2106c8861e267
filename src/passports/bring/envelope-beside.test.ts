import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testSite } from '../../../test/site.ts'
import {
  credentialsContext,
  openBadgesContext,
} from '../../credentials/model/achievement-credential.ts'
import { didKey } from '../../credentials/model/multikey.ts'
import { editionShelf } from '../../frameworks/edition-shelf.ts'
import { lookAt } from './look-at-credential.ts'
import { describeBrought, openBrought } from './model/describe-brought.ts'

const { site } = await testSite()
const looking = { site, shelf: editionShelf(site.db, site.now) }
const bringer = { name: 'Tamsin Oyelaran', emails: ['tamsin@nhs.example'] }

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const signed = [
  { alg: 'EdDSA', typ: 'vc+jwt' },
  {
    ...{ '@context': [credentialsContext, openBadgesContext], id: 'urn:uuid:1', name: 'First aid' },
    ...{ type: ['VerifiableCredential', 'OpenBadgeCredential'], issuer: didKey(raw) },
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'mailto:somebody-else@nhs.example', type: ['AchievementSubject'] },
  },
]
  .map(part)
  .join('.')
const jwt = `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`

describe('an envelope with other words written beside it', () => {
  const beside = JSON.stringify({
    ...{ '@context': [credentialsContext], type: 'EnvelopedVerifiableCredential' },
    ...{ id: `data:application/vc+jwt,${jwt}`, name: 'Everything', issuer: site.config.baseUrl },
    credentialSubject: { id: 'mailto:tamsin@nhs.example' },
  })

  it('is made out to whoever it names inside, and to nobody beside', async () => {
    const check = await lookAt(looking, beside, bringer)
    expect(check.steps).toContainEqual(
      expect.objectContaining({ step: 'signature', outcome: 'valid' }),
    )
    expect(check.madeOutTo).toBe('somebody-else')
  })

  it('is described by what is inside', () => {
    const { title, saidIssuer } = describeBrought(openBrought(beside))
    expect([title, saidIssuer]).toEqual(['First aid', didKey(raw)])
  })
})
