/** What each kind of event means, in words. A test keeps the list whole. */

/** Where acts of a kind are found: what people do for themselves is in no organisation's list. */
export type ActPlace = 'organisation' | 'service' | 'own'

interface KindWords {
  readonly words: string
  readonly in: readonly ActPlace[]
}

/** By the noun of the action: what can be searched for. The same words may stand for several. */
export const actKinds = {
  session: { words: 'Signing in and out', in: ['own'] },
  'self-assessment': { words: 'Answers in a passport', in: ['own'] },
  'sign-off': { words: 'Sign-offs', in: ['organisation'] },
  credential: { words: 'Credentials', in: ['organisation'] },
  share: { words: 'Share links', in: ['own'] },
  response: { words: 'Consultation responses', in: ['service'] },
  edition: { words: 'Frameworks', in: ['service'] },
  audit: { words: 'Searches of this list', in: ['organisation', 'service'] },
  'audit-key': { words: 'Keys of the audit', in: ['service'] },
} as const satisfies Readonly<Record<string, KindWords>>

/** Without saying who: that stands beside it. */
export const actWords = {
  'session.started': 'Signed in',
  'session.stepped-up': 'Showed again that it is them',
  'session.ended': 'Signed a device out',
  'self-assessment.saved': 'Saved answers in a passport',
  'sign-off.asked': 'Asked for a sign-off',
  'sign-off.taken-back': 'Took back a request for a sign-off',
  'sign-off.signed': 'Signed off',
  'sign-off.declined': 'Declined to sign off',
  'sign-off.withdrawn': 'Withdrew a sign-off',
  'credential.issued': 'Issued a credential',
  'credential.withdrawn': 'Withdrew a credential',
  'share.made': 'Made a share link',
  'share.stopped': 'Stopped a share link',
  'response.imported': 'Imported a consultation response',
  'edition.loaded': 'Loaded an edition of a framework',
  'audit.searched': 'Searched what was done',
  'audit-key.made': 'Made a key that seals what was done',
} as const satisfies Readonly<Record<string, string>>

export function wordsOfAct(action: string): string {
  return new Map<string, string>(Object.entries(actWords)).get(action) ?? action
}

export interface ActKind {
  /** Stands in the address of a search. */
  readonly slug: string
  readonly words: string
  readonly actions: readonly string[]
}

/** By their words. */
export function listActKinds(place: ActPlace): ActKind[] {
  const nouns = Object.entries<KindWords>(actKinds).filter(([, kind]) => kind.in.includes(place))
  return [...Map.groupBy(nouns, ([, { words }]) => words)]
    .map(([words, of]) => ({
      ...{ slug: of[0]?.[0] ?? '', words },
      actions: Object.keys(actWords).filter((action) => of.some(([noun]) => isOf(action, noun))),
    }))
    .sort((a, b) => a.words.localeCompare(b.words, 'en'))
}

function isOf(action: string, noun: string): boolean {
  return action.startsWith(`${noun}.`)
}
