/**
 * Where a holder stands: each wanted statement in exactly one state, with what says so. Every page,
 * team view, delegation and export asks here.
 */
import { findStatements } from '../../frameworks/model/find-statements.ts'
import {
  type Domain,
  type Edition,
  type LevelSlug,
  type PillarSlug,
  pillarSlugs,
  type Section,
  type Statement,
  statementsOf,
} from '../../frameworks/model/framework.ts'
import { addDays } from '../../language/days.ts'
import type { SelfAnswer, SelfAnswers } from './answer.ts'
import type { Entry } from './entry.ts'
import { isPaused } from './pause.ts'
import { type Signing, standingSignOffs } from './signing.ts'

export const states = [
  'held',
  'due-soon',
  'lapsed',
  'paused',
  'self-assessed',
  'missing',
  'not-my-role',
] as const
export type State = (typeof states)[number]

/** How long before a review date it is called due soon. */
const dueSoonDays = 60

export interface Standing {
  readonly statement: Statement
  readonly state: State
  /** Stays beside a sign-off: what the holder says is theirs. */
  readonly answer?: SelfAnswer | undefined
  /** The signing that counts for this statement; or the one that is paused, where none does. */
  readonly signing?: Signing | undefined
  /** The holder's own entries that count towards it, those that others confirmed first. */
  readonly entries: readonly Entry[]
  /** YYYY-MM-DD: the last day of what is held; undefined where that has no end. */
  readonly until?: string | undefined
}

export interface SectionStanding {
  readonly section: Section
  readonly standings: readonly Standing[]
}

export interface DomainStanding {
  readonly domain: Domain
  readonly sections: readonly SectionStanding[]
}

export interface PillarStanding {
  readonly pillar: PillarSlug
  readonly standings: readonly Standing[]
}

export type Counts = Readonly<Record<State, number>>

export interface Evaluation {
  readonly domains: readonly DomainStanding[]
  /** Every statement that was wanted, in the framework's order. */
  readonly standings: readonly Standing[]
  readonly counts: Counts
  readonly total: number
}

/** A level's statements. */
export interface LevelEvaluation extends Evaluation {
  readonly level: LevelSlug
}

/** A level (without what is for other professions), or a named set of statements such as a role's. */
export type Wanted =
  | { readonly level: LevelSlug; readonly profession?: string | undefined }
  | { readonly codes: readonly string[] }

export interface Evaluated {
  readonly edition: Edition
  /** `slug/version`: what was said, signed or entered of another edition counts for nothing here. */
  readonly ref: string
  readonly wanted: Wanted
  readonly answers: SelfAnswers
  readonly signings: readonly Signing[]
  readonly entries: readonly Entry[]
  /** YYYY-MM-DD */
  readonly today: string
}

export function evaluatePassport(evaluated: Evaluated): Evaluation {
  const codes = new Set(wantedCodes(evaluated))
  const stand = standingIn(evaluated)
  const domains = evaluated.edition.domains
    .map((domain) => ({
      domain,
      sections: domain.sections
        .map((section) => ({
          section,
          standings: section.statements.filter(({ code }) => codes.has(code)).map(stand),
        }))
        .filter(({ standings }) => standings.length > 0),
    }))
    .filter(({ sections }) => sections.length > 0)
  const standings = domains.flatMap(({ sections }) => sections.flatMap((one) => one.standings))
  return { domains, standings, counts: countStates(standings), total: standings.length }
}

export function evaluateLevel({
  level,
  profession,
  ...held
}: Omit<Evaluated, 'wanted'> & {
  readonly level: LevelSlug
  readonly profession?: string | undefined
}): LevelEvaluation {
  return { level, ...evaluatePassport({ ...held, wanted: { level, profession } }) }
}

/** Neither answered, nor signed, nor shown by an entry. */
export function isBlank({ state, answer }: Standing): boolean {
  return state === 'missing' && answer === undefined
}

/** A colleague confirmed it, and the confirmation is in date. */
export function isHeld({ state }: Standing): boolean {
  return state === 'held' || state === 'due-soon'
}

export function countStates(standings: readonly Standing[]): Counts {
  const count = (wanted: State) => standings.filter(({ state }) => state === wanted).length
  // Every key of State stands in `states`.
  return Object.fromEntries(states.map((state) => [state, count(state)])) as Record<State, number>
}

/** A statement stands under each of its pillars. */
export function standingsByPillar(standings: readonly Standing[]): PillarStanding[] {
  return pillarSlugs.map((pillar) => ({
    pillar,
    standings: standings.filter(({ statement }) => statement.pillars.includes(pillar)),
  }))
}

function wantedCodes({ edition, wanted }: Evaluated): string[] {
  if ('level' in wanted) return findStatements(edition, wanted).map(({ code }) => code)
  const codes = new Set(wanted.codes)
  return statementsOf(edition)
    .map(({ code }) => code)
    .filter((code) => codes.has(code))
}

/** Proof by somebody else: its last day, if it has one. */
interface Proof {
  readonly until?: string | undefined
  readonly since: string
  readonly signing?: Signing | undefined
}

function standingIn(evaluated: Evaluated): (statement: Statement) => Standing {
  const { ref, today } = evaluated
  const signings = evaluated.signings.filter(({ edition }) => edition === ref)
  const signed = proofsByCode(signings.filter((signing) => !isPaused(signing, today)))
  const paused = proofsByCode(signings.filter((signing) => isPaused(signing, today)))
  const entries = entriesByCode(evaluated.entries.filter(({ edition }) => edition === ref))
  return (statement) => {
    const { code } = statement
    const answer = evaluated.answers.get(code)
    const counted = entries.get(code) ?? []
    const pausedSigning = bestProof(paused.get(code) ?? [], today)?.signing
    const proof = bestProof([...(signed.get(code) ?? []), ...confirmed(counted, code)], today)
    if (pausedSigning !== undefined && !isInDate(proof, today)) {
      const { pause } = pausedSigning
      const until = pause?.until
      return { statement, answer, entries: counted, until, signing: pausedSigning, state: 'paused' }
    }
    return {
      ...{ statement, answer, entries: counted, until: proof?.until, signing: proof?.signing },
      state:
        proof === undefined ? unprovenState(answer, counted, today) : provenState(proof, today),
    }
  }
}

function isInDate(proof: Proof | undefined, today: string): boolean {
  return proof !== undefined && (proof.until === undefined || proof.until >= today)
}

function provenState({ until }: Proof, today: string): State {
  if (until === undefined) return 'held'
  if (until < today) return 'lapsed'
  return until <= addDays(today, dueSoonDays) ? 'due-soon' : 'held'
}

/** The holder's own word: of what they do, or of what they hold. */
function unprovenState(
  answer: SelfAnswer | undefined,
  entries: readonly Entry[],
  today: string,
): State {
  if (answer?.answer === 'not-my-role') return 'not-my-role'
  if (answer?.answer === 'confident' || answer?.answer === 'with-support') return 'self-assessed'
  if (entries.some((entry) => !isOver(entry, today))) return 'self-assessed'
  return entries.length > 0 ? 'lapsed' : 'missing'
}

function isOver({ validUntil }: Entry, today: string): boolean {
  return validUntil !== undefined && validUntil < today
}

/** One in date; then a sign-off; then the latest; and of the same moment the one that lasts longest. */
function bestProof(proofs: readonly Proof[], today: string): Proof | undefined {
  const rank = ({ until, since, signing }: Proof) =>
    [until === undefined || until >= today, signing !== undefined, since, until ?? '9999'].join(' ')
  return proofs.reduce<Proof | undefined>(
    (best, proof) => (best === undefined || rank(best) < rank(proof) ? proof : best),
    undefined,
  )
}

function proofsByCode(signings: readonly Signing[]): ReadonlyMap<string, readonly Proof[]> {
  const proofs = new Map<string, Proof[]>()
  for (const signing of signings) {
    const since = `${signing.assessedOn} ${signing.at.toISOString()}`
    for (const { code } of standingSignOffs(signing)) {
      proofs.set(code, [...(proofs.get(code) ?? []), { until: signing.reviewOn, since, signing }])
    }
  }
  return proofs
}

function entriesByCode(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>()
  const ordered = [...entries].sort((one, other) => strength(other) - strength(one))
  for (const entry of ordered) {
    for (const code of new Set([...entry.codes, ...(entry.confirmation?.codes ?? [])])) {
      found.set(code, [...(found.get(code) ?? []), entry])
    }
  }
  return found
}

function strength({ confirmation }: Entry): number {
  return confirmation === undefined ? 0 : 1
}

function confirmed(entries: readonly Entry[], code: string): Proof[] {
  return entries.flatMap(({ confirmation }) =>
    confirmation?.codes.includes(code)
      ? [{ until: confirmation.until, since: confirmation.on }]
      : [],
  )
}
