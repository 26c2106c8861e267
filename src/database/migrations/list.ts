import { accounts } from './0001-accounts.ts'
import { frameworks } from './0002-frameworks.ts'
import { credentials } from './0003-credentials.ts'
import { passports } from './0004-passports.ts'
import { consultations } from './0005-consultations.ts'
import { permissions } from './0006-permissions.ts'
import { signIn } from './0007-sign-in.ts'
import { keysIn } from './0008-keys-in.ts'
import { organisations } from './0009-organisations.ts'
import { memberships } from './0010-memberships.ts'
import { privacy } from './0011-privacy.ts'
import { choices } from './0012-choices.ts'
import { audit } from './0013-audit.ts'
import { jobs } from './0014-jobs.ts'
import { cheaperWalls } from './0015-cheaper-walls.ts'
import { narrowerWalls } from './0016-narrower-walls.ts'
import { continuity } from './0017-continuity.ts'
import { entries } from './0018-entries.ts'
import { corridor } from './0019-corridor.ts'
import { evidence } from './0020-evidence.ts'
import { recognition } from './0021-recognition.ts'
import { crosswalks } from './0022-crosswalks.ts'
import { received } from './0023-received.ts'
import { assessing } from './0024-assessing.ts'
import { asking } from './0025-asking.ts'
import { recognised } from './0026-recognised.ts'
import { seenWithItsSigning } from './0027-seen-with-its-signing.ts'
import { goals } from './0028-goals.ts'
import { supervision } from './0029-supervision.ts'
import { delegations } from './0030-delegations.ts'
import { learning } from './0031-learning.ts'
import { standing } from './0032-standing.ts'
import { reminders } from './0033-reminders.ts'
import { joined } from './0034-joined.ts'
import { standingForSupervisors } from './0035-standing-for-supervisors.ts'
import { evidenceShown } from './0036-evidence-shown.ts'
import { drafts } from './0037-drafts.ts'
import { review } from './0038-review.ts'
import { successions } from './0039-successions.ts'
import { adoption } from './0040-adoption.ts'
import { overlays } from './0041-overlays.ts'
import { terms } from './0042-terms.ts'
import { exchange } from './0043-exchange.ts'
export interface Migration {
  readonly name: string
  /** Plain SQL, run as the owner in one transaction. Never edited once merged. */
  readonly sql: string
}

/** Forward only, in this order. */
export const migrations: readonly Migration[] = [
  accounts,
  frameworks,
  credentials,
  passports,
  consultations,
  permissions,
  signIn,
  keysIn,
  organisations,
  memberships,
  privacy,
  choices,
  audit,
  jobs,
  cheaperWalls,
  narrowerWalls,
  continuity,
  entries,
  corridor,
  evidence,
  recognition,
  crosswalks,
  received,
  assessing,
  asking,
  recognised,
  seenWithItsSigning,
  goals,
  supervision,
  delegations,
  learning,
  standing,
  reminders,
  joined,
  standingForSupervisors,
  evidenceShown,
  drafts,
  review,
  successions,
  adoption,
  overlays,
  terms,
  exchange,
]
