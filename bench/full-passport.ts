/** A passport as full as it can be: each statement of each level said, asked for and signed off. */
import { randomUUID } from 'node:crypto'
import { personOfSession, signInToDemonstration } from '../src/accounts/accounts-actions.ts'
import type { Person } from '../src/actor.ts'
import { asActor } from '../src/database/as-actor.ts'
import { readEditionContent } from '../src/frameworks/frameworks-content.ts'
import { levelOf, levelSlugs, type Section } from '../src/frameworks/model/framework.ts'
import { assessSelf } from '../src/passports/self-assessment/assess-self.ts'
import { listOwnRequests } from '../src/passports/sign-offs/requests-store.ts'
import { askForSignOff } from '../src/passports/sign-offs/sign-offs-actions/ask-for-sign-off.ts'
import { signOff } from '../src/passports/sign-offs/sign-offs-actions/sign-off.ts'
import type { Site } from '../src/web/site.ts'

const holderId = '67189a08-24a0-44e7-88da-5ab5bacbe1cd'
const assessorId = '1346115d-dce1-408d-b87c-d3e9029905e7'
const organisation = 'merrowfell-hospitals'
export const ref = 'ahp-support-worker/2026'

export interface FullPassport {
  /** Session cookies. */
  readonly holder: string
  readonly assessor: string
  readonly holderPerson: Person
}

/** `most` sign-offs, each with its credential, or all. */
export async function fillPassport(
  site: Site,
  most = Number.POSITIVE_INFINITY,
): Promise<FullPassport> {
  let signed = 0
  const { edition } = readEditionContent(ref)
  const sessionOf = (id: string) => signInToDemonstration(site.db, id, site.now())
  const holder = await personOf(holderId)
  const assessor = await personOf(assessorId)
  for (const { sections } of edition.domains) for (const section of sections) await fill(section)
  return {
    holder: `session=${await sessionOf(holderId)}`,
    assessor: `session=${await sessionOf(assessorId)}`,
    holderPerson: holder,
  }

  async function personOf(id: string): Promise<Person> {
    const person = await personOfSession(site.db, await sessionOf(id), site.now())
    if (person === undefined) throw new Error(`the demonstration has no ${id}`)
    return person
  }

  async function fill(section: Section): Promise<void> {
    for (const level of levelSlugs) {
      if (signed >= most) return
      signed += 1
      const codes = section.statements
        .map(({ code }) => code)
        .filter((code) => levelOf(code) === level)
      const answers = new Map(codes.map((code) => [code, 'confident'] as const))
      await assessSelf(site.db, holder, { edition: ref, place: section.code, answers })
      const place = { edition: ref, section: section.code, level, codes }
      await askForSignOff(site.db, holder, {
        ...place,
        of: [{ assessor: assessorId, organisation }],
      })
      const requests = await asActor(site.db, holder, (db) => listOwnRequests(db, { holderId }))
      const open = requests.find((one) => one.section === section.code && one.level === level)
      const how = { method: 'observed', assessedOn: '2026-11-01', setting: 'Ward' } as const
      const seen = { codes, ...how, reviewOn: '2027-11-01' }
      const stepUp = { how: 'demonstration', at: site.now() } as const
      const requestId = open?.id ?? randomUUID()
      await signOff(site, assessor, { requestId, edition, signed: seen, stepUp })
    }
  }
}
