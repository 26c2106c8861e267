/** A set that was shared, each item verified now and with what the policy says of it. */

import type { Person } from '../../actor.ts'
import { recordViewing } from '../../audit/viewings-store.ts'
import type { CredentialSummary } from '../../credentials/model/credential-summary.ts'
import type { Verdict } from '../../credentials/model/verdict.ts'
import { slugOfDid } from '../../credentials/own-addresses.ts'
import { verifyDocument } from '../../credentials/verify-document.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import type { Site } from '../../web/site.ts'
import { listDecisions, listReplies, type Reply } from './decisions-store.ts'
import { rulesOfAgreements } from './model/acceptance-agreement.ts'
import { type AcceptancePolicy, policyOn } from './model/acceptance-policy.ts'
import { itemOfEntry } from './model/item-of-passport.ts'
import { itemOfReceived } from './model/item-of-received.ts'
import type { Decision } from './model/recognition-decision.ts'
import {
  type Issuer,
  type RecognitionItem,
  type Suggestion,
  suggestRecognition,
} from './model/suggest-recognition.ts'
import type { TopUpDone } from './model/top-up.ts'
import { findIssuers, listAgreements, listPolicies } from './policies-store.ts'
import { isLive } from './recognition-actions/decide.ts'
import { requireRecogniser } from './recognition-actions/may-recognise.ts'
import {
  listSharedCredentials,
  listSharedEntries,
  listSharedReceived,
  type SharedCredentialItem,
  type SharedEntryItem,
  type SharedReceivedItem,
} from './shared-items-store.ts'
import { getRecognitionShare, type RecognitionShare } from './shared-sets-store.ts'
import { listTopUps } from './top-ups-store.ts'

export interface JudgedItem {
  readonly id: string
  readonly item: RecognitionItem
  readonly suggestion: Suggestion
  /** Of a credential. */
  readonly checked?: { readonly verdict: Verdict; readonly summary?: CredentialSummary | undefined }
  /** From elsewhere, by its holder. */
  readonly brought?: boolean | undefined
  /** Of an entry: what the holder wrote. */
  readonly entry?: SharedEntryItem | undefined
}

export interface ReceivedSet {
  readonly share: RecognitionShare
  readonly live: boolean
  readonly items: readonly JudgedItem[]
  readonly decisions: readonly Decision[]
  readonly replies: readonly Reply[]
  readonly topUps: readonly TopUpDone[]
  readonly policy?: AcceptancePolicy | undefined
}

/** For whoever receives it, who is noted to have looked. Throws NotFound for one's own. */
export async function readReceivedSet(
  site: Site,
  person: Person,
  { organisation, shareId }: { readonly organisation: string; readonly shareId: string },
): Promise<ReceivedSet> {
  requireRecogniser(person, organisation)
  const today = dayOf(site.now())
  const read = await asActor(site.db, person, async (db) => {
    const share = await getRecognitionShare(db, { id: shareId, organisation })
    if (share.holderId === person.id) throw new NotFound(`set ${shareId}`)
    const live = isLive(share, today)
    if (live) {
      const looked = { holderId: share.holderId, viewer: person, organisation }
      await recordViewing(db, { ...looked, what: 'recognition', subjectId: shareId })
    }
    return { share, live, ...(await readRest(db, { organisation, shareId, today })) }
  })
  const { credentials, entries, received, issuers, rules, ...set } = read
  const judge = (item: RecognitionItem) => suggestRecognition(item, rules, today)
  const checked = await Promise.all(
    credentials.map((one) => checkCredential(site, one, issuers.get(one.issuer))),
  )
  const brought = await Promise.all(received.map((one) => checkReceived(site, one)))
  const items = [
    ...checked.map((one) => ({ ...one, suggestion: judge(one.item) })),
    ...entries.map((entry) => {
      const item = itemOfEntry(entry, today)
      return { id: entry.item, item, entry, suggestion: judge(item) }
    }),
    ...brought.map((one) => ({ ...one, suggestion: judge(one.item) })),
  ]
  return { ...set, items }
}

async function readRest(
  db: Transaction,
  {
    organisation,
    shareId,
    today,
  }: { readonly organisation: string; readonly shareId: string; readonly today: string },
) {
  const credentials = await listSharedCredentials(db, { shareId })
  const policy = policyOn(await listPolicies(db, organisation), today)
  const agreed = rulesOfAgreements(await listAgreements(db, [organisation]), organisation, today)
  return {
    ...{ credentials, policy, rules: policy && [...policy.rules, ...agreed] },
    entries: await listSharedEntries(db, { shareId }),
    received: await listSharedReceived(db, { shareId }),
    issuers: await findIssuers(
      db,
      credentials.map(({ issuer }) => issuer),
    ),
    decisions: await listDecisions(db, { shareId }),
    replies: await listReplies(db, { shareId }),
    topUps: await listTopUps(db, { shareId }),
  }
}

async function checkCredential(
  site: Site,
  shared: SharedCredentialItem,
  issuer: Issuer | undefined,
) {
  const { summary, ...verdict } = await verifyDocument(site, shared.document)
  const { section, level, assessedOn: on } = shared
  const fault = verdict.steps.find(({ outcome }) => outcome === verdict.outcome)
  const item: RecognitionItem = {
    ...{ kind: 'sign-off', title: summary?.title ?? `Sign-off of ${section}`, section, level },
    ...{ issuer, on, verdict: verdict.outcome },
    verdictWords: verdict.outcome === 'valid' ? undefined : fault?.message,
  }
  return { id: shared.item, item, checked: { verdict, summary } }
}

/** Its issuer may be far away: anew each time, because it may have been withdrawn since. */
async function checkReceived(site: Site, shared: SharedReceivedItem) {
  const { document, madeOutTo, item: id } = shared
  const { summary, ...verdict } = await verifyDocument(site, document)
  const { outcome, steps } = verdict
  const why = steps.find((step) => step.outcome === outcome)?.message
  const slug = summary && slugOfDid(site.config.baseUrl, summary.issuer)
  const known = slug === undefined ? undefined : await findIssuers(site.db, [slug])
  const issuer = slug === undefined ? undefined : known?.get(slug)
  const item = itemOfReceived(shared, { outcome, why, madeOutTo, issuer })
  return { id, item, brought: true, checked: { verdict, summary } }
}
