/** Kind ways to say "not this time": a person chooses one, or writes their own. */
export const declineReasons = {
  'not-seen': 'I have not seen you do this yet. Let us find a time when I can.',
  'talk-first':
    'I would like to talk this through with you first. Let us use our next supervision.',
  practise: 'You are on your way with this. Let us practise it together, then ask me again.',
  'somebody-else': 'Somebody else works more closely with you on this. Please ask them.',
} as const

export type DeclineReason = keyof typeof declineReasons

export function isDeclineReason(value: string): value is DeclineReason {
  return Object.hasOwn(declineReasons, value)
}
