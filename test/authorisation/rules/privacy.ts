import { randomUUID } from 'node:crypto'
import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'

const own: RouteRule = { may: ['signed-in'] }
const open: RouteRule = { may: ['anybody'] }
const complaint = ({ complaint }: WorldRecord) => ({ id: complaint })
const asked = ({ rights }: WorldRecord) => ({ id: rights })

export const privacyRules: RouteRules = {
  'GET /privacy': open,
  'GET /privacy/cookies': open,
  'GET /privacy/retention': open,
  'GET /privacy/complaint': open,
  'POST /privacy/complaint': {
    may: ['anybody'],
    body: () => ({
      ...{ id: randomUUID(), about: 'service', name: 'Somebody', what: 'It was slow.' },
      ...{ right: 'Be quick.', reply: 'email', email: 'somebody@example.org' },
    }),
    of: ['holder'],
  },
  'GET /privacy/complaint/follow': open,
  'POST /privacy/complaint/follow': {
    may: ['anybody'],
    body: ({ owner }) => ({ reference: `KES-${owner}`, code: 'AAAA-AAAA-AAAA-AAAA' }),
    gives: 422,
  },
  'GET /privacy/complaints': own,
  'GET /privacy/complaints/:id': { may: ['owner', 'manager'], params: complaint },
  'POST /privacy/complaints/:id/:kind': {
    may: ['manager'],
    params: (record) => ({ ...complaint(record), kind: 'acknowledged' }),
    body: () => ({ words: 'We have it.' }),
  },
  'GET /account/equality': own,
  'POST /account/equality/clear': own,
  'GET /account/equality/:nation': {
    may: ['signed-in'],
    params: () => ({ nation: 'england' }),
    of: ['holder'],
  },
  'POST /account/equality/:nation': {
    may: ['signed-in'],
    params: () => ({ nation: 'england' }),
    body: () => ({ sex: 'female' }),
    of: ['holder'],
  },
  'GET /passport/preview': own,
  'GET /account/your-record': own,
  'GET /account/who-looked': own,
  'GET /account/export': own,
  'POST /account/export': own,
  'GET /account/export/:copy': { may: ['owner'], params: ({ copy }) => ({ copy }) },
  'GET /account/close': own,
  'POST /account/close': {
    may: ['signed-in'],
    body: () => ({ understood: 'yes' }),
    of: ['holder'],
  },
  'GET /account-closing': open,
  'GET /account/closing': own,
  // Nobody here is closing their account.
  'POST /account/closing/keep': { may: ['signed-in'], gives: 409 },
  'GET /account/correct': own,
  'POST /account/correct': {
    may: ['signed-in'],
    body: () => ({ name: 'A new name' }),
    of: ['holder'],
  },
  'GET /account/correct/ask': {
    may: ['owner'],
    query: ({ signing }) => `?about=${encodeURIComponent(`signing:${signing}`)}`,
  },
  'POST /account/correct/ask': {
    may: ['owner'],
    query: ({ signing }) => `?about=${encodeURIComponent(`signing:${signing}`)}`,
    body: () => ({ words: 'It was another ward.' }),
  },
  'GET /account/asked': own,
  'GET /account/asked/:id': { may: ['owner'], params: asked },
  'GET /account/object': { may: ['signed-in'], query: () => '?to=account' },
  'POST /account/object': {
    may: ['signed-in'],
    query: () => '?to=account',
    body: () => ({ words: 'I would rather not.' }),
    of: ['holder'],
  },
  'GET /team/rights-requests': { may: ['any-issuer', 'any-manager', 'steward'] },
  'GET /team/rights-requests/:id': { may: ['issuer', 'manager'], params: asked },
  'POST /team/rights-requests/:id': {
    may: ['issuer', 'manager'],
    params: asked,
    body: () => ({ outcome: 'done', words: 'It is put right.' }),
  },
  'GET /account/activity': own,
  'GET /team/audit': { may: ['any-manager', 'steward'] },
}
