/** Putting one's own details right, asking others to, objecting, and answering. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import type { Correctable, PersonalPart } from '../../personal-record.ts'
import type { Site } from '../../web/site.ts'
import type { OwnDetails } from './model/own-details.ts'
import { answeredLetter, waitsForAnswerLetter } from './model/rights-letters.ts'
import { answerDueOn, type RightsKind, type RightsOutcome } from './model/rights-request.ts'
import { getOwnDetails, setOwnDetails } from './own-details-store.ts'
import * as store from './rights-store.ts'

/** At once: nobody else answers for what a person says of themselves. */
export function correctOwnDetails(
  db: Database,
  person: Person,
  details: OwnDetails,
): Promise<'corrected' | 'unchanged'> {
  const personId = person.id
  return asActor(db, person, async (db) => {
    const before = await getOwnDetails(db, { personId })
    const changed = (['name', 'level', 'profession'] as const).filter(
      (field) => before[field] !== details[field],
    )
    if (changed.length === 0) return 'unchanged'
    await setOwnDetails(db, { personId }, details)
    await recordEvent(db, person, 'details.corrected', `person:${personId}`, { fields: changed })
    return 'corrected'
  })
}

/** What others recorded about this person, feature by feature. */
export async function listCorrectable(
  db: Transaction,
  parts: readonly PersonalPart[],
  personId: string,
): Promise<Correctable[]> {
  const found: Correctable[] = []
  for (const part of parts) found.push(...((await part.correctableFor?.(db, { personId })) ?? []))
  return found
}

export interface Asking {
  readonly kind: RightsKind
  readonly about: string
  readonly aboutWords: string
  /** By slug; undefined asks whoever runs the service. */
  readonly organisation?: string | undefined
  readonly words: string
}

export interface AskedRight {
  readonly id: string
  /** `open`: the same was asked before in other words, which stand; these are not kept. */
  readonly outcome: 'sent' | 'open'
}

/** A form posted twice is sent once. */
export function askForRight(site: Site, person: Person, asking: Asking): Promise<AskedRight> {
  const { db, now } = site
  const personId = person.id
  return asActor(db, person, async (db) => {
    await store.lockRights(db, { personId })
    const open = (await store.listOwnRights(db, { personId })).find(
      (one) =>
        one.answer === undefined &&
        one.about === asking.about &&
        one.organisation === asking.organisation,
    )
    if (open !== undefined) {
      return { id: open.id, outcome: open.words === asking.words ? 'sent' : 'open' }
    }
    const id = randomUUID()
    const dueOn = answerDueOn(dayOf(now()))
    await store.insertRightsRequest(db, { id, personId, dueOn, ...asking })
    await recordEvent(db, person, `${asking.kind}.asked`, `rights-request:${id}`, {
      ...{ organisation: asking.organisation, about: personId, dueOn },
    })
    await tellAnswerers(db, site, { id, dueOn })
    return { id, outcome: 'sent' }
  })
}

async function tellAnswerers(
  db: Transaction,
  { post, config }: Site,
  { id, dueOn }: { readonly id: string; readonly dueOn: string },
): Promise<void> {
  const letter = waitsForAnswerLetter(dueOn, `${config.baseUrl}${paths.rightsRequest(id)}`)
  for (const to of await store.listAddressesToAnswer(db, id)) await post(db, { to, ...letter })
}

/** Whoever comes first has answered; a second answer changes nothing. */
export function answerRight(
  { db, post, config }: Site,
  person: Person,
  given: { readonly id: string; readonly outcome: RightsOutcome; readonly words: string },
): Promise<'answered' | 'already-answered'> {
  const { id, outcome, words } = given
  return asActor(db, person, async (db) => {
    const asked = await store.getRightToAnswer(db, { id, answererId: person.id })
    const answer = { requestId: id, outcome, words, answeredBy: person.id }
    if (!(await store.insertRightsAnswer(db, answer))) return 'already-answered'
    await recordEvent(db, person, `${asked.kind}.answered`, `rights-request:${id}`, {
      ...{ organisation: asked.organisation, about: asked.personId, outcome },
    })
    const letter = answeredLetter(`${config.baseUrl}${paths.askedOne(id)}`)
    for (const to of await store.listAddressesOfAsker(db, id)) await post(db, { to, ...letter })
    return 'answered'
  })
}

/** Throws NotFound for what is not a record of theirs. */
export async function getCorrectable(
  db: Transaction,
  parts: readonly PersonalPart[],
  { personId, ref }: { readonly personId: string; readonly ref: string },
): Promise<Correctable> {
  const found = (await listCorrectable(db, parts, personId)).find((one) => one.ref === ref)
  if (found === undefined) throw new NotFound(`a record of theirs called ${ref}`)
  return found
}
