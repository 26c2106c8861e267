/** How frameworks relate, and a passport read through them. */
import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'

const framework = 'care-certificate/2025'
const steward: RouteRule = { may: ['steward'] }
const mapping = ({ mapping }: WorldRecord) => ({ mapping })
const decision = () => ({
  ...{ framework, to: '8', from: '3.3', level: '', relation: 'related', coverage: 'part' },
  ...{ missing: 'All that is theirs.', confidence: 'low', why: 'They touch.' },
})
const own: RouteRule = { may: ['signed-in'] }

export const crosswalksRules: RouteRules = {
  'GET /checks': { may: ['anybody'] },
  'GET /frameworks/crosswalks': { may: ['anybody'] },
  'GET /frameworks/crosswalks/:slug/:version': {
    may: ['anybody'],
    params: () => ({ slug: 'care-certificate', version: '2025' }),
    of: ['holder'],
  },
  'GET /stewards/crosswalks': steward,
  'GET /stewards/crosswalks/begin': {
    ...steward,
    query: () => `?framework=${framework}`,
    of: ['holder'],
  },
  'POST /stewards/crosswalks/begin': { ...steward, body: decision, of: ['holder'] },
  'GET /stewards/crosswalks/:mapping': { ...steward, params: mapping },
  'GET /stewards/crosswalks/:mapping/replace': { ...steward, params: mapping },
  'POST /stewards/crosswalks/:mapping/replace': { ...steward, params: mapping, body: decision },
  'POST /stewards/crosswalks/:mapping/answer': {
    ...steward,
    params: mapping,
    body: () => ({ outcome: 'confirmed', reason: '' }),
  },
  // Nobody here answers for a nation: src/frameworks/crosswalks/approve-mapping.test.ts.
  'POST /stewards/crosswalks/:mapping/approve': {
    may: ['nobody'],
    params: mapping,
    body: () => ({ outcome: 'approved', reason: '' }),
  },
  'GET /passport/read-as': own,
  'GET /passport/read-as/:framework/:version': {
    ...own,
    params: () => ({ framework: 'care-certificate', version: '2025' }),
    of: ['holder'],
  },
  'GET /passport/prior-learning': own,
  // The sign-offs of somebody else are none of the choices: they are left out.
  'POST /passport/prior-learning': {
    ...own,
    body: ({ signing }) => ({
      ...{ framework, level: 'entry', parts: ['sign-offs', 'answers', 'read-as', 'remaining'] },
      signings: signing,
    }),
  },
}
