import { randomUUID } from 'node:crypto'
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import { insertPolicy } from '../policies-store.ts'
import type { PolicyDraft } from '../policy-forms.ts'
import { requireRecogniser } from './may-recognise.ts'

/** Overtaken: somebody published meanwhile, and nothing is kept. */
export function publishPolicy(
  db: Database,
  person: Person,
  { organisation, draft }: { readonly organisation: string; readonly draft: PolicyDraft },
): Promise<'published' | 'overtaken'> {
  requireRecogniser(person, organisation)
  const id = randomUUID()
  const version = draft.version + 1
  return asActor(db, person, async (db) => {
    const kept = await insertPolicy(db, { ...draft, id, organisation, version, madeBy: person.id })
    if (!kept) return 'overtaken'
    const details = { organisation, version, from: draft.fromOn }
    await recordEvent(db, person, 'acceptance-policy.published', `policy:${id}`, details)
    return 'published'
  })
}
