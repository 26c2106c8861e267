import { dayOf } from '../../language/days.ts'
import { dayInWords } from '../../language/plain-dates.ts'
import { becameWords } from '../../organisations/model/became-words.ts'
import { type IssueRefused, mayIssue } from '../../organisations/model/may-issue.ts'
import type {
  Histories,
  OrganisationHistory,
} from '../../organisations/model/organisation-history.ts'
import { organisationOn } from '../../organisations/model/organisation-on.ts'
import type { FoundIssuer, IssuerStanding } from './check-signature.ts'
import { readTimestamp } from './london-date.ts'

/** An issuer of our register on the day of issue: its name of that day, and whether it might issue. */
export function issuerStanding(
  histories: Histories,
  history: OrganisationHistory,
  validFrom: unknown,
): Pick<FoundIssuer, 'name' | 'became' | 'standing'> {
  const moment = readTimestamp(validFrom)
  // A document without a proper date is refused for that; its issuer is named as it is now.
  const day = moment === undefined ? '9999-12-31' : dayOf(moment)
  const then = organisationOn(histories, history.slug, day)
  const name = then?.name ?? history.slug
  const became = then?.became.map(becameWords).join(' ') || undefined
  const judgement = mayIssue(history, day)
  if (!judgement.may) return { name, became, standing: refusal(name, day, judgement) }
  const message = `Issued by ${name}, which was verified in the register here. ${became ?? ''}`
  return { name, became, standing: { outcome: 'valid', message: message.trim() } }
}

function refusal(name: string, day: string, { why, since }: IssueRefused): IssuerStanding {
  const on = dayInWords(day)
  switch (why) {
    case 'not-there':
      return {
        outcome: 'invalid',
        message: `It says that ${name} issued it on ${on}, and on that day there was no such organisation.`,
      }
    case 'withdrawn':
      return {
        outcome: 'invalid',
        message: `It was issued by ${name} on ${on}. What it issued from ${dayInWords(since ?? day)} on does not count: its verification was withdrawn.`,
      }
    case 'lapsed':
    case 'never-verified':
      return {
        outcome: 'unknown',
        message: `It was issued by ${name} on ${on}, when nobody vouched for who that is.`,
      }
  }
}
