import fc from 'fast-check'

const words = [
  'id',
  'type',
  'name',
  'description',
  'issuer',
  'credentialSubject',
  'credentialStatus',
  'evidence',
  'achievement',
  'alignment',
  'criteria',
  'source',
  'validFrom',
  'targetUrl',
  'result',
  'allowedValue',
  'statusMessage',
  'statusSize',
  'proof',
  'proofPurpose',
  'verifiableCredential',
  'endorsement',
  'image',
  'address',
  'genre',
  'cnf',
  'kid',
  'undefinedWord',
  '@id',
  '@type',
  '@value',
  'https://schema.org/name',
]

const types = [
  'VerifiableCredential',
  'VerifiablePresentation',
  'OpenBadgeCredential',
  'AchievementCredential',
  'AchievementSubject',
  'Achievement',
  'Alignment',
  'Profile',
  'Evidence',
  'Result',
  'ResultDescription',
  'BitstringStatusListEntry',
  'DataIntegrityProof',
  'UndefinedType',
  'name',
  'id',
]

const leaf = fc.oneof(
  fc.constantFrom(
    'urn:x:1',
    'urn:x:2',
    'https://a.example/é?q#f',
    'plain',
    'assertionMethod',
    '',
    '@none',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.integer(),
  fc.constantFrom(0.5, -2.25, 1e21, 1e-7),
  fc.boolean(),
  fc.constant(null),
)

/** Documents made of the words of our contexts, put together with no sense at all. */
export const anyDocument = fc.letrec<{ node: Record<string, unknown>; value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    tie('node'),
    fc.array(fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 2, arbitrary: tie('node') }), {
      maxLength: 3,
    }),
  ),
  node: fc
    .tuple(
      fc.dictionary(fc.constantFrom(...words), tie('value'), { maxKeys: 4 }),
      fc.option(
        fc.oneof(
          fc.constantFrom(...types),
          fc.array(fc.constantFrom(...types), { minLength: 1, maxLength: 3 }),
        ),
        { nil: undefined },
      ),
    )
    .map(([object, type]) => (type === undefined ? object : { ...object, type })),
})).node
