/** All that is held of somebody, read once and evaluated. */
import type { Transaction } from '../../database/database.ts'
import type { ShelvedEdition } from '../../frameworks/edition-shelf.ts'
import type { LevelSlug } from '../../frameworks/model/framework.ts'
import { withConfirmation } from '../bring/model/original.ts'
import { entryOfReceived } from '../bring/model/received.ts'
import { listOwnOriginals } from '../bring/originals-store.ts'
import { listReceived } from '../bring/received-store.ts'
import { listEntries } from '../entries/entries-store.ts'
import type { SelfAnswers } from '../model/answer.ts'
import type { Entry } from '../model/entry.ts'
import {
  type Evaluation,
  evaluateLevel,
  evaluatePassport,
  type LevelEvaluation,
} from '../model/evaluate-passport.ts'
import type { Signing } from '../model/signing.ts'
import { findOwnRole, listAnswersByEdition } from '../passports-store.ts'
import { listSigningsFor } from '../sign-offs/signings-store.ts'

export interface Held {
  readonly role: Awaited<ReturnType<typeof findOwnRole>>
  /** Of the edition that was asked about. */
  readonly answers: SelfAnswers
  /** Of all others. */
  readonly answersElsewhere: ReadonlyMap<string, SelfAnswers>
  /** Of every edition. */
  readonly signings: readonly Signing[]
  readonly entries: readonly Entry[]
}

/**
 * What they put in themselves, with who saw an original, and what they brought from elsewhere. As
 * the holder, or as somebody to whom row-level security shows some of it.
 */
export async function readHeld(
  db: Transaction,
  { holderId, ref }: { readonly holderId: string; readonly ref: string },
): Promise<Held> {
  const [role, said, signings, originals, own, brought] = await Promise.all([
    findOwnRole(db, holderId),
    listAnswersByEdition(db, { holderId }),
    listSigningsFor(db, { holderId }),
    listOwnOriginals(db, { holderId }),
    listEntries(db, { holderId }),
    listReceived(db, { holderId }),
  ])
  // A copy of what was signed here: the sign-off itself says whether it still stands.
  const here = signings.flatMap(({ credentials }) => credentials)
  const elsewhere = brought.filter(({ document }) => !here.some((id) => document.includes(id)))
  const entries = [
    ...own.map((one) => withConfirmation(one, originals)),
    ...elsewhere.flatMap((one) => entryOfReceived(one, ref) ?? []),
  ]
  return { role, ...saidOn(ref, said), signings, entries }
}

/** What was said of one edition, and what of all others. */
export function saidOn(
  ref: string,
  said: ReadonlyMap<string, SelfAnswers> = new Map(),
): Pick<Held, 'answers' | 'answersElsewhere'> {
  const elsewhere = [...said].filter(([edition]) => edition !== ref)
  return { answers: said.get(ref) ?? new Map(), answersElsewhere: new Map(elsewhere) }
}

export type EvaluatedBy = Pick<ShelvedEdition, 'edition' | 'ref' | 'successions'>

/** At a level, or at the holder's own, without what is for other professions. */
export function evaluateHeldLevel(
  { role, ...held }: Held,
  { edition, ref, successions }: EvaluatedBy,
  { level, today }: { readonly level?: LevelSlug | undefined; readonly today: string },
): LevelEvaluation {
  const { profession } = role
  const chosen = level ?? role.level ?? 'entry'
  return evaluateLevel({ ...held, edition, ref, successions, level: chosen, profession, today })
}

/** A named set of statements. */
export function evaluateHeldCodes(
  { role: _, ...held }: Held,
  { edition, ref, successions }: EvaluatedBy,
  { codes, today }: { readonly codes: readonly string[]; readonly today: string },
): Evaluation {
  return evaluatePassport({ ...held, edition, ref, successions, wanted: { codes }, today })
}
