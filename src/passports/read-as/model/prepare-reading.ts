/** From what is kept to what `readAs` takes. */
import { chooseStanding } from '../../../frameworks/crosswalks/model/choose-standing.ts'
import { listMappedStatements } from '../../../frameworks/crosswalks/model/list-codes.ts'
import { type Mapping, statusOf } from '../../../frameworks/crosswalks/model/mapping.ts'
import { type Edition, type LevelSlug, statementsOf } from '../../../frameworks/model/framework.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { type Entry, entryKindNames } from '../../model/entry.ts'
import {
  type Evaluated,
  evaluatePassport,
  type Standing,
  type State,
} from '../../model/evaluate-passport.ts'
import { pausedNow } from '../../model/pause.ts'
import { currentCredential, type Signing } from '../../model/signing.ts'
import type { MappingToRead, Said, StandingToRead } from './read-as.ts'

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
export function standingsToRead(held: Omit<Evaluated, 'wanted'>): StandingToRead[] {
  const codes = statementsOf(held.edition).map(({ code }) => code)
  return evaluatePassport({ ...held, wanted: { codes } }).standings.map((one) =>
    standingToRead(one, held.today),
  )
}

function standingToRead(standing: Standing, today: string): StandingToRead {
  const { statement, signing, entries } = standing
  const says = signing === undefined ? [] : [saidBySigning(signing, today)]
  const state = stateToRead(standing)
  return { code: statement.code, state, says: [...says, ...entries.map(saidByEntry)] }
}

/** What lapsed and was never more than the holder's own word is their own word still. */
function stateToRead({ statement, state, signing, entries }: Standing): State {
  const proven =
    signing !== undefined ||
    entries.some(({ confirmation }) => confirmation?.codes.includes(statement.code))
  return state === 'lapsed' && !proven ? 'self-assessed' : state
}

function saidByEntry({ kind, title, confirmation }: Entry): Said {
  const by = confirmation === undefined ? 'your own word' : `confirmed by ${confirmation.by}`
  return { words: `${entryKindNames[kind]}: ${title}, ${by}` }
}

function saidBySigning(signing: Signing, today: string): Said {
  const { shown, assessedOn, section, reviewOn } = signing
  const credential = currentCredential(signing)
  const paused = pausedNow(signing, today)
  const review = reviewOn === undefined ? '' : `, review due on ${dayInWords(reviewOn)}`
  return {
    words: `${section} signed off by ${shown.assessor.name}, ${shown.organisation}, on ${dayInWords(assessedOn)}${review}${paused === undefined ? '' : `. ${paused}`}`,
    href: credential && paths.entry(credential),
  }
}
