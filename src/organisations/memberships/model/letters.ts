/** What we write to managers and their colleagues. No name of anybody stands in it. */
import { dayInWords } from '../../../language/plain-dates.ts'

interface Letter {
  readonly subject: string
  readonly text: string
}

export interface LoneManager {
  /** The last day on which they can, where that is known. */
  readonly until?: string | undefined
}

export function reviewLetter({
  organisationName,
  due,
  page,
  alone,
}: {
  readonly organisationName: string
  readonly due: number
  readonly page: string
  /** Whoever reads it is the only one who manages people there, until a day where one is known. */
  readonly alone?: LoneManager | undefined
}): Letter {
  if (due === 0 && alone !== undefined) return aloneLetter({ organisationName, page, alone })
  const permissions = due === 1 ? '1 permission' : `${due} permissions`
  const text = [
    'Hello,',
    `At ${organisationName}, ${permissions} should be looked at. Some end within 60 days.`,
    'Does each person still do that job, and still need it? Keep it or end it, in one press:',
    page,
    'What nobody keeps ends by itself on its last day. Nobody can keep their own, so have at least two people who manage people.',
    ...(alone === undefined ? [] : aloneWords(organisationName, alone)),
  ]
  return { subject: 'Permissions to look at', text: `${text.join('\n\n')}\n` }
}

function aloneLetter({
  organisationName,
  page,
  alone,
}: {
  readonly organisationName: string
  readonly page: string
  readonly alone: LoneManager
}): Letter {
  const text = ['Hello,', ...aloneWords(organisationName, alone), page]
  return {
    subject: 'You are the only person who can manage people',
    text: `${text.join('\n\n')}\n`,
  }
}

function aloneWords(organisationName: string, { until }: LoneManager): string[] {
  const ends = until === undefined ? '' : ` That ends on ${dayInWords(until)}.`
  return [
    `You are the only person who can manage people at ${organisationName}.${ends}`,
    'After you, nobody there could be invited or given a permission. Please give “Manage people” to a second person now.',
  ]
}

/** To those who issue for an organisation whose only manager is about to go. */
export function loneManagerLetter({
  organisationName,
  until,
}: {
  readonly organisationName: string
  readonly until: string
}): Letter {
  const text = [
    'Hello,',
    `Only one person can manage people at ${organisationName}, and that ends on ${dayInWords(until)}.`,
    'After that day nobody there could be invited or given a permission. Ask them to give “Manage people” to a second person before.',
    'If nobody is left, the stewards of the register can name somebody new. They ask for a letter or a call from your organisation first.',
  ]
  return { subject: 'Soon nobody can manage people', text: `${text.join('\n\n')}\n` }
}
