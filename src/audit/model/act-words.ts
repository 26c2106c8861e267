/** What each kind of event means, in words. A test keeps the list whole. */

/** Where acts of a kind are found: what people do for themselves is in no organisation's list. */
export type ActPlace = 'organisation' | 'service' | 'own'

interface KindWords {
  readonly words: string
  readonly in: readonly ActPlace[]
}

/** By the noun of the action: what can be searched for. The same words may stand for several. */
export const actKinds = {
  'acceptance-policy': { words: 'What an organisation accepts', in: ['organisation'] },
  'acceptance-agreement': { words: 'What an organisation accepts', in: ['organisation'] },
  account: { words: 'Accounts', in: ['own'] },
  address: { words: 'E-mail addresses', in: ['own'] },
  audit: { words: 'Searches of this list', in: ['organisation', 'service'] },
  'key-encryption-key': { words: 'The key that seals private keys', in: ['service'] },
  'audit-key': { words: 'Keys of the audit', in: ['service'] },
  certificate: { words: 'What was brought into a passport', in: ['own'] },
  complaint: { words: 'Complaints', in: ['organisation', 'own'] },
  correction: { words: 'Requests to put a record right', in: ['organisation', 'own'] },
  credential: { words: 'Credentials', in: ['organisation'] },
  details: { words: 'Own details', in: ['own'] },
  edition: { words: 'Frameworks', in: ['service'] },
  'email-code': { words: 'Codes by e-mail', in: ['own'] },
  entry: { words: 'Entries in a passport', in: ['own'] },
  equality: { words: 'Equality questions', in: ['own'] },
  evidence: { words: 'Evidence in a passport', in: ['own'] },
  identity: { words: 'Ways of signing in', in: ['organisation', 'own'] },
  invitation: { words: 'Invitations', in: ['organisation'] },
  invitations: { words: 'Invitations', in: ['organisation'] },
  mapping: { words: 'How frameworks relate', in: ['service'] },
  membership: { words: 'Jobs', in: ['organisation'] },
  objection: { words: 'Objections', in: ['organisation', 'own'] },
  organisation: { words: 'The register of organisations', in: ['service'] },
  original: { words: 'Originals looked at', in: ['organisation'] },
  'original-request': { words: 'What was brought into a passport', in: ['own'] },
  passkey: { words: 'Passkeys', in: ['own'] },
  permission: { words: 'Permissions', in: ['organisation'] },
  phone: { words: 'Your own phone', in: ['own'] },
  received: { words: 'What was brought into a passport', in: ['own'] },
  recognition: { words: 'Recognition by an organisation', in: ['organisation', 'own'] },
  record: { words: 'Copies of a record', in: ['own'] },
  'recovery-code': { words: 'Recovery sheets', in: ['own'] },
  'recovery-sheet': { words: 'Recovery sheets', in: ['own'] },
  registration: { words: 'Professional registrations', in: ['organisation'] },
  response: { words: 'Consultation responses', in: ['service'] },
  retention: { words: 'How long things are kept', in: ['service'] },
  'self-assessment': { words: 'Answers in a passport', in: ['own'] },
  session: { words: 'Signing in and out', in: ['own'] },
  share: { words: 'Share links', in: ['own'] },
  'sign-off': { words: 'Sign-offs', in: ['organisation'] },
  site: { words: 'Sites and teams', in: ['organisation'] },
  standing: { words: 'Where you stand, and who sees it', in: ['own'] },
  team: { words: 'Sites and teams', in: ['organisation'] },
  'training-file': { words: 'What was brought into a passport', in: ['own'] },
  verification: { words: 'Verified organisations', in: ['service'] },
} as const satisfies Readonly<Record<string, KindWords>>

/**
 * Every act that is recorded, and what it means, without saying who: that stands beside it. An act
 * that is not here does not type-check where it is recorded.
 */
export const actWords = {
  'acceptance-agreement.agreed': 'Agreed to accept from each other',
  'acceptance-agreement.declined': 'Declined to accept from each other',
  'acceptance-agreement.ended': 'Gave notice to end an agreement',
  'acceptance-agreement.proposed': 'Proposed to accept from each other',
  'acceptance-agreement.taken-back': 'Took back a proposal to accept from each other',
  'acceptance-policy.published': 'Published what is accepted',
  'account.made': 'Made an account',
  'account.closing-asked': 'Asked for their account to be closed',
  'account.closing-undone': 'Kept their account after all',
  'account.erased': 'Erased a closed account',
  'address.added': 'Added an address',
  'address.removed': 'Removed an address',
  'audit-key.made': 'Made a key that seals what was done',
  'audit.searched': 'Searched what was done',
  'certificate.filed': 'Filed a certificate in a passport',
  'complaint.made': 'Made a complaint',
  'complaint.acknowledged': 'Acknowledged a complaint',
  'complaint.progressed': 'Told how a complaint is going',
  'complaint.answered': 'Answered a complaint',
  'correction.asked': 'Asked for a record to be put right',
  'correction.answered': 'Answered a request to put a record right',
  'credential.issued': 'Issued a credential',
  'credential.withdrawn': 'Withdrew a credential',
  'details.corrected': 'Corrected their own details',
  'email-code.refused': 'Refused a code from an e-mail',
  'edition.loaded': 'Loaded an edition of a framework',
  'mapping.suggested': 'Loaded our own suggestions of how two frameworks relate',
  'mapping.decided': 'Decided how our framework relates to a code of another',
  'mapping.confirmed': 'Confirmed what another decided on how two frameworks relate',
  'mapping.refused': 'Refused what another decided on how two frameworks relate',
  'mapping.approved': 'Approved how a framework relates to theirs, as its owner',
  'mapping.not-approved': 'Did not approve how a framework relates to theirs, as its owner',
  'entry.added': 'Added an entry to a passport',
  'entry.changed': 'Changed an entry in a passport',
  'entry.counted': 'Said what an entry counts towards',
  'entry.taken-out': 'Took an entry out of a passport',
  'evidence.added': 'Added evidence to a passport',
  'evidence.taken-out': 'Took evidence out of a passport',
  'identity.checked': 'Checked who somebody is',
  'identity.linked': 'Added another way of signing in',
  'identity.unlinked': 'Removed a way of signing in',
  'invitation.accepted': 'Accepted an invitation',
  'invitation.cancelled': 'Cancelled an invitation',
  'invitation.declined': 'Declined an invitation',
  'invitation.handed-over': 'Handed over a printed invitation',
  'invitation.made': 'Invited somebody',
  'invitation.printed': 'Printed an invitation',
  'invitation.sent-again': 'Sent an invitation again',
  'invitations.finished': 'Finished inviting people from a file',
  'invitations.started': 'Began inviting people from a file',
  'key-encryption-key.rotated': 'Sealed every private key with another key',
  'membership.added': 'Added somebody to the people who work here',
  'membership.changed': 'Changed somebody’s job',
  'membership.continued': 'Kept somebody on',
  'membership.ended': 'Ended somebody’s job',
  'objection.asked': 'Objected to a use of what is kept',
  'objection.answered': 'Answered an objection',
  'organisation.added': 'Added an organisation',
  'organisation.asked': 'Asked for an organisation to be added',
  'organisation.closed': 'Recorded that an organisation closed',
  'organisation.merged': 'Recorded that organisations merged',
  'organisation.moved': 'Moved an organisation to another area',
  'organisation.renamed': 'Recorded a new name',
  'organisation.request-refused': 'Refused to add an organisation',
  'organisation.split': 'Recorded that an organisation split',
  'original.not-seen': 'Said that they did not see an original',
  'original.seen': 'Said that they saw an original',
  'original.taken-back': 'Took back what was said of an original',
  'original-request.asked': 'Asked a colleague to look at an original',
  'original-request.ended': 'No longer asked for an original to be looked at',
  'passkey.added': 'Added a passkey',
  'passkey.counter-fell': 'Refused a passkey that may have been copied',
  'passkey.removed': 'Removed a passkey',
  'passkey.renamed': 'Named a passkey',
  'phone.kept': 'Said that a phone is their own, which keeps their passport',
  'permission.ended': 'Ended a permission',
  'permission.given': 'Gave a permission',
  'received.changed': 'Found that a credential from elsewhere stands differently',
  'received.filed': 'Filed a credential from elsewhere',
  'received.taken-out': 'Took out a credential from elsewhere',
  'recognition.decided': 'Decided on what somebody shared to be recognised',
  'recognition.replied': 'Replied to a decision on what they shared',
  'recognition.shared': 'Shared a set with an organisation',
  'recognition.stopped': 'Stopped sharing a set with an organisation',
  'record.copied': 'Made a copy of a record',
  'record.copy-asked': 'Asked for a copy of a record',
  'record.downloaded': 'Downloaded a copy of a record',
  'record.packed': 'Made a leaving pack',
  'recovery-code.refused': 'Typed a recovery code that was not right',
  'recovery-code.used': 'Signed in with a recovery sheet',
  'recovery-sheet.made': 'Made a recovery sheet',
  'registration.checked': 'Checked a professional registration',
  'registration.ended': 'Ended a professional registration',
  'registration.recorded': 'Recorded a professional registration',
  'response.imported': 'Imported a consultation response',
  'retention.enforced': 'Removed what was kept long enough',
  'self-assessment.saved': 'Saved answers in a passport',
  'session.ended': 'Signed a device out',
  'session.started': 'Signed in',
  'session.stepped-up': 'Showed again that it is them',
  'share.made': 'Made a share link',
  'share.stopped': 'Stopped a share link',
  'sign-off.asked': 'Asked for a sign-off',
  'sign-off.code-opened': 'Opened a code for a sign-off in the corridor',
  'sign-off.code-shown': 'Showed a code for a sign-off in the corridor',
  'sign-off.code-stopped': 'Stopped a code for a sign-off in the corridor',
  'sign-off.corrected': 'Put right a slip in a sign-off',
  'sign-off.declined': 'Declined to sign off',
  'sign-off.signed': 'Signed off',
  'sign-off.taken-back': 'Took back a request for a sign-off',
  'sign-off.undone': 'Took back a sign-off minutes after signing',
  'sign-off.withdrawn': 'Withdrew a sign-off',
  'site.added': 'Added a site',
  'site.changed': 'Changed a site',
  'standing.shared': 'Chose what an employer sees of where they stand',
  'standing.stopped': 'Stopped showing an employer where they stand',
  'team.added': 'Added a team',
  'team.changed': 'Changed a team',
  'training-file.cancelled': 'Stopped taking in a file of training',
  'training-file.finished': 'Took in a file of training',
  'training-file.started': 'Began taking in a file of training',
  'verification.confirmed': 'Confirmed that an organisation is verified',
  'verification.proposed': 'Proposed that an organisation is verified',
  'verification.refused': 'Refused to verify an organisation',
  'verification.taken-back': 'Took back a proposal to verify an organisation',
  'verification.withdrawn': 'Withdrew that an organisation is verified',
} as const

export type Act = keyof typeof actWords

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

/** Where an act is found. */
export function placesOf(act: Act): readonly ActPlace[] {
  const [, kind] = Object.entries<KindWords>(actKinds).find(([noun]) => isOf(act, noun)) ?? []
  return kind?.in ?? []
}
