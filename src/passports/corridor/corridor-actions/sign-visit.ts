import { randomUUID } from 'node:crypto'
import { hasPermission, type Person, type StepUp } from '../../../actor.ts'
import { prepareIssuing } from '../../../credentials/credentials-actions.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import type { Edition } from '../../../frameworks/model/framework.ts'
import { sectionOf } from '../../../frameworks/model/look-up.ts'
import type { Site } from '../../../web/site.ts'
import { getRequestTo } from '../../sign-offs/requests-store.ts'
import { type SignedForm, signRequest } from '../../sign-offs/sign-offs-actions/sign-off.ts'
import { getVisitTo, type OpenedVisit, requestInVisit, takeVisit } from '../visits-store.ts'

interface SignedVisit {
  readonly visitId: string
  readonly edition: Edition
  readonly signed: SignedForm
  /** Of a section's statements: the usual one differs where harm is likely. */
  readonly reviewOf: (codes: readonly string[]) => string
  readonly stepUp: StepUp
}

/**
 * Confirms what was seen in one visit, all in one transaction: a request, a signing and a credential
 * for each section, as if each had been asked for. The same confirmation again changes nothing.
 */
export async function signVisit(
  site: Site,
  actor: Person,
  { visitId, edition, signed, reviewOf, stepUp }: SignedVisit,
): Promise<'signed' | 'already-signed'> {
  const wanted = { id: visitId, assessorId: actor.id }
  const visit = await asActor(site.db, actor, (db) => getVisitTo(db, wanted))
  if (visit.signedAt !== undefined) return 'already-signed'
  refuseFormerAssessor(actor, visit)
  const { holderId, opened } = visit
  const issuing = await prepareIssuing(site, { organisation: opened.organisation, holderId })
  return asActor(site.db, actor, async (db) => {
    if (!(await takeVisit(db, visitId))) {
      await refuseOver(db, wanted)
      return 'already-signed'
    }
    const bySection = Map.groupBy(signed.codes, sectionOf)
    let took: SignedForm['took'] = minutesSince(opened.at, site.now())
    for (const [section, codes] of bySection) {
      const id = randomUUID()
      await requestInVisit(db, { visitId, id, section, codes, outcome: 'signed' })
      const request = await getRequestTo(db, { id, assessorId: actor.id })
      const part = {
        ...signed,
        codes,
        parts: partsOf(signed, codes),
        reviewOn: reviewOf(codes),
        took,
      }
      // One visit took its time once.
      took = undefined
      await signRequest(db, { site, actor, issuing, request, edition, signed: part, stepUp })
    }
    return 'signed'
  })
}

/** From opening the code to signing; a visit is over after an hour. */
function minutesSince(opened: Date, now: Date) {
  const minutes = Math.round((now.getTime() - opened.getTime()) / 60_000)
  return { minutes: Math.min(Math.max(minutes, 1), 60), timed: 'visit' as const }
}

function partsOf({ parts = {} }: SignedForm, codes: readonly string[]) {
  return Object.fromEntries(Object.entries(parts).filter(([code]) => codes.includes(code)))
}

/** Throws Conflict where it was not signed and no longer can be: an hour has gone, or a job ended. */
async function refuseOver(
  db: Transaction,
  wanted: { readonly id: string; readonly assessorId: string },
): Promise<void> {
  const { signedAt } = await getVisitTo(db, wanted)
  if (signedAt !== undefined) return
  throw new Conflict('This visit is over. Nothing was signed. Ask to be shown a new code.')
}

/** Throws NotFound for whoever may not sign off there any more. */
export function refuseFormerAssessor(actor: Person, { holderId, opened }: OpenedVisit): void {
  if (holderId === actor.id || !hasPermission(actor, 'assess', opened.organisation)) {
    throw new NotFound('may not sign this off')
  }
}
