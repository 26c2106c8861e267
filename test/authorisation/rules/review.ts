/** Who works on a draft, what they say of it, and how it becomes an edition. */
import { randomUUID } from 'node:crypto'
import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'

const draft = ({ draft }: WorldRecord) => ({ draft })
/** Stewards, and whoever was asked to write: each owner in a draft of their own. */
const writer: RouteRule = { may: ['steward', 'owner'], params: draft }
const steward: RouteRule = { may: ['steward'], params: draft }
const words = () => ({ id: randomUUID(), words: 'It is plain.', thing: 'edition' })
const comment = ({ draft, draftComment }: WorldRecord) => ({ draft, comment: draftComment })
const edition: RouteRule = {
  may: ['steward'],
  params: () => ({ slug: 'ahp-support-worker', version: '2026' }),
  of: ['holder'],
}

export const reviewRules: RouteRules = {
  'GET /drafts/:draft/people': { ...writer, shows: ['name'] },
  'POST /drafts/:draft/people/ask': {
    ...steward,
    body: () => ({ email: 'somebody@example.org', role: 'editor' }),
  },
  'POST /drafts/:draft/people/asked/:invitation/take-back': {
    ...steward,
    params: ({ draft, draftInvitation }) => ({ draft, invitation: draftInvitation }),
  },
  'POST /drafts/:draft/people/:person/end': {
    ...writer,
    params: ({ draft, personId }) => ({ draft, person: personId }),
  },
  'GET /draft-invitations/:invitation': {
    may: ['owner'],
    params: ({ draftInvitation }) => ({ invitation: draftInvitation }),
  },
  'POST /draft-invitations/:invitation': {
    may: ['owner'],
    params: ({ draftInvitation }) => ({ invitation: draftInvitation }),
    body: () => ({ answer: 'joined' }),
  },
  'GET /drafts/:draft/comments': { ...writer, shows: ['name'] },
  'POST /drafts/:draft/comments': { ...writer, body: words },
  'POST /drafts/:draft/comments/:comment/reply': { ...writer, params: comment, body: words },
  'POST /drafts/:draft/comments/:comment/settle': { ...writer, params: comment },
  'POST /drafts/:draft/comments/:comment/reopen': { ...writer, params: comment },
  'GET /drafts/:draft/findings': writer,
  'GET /drafts/:draft/findings/suggestions': writer,
  'POST /drafts/:draft/findings/take': writer,
  'GET /drafts/:draft/waivers': writer,
  // Nothing is found in this draft: src/frameworks/review/review-routes.test.ts.
  'GET /drafts/:draft/waivers/add': { ...steward, gives: 409 },
  'POST /drafts/:draft/waivers/add': { ...steward, body: () => ({ reason: 'So.' }), gives: 409 },
  'POST /drafts/:draft/waivers/:waiver/end': {
    ...steward,
    params: ({ draft, draftWaiver }) => ({ draft, waiver: draftWaiver }),
  },
  'GET /drafts/:draft/review': writer,
  'POST /drafts/:draft/review/send': { ...writer, body: () => ({ message: 'Read it.' }) },
  // It is being written, so it is neither answered, approved nor published: as above.
  'POST /drafts/:draft/review/take-back': { ...writer, gives: 409 },
  'POST /drafts/:draft/review/answer': {
    ...steward,
    body: () => ({ answer: 'ready', reason: '', revision: '1' }),
    gives: 409,
  },
  'POST /drafts/:draft/review/approve': {
    ...steward,
    body: () => ({ revision: '1' }),
    gives: 409,
  },
  'GET /drafts/:draft/publish': steward,
  'POST /drafts/:draft/publish': {
    ...steward,
    // It has changed since, and nobody has approved it.
    body: () => ({ notice: 'New.', understood: 'yes', revision: '1' }),
    gives: 409,
  },
  'GET /stewards/editions': { may: ['steward'] },
  'GET /stewards/editions/:slug/:version/withdraw': edition,
  'POST /stewards/editions/:slug/:version/withdraw': {
    ...edition,
    body: () => ({
      ...{ 'from-day': '1', 'from-month': '1', reason: 'It is old.', 'none-left': 'Wait.' },
      ...{ 'from-year': String(new Date().getFullYear() + 1) },
      instead: 'ahp-support-worker/2027-demonstration',
    }),
  },
  'GET /frameworks/:slug/:version/record': { ...edition, may: ['anybody'] },
}
