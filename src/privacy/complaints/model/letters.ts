/** What we write to somebody who complained. Plain words; an address stands on a line of its own. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { type Outcome, outcomeWords } from './complaint.ts'

export interface LetterWords {
  readonly subject: string
  readonly text: string
}

/** Where the complaint can be followed; a code opens it for whoever was not signed in. */
export interface Place {
  readonly reference: string
  readonly code?: string | undefined
  readonly address: string
  readonly regulator: { readonly name: string; readonly page: string; readonly phone: string }
}

export function receivedLetter(place: Place, acknowledgeBy: string): LetterWords {
  return words(place, 'We have your complaint', [
    'We have received your complaint about how your information is used.',
    `Its reference is ${place.reference}.`,
    `Somebody will confirm by ${dayInWords(acknowledgeBy)} that it is being looked into, and tell you what came of it as soon as they can.`,
    ...howToFollow(place),
  ])
}

export function stepLetter(
  place: Place,
  step: { readonly outcome?: Outcome | undefined; readonly words: string },
): LetterWords {
  const { outcome } = step
  const subject = outcome === undefined ? 'About your complaint' : 'Your complaint is answered'
  return words(place, subject, [
    `This is about your complaint ${place.reference}.`,
    ...(outcome === undefined ? [] : [`${outcomeWords[outcome]}.`]),
    step.words,
    ...howToFollow(place),
  ])
}

export function waitingLetter(
  place: { readonly reference: string; readonly address: string },
  acknowledgeBy: string,
): LetterWords {
  return {
    subject: `Complaint ${place.reference} has to be acknowledged`,
    text: [
      `Nobody has acknowledged the data protection complaint ${place.reference} yet.`,
      `The law gives until ${dayInWords(acknowledgeBy)} (Data Protection Act 2018, section 164A).`,
      'Sign in and acknowledge it here:',
      place.address,
    ].join('\n\n'),
  }
}

function howToFollow({ code, address }: Place): string[] {
  if (code === undefined) return ['Sign in to see where it stands:', address]
  return [`See where it stands with your reference and this code: ${code}`, address]
}

function words(
  { regulator: { name, page, phone } }: Place,
  subject: string,
  paragraphs: readonly string[],
): LetterWords {
  const besides = `You can also complain to the ${name} at any time, by phone on ${phone} or here:`
  return { subject, text: [...paragraphs, besides, page].join('\n\n') }
}
