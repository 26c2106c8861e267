import { plainDate } from '../../language/plain-dates.ts'
import { readTimestamp } from './london-date.ts'
import type { JsonObject } from './read-credential.ts'
import type { Outcome, Step } from './verdict.ts'

/** Whether `now` falls between the dates that the document gives. */
export function checkDates(document: JsonObject, now: Date): Step {
  const from = readTimestamp(document.validFrom)
  const until = readTimestamp(document.validUntil)
  if (from === undefined && document.validFrom !== undefined) return notRead()
  if (until === undefined && document.validUntil !== undefined) return notRead()
  if (until !== undefined && now > until) {
    return step('invalid', `Its review was due on ${plainDate(until)}.`)
  }
  if (from !== undefined && now < from) {
    return step('invalid', `It is not yet in force until ${plainDate(from)}.`)
  }
  const start = from === undefined ? 'In force.' : `In force since ${plainDate(from)}.`
  const review =
    until === undefined ? 'It gives no review date.' : `Its review is due on ${plainDate(until)}.`
  return step('valid', `${start} ${review}`)
}

function notRead(): Step {
  return step('unknown', 'The dates in it are not written in a way that can be relied on.')
}

function step(outcome: Outcome, message: string): Step {
  return { step: 'date', outcome, message }
}
