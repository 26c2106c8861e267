/** From what is kept to what `readAs` takes. */
import { chooseStanding } from '../../../frameworks/crosswalks/model/choose-standing.ts'
import { listMappedStatements } from '../../../frameworks/crosswalks/model/list-codes.ts'
import { type Mapping, statusOf } from '../../../frameworks/crosswalks/model/mapping.ts'
import type { Edition, LevelSlug } from '../../../frameworks/model/framework.ts'
import { levelSlugs } from '../../../frameworks/model/framework.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import type { SelfAnswers } from '../../model/answer.ts'
import { currentCredential, type Signing } from '../../model/signing.ts'
import { type Standing, summarisePassport } from '../../model/summarise-passport.ts'
import type { MappingToRead, Said, StandingState, StandingToRead } from './read-as.ts'

/** The mappings that count now, at the level at which the holder is read. */
export function mappingsToRead(
  mappings: readonly Mapping[],
  edition: Pick<Edition, 'domains'>,
  level: LevelSlug,
): MappingToRead[] {
  return chooseStanding(mappings).map((mapping) => ({
    id: mapping.id,
    to: mapping.to,
    codes: listMappedStatements(edition, mapping, level).map(({ code }) => code),
    level: mapping.level,
    relation: mapping.relation,
    coverage: mapping.coverage,
    missing: mapping.missing,
    status: statusOf(mapping),
    why: mapping.why,
  }))
}

/** Of every level: a mapping may speak of another one than the holder's. */
export function standingsToRead(held: {
  readonly edition: Edition
  readonly answers: SelfAnswers
  /** Of this edition. */
  readonly signings: readonly Signing[]
  readonly today: string
}): StandingToRead[] {
  return levelSlugs.flatMap((level) =>
    summarisePassport({ ...held, level }).domains.flatMap(({ sections }) =>
      sections.flatMap(({ standings }) => standings.map(standingToRead)),
    ),
  )
}

function standingToRead(standing: Standing): StandingToRead {
  const { statement, signing } = standing
  const says = signing === undefined ? [] : [saidBySigning(signing)]
  return { code: statement.code, state: stateOf(standing), says }
}

function stateOf({ state, answer }: Standing): StandingState {
  if (state === 'signed-off') return 'held'
  if (state === 'review-due') return 'lapsed'
  if (state === 'not-my-role') return 'not-my-role'
  const says = answer?.answer
  return says === 'confident' || says === 'with-support' ? 'self-assessed' : 'missing'
}

function saidBySigning(signing: Signing): Said {
  const { shown, assessedOn, section, reviewOn } = signing
  const credential = currentCredential(signing)
  const review = reviewOn === undefined ? '' : `, review due on ${dayInWords(reviewOn)}`
  return {
    words: `${section} signed off by ${shown.assessor.name}, ${shown.organisation}, on ${dayInWords(assessedOn)}${review}`,
    href: credential && paths.entry(credential),
  }
}
