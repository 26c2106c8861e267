/** The leaving pack, and what a passport is in general. */
import { randomUUID } from 'node:crypto'
import type { RouteRules } from '../route-rule.ts'

export const leavingRules: RouteRules = {
  'GET /passport/leaving-pack': { may: ['signed-in'] },
  // Of whoever asks, and of nobody else: no address and no field names a record.
  'POST /passport/leaving-pack': {
    may: ['signed-in'],
    body: () => ({ id: randomUUID() }),
    of: ['holder'],
  },
  'GET /passport/specification': { may: ['anybody'] },
  'GET /passport/specification.json': { may: ['anybody'] },
}
