/** They name nobody and no record: a work mailbox may be read by others. */
import { dayInWords } from '../../../language/plain-dates.ts'

interface Words {
  readonly subject: string
  readonly text: string
}

export function waitsForAnswerLetter(dueOn: string, address: string): Words {
  return {
    subject: 'Somebody waits for an answer about their record in Lanyard',
    text: [
      `Somebody has asked to put a record right, or objects to how it is used. They must have an answer by ${dayInWords(dueOn)}.`,
      'You can answer, or a colleague with the same permission. Whoever answers first has answered:',
      address,
      '',
    ].join('\n\n'),
  }
}

export function answeredLetter(address: string): Words {
  return {
    subject: 'You have an answer about your record in Lanyard',
    text: [
      'What you asked about your record was answered. Read the answer here:',
      address,
      '',
    ].join('\n\n'),
  }
}
