/** Changing a term in a draft: stewards, and whoever was asked to write it. */
import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'

const writer: RouteRule = {
  may: ['steward', 'owner'],
  params: ({ draft, termChange }: WorldRecord) => ({ draft, change: termChange }),
}
const pair = { 'use-0': 'yes', 'before-0': 'person', 'after-0': 'worker' }

export const termsRules: RouteRules = {
  'GET /drafts/:draft/terms': writer,
  'GET /drafts/:draft/terms/forms': { ...writer, query: () => '?old=person&new=worker' },
  'GET /drafts/:draft/terms/places': {
    ...writer,
    query: () => `?${new URLSearchParams(pair)}`,
  },
  'POST /drafts/:draft/terms/places': {
    ...writer,
    body: ({ termPlaces }) => ({ ...pair, shown: termPlaces, change: termPlaces.split(' ') }),
  },
  'GET /drafts/:draft/terms/:change': writer,
  'POST /drafts/:draft/terms/:change/put-back': writer,
}
