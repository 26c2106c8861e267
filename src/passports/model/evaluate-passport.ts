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
import type { Succession } from '../../frameworks/model/succession.ts'
import { addDays } from '../../language/days.ts'
import {
  type ByCode,
  type Carried,
  carryOver,
  type Join,
  joinByFirstEnd,
} from '../carry-over/model/carry-over.ts'
import {
  answersByCode,
  joinAnswers,
  latestAnswer,
  type SelfAnswer,
  type SelfAnswers,
} from './answer.ts'
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
  /** Where what says so is of another edition: the words that were signed, and what became of them. */
  readonly carried?: Carried | undefined
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
  /** `slug/version` */
  readonly ref: string
  readonly wanted: Wanted
  /** Of this edition. */
  readonly answers: SelfAnswers
  /** What was said of other editions, by their ref. */
  readonly answersElsewhere?: ReadonlyMap<string, SelfAnswers> | undefined
  readonly signings: readonly Signing[]
  readonly entries: readonly Entry[]
  /** Between editions of the framework: without them, what is of another edition counts for nothing. */
  readonly successions?: readonly Succession[] | undefined
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
  readonly carried?: Carried | undefined
}

/** An entry that counts towards a statement, until its meaning changed too long ago. */
interface Claim {
  readonly entry: Entry
  readonly until?: string | undefined
  readonly carried?: Carried | undefined
}

function standingIn(evaluated: Evaluated): (statement: Statement) => Standing {
  const { ref: to, today, successions = [] } = evaluated
  const { signed, paused, claims, said } = countedIn(evaluated, { to, successions })
  return (statement) => {
    const { code } = statement
    const answer = latestAnswer((said.get(code) ?? []).filter((one) => isInDate(one, today)))
    const entries = (claims.get(code) ?? [])
      .filter((claim) => isInDate(claim, today))
      .map(({ entry }) => entry)
    const pausedProof = bestProof(paused.get(code) ?? [], today)
    const proof = bestProof(signed.get(code) ?? [], today)
    if (pausedProof?.signing !== undefined && !isInDate(proof, today)) {
      const { signing, carried } = pausedProof
      const until = signing.pause?.until
      return { statement, answer, entries, until, signing, carried, state: 'paused' }
    }
    return {
      ...{ statement, answer, entries, until: proof?.until, signing: proof?.signing },
      carried: proof?.carried,
      state:
        proof === undefined ? unprovenState(answer, entries, today) : provenState(proof, today),
    }
  }
}

/** By the codes of the edition that is evaluated by, what is of it and what is carried to it. */
function countedIn(
  evaluated: Evaluated,
  where: { readonly to: string; readonly successions: readonly Succession[] },
) {
  const { answers, answersElsewhere = [], entries, today } = evaluated
  const carried = <T extends { readonly until?: string | undefined }>(
    held: ReadonlyMap<string, ByCode<T>>,
    join: Join<T>,
  ) => carryOver({ ...where, held, join })
  const paused = evaluated.signings.filter((signing) => isPaused(signing, today))
  const signed = evaluated.signings.filter((signing) => !isPaused(signing, today))
  const said = [[where.to, answers] as const, ...answersElsewhere]
  return {
    signed: carried(proofsByEdition(signed, entries), joinByFirstEnd),
    paused: carried(proofsByEdition(paused, []), joinByFirstEnd),
    claims: carried(claimsByEdition(entries), joinClaims),
    said: carried(new Map(said.map(([ref, one]) => [ref, answersByCode(one)])), joinAnswers),
  }
}

function isInDate(
  proof: { readonly until?: string | undefined } | undefined,
  today: string,
): boolean {
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

/**
 * One in date; then a sign-off; then one that nobody has to confirm again; then the latest; and of
 * the same moment the one that lasts longest.
 */
function bestProof(proofs: readonly Proof[], today: string): Proof | undefined {
  const rank = ({ until, since, signing, carried }: Proof) =>
    [
      ...[until === undefined || until >= today, signing !== undefined],
      ...[carried?.reconfirmBy === undefined, since, until ?? '9999'],
    ].join(' ')
  return proofs.reduce<Proof | undefined>(
    (best, proof) => (best === undefined || rank(best) < rank(proof) ? proof : best),
    undefined,
  )
}

function proofsByEdition(
  signings: readonly Signing[],
  entries: readonly Entry[],
): ReadonlyMap<string, ByCode<Proof>> {
  const signed = signings.flatMap((signing) => {
    const since = `${signing.assessedOn} ${signing.at.toISOString()}`
    const proof = { until: signing.reviewOn, since, signing }
    return standingSignOffs(signing).map(({ code }) => [signing.edition, code, proof] as const)
  })
  const confirmed = entries.flatMap(({ edition, confirmation }) => {
    if (confirmation === undefined) return []
    const proof = { until: confirmation.until, since: confirmation.on }
    return confirmation.codes.map((code) => [edition, code, proof] as const)
  })
  return byEdition<Proof>([...signed, ...confirmed])
}

function claimsByEdition(entries: readonly Entry[]): ReadonlyMap<string, ByCode<Claim>> {
  const ordered = [...entries].sort((one, other) => strength(other) - strength(one))
  return byEdition<Claim>(
    ordered.flatMap((entry) =>
      [...new Set([...entry.codes, ...(entry.confirmation?.codes ?? [])])].map(
        (code) => [entry.edition, code, { entry }] as const,
      ),
    ),
  )
}

function byEdition<T>(
  counted: readonly (readonly [edition: string, code: string, one: T])[],
): ReadonlyMap<string, ByCode<T>> {
  const editions = new Map<string, Map<string, T[]>>()
  for (const [edition, code, one] of counted) {
    const byCode = editions.get(edition) ?? new Map<string, T[]>()
    editions.set(edition, byCode)
    const some = byCode.get(code)
    if (some === undefined) byCode.set(code, [one])
    else some.push(one)
  }
  return editions
}

/** One entry that was counted towards each of them. */
function joinClaims(parts: readonly (readonly Claim[])[]): readonly Claim[] {
  const [first = [], ...others] = parts
  const isIn = (part: readonly Claim[], { entry }: Claim) =>
    part.some((one) => one.entry.id === entry.id)
  return first.filter((claim) => others.every((part) => isIn(part, claim)))
}

function strength({ confirmation }: Entry): number {
  return confirmation === undefined ? 0 : 1
}
