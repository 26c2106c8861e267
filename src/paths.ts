/** The addresses of the site, built by functions and never typed into pages. */
const version = (ref: string) => `/frameworks/${ref}`

/** The page to go on to afterwards. */
const thenTo = (next: string | undefined) =>
  next === undefined ? '' : `?next=${encodeURIComponent(next)}`

export const paths = {
  home: () => '/',
  response: () => '/response',
  roles: () => '/roles',
  role: (profession: string) => `/roles/${profession}`,
  frameworks: () => '/frameworks',
  framework: (ref: string) => version(ref),
  part: (ref: string, number: number) => `${version(ref)}/parts/${number}`,
  domain: (ref: string, number: number) => `${version(ref)}/domains/${number}`,
  section: (ref: string, code: string) => `${version(ref)}/sections/${code}`,
  statement: (ref: string, code: string) => `${version(ref)}/statements/${code}`,
  statements: (ref: string) => `${version(ref)}/statements`,
  levels: (ref: string) => `${version(ref)}/levels`,
  glossary: (ref: string, term?: string | undefined) =>
    `${version(ref)}/glossary${term === undefined ? '' : `#${termId(term)}`}`,
  changes: (ref: string, from: string) => `${version(ref)}/changes/${from}`,
  // How somebody signs in, and shows again that it is them.
  signIn: (next?: string | undefined) => `/sign-in${thenTo(next)}`,
  signOut: () => '/sign-out',
  signInCode: () => '/sign-in/code',
  signInLink: (token: string) => `/sign-in/link/${token}`,
  signInRecovery: (next?: string | undefined) => `/sign-in/recovery${thenTo(next)}`,
  confirmItIsYou: (next?: string | undefined) => `/confirm-it-is-you${thenTo(next)}`,
  confirmByEmail: (next?: string | undefined) => `/confirm-it-is-you/by-email${thenTo(next)}`,
  account: (done?: string | undefined) =>
    done === undefined ? '/account' : `/account?done=${done}`,
  addAddress: (kind?: 'personal' | undefined) =>
    `/account/addresses/add${kind === undefined ? '' : `?kind=${kind}`}`,
  confirmAddress: () => '/account/addresses/confirm',
  removeAddress: (id: string) => `/account/addresses/${id}/remove`,
  recoverySheet: () => '/account/recovery-sheet',
  endSession: (id: string) => `/account/sessions/${id}/end`,
  endOtherSessions: () => '/account/sessions/end-others',
  ownWayIn: (next?: string | undefined) => `/account/own-way-in${thenTo(next)}`,

  // Passkeys and OpenID Connect.
  signInByPasskey: () => '/sign-in/passkey',
  signInPasskeyChallenge: () => '/sign-in/passkey/challenge',
  confirmByPasskey: () => '/confirm-it-is-you/by-passkey',
  confirmPasskeyChallenge: () => '/confirm-it-is-you/by-passkey/challenge',
  addPasskey: () => '/account/passkeys/add',
  newPasskeyChallenge: () => '/account/passkeys/challenge',
  passkey: (id: string) => `/account/passkeys/${id}`,
  renamePasskey: (id: string) => `/account/passkeys/${id}/name`,
  removePasskey: (id: string) => `/account/passkeys/${id}/remove`,
  signInWith: (provider: string) => `/sign-in/with/${provider}`,
  signInReturn: (provider: string) => `/sign-in/with/${provider}/return`,
  openIdKeys: (provider: string) => `/sign-in/with/${provider}/keys.json`,
  confirmWith: (provider: string) => `/confirm-it-is-you/with/${provider}`,
  linkWith: (provider: string) => `/account/link/${provider}`,
  linked: (id: string) => `/account/linked/${id}`,
  unlink: (id: string) => `/account/linked/${id}/remove`,

  // Organisations, and who verifies them.

  // Memberships, permissions and invitations.

  // What is kept about somebody, and who looked.

  // Complaints, equality data and who sees what.

  // The audit.

  // Passports.
  passport: (level?: string | undefined) =>
    level === undefined ? '/passport' : `/passport?level=${level}`,
  selfAssess: (section: string, level: string) => `/passport/assess/${section}/${level}`,
  selfAssessLevel: (level: string) => `/passport/assess/${level}`,
  selfAssessDomain: (domain: number, level: string) => `/passport/assess/domain/${domain}/${level}`,
  askForSignOff: (section: string, level: string) => `/passport/ask/${section}/${level}`,
  /** After a request that was not signed: of the same colleague, or of another one. */
  askAgain: (request: { section: string; level: string; id: string }, of: 'same' | 'other') =>
    `/passport/ask/${request.section}/${request.level}?after=${request.id}&of=${of}`,
  takeBack: (request: string) => `/passport/requests/${request}/take-back`,
  entry: (credential: string) => `/passport/${credential}`,
  entryFile: (credential: string) => `/passport/${credential}/credential.json`,
  shares: () => '/passport/shares',
  stopShare: (share: string) => `/passport/shares/${share}/stop`,
  share: (token: string) => `/share/${token}`,
  verify: () => '/verify',
  requests: () => '/team/requests',
  request: (id: string) => `/team/requests/${id}`,
  checkSigning: (id: string) => `/team/requests/${id}/check`,
  signRequest: (id: string) => `/team/requests/${id}/sign`,
  declineRequest: (id: string) => `/team/requests/${id}/decline`,
  issued: (withdrawn?: string | undefined) =>
    `/team/issued${withdrawn === undefined ? '' : `?withdrawn=${withdrawn}`}`,
  withdraw: (signing: string) => `/team/issued/${signing}/withdraw`,
  organisation: (slug: string) => `/orgs/${slug}`,
  organisationDid: (slug: string) => `/orgs/${slug}/did.json`,
  statusList: (list: string) => `/status/${list}`,
  consultations: () => '/consultations',
  consultation: (slug: string) => `/consultations/${slug}`,
  consultationImport: (slug: string) => `/consultations/${slug}/import`,
  consultationResponse: (slug: string, id: string) => `/consultations/${slug}/responses/${id}`,
  demonstrationPost: () => '/demonstration/post',
  securityTxt: () => '/.well-known/security.txt',
  health: () => '/health',
}

/** The anchor of a glossary term on the glossary page. */
export function termId(term: string): string {
  return term.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}
