import type { PasskeyFault } from '../model/passkey.ts'

interface Words {
  readonly title: string
  readonly words: string
}

/** When a passkey was meant to show who somebody is. */
export const unusedWords: Readonly<Record<PasskeyFault, Words>> = {
  unreadable: {
    title: 'We could not read the passkey',
    words: 'Your browser sent something that is not a passkey. Try again, or use another way.',
  },
  expired: {
    title: 'That took too long',
    words:
      'A passkey must be used within 5 minutes, once, and in the browser that asked for it. Try again.',
  },
  unknown: {
    title: 'We do not know this passkey',
    words:
      'It may have been removed from your account. You can delete it from your device. Use another way.',
  },
  refused: {
    title: 'The passkey was not accepted',
    words: 'Try again and unlock your device when it asks. If it fails again, use another way.',
  },
  copied: {
    title: 'We stopped this passkey',
    words:
      'There may be a second copy of it. Use another way, then remove this passkey from your account.',
  },
  taken: {
    title: 'The passkey was not accepted',
    words: 'Use another way.',
  },
}

/** When one was meant to be added. */
export const notAddedWords: Readonly<Record<PasskeyFault, string>> = {
  unreadable: 'Your browser sent something that is not a passkey. Try again.',
  expired: 'That took too long, or it was sent twice. Look at the list below, then try again.',
  unknown: 'The passkey was not added. Try again.',
  refused: 'The passkey was not accepted. Try again and unlock your device when it asks.',
  copied: 'The passkey was not added. Try again.',
  taken: 'This passkey is already on an account. Make another one.',
}
