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
  crosswalks: () => '/frameworks/crosswalks',
  crosswalk: (ref: string) => `/frameworks/crosswalks/${ref}`,
  stewardsCrosswalks: () => '/stewards/crosswalks',
  beginMapping: (framework?: string | undefined, code?: string | undefined) =>
    `/stewards/crosswalks/begin${queryOf({ framework, code })}`,
  mapping: (id: string, done?: string | undefined) =>
    `/stewards/crosswalks/${id}${queryOf({ done })}`,
  replaceMapping: (id: string) => `/stewards/crosswalks/${id}/replace`,
  answerMapping: (id: string) => `/stewards/crosswalks/${id}/answer`,
  approveMapping: (id: string) => `/stewards/crosswalks/${id}/approve`,
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
  organisations: (search: Readonly<Record<string, string | undefined>> = {}) =>
    `/orgs${queryOf(search)}`,
  addOrganisation: () => '/orgs/add',
  organisationTeams: (slug: string) => `/orgs/${slug}/teams`,
  organisationSite: (slug: string, site: string) => `/orgs/${slug}/sites/${site}`,
  organisationTeam: (slug: string, team: string) => `/orgs/${slug}/teams/${team}`,
  askToBeVerified: (slug: string) => `/orgs/${slug}/ask-to-be-verified`,
  stewardsOrganisations: () => '/stewards/organisations',
  stewardsAddOrganisation: (request?: string | undefined) =>
    `/stewards/organisations/add${queryOf({ request })}`,
  stewardsOrganisation: (slug: string) => `/stewards/organisations/${slug}`,
  proposeVerification: (slug: string, request?: string | undefined) =>
    `/stewards/organisations/${slug}/propose${queryOf({ request })}`,
  verificationProposal: (slug: string, proposal: string) =>
    `/stewards/organisations/${slug}/proposals/${proposal}`,
  withdrawVerification: (slug: string) => `/stewards/organisations/${slug}/withdraw`,
  firstManager: (slug: string) => `/stewards/organisations/${slug}/first-manager`,
  makeFirstManager: (slug: string, invitation: string) =>
    `/stewards/organisations/${slug}/first-manager/${invitation}`,
  moveOrganisation: (slug: string) => `/stewards/organisations/${slug}/areas`,
  recordOrganisationEvent: (slug: string, event: string) =>
    `/stewards/organisations/${slug}/record/${event}`,
  organisationRequest: (request: string) => `/stewards/organisation-requests/${request}`,

  // Memberships, permissions and invitations.
  team: () => '/team',
  people: (slug: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    `/orgs/${slug}/people${queryOf(search)}`,
  person: (slug: string, person: string, done?: string | undefined) =>
    `/orgs/${slug}/people/${person}${queryOf({ done })}`,
  addJob: (slug: string, person: string) => `/orgs/${slug}/people/${person}/jobs/add`,
  changeJob: (slug: string, person: string, job: string) =>
    `/orgs/${slug}/people/${person}/jobs/${job}`,
  endJob: (slug: string, person: string, job: string) =>
    `/orgs/${slug}/people/${person}/jobs/${job}/end`,
  continueJob: (slug: string, person: string, job: string) =>
    `/orgs/${slug}/people/${person}/jobs/${job}/continue`,
  givePermission: (slug: string, person: string) => `/orgs/${slug}/people/${person}/permissions`,
  endPermission: (slug: string, person: string, grant: string) =>
    `/orgs/${slug}/people/${person}/permissions/${grant}/end`,
  checkIdentity: (slug: string, person: string) => `/orgs/${slug}/people/${person}/identity`,
  checkRegistration: (slug: string, person: string, registration: string) =>
    `/orgs/${slug}/people/${person}/registrations/${registration}`,
  registrations: (slug: string, done?: string | undefined) =>
    `/orgs/${slug}/people/registrations${queryOf({ done })}`,
  permissionReviews: (slug: string, done?: string | undefined) =>
    `/orgs/${slug}/people/reviews${queryOf({ done })}`,
  reviewPermission: (slug: string, grant: string, decision: 'keep' | 'end') =>
    `/orgs/${slug}/people/reviews/${grant}/${decision}`,
  giveBackPermission: (slug: string) => `/orgs/${slug}/people/reviews/give-back`,
  invite: (slug: string) => `/orgs/${slug}/people/invite`,
  invitations: (slug: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    `/orgs/${slug}/people/invitations${queryOf(search)}`,
  invitation: (slug: string, id: string, done?: string | undefined) =>
    `/orgs/${slug}/people/invitations/${id}${queryOf({ done })}`,
  sendInvitationAgain: (slug: string, id: string) =>
    `/orgs/${slug}/people/invitations/${id}/send-again`,
  cancelInvitation: (slug: string, id: string) => `/orgs/${slug}/people/invitations/${id}/cancel`,
  printInvitation: (slug: string, id: string) => `/orgs/${slug}/people/invitations/${id}/print`,
  handOverInvitation: (slug: string, id: string) =>
    `/orgs/${slug}/people/invitations/${id}/hand-over`,
  inviteMany: (slug: string) => `/orgs/${slug}/people/invite-many`,
  inviteTemplate: (slug: string) => `/orgs/${slug}/people/invite-many/template.csv`,
  inviteBatch: (
    slug: string,
    batch: string,
    search: Readonly<Record<string, string | undefined>> = {},
  ) => `/orgs/${slug}/people/invite-many/${batch}${queryOf(search)}`,
  inviteBatchErrors: (slug: string, batch: string) =>
    `/orgs/${slug}/people/invite-many/${batch}/not-invited.csv`,
  startBatch: (slug: string, batch: string) => `/orgs/${slug}/people/invite-many/${batch}/invite`,
  printBatch: (slug: string, batch: string) => `/orgs/${slug}/people/invite-many/${batch}/print`,
  join: () => '/join',
  joinLink: (token: string) => `/join/by-link/${token}`,
  joinOffer: () => '/join/offer',
  joinAccept: () => '/join/accept',
  joinDecline: () => '/join/decline',
  joined: () => '/join/welcome',
  ownJobs: (done?: string | undefined) => `/account/jobs${queryOf({ done })}`,
  leaveJob: (job: string) => `/account/jobs/${job}/leave`,
  ownRegistration: (done?: string | undefined) => `/account/registration${queryOf({ done })}`,
  endRegistration: (id: string) => `/account/registration/${id}/end`,

  // What is kept about somebody, and who looked.
  yourRecord: () => '/account/your-record',
  whoLooked: (page = 1) => `/account/who-looked${page === 1 ? '' : `?page=${page}`}`,
  exportRecord: () => '/account/export',
  exportCopy: (copy: string) => `/account/export/${copy}`,
  correct: () => '/account/correct',
  askCorrection: (ref: string) => `/account/correct/ask?about=${encodeURIComponent(ref)}`,
  objectTo: (purpose: string) => `/account/object?to=${encodeURIComponent(purpose)}`,
  asked: () => '/account/asked',
  askedOne: (request: string, done?: 'sent' | 'open') =>
    `/account/asked/${request}${done === undefined ? '' : `?done=${done}`}`,
  rightsRequests: () => '/team/rights-requests',
  rightsRequest: (request: string, done?: 'answered') =>
    `/team/rights-requests/${request}${done === undefined ? '' : `?done=${done}`}`,
  closeAccount: () => '/account/close',
  accountClosing: () => '/account/closing',
  closingAsked: () => '/account-closing',
  keepAccount: () => '/account/closing/keep',
  retention: () => '/privacy/retention',

  // Complaints, equality data and who sees what.
  privacy: (purpose?: string | undefined) =>
    purpose === undefined ? '/privacy' : `/privacy#${purpose}`,
  cookies: () => '/privacy/cookies',
  preview: (as?: string | undefined, at?: string | undefined) =>
    `/passport/preview${as === undefined ? '' : `?as=${as}`}${at === undefined ? '' : `&at=${at}`}`,
  complain: () => '/privacy/complaint',
  followComplaint: () => '/privacy/complaint/follow',
  complaints: () => '/privacy/complaints',
  complaint: (id: string) => `/privacy/complaints/${id}`,
  complaintStep: (id: string, kind: string) => `/privacy/complaints/${id}/${kind}`,
  equality: () => '/account/equality',
  equalityQuestions: (nation: string) => `/account/equality/${nation}`,
  clearEquality: () => '/account/equality/clear',

  // The audit.
  activity: (before?: string | undefined) =>
    `/account/activity${before === undefined ? '' : `?before=${before}`}`,
  auditSearch: (search = '') => `/team/audit${search === '' ? '' : `?${search}`}`,
  auditKeys: () => '/audit/keys.json',

  // Passports.
  passport: (level?: string | undefined, by?: string | undefined) =>
    `/passport${queryOf({ level, by })}`,
  standingInDomain: (domain: number, level: string) => `/passport/domains/${domain}/${level}`,
  standingInPillar: (pillar: string, level: string) => `/passport/pillars/${pillar}/${level}`,
  standingInRole: (role: string) => `/passport/roles/${role}`,
  wholePassport: (level: string) => `/passport/whole/${level}`,
  timeline: () => '/passport/timeline',
  selfAssess: (section: string, level: string) => `/passport/assess/${section}/${level}`,
  selfAssessLevel: (level: string) => `/passport/assess/${level}`,
  selfAssessDomain: (domain: number, level: string) => `/passport/assess/domain/${domain}/${level}`,
  askForSignOff: (section: string, level: string) => `/passport/ask/${section}/${level}`,
  /** After a request that was not signed: of the same colleague, or of another one. */
  askAgain: (request: { section: string; level: string; id: string }, of: 'same' | 'other') =>
    `/passport/ask/${request.section}/${request.level}?after=${request.id}&of=${of}`,
  takeBack: (request: string) => `/passport/requests/${request}/take-back`,
  answerChanges: (section: string, level: string) => `/passport/assess/${section}/${level}/changes`,
  entry: (credential: string) => `/passport/${credential}`,
  entryFile: (credential: string) => `/passport/${credential}/credential.json`,
  leavingPack: () => '/passport/leaving-pack',
  passportSpecification: () => '/passport/specification',
  passportSpecificationData: () => '/passport/specification.json',
  readAs: () => '/passport/read-as',
  readAsFramework: (ref: string, level?: string | undefined) =>
    `/passport/read-as/${ref}${queryOf({ level })}`,
  priorLearning: (framework?: string | undefined) =>
    `/passport/prior-learning${queryOf({ framework })}`,
  // The corridor: a worker shows a code, an assessor signs what they saw.
  showCode: (level?: string | undefined, section?: string | undefined) =>
    `/passport/code${queryOf({ level, section })}`,
  shownCode: (visit: string) => `/passport/code/${visit}`,
  stopCode: (visit: string) => `/passport/code/${visit}/stop`,
  enterCode: () => '/team/code',
  openCode: (secret: string) => `/team/code/open/${secret}`,
  visit: (visit: string) => `/team/visits/${visit}`,
  visitNotYet: (visit: string) => `/team/visits/${visit}/not-yet`,
  renewals: () => '/passport/renew',
  askRenewal: (signing: string) => `/passport/renew/${signing}`,
  undoSigning: (signing: string) => `/team/signed/${signing}/take-back`,
  correctSigning: (signing: string) => `/team/signed/${signing}/correct`,
  // What a holder put in themselves, and what shows it.
  entries: (done?: 'taken-out' | undefined) => `/passport/entries${queryOf({ done })}`,
  addEntry: (kind?: string | undefined) =>
    kind === undefined ? '/passport/entries/add' : `/passport/entries/add/${kind}`,
  ownEntry: (id: string, done?: string | undefined) =>
    `/passport/entries/${id}${queryOf({ done })}`,
  changeEntry: (id: string) => `/passport/entries/${id}/change`,
  countEntry: (id: string) => `/passport/entries/${id}/counts`,
  takeOutEntry: (id: string) => `/passport/entries/${id}/take-out`,
  /** Of an entry, by its id, or of a statement, by its code. */
  evidenceFor: (about: string, done?: string | undefined) =>
    `/passport/evidence/for/${about}${queryOf({ done })}`,
  addEvidence: (about: string, what: 'file' | 'note') => `/passport/evidence/for/${about}/${what}`,
  evidenceFile: (id: string) => `/passport/evidence/${id}/file`,
  takeOutEvidence: (id: string) => `/passport/evidence/${id}/take-out`,
  /** What is kept on somebody's own phone. */
  offline: () => '/passport/offline',
  offlineCopy: () => '/passport/offline/copy',
  serviceWorker: () => '/passport/service-worker.js',
  // What a holder brings from elsewhere, and who looks at an original.
  bring: (done?: string | undefined) => `/passport/bring${queryOf({ done })}`,
  bringCredential: () => '/passport/bring/credential',
  received: (id: string, done?: string | undefined) =>
    `/passport/bring/credential/${id}${queryOf({ done })}`,
  checkReceived: (id: string) => `/passport/bring/credential/${id}/check`,
  takeOutReceived: (id: string) => `/passport/bring/credential/${id}/take-out`,
  receivedFile: (id: string) => `/passport/bring/credential/${id}/file`,
  bringFile: () => '/passport/bring/file',
  trainingFile: (id: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    `/passport/bring/file/${id}${queryOf(search)}`,
  trainingColumns: (id: string) => `/passport/bring/file/${id}/columns`,
  importTraining: (id: string) => `/passport/bring/file/${id}/import`,
  cancelTraining: (id: string) => `/passport/bring/file/${id}/cancel`,
  trainingLeftOut: (id: string) => `/passport/bring/file/${id}/left-out.csv`,
  bringCertificate: () => '/passport/bring/certificate',
  /** Of one entry, by its id. */
  askForOriginal: (entry: string) => `/passport/bring/original/${entry}`,
  endOriginal: (request: string) => `/passport/bring/original/${request}/end`,
  originals: (done?: string | undefined) => `/team/originals${queryOf({ done })}`,
  original: (id: string) => `/team/originals/${id}`,
  takeBackOriginal: (id: string) => `/team/originals/${id}/take-back`,
  shares: () => '/passport/shares',
  stopShare: (share: string) => `/passport/shares/${share}/stop`,
  share: (token: string) => `/share/${token}`,
  // Recognition: what organisations accept, what is shared with them, what they decided.
  accepts: (slug: string) => `/orgs/${slug}/accepts`,
  acceptsJson: (slug: string) => `/orgs/${slug}/accepts.json`,
  changeAccepts: (slug: string) => `/orgs/${slug}/accepts/change`,
  agreements: (slug: string) => `/orgs/${slug}/agreements`,
  agreement: (slug: string, id: string) => `/orgs/${slug}/agreements/${id}`,
  recognitions: (slug: string) => `/orgs/${slug}/recognition`,
  recognition: (slug: string, share: string) => `/orgs/${slug}/recognition/${share}`,
  recogniseItem: (slug: string, share: string, item: string) =>
    `/orgs/${slug}/recognition/${share}/items/${item}`,
  stillToDo: (slug: string, share: string) => `/orgs/${slug}/recognition/${share}/to-do`,
  whoAccepts: (search: Readonly<Record<string, string | undefined>> = {}) =>
    `/passport/accepted${queryOf(search)}`,
  ownRecognitions: () => '/passport/recognition',
  ownRecognition: (share: string) => `/passport/recognition/${share}`,
  shareWith: (slug: string) => `/passport/recognition/share/${slug}`,
  stopRecognition: (share: string) => `/passport/recognition/${share}/stop`,
  replyToDecision: (share: string) => `/passport/recognition/${share}/reply`,
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

function queryOf(fields: Readonly<Record<string, string | undefined>>): string {
  const asked = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return asked.length === 0 ? '' : `?${asked.join('&')}`
}

/** The anchor of a glossary term on the glossary page. */
export function termId(term: string): string {
  return term.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}
