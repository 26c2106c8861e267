/** What an organisation adds to an edition of ours: statements of its own, and columns beside ours. */
import type { LevelSlug, PartySlug, PillarSlug } from '../../model/framework.ts'

export const overlayKinds = ['profession', 'employer', 'sector', 'nation'] as const
export type OverlayKind = (typeof overlayKinds)[number]

export const overlayKindNames: Readonly<Record<OverlayKind, string>> = {
  profession: 'A profession',
  employer: 'An employer',
  sector: 'A sector',
  nation: 'A nation',
}

/** At the end of a section of the core, or after one of its statements. */
export type OverlayPlace = `section/${string}` | `statement/${string}`

export interface OverlayStatement {
  /** `AHT-3.9.1-entry`: the overlay's prefix, the section, a number, the level. */
  readonly code: string
  readonly place: OverlayPlace
  readonly level: LevelSlug
  /** The same at each of its levels. */
  readonly capability: string
  readonly text: string
  readonly pillars: readonly PillarSlug[]
  readonly parties: readonly PartySlug[]
}

export interface OverlayColumn {
  readonly slug: string
  readonly title: string
}

export interface OverlayCell {
  readonly column: string
  /** Code of a statement of the core. */
  readonly statement: string
  readonly text: string
}

export interface OverlayHead {
  readonly slug: string
  /** Slug of the organisation that writes it. */
  readonly organisation: string
  /** The core's `slug/version` that it was written for. */
  readonly edition: string
  readonly kind: OverlayKind
  readonly title: string
  readonly about: string
  readonly prefix: string
}

/** All that is published of one. */
export interface OverlayContent extends OverlayHead {
  readonly statements: readonly OverlayStatement[]
  readonly columns: readonly OverlayColumn[]
  readonly cells: readonly OverlayCell[]
}

/** The section that a code of an overlay, or of the core, belongs to. */
export function sectionOfCode(code: string): string {
  return /(?<![\d.])\d+\.\d+/.exec(code)?.[0] ?? code
}

export function overlayCode(
  { prefix }: Pick<OverlayHead, 'prefix'>,
  { section, number, level }: { section: string; number: number; level: LevelSlug },
): string {
  return `${prefix}-${section}.${number}-${level}`
}

/** The part of the code that its levels share: `AHT-3.9.1`. */
export function capabilityCode({ code, level }: Pick<OverlayStatement, 'code' | 'level'>): string {
  return code.slice(0, -level.length - 1)
}

/** The next that is free in a section. */
export function nextNumber(statements: readonly OverlayStatement[], section: string): number {
  const numbers = statements
    .filter(({ code }) => sectionOfCode(code) === section)
    .map((statement) => Number(capabilityCode(statement).split('.').at(-1)))
  return Math.max(0, ...numbers) + 1
}
