/** Names nothing of the record: a work mailbox may be read by others. */
export function copyReadyLetter(address: string): {
  readonly subject: string
  readonly text: string
} {
  return {
    subject: 'The copy of your Lanyard record is ready',
    text: [
      'You asked for a copy of everything that Lanyard keeps about you. It is ready.',
      'Sign in and download it here. It is kept for 7 days:',
      address,
      'If you did not ask for it, sign in and open “Your account” to see where you are signed in.',
      '',
    ].join('\n\n'),
  }
}
