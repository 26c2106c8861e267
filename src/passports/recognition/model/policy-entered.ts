/** What was typed into the forms on what is accepted, right or wrong. */
import type { ItemKind } from './acceptance-policy.ts'

export const freshMonths = [6, 12, 24, 36, 60] as const
export const exceptionNumbers = ['1', '2', '3'] as const

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
