/** What organisations add to an edition: written by whoever stewards there, read by anybody. */
import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'

const code = 'OWN-3.9.1-assistant-practitioner'
const writer: RouteRule = {
  may: ['steward'],
  params: ({ overlay }: WorldRecord) => ({ overlay, section: '3.9', code, column: 'policy' }),
  of: ['holder'],
}
const statement = {
  ...{ text: 'Phones the desk before writing.', level: 'entry', capability: 'new' },
  ...{ after: 'section/3.9', pillars: 'leadership', revision: '1' },
}

export const overlaysRules: RouteRules = {
  'GET /overlays': { may: ['anybody'] },
  'GET /frameworks/:slug/:version/with/:overlay': {
    may: ['anybody'],
    params: ({ overlaySlug }) => ({
      ...{ slug: 'ahp-support-worker', version: '2026', overlay: overlaySlug },
    }),
    of: ['holder'],
  },
  'GET /overlays/writing': { may: ['steward'] },
  'GET /overlays/writing/begin': { may: ['steward'] },
  'POST /overlays/writing/begin': {
    may: ['steward'],
    body: () => ({
      ...{ organisation: 'lanyard-stewards', edition: 'ahp-support-worker/2026', kind: 'nation' },
      ...{ title: 'Quite another', about: '', prefix: 'ANO' },
    }),
    of: ['holder'],
  },
  'GET /overlays/writing/:overlay': writer,
  'POST /overlays/writing/:overlay/columns': { ...writer, body: () => ({ column: 'Example' }) },
  'POST /overlays/writing/:overlay/columns/:column/remove': writer,
  'GET /overlays/writing/:overlay/sections/:section': writer,
  'POST /overlays/writing/:overlay/sections/:section': {
    ...writer,
    body: () => ({
      ...{ 'cell-policy-3_9-entry': 'Number 8', 'was-cell-policy-3_9-entry': 'Number 7' },
    }),
  },
  'GET /overlays/writing/:overlay/sections/:section/add': writer,
  'POST /overlays/writing/:overlay/sections/:section/add': { ...writer, body: () => statement },
  'GET /overlays/writing/:overlay/statements/:code': writer,
  'POST /overlays/writing/:overlay/statements/:code': { ...writer, body: () => statement },
  'POST /overlays/writing/:overlay/statements/:code/remove': writer,
  'POST /overlays/writing/:overlay/publish': {
    ...writer,
    body: () => ({ understood: 'yes' }),
  },
  'POST /overlays/writing/:overlay/withdraw': { ...writer, body: () => ({ reason: 'Over.' }) },
  // There is no newer edition: src/frameworks/overlays/overlays-routes.test.ts.
  'POST /overlays/writing/:overlay/newer': { ...writer, may: ['nobody'] },
}
