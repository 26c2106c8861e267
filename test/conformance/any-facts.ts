import fc from 'fast-check'
import { identityCheckWords } from '../../src/accounts/model/account.ts'
import type { AchievementFacts } from '../../src/credentials/model/achievement-credential.ts'
import { base, exampleFacts } from './example-facts.ts'

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.constantFrom('Siân Llŷr-Öztürk', '👩🏽‍⚕️ said "so"\n\t\\', '\u007f\u0000\u001f', 'شذى', '日本'),
)

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const statement = fc.record({
  code: text,
  name: text,
  text,
  address: fc.webUrl(),
  framework: text,
})

/** Facts of every shape: odd texts, no registration, no review, one statement or many, the same twice. */
export const anyFacts: fc.Arbitrary<AchievementFacts> = fc
  .record({
    issuedAt: fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    }),
    reviewOn: fc.option(day, { nil: undefined }),
    title: text,
    name: text,
    description: text,
    statements: fc.array(statement, { minLength: 1, maxLength: 8 }),
    assessor: text,
    jobTitle: fc.option(text, { nil: undefined }),
    registration: fc.option(fc.record({ regulator: text, number: text }), { nil: undefined }),
    assessment: fc.record({ method: text, on: day, setting: text }),
    identityCheck: fc.oneof(
      fc.constant('not-checked' as const),
      fc.record({
        ...{ by: text, on: day },
        how: fc.constantFrom(...Object.values(identityCheckWords)),
      }),
    ),
    index: fc.nat({ max: 131_071 }),
    id: fc.uuid(),
  })
  .map((any) => {
    const example = exampleFacts(1)
    return {
      ...example,
      id: `urn:uuid:${any.id}`,
      issuedAt: any.issuedAt,
      reviewOn: any.reviewOn,
      title: any.title,
      achievement: { ...example.achievement, name: any.name, description: any.description },
      statements: any.statements,
      assessor: { name: any.assessor, jobTitle: any.jobTitle, registration: any.registration },
      assessment: any.assessment,
      identityCheck: any.identityCheck,
      revocation: { list: `${base}/status/1`, index: any.index },
      suspension: { list: `${base}/status/2`, index: any.index },
    }
  })
