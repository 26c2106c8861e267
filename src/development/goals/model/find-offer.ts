/**
 * What an employer should offer somebody at their level: the same whatever their goal, and whether or
 * not they have one (RCOT response, Q10: level 3 for all at intermediate, whatever they want next).
 */
import type { LevelSlug } from '../../../frameworks/model/framework.ts'
import type { Entry } from '../../../passports/model/entry.ts'
import { isHeld, type Standing } from '../../../passports/model/evaluate-passport.ts'
import type { Offer } from './goal-words.ts'

/** The capability of statement 1.1. */
const qualified = 'relevant-qualification'

/** Undefined where the holder has it, or says so. */
export function findOffer(
  offers: readonly Offer[],
  {
    level,
    entries,
    standings,
  }: {
    readonly level: LevelSlug
    readonly entries: readonly Entry[]
    readonly standings: readonly Standing[]
  },
): Offer | undefined {
  const offer = offers.find((one) => one.level === level)
  if (offer === undefined) return undefined
  const has = entries.some((entry) => qualificationLevel(entry) >= offer.qualification)
  const stands = standings.some(
    (one) =>
      one.statement.capability === qualified && (isHeld(one) || one.state === 'self-assessed'),
  )
  return has || stands ? undefined : offer
}

/** As England, Wales and Northern Ireland number them; 0 where that is not known. Scotland's differ. */
export function qualificationLevel({ kind, facts }: Pick<Entry, 'kind' | 'facts'>): number {
  if (kind !== 'qualification' || (facts.ladder !== 'rqf' && facts.ladder !== 'cqfw')) return 0
  const [, number] = /^(?:level )?(\d)$/i.exec(facts.level ?? '') ?? []
  return Number(number ?? 0)
}
