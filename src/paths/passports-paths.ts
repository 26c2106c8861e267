import { queryOf } from './query-of.ts'

/** A worker’s passport, and what colleagues sign. */
export const passportsPaths = {
  passport: (
    level?: string | undefined,
    by?: string | undefined,
    /** To see it by another edition than the one in force. */
    edition?: string | undefined,
  ) => `/passport${queryOf({ level, by, edition })}`,
  standingInDomain: (domain: number, level: string, edition?: string | undefined) =>
    `/passport/domains/${domain}/${level}${queryOf({ edition })}`,
  standingInPillar: (pillar: string, level: string, edition?: string | undefined) =>
    `/passport/pillars/${pillar}/${level}${queryOf({ edition })}`,
  standingInRole: (role: string, edition?: string | undefined) =>
    `/passport/roles/${role}${queryOf({ edition })}`,
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
  // What colleagues are asked to sign, and what they signed.
  requests: () => '/team/requests',
  request: (id: string) => `/team/requests/${id}`,
  shownEvidence: (request: string, evidence: string) =>
    `/team/requests/${request}/evidence/${evidence}`,
  checkSigning: (id: string) => `/team/requests/${id}/check`,
  signRequest: (id: string) => `/team/requests/${id}/sign`,
  declineRequest: (id: string) => `/team/requests/${id}/decline`,
  issued: (withdrawn?: string | undefined) =>
    `/team/issued${withdrawn === undefined ? '' : `?withdrawn=${withdrawn}`}`,
  withdraw: (signing: string) => `/team/issued/${signing}/withdraw`,
}
