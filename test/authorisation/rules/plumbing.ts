import type { RouteRules } from '../route-rule.ts'

export const plumbingRules: RouteRules = {
  'GET /assets/*': { may: ['nobody'], refusedNobody: 404 },
  'GET /health': { may: ['anybody'] },
  'GET /.well-known/security.txt': { may: ['anybody'] },
  'GET /audit/keys.json': { may: ['anybody'] },
}
