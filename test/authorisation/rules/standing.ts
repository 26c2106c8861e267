import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'

const at = ({ organisation }: WorldRecord) => ({ organisation })
/** Of a job of one's own: everybody who works there has theirs. */
const ownJob: RouteRule = { may: ['team'], params: at }
const asked = ({ organisation }: WorldRecord) => `?organisation=${organisation}`
const team: RouteRule = { may: ['manager'], query: asked, shows: ['name'] }

export const standingRules: RouteRules = {
  'GET /development/where-i-stand': { may: ['signed-in'] },
  'GET /development/where-i-stand/sharing': { may: ['signed-in'] },
  'GET /development/where-i-stand/sharing/:organisation': ownJob,
  'POST /development/where-i-stand/sharing/:organisation': {
    ...{ ...ownJob, gives: 422 },
    body: () => ({}),
  },
  // Where they share nothing it stops nothing.
  'POST /development/where-i-stand/sharing/:organisation/stop': {
    ...{ may: ['signed-in'], params: at },
  },
  'GET /development/where-i-stand/sharing/:organisation/preview': ownJob,
  'GET /team/standing': team,
  'GET /team/standing/statements': { may: ['manager'], query: asked },
  'GET /team/standing/statements.csv': { may: ['manager'], query: asked },
  'GET /team/standing/:person': {
    ...team,
    may: ['manager', 'assessor'],
    params: ({ personId }) => ({ person: personId }),
  },
}
