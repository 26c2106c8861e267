/** What every page about a draft shows of it, and what this person may do. */
import { hasPermission, type Person } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import { getDraft, getThing } from '../authoring/drafts-store.ts'
import { type Draft, isOpenDraft } from '../authoring/model/draft.ts'
import { type DraftMember, findDraftNames, listDraftMembers } from './people-store.ts'

export interface DraftView {
  readonly draft: Draft
  readonly title: string
  readonly members: readonly DraftMember[]
  /** Of everybody who has, or had, to do with it, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly personId: string
  readonly may: {
    readonly steward: boolean
    /** Open, and theirs to change. */
    readonly write: boolean
    readonly review: boolean
  }
}

/** Throws NotFound for whoever has nothing to do with it. */
export async function readDraftView(
  db: Transaction,
  person: Person,
  id: string,
): Promise<DraftView> {
  const of = { draft: id }
  const [draft, head, members, names] = await Promise.all([
    ...([getDraft(db, of), getThing(db, { ...of, thing: 'edition' })] as const),
    ...([listDraftMembers(db, of), findDraftNames(db, of)] as const),
  ])
  const roles = members.filter(({ personId }) => personId === person.id).map(({ role }) => role)
  const steward = hasPermission(person, 'steward-framework', draft.organisation)
  return {
    ...{ draft, members, names, personId: person.id },
    title: 'title' in head.value ? head.value.title : draft.slug,
    may: {
      steward,
      write: isOpenDraft(draft) && (steward || roles.includes('editor')),
      review: steward || roles.includes('reviewer'),
    },
  }
}

export function nameOf({ names }: Pick<DraftView, 'names'>, id: string): string {
  return names.get(id) ?? 'Somebody whose account is closed'
}
