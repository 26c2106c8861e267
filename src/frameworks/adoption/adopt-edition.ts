import { randomUUID } from 'node:crypto'
import type { Person, StepUp } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database } from '../../database/database.ts'
import { requireManager } from '../../organisations/memberships/memberships-actions/manage-jobs.ts'
import { adoptedFramework as framework } from './adopted-framework.ts'
import type { AdoptionDraft } from './adoption-forms.ts'
import { insertAdoption } from './adoption-store.ts'

/** Overtaken: another manager decided meanwhile, and nothing is kept. */
export function adoptEdition(
  db: Database,
  person: Person,
  adopting: {
    readonly organisation: string
    readonly draft: AdoptionDraft
    readonly stepUp: StepUp
  },
): Promise<'adopted' | 'overtaken'> {
  const { organisation, draft, stepUp } = adopting
  requireManager(person, organisation)
  const { edition, from } = draft
  const id = randomUUID()
  const number = draft.after + 1
  const { reason } = draft
  return asActor(db, person, async (db) => {
    const adoption = { id, organisation, framework, number, edition, from, reason }
    if (!(await insertAdoption(db, { ...adoption, madeBy: person.id, stepUp }))) return 'overtaken'
    const details = { organisation, edition, from, number, stepUp }
    await recordEvent(db, person, 'adoption.decided', `adoption:${id}`, details)
    return 'adopted'
  })
}
