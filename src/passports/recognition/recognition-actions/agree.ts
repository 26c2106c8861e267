import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import { dayOf } from '../../../language/days.ts'
import { readOrganisation } from '../../../organisations/read-organisation.ts'
import { findByNameOrSlug } from '../../../organisations/register-store.ts'
import type { Site } from '../../../web/site.ts'
import { type AgreementDraft, rulesOfTerms } from '../agreement-forms.ts'
import {
  type Agreement,
  type AgreementStep,
  agreementState,
} from '../model/acceptance-agreement.ts'
import { policyOn } from '../model/acceptance-policy.ts'
import {
  insertAgreement,
  insertAgreementStep,
  listAgreements,
  listPolicies,
} from '../policies-store.ts'
import { requireRecogniser } from './may-recognise.ts'

/** Why nothing was proposed. */
export type NotProposed = 'not-found' | 'same' | 'no-policy' | 'not-verified'

export function proposeAgreement(
  { db, now }: Pick<Site, 'db' | 'now'>,
  person: Person,
  { organisation, draft }: { readonly organisation: string; readonly draft: AgreementDraft },
): Promise<NotProposed | 'proposed'> {
  requireRecogniser(person, organisation)
  const today = dayOf(now())
  return asActor(db, person, async (db) => {
    const [other, another] = await findByNameOrSlug(db, draft.other)
    if (other === undefined || another !== undefined) return 'not-found'
    if (other === organisation) return 'same'
    for (const slug of [organisation, other]) {
      const { judgement } = await readOrganisation(db, slug, today)
      if (!judgement.may) return 'not-verified'
    }
    if (!(await hasPolicy(db, organisation, today))) return 'no-policy'
    const { id, fromOn, reviewOn } = draft
    await insertAgreement(db, {
      ...{ id, organisation, other, fromOn, reviewOn, proposedBy: person.id },
      takes: rulesOfTerms(draft.takes, other),
      gives: rulesOfTerms(draft.gives, organisation),
    })
    const details = { organisation, other, from: fromOn, review: reviewOn }
    await recordEvent(db, person, 'acceptance-agreement.proposed', `agreement:${id}`, details)
    return 'proposed'
  })
}

async function hasPolicy(db: Transaction, organisation: string, today: string): Promise<boolean> {
  return policyOn(await listPolicies(db, organisation), today) !== undefined
}

interface Answer {
  readonly organisation: string
  readonly id: string
  readonly step: AgreementStep
  /** With `ended`. */
  readonly endsOn?: string | undefined
}

/** Throws NotFound for an agreement of others, and Conflict where it can no longer be answered so. */
export function answerAgreement(
  { db, now }: Pick<Site, 'db' | 'now'>,
  person: Person,
  answer: Answer,
): Promise<void> {
  const { organisation, id, step, endsOn } = answer
  requireRecogniser(person, organisation)
  const today = dayOf(now())
  return asActor(db, person, async (db) => {
    const agreement = (await listAgreements(db, [organisation])).find((one) => one.id === id)
    if (agreement === undefined) throw new NotFound(`agreement ${id}`)
    const fault = whyNot(agreement, answer, { person, today })
    if (fault !== undefined) throw new Conflict(fault)
    if (step === 'agreed' && !(await hasPolicy(db, organisation, today))) {
      throw new Conflict('Publish what you accept first. Then you can agree.')
    }
    const made = { agreementId: id, step, organisation, steppedBy: person.id, endsOn }
    if (!(await insertAgreementStep(db, made))) {
      throw new Conflict('Somebody has answered this meanwhile. Open it again.')
    }
    const details = { organisation, ...(endsOn === undefined ? {} : { ends: endsOn }) }
    await recordEvent(db, person, `acceptance-agreement.${step}`, `agreement:${id}`, details)
  })
}

/** Whether it is this organisation's to answer so; and never one person for both. */
function whyNot(
  agreement: Agreement,
  { organisation, step }: Answer,
  { person, today }: { readonly person: Person; readonly today: string },
): string | undefined {
  const state = agreementState(agreement, today)
  if (step === 'ended') {
    return state === 'in-force' || state === 'agreed'
      ? undefined
      : 'This agreement is not one that can be ended now.'
  }
  const whose = step === 'taken-back' ? agreement.organisation : agreement.other
  if (whose !== organisation) return 'This is for the other organisation to answer.'
  if (state !== 'proposed') return 'Somebody has answered this already.'
  if (step === 'agreed' && agreement.proposedBy === person.id) {
    return 'You proposed this for the other organisation. Somebody else must agree.'
  }
  return undefined
}
