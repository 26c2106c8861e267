import { randomUUID } from 'node:crypto'
import type { RouteRule, RouteRules } from '../route-rule.ts'
import { signing } from '../sign-fields.ts'
import type { WorldRecord } from '../world.ts'

const place = () => ({ section: '3.9', level: 'entry' })
const credential = ({ credential }: WorldRecord) => ({ credential })
const asked = ({ openRequest }: WorldRecord) => ({ id: openRequest })
const ofAssessor: RouteRule = { may: ['assessor'], params: asked }

export const passportsRules: RouteRules = {
  'GET /passport': { may: ['signed-in'] },
  'GET /passport/timeline': { may: ['signed-in'] },
  'GET /passport/whole/:level': { may: ['signed-in'], params: () => ({ level: 'entry' }) },
  'GET /passport/domains/:domain/:level': {
    may: ['signed-in'],
    params: () => ({ domain: '3', level: 'entry' }),
    of: ['holder'],
  },
  'GET /passport/pillars/:pillar/:level': {
    may: ['signed-in'],
    params: () => ({ pillar: 'leadership', level: 'entry' }),
  },
  'GET /passport/roles/:role': {
    may: ['signed-in'],
    params: () => ({ role: 'first-post-in-support' }),
  },
  'GET /passport/:credential': { may: ['owner'], params: credential },
  'GET /passport/:credential/credential.json': { may: ['owner'], params: credential },
  'GET /passport/assess/:level': {
    may: ['signed-in'],
    params: () => ({ level: 'entry' }),
    of: ['holder'],
  },
  'GET /passport/assess/:section/:level': { may: ['signed-in'], params: place, of: ['holder'] },
  'POST /passport/assess/:section/:level': {
    may: ['signed-in'],
    params: place,
    body: () => ({ note: 'Mine alone.' }),
    of: ['holder'],
  },
  'GET /passport/assess/domain/:domain/:level': {
    may: ['signed-in'],
    params: () => ({ domain: '3', level: 'entry' }),
    of: ['holder'],
  },
  'POST /passport/assess/domain/:domain/:level': {
    may: ['signed-in'],
    params: () => ({ domain: '3', level: 'entry' }),
    body: ({ codes }) => ({ [`answer-${codes[0]}`]: 'confident' }),
    of: ['holder'],
  },
  // What is proposed again is looked for among one's own requests alone.
  'GET /passport/ask/:section/:level': {
    may: ['signed-in'],
    params: place,
    query: ({ request }) => `?after=${request}&of=same`,
  },
  'POST /passport/ask/:section/:level': {
    may: ['signed-in'],
    params: () => ({ section: '5.7', level: 'entry' }),
    body: () => ({}),
    of: ['holder'],
    gives: 422,
  },
  'POST /passport/requests/:id/take-back': { may: ['owner'], params: asked },
  'GET /team/requests': { may: ['signed-in'] },
  'GET /team/requests/:id': ofAssessor,
  'POST /team/requests/:id': { ...ofAssessor, body: (record) => signing(record.openCodes) },
  'GET /team/requests/:id/check': ofAssessor,
  'GET /team/requests/:id/evidence/:evidence': {
    may: ['assessor'],
    params: ({ openRequest, evidenceShown }) => ({ id: openRequest, evidence: evidenceShown }),
  },
  'POST /team/requests/:id/sign': { ...ofAssessor, body: (record) => signing(record.openCodes) },
  'GET /team/requests/:id/decline': ofAssessor,
  'POST /team/requests/:id/decline': { ...ofAssessor, body: () => ({ reason: 'not-seen' }) },
  'GET /passport/shares': { may: ['signed-in'], query: ({ share }) => `?stopped=${share}` },
  // A credential of somebody else is none of the choices.
  'POST /passport/shares': {
    may: ['owner'],
    refused: 422,
    body: ({ credential }) => ({ id: randomUUID(), credentials: credential, days: '7' }),
  },
  'POST /passport/shares/:id/stop': { may: ['owner'], params: ({ share }) => ({ id: share }) },
  'GET /share/:token': {
    may: ['anybody'],
    params: ({ shareToken }) => ({ token: shareToken }),
    shows: ['name', 'setting', 'own-id'],
  },
  'GET /team/issued': {
    may: ['any-issuer'],
    query: ({ signing }) => `?withdrawn=${signing}`,
  },
  'GET /team/issued/:signing/withdraw': { may: ['issuer'], params: ({ signing }) => ({ signing }) },
  'POST /team/issued/:signing/withdraw': {
    may: ['issuer'],
    params: ({ signing }) => ({ signing }),
    body: ({ codes }) => ({
      ...{ codes, cause: 'error', explanation: 'Signed for the wrong day.', understood: 'yes' },
    }),
  },
  'GET /orgs/:slug/did.json': {
    may: ['anybody'],
    params: ({ organisation }) => ({ slug: organisation }),
  },
  'GET /status/:list': {
    may: ['anybody'],
    params: ({ statusList }) => ({ list: `${statusList}-revocation` }),
  },
  'GET /verify': { may: ['anybody'] },
  'POST /verify': {
    may: ['anybody'],
    body: () => ({ credential: 'not a credential' }),
    of: ['holder'],
    gives: 422,
  },
}
