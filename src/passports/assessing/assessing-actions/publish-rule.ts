import { randomUUID } from 'node:crypto'
import type { Person, StepUp } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import type { RuleDraft } from '../assessing-forms.ts'
import { insertRule } from '../rules-store.ts'
import { requireRuleMaker } from './may-rule.ts'

/** Overtaken: somebody changed it meanwhile, and nothing is kept. */
export function publishRule(
  db: Database,
  person: Person,
  {
    organisation,
    draft,
    stepUp,
  }: { readonly organisation: string; readonly draft: RuleDraft; readonly stepUp: StepUp },
): Promise<'published' | 'overtaken'> {
  requireRuleMaker(person, organisation)
  const id = randomUUID()
  const version = draft.version + 1
  return asActor(db, person, async (db) => {
    const rule = { ...draft, id, organisation, version, madeBy: person.id, stepUp }
    if (!(await insertRule(db, rule))) return 'overtaken'
    const details = { organisation, version, second: draft.second, lines: draft.lines.length }
    await recordEvent(db, person, 'assessing-rule.published', `rule:${id}`, { ...details, stepUp })
    return 'published'
  })
}
