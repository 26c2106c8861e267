/** Anybody may hand in a document that is signed with a key of their own: none may cost much. */
import { describe, expect, it } from 'vitest'
import { credentialsContext, openBadgesContext } from './achievement-credential.ts'
import { contextLibrary } from './active-context.ts'
import { pinnedContexts } from './pinned-contexts.ts'
import { signedBytes } from './signed-bytes.ts'

const contexts = [credentialsContext, openBadgesContext]
const proof = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' }
const library = contextLibrary(pinnedContexts)

const bytesOf = (members: Record<string, unknown>) =>
  signedBytes(
    {
      '@context': contexts,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: 'https://issuer.example/',
      credentialSubject: { type: 'AchievementSubject' },
      ...members,
    },
    proof,
    library,
  )

const many = <Made>(count: number, make: (index: number) => Made) =>
  Array.from({ length: count }, (_, index) => make(index))

const alike = () => ({ type: ['Evidence'], name: 'x' })
const chain = (length: number): object =>
  length === 0 ? { type: 'Profile' } : { type: 'Profile', parentOrg: chain(length - 1) }

describe('a document made to be costly', () => {
  it.each<readonly [string, Record<string, unknown>]>([
    ['thousands of parts that are alike', { evidence: many(8000, alike) }],
    [
      'hundreds of chains that are alike',
      { credentialSubject: many(800, () => ({ type: 'AchievementSubject', source: chain(12) })) },
    ],
    [
      'thousands of contexts inside',
      {
        credentialSubject: many(6000, (index) => ({
          ...{ '@context': contexts, type: 'AchievementSubject', licenseNumber: `${index}` },
        })),
      },
    ],
    [
      'thousands of contexts',
      { '@context': [...contexts, ...many(3000, () => openBadgesContext)] },
    ],
  ])('by %s is given up at once', async (_, members) => {
    await bytesOf({})
    await expect(bytesOf(members)).rejects.toThrow('it ')
  })

  it('leaves nothing behind that grows with it', async () => {
    const before = library.roots.size
    for (let count = 1; count <= 200; count++) {
      const more = many(count, () => openBadgesContext)
      await bytesOf({ '@context': [...contexts, ...more] }).catch(() => undefined)
    }
    expect(library.roots.size - before).toBeLessThan(10)
  })
})

describe('a document of a fair size', () => {
  it('may hold a hundred parts that are alike', async () => {
    expect(await bytesOf({ evidence: many(100, alike) })).toHaveLength(64)
  })

  it('may name a context inside, and one twice', async () => {
    const inside = { '@context': contexts, type: 'AchievementSubject', licenseNumber: '1' }
    expect(await bytesOf({ credentialSubject: inside })).toHaveLength(64)
    expect(await bytesOf({ '@context': [...contexts, openBadgesContext] })).toHaveLength(64)
  })
})
