import type { RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'

const at = ({ organisation }: WorldRecord) => ({ slug: organisation })

export const adoptionRules: RouteRules = {
  'GET /orgs/:slug/edition': { may: ['team'], params: at },
  'GET /orgs/:slug/edition/adopt': { may: ['manager'], params: at },
  'GET /passport/changes': { may: ['signed-in'] },
  'POST /orgs/:slug/edition/adopt': {
    ...{ may: ['manager'], params: at, body: () => ({}), gives: 422 },
  },
}
