/** Asked wherever something is signed, and by every page that leads there. */
import type { Transaction } from '../../database/database.ts'
import type { Edition } from '../../frameworks/model/framework.ts'
import { readRegisters } from '../../organisations/registrations/registers-content.ts'
import {
  mayAssess,
  needsSecond,
  type RuleTerms,
  unwrittenRule,
  whyNotAssess,
} from './model/assessing-rule.ts'
import { findRuleFor, listChecked } from './rules-store.ts'

const names: ReadonlyMap<string, string> = new Map(
  readRegisters().flatMap(({ professions }) => professions.map(({ slug, name }) => [slug, name])),
)

/** Of registered professions, by slug. */
export const professionNames = names

export interface Judged {
  readonly rule: RuleTerms
  /** Undefined where the organisation has written none. */
  readonly version?: number | undefined
  /** By code: why this assessor may not sign it, in words. */
  readonly refused: ReadonlyMap<string, string>
  /** Codes that count only with a second assessor. */
  readonly needSecond: readonly string[]
}

export async function judgeStatements(
  db: Transaction,
  {
    request,
    edition,
    codes,
  }: {
    readonly request: {
      readonly holderId: string
      readonly assessorId: string
      readonly organisation: string
    }
    readonly edition: Edition
    readonly codes: readonly string[]
  },
): Promise<Judged> {
  const { organisation, holderId, assessorId } = request
  const written = await findRuleFor(db, { organisation, holderId })
  const rule = written ?? unwrittenRule
  const assessor = { id: assessorId, organisation }
  const professions = (await listChecked(db, [assessor]))(assessor)
  const refused = codes.flatMap((code) => {
    const why = whyNotAssess(rule, { edition, code }, { professions, names })
    return why === undefined ? [] : [[code, why] as const]
  })
  return {
    rule,
    version: written?.version,
    refused: new Map(refused),
    needSecond: codes.filter((code) => needsSecond(rule, { edition, code })),
  }
}

/** Colleagues who may sign at least some of it, each with what they may not. */
export async function withoutRefused<
  One extends { readonly id: string; readonly organisation: string },
>(
  db: Transaction,
  {
    colleagues,
    holderId,
    edition,
    codes,
  }: {
    readonly colleagues: readonly One[]
    readonly holderId: string
    readonly edition: Edition
    readonly codes: readonly string[]
  },
): Promise<(One & { readonly mayNot: readonly string[] })[]> {
  const rules = new Map<string, RuleTerms>()
  for (const organisation of new Set(colleagues.map((one) => one.organisation))) {
    const rule = await findRuleFor(db, { organisation, holderId })
    rules.set(organisation, rule ?? unwrittenRule)
  }
  const checked = await listChecked(db, colleagues)
  return colleagues.flatMap((one) => {
    const rule = rules.get(one.organisation) ?? unwrittenRule
    const professions = checked(one)
    const mayNot = codes.filter((code) => !mayAssess(rule, { edition, code }, { professions }))
    return codes.length > 0 && mayNot.length === codes.length ? [] : [{ ...one, mayNot }]
  })
}
