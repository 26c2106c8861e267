/** What was typed into the forms on what is accepted, right or wrong. */
import type { ItemKind } from './acceptance-policy.ts'

export const freshMonths = [6, 12, 24, 36, 60] as const
/** How many exceptions a form has room for at first, and at most. */
export const usualExceptions = 3
export const mostExceptions = 30

interface DateParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface KindEntered {
  readonly outcome: string
  readonly months: string
  readonly seen: boolean
  readonly topUp: string
}

export interface ExceptionEntered extends KindEntered {
  readonly kind: string
  /** Sections or subjects, with commas between. */
  readonly what: string
  readonly level: string
}

const noException: ExceptionEntered = {
  ...{ kind: '', what: '', level: '', outcome: '', months: '', seen: false, topUp: '' },
}

export interface PolicyEntered {
  readonly issuerKinds: readonly string[]
  readonly sectors: readonly string[]
  readonly nations: readonly string[]
  readonly kinds: Readonly<Record<ItemKind, KindEntered>>
  readonly exceptions: readonly ExceptionEntered[]
  readonly alsoLocal: string
  readonly from: DateParts
  /** The version that was there when the form was made. */
  readonly version: string
}

export interface AgreementTerms {
  readonly kinds: readonly string[]
  readonly months: string
  readonly topUp: string
}

export interface AgreementEntered {
  readonly id: string
  readonly other: string
  readonly takes: AgreementTerms
  readonly gives: AgreementTerms
  readonly from: DateParts
  readonly review: DateParts
}

/** With room for so many exceptions. */
export function withRoom(
  exceptions: readonly ExceptionEntered[],
  most: number,
): readonly ExceptionEntered[] {
  const missing = Math.min(most, mostExceptions) - exceptions.length
  return [...exceptions, ...Array.from({ length: Math.max(0, missing) }, () => noException)]
}
