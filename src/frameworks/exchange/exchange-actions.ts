/** A file is brought, looked at, and taken in or put away. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Finding } from '../../finding.ts'
import { changeDraftIn } from '../authoring/drafts-actions.ts'
import { listThings, mayWriteDraft } from '../authoring/drafts-store.ts'
import { lockOpenDraft } from '../authoring/lock-open-draft.ts'
import { putTogether } from '../authoring/model/put-together.ts'
import * as store from './exchange-store.ts'
import { withBrought } from './model/brought.ts'
import { describeImport } from './model/describe-import.ts'
import { readBrought } from './read-brought.ts'

export type BroughtFile =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly findings: readonly Finding[] }

const week = 7 * 86_400_000

/** Keeps what the file says beside the draft, which it leaves as it is. Throws NotFound. */
export function bringFile(
  { db, now }: { readonly db: Database; readonly now: () => Date },
  person: Person,
  { draft, bytes }: { readonly draft: string; readonly bytes: Uint8Array },
): Promise<BroughtFile> {
  return asActor(db, person, async (db) => {
    if (!(await mayWriteDraft(db, { draft }))) throw new NotFound(`draft ${draft}`)
    const read = readBrought(bytes, putTogether(await listThings(db, { draft })))
    if (!read.ok) return read
    const id = randomUUID()
    await store.removeOldImports(db, { draft, before: new Date(now().getTime() - week) })
    await store.insertImport(db, { draft, id, brought: read.brought })
    return { ok: true, id }
  })
}

/** `not-confirmed`: words would go, and nobody said that they should. */
export type TakenIn = 'taken-in' | 'overtaken' | 'not-confirmed'

/** "overtaken": the draft is another one than was looked at, and nothing is changed. Throws NotFound. */
export function acceptImport(
  db: Database,
  person: Person,
  {
    draft,
    id,
    revision,
    mayTakeOut,
  }: {
    readonly draft: string
    readonly id: string
    readonly revision: string
    /** They were told that words go, and said yes. */
    readonly mayTakeOut: boolean
  },
): Promise<TakenIn> {
  return asActor(db, person, async (db) => {
    const held = await lockOpenDraft(db, draft)
    const brought = await store.getImport(db, { draft, id })
    if (String(held.revision) !== revision) return 'overtaken'
    const edition = putTogether(await listThings(db, { draft }))
    const { takenOut } = describeImport(edition, withBrought(edition, brought))
    if (takenOut.length > 0 && !mayTakeOut) return 'not-confirmed'
    const things = await changeDraftIn(db, person, draft, (edition) =>
      withBrought(edition, brought),
    )
    await store.removeImport(db, { draft, id })
    const details = { kind: brought.kind, things }
    await recordEvent(db, person, 'draft.file-taken-in', `draft:${draft}`, details)
    return 'taken-in'
  })
}

/** Throws NotFound. */
export function dropImport(
  db: Database,
  person: Person,
  { draft, id }: { readonly draft: string; readonly id: string },
): Promise<void> {
  return asActor(db, person, async (db) => {
    await store.getImport(db, { draft, id })
    await store.removeImport(db, { draft, id })
  })
}
