/** What is kept about somebody and who looked; complaints, equality data and the audit. */
export const privacyPaths = {
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
}
