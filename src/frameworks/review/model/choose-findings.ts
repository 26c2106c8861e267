/** The findings that are asked for, each place once, and how many there are of what. */
import { type Severity, severities } from '../../model/wording-finding.ts'
import type { JudgedFinding } from './waiver.ts'

export interface FindingsFilter {
  readonly severity?: Severity | undefined
  readonly code?: string | undefined
}

export function chooseFindings(
  findings: readonly JudgedFinding[],
  { severity, code }: FindingsFilter,
): JudgedFinding[] {
  return findings.filter(
    (finding) =>
      (severity === undefined || finding.severity === severity) &&
      (code === undefined || finding.code === code),
  )
}

export interface FoundPlace {
  /** Such as `statement/7.1-entry`. */
  readonly thing: string
  readonly findings: readonly JudgedFinding[]
}

/** Gravest first, and otherwise where they stand. */
export function gravestFirst(findings: readonly JudgedFinding[]): JudgedFinding[] {
  return findings.toSorted((one, other) => rankOf(one) - rankOf(other))
}

/** In the order of the first finding of each; the gravest of a place first. */
export function groupByPlace(findings: readonly JudgedFinding[]): FoundPlace[] {
  const places = Map.groupBy(findings, ({ at }) => thingOf(at))
  return [...places].map(([thing, found]) => ({
    thing,
    findings: gravestFirst(found),
  }))
}

/** What a target is about: two names, but for a section of a part, of which the second is the id. */
function thingOf(target: string): string {
  return target.split('/').slice(0, 2).join('/')
}

function rankOf({ severity }: JudgedFinding): number {
  return severities.indexOf(severity)
}

export interface FindingsCount {
  readonly severity: Severity
  readonly open: number
  readonly waived: number
}

export function countFindings(findings: readonly JudgedFinding[]): FindingsCount[] {
  return severities.map((severity) => {
    const of = findings.filter((finding) => finding.severity === severity)
    const waived = of.filter(({ waiver }) => waiver !== undefined).length
    return { severity, open: of.length - waived, waived }
  })
}

/** The most frequent first. */
export function countCodes(
  findings: readonly JudgedFinding[],
): readonly { readonly code: string; readonly count: number }[] {
  const codes = Map.groupBy(findings, ({ code }) => code)
  return [...codes]
    .map(([code, of]) => ({ code, count: of.length }))
    .toSorted((one, other) => other.count - one.count || one.code.localeCompare(other.code))
}
