import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'

const at = ({ organisation }: WorldRecord) => ({ slug: organisation })
const of = ({ signing }: WorldRecord) => ({ signing })
const there: Pick<RouteRule, 'may'> = { may: ['issuer', 'manager'] }

export const assessingRules: RouteRules = {
  'GET /orgs/:slug/assessing': { may: ['team'], params: at },
  'GET /orgs/:slug/assessing/change': { ...there, params: at },
  'POST /orgs/:slug/assessing/change': { ...there, params: at, body: () => ({}), gives: 422 },
  'GET /orgs/:slug/assessing/hours': { ...there, params: at },
  'GET /team/seconds': { may: ['any-assessor'] },
  // Nobody was asked about it: who was is in src/passports/assessing/seconds.test.ts.
  'GET /team/seconds/:signing': { may: ['nobody'], params: of },
  'POST /team/seconds/:signing': { may: ['nobody'], params: of, body: () => ({}) },
  // It needs no second assessor.
  'GET /team/seconds/:signing/ask': { may: ['owner', 'assessor'], params: of, gives: 409 },
  'POST /team/seconds/:signing/ask': {
    ...{ may: ['owner', 'assessor'], params: of, gives: 422 },
    body: () => ({}),
  },
}
