import type { ColumnType, JSONColumnType } from 'kysely'
import type { Proof } from '../../actor.ts'
import type { Shown } from '../model/signing.ts'
import type { RuleLine, SecondKind } from './model/assessing-rule.ts'

type Stamp = ColumnType<Date, Date | undefined, never>

/** Each is appended to and never changed. */
export interface AssessingTables {
  assessing_rule: {
    id: string
    organisation: string
    version: number
    lines: JSONColumnType<readonly RuleLine[]>
    second: SecondKind
    made_by: string
    at: Stamp
    stepped_up_how: Proof
    stepped_up_at: Date
  }
  second_request: {
    signing_id: string
    second_id: string
    holder_id: string
    asked_by: string
    how: 'asked' | 'code'
    at: Stamp
  }
  second_answer: {
    signing_id: string
    second_id: string
    holder_id: string
    codes: string[]
    reason: string | null
    shown: JSONColumnType<Shown['assessor']>
    at: Stamp
    stepped_up_how: Proof
    stepped_up_at: Date
  }
}
