import type { RouteRule, RouteRules } from '../route-rule.ts'

const ofDue = ({ dueSigning }: { readonly dueSigning: string }) => ({ signing: dueSigning })
const issuer: RouteRule = { may: ['issuer'], params: ofDue }
const lastDay = () => {
  const next = new Date(Date.now() + 70 * 86_400_000)
  return {
    'until-day': String(next.getUTCDate()),
    'until-month': String(next.getUTCMonth() + 1),
    'until-year': String(next.getUTCFullYear()),
  }
}

export const questionsRules: RouteRules = {
  'GET /team/signed/:signing/pause': { may: ['issuer', 'assessor'], params: ofDue },
  'POST /team/signed/:signing/pause': {
    may: ['issuer', 'assessor'],
    params: ({ signing }) => ({ signing }),
    body: () => ({ cause: 'being-checked', explanation: 'We look at it.', ...lastDay() }),
  },
  'POST /team/signed/:signing/pause/more': {
    ...issuer,
    body: ({ pauseId }) => ({ pause: pauseId, explanation: 'It takes longer.', ...lastDay() }),
  },
  'POST /team/signed/:signing/pause/end': {
    ...issuer,
    body: ({ pauseId }) => ({ pause: pauseId, why: 'All was right.' }),
  },
  'POST /team/signed/:signing/pause/answer': {
    ...issuer,
    body: ({ pauseId }) => ({ pause: pauseId, answer: 'Thank you.' }),
  },
  'GET /team/issued/:signing/proposal': issuer,
  // They work there: one person withdraws.
  'POST /team/issued/:signing/proposal': { ...issuer, body: () => ({}) },
  // Proposed by somebody who does not issue.
  'POST /team/issued/:signing/proposal/confirm': {
    ...issuer,
    body: ({ proposalId }) => ({ proposal: proposalId }),
    gives: 409,
  },
  'POST /team/issued/:signing/proposal/refuse': {
    ...issuer,
    body: ({ proposalId }) => ({ proposal: proposalId, why: 'It was right.' }),
  },
  // Of what somebody else proposed.
  'POST /team/issued/:signing/proposal/take-back': {
    ...issuer,
    body: ({ proposalId }) => ({ proposal: proposalId }),
    gives: 409,
  },
  'POST /team/issued/:signing/proposal/answer': {
    ...issuer,
    body: ({ proposalId }) => ({ proposal: proposalId, answer: 'Thank you.' }),
  },
  'GET /passport/questions/:signing': { may: ['owner'], params: ofDue },
  'POST /passport/questions/:signing/reply': {
    may: ['owner'],
    params: ofDue,
    body: ({ pauseId }) => ({ pause: pauseId, words: 'I was there all morning.' }),
  },
}
