import type { RouteRules } from '../route-rule.ts'

export const plumbingRules: RouteRules = {
  'GET /assets/*': { may: ['nobody'], refusedNobody: 404 },
  'GET /health': { may: ['anybody'] },
  'GET /.well-known/security.txt': { may: ['anybody'], gives: 404 },
  'GET /audit/keys.json': { may: ['anybody'] },
}
