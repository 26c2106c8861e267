import { findRegistration, listMemberships } from '../../../accounts/accounts-store.ts'
import { hasPermission, type Person, type StepUp } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import {
  issueCredential,
  prepareIssuing,
  withdrawCredential,
} from '../../../credentials/credentials-actions.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import type { Edition } from '../../../frameworks/model/framework.ts'
import { dayOf } from '../../../language/days.ts'
import type { Site } from '../../../web/site.ts'
import { describeSigning } from '../../model/describe-signing.ts'
import { isPaused } from '../../model/pause.ts'
import {
  countCorrections,
  currentCredential,
  type Signing,
  standingSignOffs,
  waitingSignOffs,
} from '../../model/signing.ts'
import { insertSigningCredential, lockSigning } from '../../sign-offs/signing-acts-store.ts'
import { getSigningAmong } from '../../sign-offs/signings-store.ts'
import type { Seconded } from '../assessing-forms.ts'
import { judgeSecond } from '../read-seconds.ts'
import { insertSecondAnswer } from '../seconds-store.ts'

/** Paused: nothing of a signing is issued while somebody looks at it. */
export type SecondOutcome = 'answered' | 'over' | 'paused' | 'changed'

interface Answering {
  readonly signingId: string
  readonly edition: Edition
  /** All that waited as the page showed it. */
  readonly asked: readonly string[]
  /** How often its facts had been put right as the page showed them. */
  readonly corrections: number
  readonly answer: Seconded
  readonly stepUp: StepUp
}

/**
 * The second assessor confirms, or leaves some out with a reason. What was confirmed counts from now
 * on, in one credential with both names. The second of two answers changes nothing.
 */
export async function answerSecond(
  site: Site,
  actor: Person,
  { signingId, edition, asked, corrections, answer, stepUp }: Answering,
): Promise<SecondOutcome> {
  const wanted = { id: signingId, personId: actor.id }
  const first = await asActor(site.db, actor, (db) => getSigningAmong(db, wanted))
  refuseOthers(actor, first)
  const issuing = await prepareIssuing(site, first)
  return asActor(site.db, actor, async (db) => {
    await lockSigning(db, signingId)
    const signing = await getSigningAmong(db, wanted)
    const waiting = waitingSignOffs(signing).map(({ code }) => code)
    if (waiting.length !== asked.length || !asked.every((code) => waiting.includes(code))) {
      return 'over'
    }
    if (isPaused(signing, dayOf(site.now()))) return 'paused'
    if (countCorrections(signing) !== corrections) return 'changed'
    const judged = await judgeSecond(db, { signing, secondId: actor.id, edition })
    const [refused] = answer.codes.flatMap((code) => judged.refused.get(code) ?? [])
    const why = judged.all ?? refused
    if (why !== undefined) throw new Conflict(`${why} Nothing was signed.`)
    const { organisation, holderId } = signing
    const shown = await findShownOf(db, actor, organisation)
    const place = { signingId, secondId: actor.id, holderId }
    if (!(await insertSecondAnswer(db, { ...place, ...answer, shown, stepUp }))) return 'over'
    if (answer.codes.length > 0) {
      const now = await getSigningAmong(db, wanted)
      const replaces = currentCredential(signing)
      await issueForBoth(db, { site, actor, issuing, edition, now, replaces })
    }
    await recordEvent(db, actor, 'sign-off.seconded', `signing:${signingId}`, {
      ...{ organisation, about: holderId, statements: answer.codes.length },
      ...{ leftOut: waiting.length - answer.codes.length, stepUp },
    })
    return 'answered'
  })
}

/** Throws NotFound for whoever may not be asked. */
export function refuseOthers(actor: Person, signing: Signing): void {
  const { holderId, assessorId, organisation } = signing
  const isOther = actor.id !== holderId && actor.id !== assessorId
  if (!isOther || !hasPermission(actor, 'assess', organisation)) {
    throw new NotFound('may not confirm this')
  }
}

/** What counted without a second stands in a credential already: one takes its place. */
async function issueForBoth(
  db: Transaction,
  {
    site,
    actor,
    issuing,
    edition,
    now,
    replaces,
  }: Pick<Answering, 'edition'> & {
    readonly replaces: string | undefined
    readonly site: Site
    readonly actor: Person
    readonly issuing: Awaited<ReturnType<typeof prepareIssuing>>
    readonly now: Signing
  },
): Promise<void> {
  if (replaces !== undefined) await withdrawCredential(db, actor, replaces, now.organisation)
  const codes = standingSignOffs(now).map(({ code }) => code)
  const facts = describeSigning(now, { edition, codes, baseUrl: site.config.baseUrl })
  const credential = await issueCredential(db, issuing, {
    ...{ actor, site, facts, replaces },
    saysMore: true,
  })
  const { id: signingId, holderId } = now
  await insertSigningCredential(db, { signingId, holderId, credentialId: credential.id })
}

/** What everybody who sees the credential is shown of its second assessor. */
async function findShownOf(db: Transaction, actor: Person, organisation: string) {
  const jobs = await listMemberships(db, actor.id)
  return {
    name: actor.name,
    jobTitle: jobs.find((job) => job.organisation === organisation)?.jobTitle,
    registration: await findRegistration(db, { personId: actor.id, organisation }),
  }
}
