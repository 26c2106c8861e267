/** What stands between a draft and its publication. */
import type { Transaction } from '../../database/database.ts'
import type { Finding } from '../../finding.ts'
import { listThings } from '../authoring/drafts-store.ts'
import { type Draft, refOfDraft } from '../authoring/model/draft.ts'
import { putTogether } from '../authoring/model/put-together.ts'
import { findEditionHead } from '../frameworks-store.ts'
import type { Edition } from '../model/framework.ts'
import type { Succession } from '../model/succession.ts'
import { checkDraft } from './check-draft.ts'
import type { DraftFinding } from './model/findings-of.ts'
import { type Approval, isApproved, listStanding } from './model/review.ts'
import { judgeFindings, listBlocking, type Waiver } from './model/waiver.ts'
import type { PublicationParts } from './publication-parts.ts'
import { findWritten, listApprovals } from './reviews-store.ts'
import { listWaivers } from './waivers-store.ts'

export interface Readiness {
  readonly edition: Edition
  readonly findings: readonly DraftFinding[]
  /** How many findings must be mended or waived. */
  readonly blocking: number
  readonly waivers: readonly Waiver[]
  /** Those that count for the draft as it stands. */
  readonly approvals: readonly Approval[]
  readonly isApproved: boolean
  readonly succession?: Succession | undefined
  /** What is not decided about what becomes of each statement. */
  readonly undecided: readonly Finding[]
  readonly nameTaken: boolean
}

export async function readReadiness(
  db: Transaction,
  { draft, today }: { readonly draft: Draft; readonly today: string },
  { prepareSuccession }: Pick<PublicationParts, 'prepareSuccession'>,
  check: (draft: Draft, edition: Edition) => readonly DraftFinding[] = (_, edition) =>
    checkDraft(edition),
): Promise<Readiness> {
  const of = { draft: draft.id }
  const [things, waivers, approvals, written, taken] = await Promise.all([
    ...([listThings(db, of), listWaivers(db, of), listApprovals(db, of)] as const),
    ...([findWritten(db, of), findEditionHead(db, refOfDraft(draft))] as const),
  ])
  const { succession, findings: undecided } = await prepareSuccession(db, { ...of, today })
  const edition = putTogether(things)
  const findings = check(draft, edition)
  return {
    ...{ edition, findings, waivers, succession, undecided },
    blocking: listBlocking(judgeFindings(findings, waivers)).length,
    approvals: listStanding(draft, approvals, written),
    isApproved: draft.state === 'approved' && isApproved(draft, approvals, written),
    nameTaken: taken !== undefined && draft.state !== 'published',
  }
}

export function isReady({ blocking, isApproved, undecided, nameTaken }: Readiness): boolean {
  return blocking === 0 && isApproved && undecided.length === 0 && !nameTaken
}
