/** A finding that stands with somebody's reason. */
import type { DraftFinding } from './findings-of.ts'

export interface Waiver {
  readonly id: string
  readonly code: string
  readonly target: string
  readonly quote: string
  readonly reason: string
  /** Person's id. */
  readonly by: string
  readonly at: Date
  readonly ended?: { readonly by: string; readonly at: Date } | undefined
}

export interface JudgedFinding extends DraftFinding {
  readonly waiver?: Waiver | undefined
}

/** Each finding with the waiver that fits it: by its code, its place and its words. */
export function judgeFindings(
  findings: readonly DraftFinding[],
  waivers: readonly Waiver[],
): JudgedFinding[] {
  const standing = new Map(
    waivers.filter(({ ended }) => ended === undefined).map((waiver) => [keyOf(waiver), waiver]),
  )
  return findings.map((finding) => ({
    ...finding,
    waiver: finding.waivable ? standing.get(keyOf({ ...finding, target: finding.at })) : undefined,
  }))
}

/** Those whose words are gone: they let nothing pass. */
export function listIdleWaivers(
  findings: readonly DraftFinding[],
  waivers: readonly Waiver[],
): Waiver[] {
  const found = new Set(findings.map((finding) => keyOf({ ...finding, target: finding.at })))
  return waivers.filter((waiver) => waiver.ended === undefined && !found.has(keyOf(waiver)))
}

export function listBlocking(findings: readonly JudgedFinding[]): JudgedFinding[] {
  return findings.filter(({ severity, waiver }) => severity === 'must' && waiver === undefined)
}

function keyOf({ code, target, quote }: Pick<Waiver, 'code' | 'target' | 'quote'>): string {
  return JSON.stringify([code, target, quote])
}
