/** What the demonstration's stewards are writing: begun where it is not there yet, and then left to visitors. */
import type { Person } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import type { Database } from '../database/database.ts'
import { beginDraft, changeDraft } from './authoring/drafts-actions.ts'
import { listDrafts } from './authoring/drafts-store.ts'
import { refOfDraft } from './authoring/model/draft.ts'
import { writeNextEdition } from './authoring/model/write-next-edition.ts'
import { readNextEdition } from './authoring/next-edition-content.ts'
import { findEdition, findEditionHead } from './frameworks-store.ts'
import { insertFates } from './versions/draft-fates-store.ts'
import { digestTexts } from './versions/model/fate-decision.ts'

export async function loadDemonstrationDraft(db: Database): Promise<void> {
  const plan = readNextEdition()
  const steward = stewardOf(plan)
  const base = await findEdition(db, plan.base)
  if (base === undefined || (await isBegun(db, steward, plan))) return
  const { slug } = base.edition
  const draft = await beginDraft(db, steward, {
    ...{ organisation: plan.steward, from: base.edition },
    name: { slug, version: plan.version },
  })
  const later = writeNextEdition(base.edition, plan)
  await changeDraft(db, steward, draft, (begun) => ({ ...begun, domains: later.domains }))
  const digest = digestTexts({ earlier: base.edition, later })
  const fates = plan.fates.map((line) => ({ ...line, number: 1, digest: digest(line) }))
  await asActor(db, steward, (db) => insertFates(db, { draft, by: steward.id }, fates))
}

type Plan = ReturnType<typeof readNextEdition>

function stewardOf({ writtenBy: id, steward: organisation }: Plan): Person {
  const permissions = [{ organisation, permission: 'steward-framework' as const }]
  return { kind: 'person', id, name: 'Framework steward', permissions }
}

/** Also where a visitor has published it, or set it aside. */
async function isBegun(db: Database, steward: Person, plan: Plan): Promise<boolean> {
  const [slug = ''] = plan.base.split('/')
  const ref = refOfDraft({ slug, version: plan.version })
  if ((await findEditionHead(db, ref)) !== undefined) return true
  const drafts = await asActor(db, steward, (db) => listDrafts(db))
  return drafts.some((draft) => refOfDraft(draft) === ref)
}
