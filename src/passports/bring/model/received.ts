/** A credential that somebody brought from elsewhere, and what came of the look at it. */
import type { CredentialSummary } from '../../../credentials/model/credential-summary.ts'
import type { Outcome, Step, Unreadable } from '../../../credentials/model/verdict.ts'
import type { Confirmation, Entry, EntryKind } from '../../model/entry.ts'
import type { MadeOutTo } from './compare-subject.ts'
import type { SourceForm } from './find-credentials.ts'

export interface ReceivedCheck {
  readonly at: Date
  readonly outcome: Outcome
  readonly steps: readonly Step[]
  /** Why nothing could be checked. */
  readonly unreadable?: Unreadable | undefined
  readonly madeOutTo: MadeOutTo
  /** In our register, on the day of issue. */
  readonly issuerName?: string | undefined
  /** Of a framework of ours, by the addresses that it names. */
  readonly edition?: string | undefined
  readonly codes: readonly string[]
}

export interface Received {
  readonly id: string
  readonly form: SourceForm
  /** Exactly as it came. */
  readonly document: string
  readonly title: string
  readonly kind: EntryKind
  /** YYYY-MM-DD, by its own word. */
  readonly from?: string | undefined
  readonly validUntil?: string | undefined
  /** Whom the document says it is from. */
  readonly saidIssuer: string
  readonly receivedAt: Date
  /** Of the latest look, whether or not it found anything else than the one before. */
  readonly lookedAt: Date
  readonly check: ReceivedCheck
}

export const standings = [
  'verified',
  'somebody-else',
  'withdrawn',
  'suspended',
  'not-valid',
  'not-verifiable',
  'not-known-whose',
] as const
/** What the holder is told in a word. Whose it is comes before how good it is. */
export type Standing = (typeof standings)[number]

export function standingOf({ check }: Pick<Received, 'check'>): Standing {
  const { outcome, steps, madeOutTo } = check
  if (madeOutTo === 'somebody-else') return 'somebody-else'
  if (steps.some(({ state }) => state === 'suspended')) return 'suspended'
  if (isWithdrawn(steps)) return 'withdrawn'
  if (outcome === 'invalid') return 'not-valid'
  if (outcome === 'unknown') return 'not-verifiable'
  return madeOutTo === 'holder' ? 'verified' : 'not-known-whose'
}

/** By an issuer whose signature holds. */
function isWithdrawn(steps: readonly Step[]): boolean {
  return steps.some(({ step, outcome }) => step === 'status' && outcome === 'invalid')
}

/**
 * As an entry of the passport: confirmed where all four steps hold and it names this holder, else
 * the holder's own word. Undefined for what does not count: made out to somebody else, withdrawn,
 * suspended for now, changed.
 */
export function entryOfReceived(received: Received, currentEdition: string): Entry | undefined {
  const standing = standingOf(received)
  const own: readonly Standing[] = ['verified', 'not-verifiable', 'not-known-whose']
  // Past its review date alone, it still says what was held, and until when.
  if (!own.includes(standing) && !isOnlyOver(received.check)) return undefined
  const { check } = received
  return {
    ...{ id: received.id, version: 1, kind: received.kind, title: received.title, private: false },
    ...{ from: received.from, validUntil: received.validUntil, at: received.receivedAt },
    ...{ edition: check.edition ?? currentEdition, codes: check.codes },
    facts: { issuer: check.issuerName ?? received.saidIssuer, verdict: standing },
    brought: true,
    confirmation: confirmationOf(received),
  }
}

function isOnlyOver({ steps, madeOutTo }: ReceivedCheck): boolean {
  const failed = steps.filter(({ outcome }) => outcome === 'invalid')
  return madeOutTo !== 'somebody-else' && failed.every(({ step }) => step === 'date')
}

function confirmationOf({ check, validUntil }: Received): Confirmation | undefined {
  const { outcome, steps, madeOutTo, issuerName, codes, at } = check
  const proven = outcome === 'valid' || (isOnlyOver(check) && onlyDateFails(steps))
  if (!proven || madeOutTo !== 'holder' || issuerName === undefined) return undefined
  return {
    ...{ by: issuerName, how: 'credential-verified', on: dayIn(at), until: validUntil, codes },
  }
}

/** Everything else is known and holds: it lapsed, and was proof until then. */
function onlyDateFails(steps: readonly Step[]): boolean {
  return steps.every(({ step, outcome }) =>
    step === 'date' ? outcome !== 'unknown' : outcome === 'valid',
  )
}

function dayIn(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** Open Badges 3.0 §B.1.2, achievementType: what each is among our kinds; all else is training. */
const kinds: Readonly<Record<string, EntryKind>> = {
  ...{ ApprenticeshipCertificate: 'apprenticeship', Certificate: 'qualification' },
  ...{ Degree: 'qualification', BachelorDegree: 'qualification', MasterDegree: 'qualification' },
  ...{ AssociateDegree: 'qualification', DoctoralDegree: 'qualification' },
  ...{ ProfessionalDoctorate: 'qualification', Diploma: 'qualification' },
  ...{ SecondarySchoolDiploma: 'qualification', QualityAssuranceCredential: 'qualification' },
  ...{ License: 'qualification', Fieldwork: 'placement', CommunityService: 'volunteering' },
}

export function kindOfAchievement(achievementType: unknown): EntryKind {
  if (typeof achievementType !== 'string') return 'training'
  return Object.hasOwn(kinds, achievementType) ? (kinds[achievementType] ?? 'training') : 'training'
}

/** The statements of ours that it names by address, those of one edition: the one that most are of. */
export function findNamedStatements(
  statements: CredentialSummary['statements'],
  frameworks: string,
): { readonly edition: string | undefined; readonly codes: readonly string[] } {
  const named = statements.flatMap(({ address }) => {
    if (address === undefined || !address.startsWith(frameworks)) return []
    const [, edition, code] =
      /^([a-z0-9-]+\/[a-z0-9.-]+)\/statements\/([a-z0-9.-]+)$/.exec(
        address.slice(frameworks.length),
      ) ?? []
    return edition === undefined || code === undefined ? [] : [{ edition, code }]
  })
  const editions = [...Map.groupBy(named, ({ edition }) => edition)]
  const most = editions.sort(([, one], [, other]) => other.length - one.length)[0]
  if (most === undefined) return { edition: undefined, codes: [] }
  return { edition: most[0], codes: [...new Set(most[1].map(({ code }) => code))] }
}
