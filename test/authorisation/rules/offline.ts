import type { RouteRules } from '../route-rule.ts'

/** The passport on somebody's own phone. */
export const offlineRules: RouteRules = {
  'GET /passport/offline': { may: ['signed-in'] },
  'POST /passport/offline': { may: ['signed-in'], body: () => ({}), of: ['holder'] },
  'GET /passport/offline/copy': { may: ['signed-in'], query: () => '?answers=yes' },
  'GET /passport/service-worker.js': { may: ['anybody'] },
}
