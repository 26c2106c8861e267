/**
 * The site with a full passport in it, and beside it the passport page's limit: the same session,
 * the same transaction, a constant body.
 */
import { randomUUID } from 'node:crypto'
import { personOfSession, signInToDemonstration } from '../src/accounts/accounts-actions.ts'
import type { Person } from '../src/actor.ts'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { asActor } from '../src/database/as-actor.ts'
import { readEditionContent } from '../src/frameworks/frameworks-content.ts'
import { levelOf, levelSlugs, type Section } from '../src/frameworks/model/framework.ts'
import { openSite } from '../src/open-site.ts'
import { askForSignOff } from '../src/passports/passports-actions/ask-for-sign-off.ts'
import { assessSelf } from '../src/passports/passports-actions/assess-self.ts'
import { signOff } from '../src/passports/passports-actions/sign-off.ts'
import { findOwnRole, listAnswers } from '../src/passports/passports-store.ts'
import { listOwnRequests } from '../src/passports/requests-store.ts'
import { listLiveShares } from '../src/passports/shares-store.ts'
import { listSigningsFor } from '../src/passports/signings-store.ts'
import { signedIn } from '../src/web/sessions.ts'

const holderId = '67189a08-24a0-44e7-88da-5ab5bacbe1cd'
const assessorId = '1346115d-dce1-408d-b87c-d3e9029905e7'
const organisation = 'merrowfell-hospitals'
const ref = 'ahp-support-worker/2026'

const { site, close } = await openSite(readConfig(process.env), () => {})
const { edition } = readEditionContent(ref)
const sessionOf = (id: string) => signInToDemonstration(site.db, id, site.now())
const cookie = `session=${await sessionOf(holderId)}`
const holder = await personOf(holderId)
const assessor = await personOf(assessorId)

async function personOf(id: string): Promise<Person> {
  const person = await personOfSession(site.db, await sessionOf(id), site.now())
  if (person === undefined) throw new Error(`the demonstration has no ${id}`)
  return person
}

for (const { sections } of edition.domains) for (const section of sections) await fill(section)

/** Each statement of the section at every level: said, asked for and signed off. */
async function fill(section: Section): Promise<void> {
  for (const level of levelSlugs) {
    const codes = section.statements
      .map(({ code }) => code)
      .filter((code) => levelOf(code) === level)
    const answers = new Map(codes.map((code) => [code, 'confident'] as const))
    await assessSelf(site.db, holder, { edition: ref, place: section.code, answers })
    const place = { organisation, edition: ref, section: section.code, level, codes }
    await askForSignOff(site.db, holder, { ...place, assessor: assessorId })
    const requests = await asActor(site.db, holder, (db) => listOwnRequests(db, { holderId }))
    const open = requests.find((one) => one.section === section.code && one.level === level)
    const how = { method: 'observed', assessedOn: '2026-11-01', setting: 'Ward' } as const
    const signed = { codes, ...how, reviewOn: '2027-11-01' }
    const stepUp = { how: 'demonstration', at: site.now() } as const
    const requestId = open?.id ?? randomUUID()
    await signOff(site, assessor, { requestId, edition, signed, stepUp })
  }
}

const app = await createApp(site)
let page = ''

app.get('/bench/constant', async (request, reply) => {
  const person = signedIn(request)
  await asActor(site.db, person, async (db) => {
    await findOwnRole(db, person.id)
    await listAnswers(db, { holderId: person.id, edition: ref })
    await listSigningsFor(db, { holderId: person.id })
    await listOwnRequests(db, { holderId: person.id })
    await listLiveShares(db, { holderId: person.id, now: site.now() })
  })
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page)
})

app.get('/bench/cookie', async () => ({ cookie }))

await app.listen({ port: site.config.port, host: site.config.host })
page = await (
  await fetch(`http://127.0.0.1:${site.config.port}/passport`, { headers: { cookie } })
).text()
process.once('SIGTERM', () =>
  app
    .close()
    .then(close)
    .then(() => process.exit(0)),
)
