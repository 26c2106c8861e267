import { randomUUID } from 'node:crypto'
import type { RouteRule, RouteRules } from '../route-rule.ts'
import { everyPart, signing } from '../sign-fields.ts'

const codes = ['5.6-entry']
const ofVisit: RouteRule = { may: ['assessor'], params: ({ visit }) => ({ visit }) }
const shown: RouteRule = { may: ['owner'], params: ({ shownVisit }) => ({ visit: shownVisit }) }
const ofSigning: RouteRule = { may: ['assessor'], params: ({ signing }) => ({ signing }) }

export const corridorRules: RouteRules = {
  'GET /passport/code': { may: ['signed-in'] },
  'POST /passport/code': { may: ['signed-in'], body: () => ({ id: randomUUID() }), of: ['holder'] },
  'GET /passport/code/:visit': shown,
  'POST /passport/code/:visit/stop': shown,
  'GET /team/code': { may: ['any-assessor'] },
  'POST /team/code': { may: ['any-assessor'], body: () => ({ code: '000000' }), gives: 422 },
  // Whoever opened it first may open it again.
  'GET /team/code/open/:secret': {
    may: ['assessor'],
    params: ({ visitSecret }) => ({ secret: visitSecret }),
  },
  'GET /team/visits/:visit': ofVisit,
  'POST /team/visits/:visit': {
    ...ofVisit,
    body: () => ({ codes, ...everyPart(codes), method: 'observed', setting: 'A ward' }),
  },
  'GET /team/visits/:visit/not-yet': ofVisit,
  'POST /team/visits/:visit/not-yet': { ...ofVisit, body: () => ({ codes, reason: 'practise' }) },
  'GET /team/signed/:signing/take-back': ofSigning,
  'POST /team/signed/:signing/take-back': { ...ofSigning, body: () => ({ explanation: '' }) },
  'GET /team/signed/:signing/correct': ofSigning,
  'POST /team/signed/:signing/correct': {
    ...ofSigning,
    body: (record) => ({ ...signing(record.codes), setting: 'Somewhere else' }),
  },
  'GET /passport/renew': {
    may: ['signed-in'],
    query: ({ openRequest }) => `?asked=${openRequest}`,
  },
  'POST /passport/renew/:signing': {
    may: ['owner'],
    params: ({ dueSigning }) => ({ signing: dueSigning }),
    body: () => ({ colleague: '' }),
    gives: 422,
  },
}
