import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'
import { dayFields } from './day-fields.ts'

const at = ({ organisation }: WorldRecord) => ({ slug: organisation })
const ofSet = ({ organisation, set }: WorldRecord) => ({ slug: organisation, share: set })
const ofItem = (record: WorldRecord) => ({ ...ofSet(record), item: record.setItem })
const ofTopUp = (record: WorldRecord) => ({
  ...{ ...ofSet(record), decision: record.topUpDecision },
})
const ofAgreement = ({ organisation, agreement }: WorldRecord) => ({
  ...{ slug: organisation, id: agreement },
})
const own = ({ set }: WorldRecord) => ({ share: set })
/** Whoever takes people on there, and whoever issues for it. */
const there: Pick<RouteRule, 'may'> = { may: ['issuer', 'manager'] }

export const recognitionRules: RouteRules = {
  'GET /orgs/:slug/accepts': { may: ['anybody'], params: at },
  'GET /orgs/:slug/accepts.json': { may: ['anybody'], params: at },
  'GET /orgs/:slug/accepts/change': { ...there, params: at },
  'POST /orgs/:slug/accepts/change': { ...there, params: at, body: () => ({}), gives: 422 },
  'GET /orgs/:slug/agreements': { ...there, params: at },
  'POST /orgs/:slug/agreements': { ...there, params: at, body: () => ({}), gives: 422 },
  'GET /orgs/:slug/agreements/:id': { ...there, params: ofAgreement },
  'POST /orgs/:slug/agreements/:id': {
    ...{ ...there, params: ofAgreement },
    body: () => ({ step: 'taken-back' }),
  },
  'GET /orgs/:slug/recognition': { ...there, params: at },
  'GET /orgs/:slug/recognition/:share': { ...there, params: ofSet, shows: ['brought'] },
  // Everything that could be accepted in one go is decided on already.
  'POST /orgs/:slug/recognition/:share': {
    ...{ ...there, params: ofSet, gives: 409 },
    body: ({ setItem }) => ({ items: setItem }),
  },
  'GET /orgs/:slug/recognition/:share/items/:item': { ...there, params: ofItem },
  'POST /orgs/:slug/recognition/:share/items/:item': {
    ...{ ...there, params: ofItem },
    body: () => ({ outcome: 'accept', sequence: '1' }),
  },
  'GET /orgs/:slug/recognition/:share/to-do': { ...there, params: ofSet },
  'GET /orgs/:slug/recognition/:share/top-ups/:decision': { ...there, params: ofTopUp },
  'POST /orgs/:slug/recognition/:share/top-ups/:decision': {
    ...{ ...there, params: ofTopUp },
    body: ({ received }) => ({ id: received, ...dayFields('on') }),
  },
  // Whoever recorded it.
  'POST /orgs/:slug/recognition/:share/top-ups/:decision/take-back': {
    may: ['issuer'],
    params: (record) => ({ ...ofSet(record), decision: record.topUpDone }),
    body: ({ topUp }) => ({ id: topUp }),
  },
  'GET /passport/accepted': {
    may: ['signed-in'],
    query: ({ credential }) => `?item=credential:${credential}`,
  },
  'GET /passport/recognition': { may: ['signed-in'] },
  'GET /passport/recognition/share/:slug': { may: ['signed-in'], params: at },
  // A credential of somebody else is none of the choices.
  'POST /passport/recognition/share/:slug': {
    ...{ may: ['signed-in'], params: at, gives: 422, of: ['holder'] },
    body: () => ({}),
  },
  'GET /passport/recognition/:share': { may: ['owner'], params: own },
  'POST /passport/recognition/:share/stop': { may: ['owner'], params: own },
  'POST /passport/recognition/:share/reply': {
    ...{ may: ['owner'], params: own },
    body: ({ decision }) => ({ decision, id: decision, words: 'Thank you all.' }),
  },
}
