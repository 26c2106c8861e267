/** What we write to somebody who is invited. The address of the page stands on a line of its own. */
import { plainDate } from '../../../language/plain-dates.ts'

export function invitationLetter({
  organisationName,
  link,
  expiresAt,
}: {
  readonly organisationName: string
  readonly link: string
  readonly expiresAt: Date
}): { readonly subject: string; readonly text: string } {
  const text = [
    'Hello,',
    `${organisationName} invites you to Lanyard, where support workers keep their own record of what they can do.`,
    'Open this address to see what it means, and to say yes or no:',
    link,
    `It works until ${plainDate(expiresAt)}, and once.`,
    'If you have an account already, it stays the same account: you can have more than one job in it.',
    'If you do not know this organisation, do nothing. Nobody is told whether you read this.',
  ]
  return {
    subject: `${shorter(organisationName)} invites you to Lanyard`,
    text: `${text.join('\n\n')}\n`,
  }
}

/** A subject is one short line. */
function shorter(name: string): string {
  const line = name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
  return line.length <= 120 ? line : `${line.slice(0, 119)}…`
}
