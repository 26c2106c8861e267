/** An approved draft becomes an edition that never changes. */
import { createHash } from 'node:crypto'
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { Conflict } from '../../../errors.ts'
import { dayOf } from '../../../language/days.ts'
import type { Site } from '../../../web/site.ts'
import { mayKeepFramework } from '../../authoring/drafts-store.ts'
import { lockOpenDraft } from '../../authoring/lock-open-draft.ts'
import { type Draft, refOfDraft } from '../../authoring/model/draft.ts'
import type { EditionShelf } from '../../edition-shelf.ts'
import { insertEdition } from '../../frameworks-store.ts'
import type { Edition } from '../../model/framework.ts'
import { judgeFindings } from '../model/waiver.ts'
import { listDraftMembers } from '../people-store.ts'
import type { PublicationParts } from '../publication-parts.ts'
import { insertPublication, insertPublishedWaivers, lockFramework } from '../publications-store.ts'
import { isReady, type Readiness, readReadiness } from '../read-readiness.ts'
import { listRounds, setDraftState } from '../reviews-store.ts'
import { tellOfDraft } from '../tell-of-draft.ts'
import { requireSteward } from './open-draft.ts'

interface Publishing {
  readonly draft: string
  /** That the steward saw: nothing else is published. */
  readonly revision: number
  readonly notice: string
}

type OnSite = Pick<Site, 'db' | 'jobs' | 'now'>

/**
 * All of it in one transaction, or nothing. "blocked": something stands in the way, as its page says.
 * Throws NotFound for whoever is no steward of it, Conflict where somebody was quicker.
 */
export async function publishDraft(
  { db, jobs, now }: OnSite,
  shelf: Pick<EditionShelf, 'forgetEditions'>,
  person: Person,
  { draft: id, revision, notice }: Publishing,
  parts: PublicationParts,
): Promise<
  { readonly outcome: 'published'; readonly ref: string } | { readonly outcome: 'blocked' }
> {
  const today = dayOf(now())
  const ref = await asActor(db, person, async (db) => {
    const draft = await lockOpenDraft(db, id)
    requireSteward(person, draft)
    await lockFramework(db, draft)
    if (!(await mayKeepFramework(db, draft))) throw new Conflict(keptByOthers)
    if (draft.revision !== revision) throw new Conflict(changedSince)
    const ready = await readReadiness(db, { draft, today }, parts)
    if (!isReady(ready)) return undefined
    await insertPublished(db, { draft, ready, notice, today }, parts)
    await setDraftState(db, { draft: id, state: 'published' })
    for (const { personId } of await listDraftMembers(db, { draft: id })) {
      const told = { draft: id, personId, news: 'published' as const }
      if (personId !== person.id) await tellOfDraft(db, { jobs }, told)
    }
    const ref = refOfDraft(draft)
    await recordEvent(db, person, 'edition.published', `edition:${ref}`, { draft: id, revision })
    return ref
  })
  if (ref === undefined) return { outcome: 'blocked' }
  shelf.forgetEditions()
  return { outcome: 'published', ref }
}

const keptByOthers = 'Another organisation keeps this framework by now, and publishes its editions.'
const changedSince =
  'Somebody changed this draft after you opened the page. Nothing was published. Look at it again.'

interface Published {
  readonly draft: Draft
  readonly ready: Readiness
  readonly notice: string
  readonly today: string
}

async function insertPublished(
  db: Transaction,
  { draft, ready, notice, today }: Published,
  { insertSuccession }: PublicationParts,
): Promise<void> {
  const { slug, version } = draft
  const { label: _, ...text } = ready.edition
  const edition: Edition = { ...text, slug, version, status: 'published', published: today }
  const digest = createHash('sha256').update(JSON.stringify({ edition })).digest('hex')
  await insertEdition(db, edition, { digest })
  if (ready.succession !== undefined) await insertSuccession(db, ready.succession)
  const ref = refOfDraft(draft)
  const [latest] = await listRounds(db, { draft: draft.id })
  await insertPublication(db, {
    ...{ edition: ref, draft: draft.id, publishedOn: today, notice },
    ...{ approvals: ready.approvals.length, rounds: latest?.round ?? 0 },
  })
  await insertPublishedWaivers(db, { edition: ref }, waiversOf(ready))
}

/** Those that let something pass; an idle one has nothing to do with this edition. */
function waiversOf({ findings, waivers }: Readiness) {
  const used = judgeFindings(findings, waivers).flatMap(({ waiver }) => waiver ?? [])
  return [...new Set(used)].map(({ code, target, quote, reason, at }) => ({
    ...{ code, target, quote, reason, waivedOn: dayOf(at) },
  }))
}
