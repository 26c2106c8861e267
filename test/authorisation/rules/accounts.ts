import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'

const own: RouteRule = { may: ['signed-in'] }
const open: RouteRule = { may: ['anybody'] }
/** There is no provider here: whoever asks for one is told so, signed in or not. */
const noProvider: RouteRule = {
  may: ['nobody'],
  refusedNobody: 404,
  params: () => ({ provider: 'work' }),
  of: ['holder'],
}
const passkey = ({ passkey }: WorldRecord) => ({ id: passkey })
const address = ({ address }: WorldRecord) => ({ id: address })
const identity = ({ identity }: WorldRecord) => ({ id: identity })

export const accountsRules: RouteRules = {
  'GET /sign-in': open,
  'POST /sign-in': {
    may: ['anybody'],
    body: () => ({ email: 'nobody-known@example.org' }),
    of: ['holder'],
  },
  'GET /sign-in/code': open,
  'POST /sign-in/code': { may: ['anybody'], gives: 422 },
  'GET /sign-in/link/:link': { may: ['anybody'], params: () => ({ link: 'x'.repeat(43) }) },
  'POST /sign-in/link/:link': {
    may: ['anybody'],
    params: () => ({ link: 'x'.repeat(43) }),
    gives: 422,
  },
  'POST /sign-out': open,
  'GET /sign-in/recovery': open,
  'POST /sign-in/recovery': { may: ['anybody'], gives: 422 },
  'GET /account/recovery-sheet': own,
  'POST /account/recovery-sheet': {
    may: ['signed-in'],
    body: () => ({ sheet: 'k'.repeat(43) }),
    of: ['holder'],
  },
  'GET /confirm-it-is-you': own,
  'POST /confirm-it-is-you': {
    may: ['owner'],
    body: ({ address }) => ({ address }),
  },
  'GET /confirm-it-is-you/by-email': own,
  'POST /confirm-it-is-you/by-email': { may: ['signed-in'], gives: 422 },
  'GET /account': own,
  'GET /account/own-way-in': own,
  'GET /account/coming-up': own,
  'GET /account/coming-up/calendar.ics': own,
  'GET /account/reminders': own,
  'POST /account/reminders': { may: ['signed-in'], body: () => ({ letters: 'none' }) },
  'POST /account/sessions/:id/end': { may: ['owner'], params: ({ session }) => ({ id: session }) },
  'POST /account/sessions/end-others': own,
  'GET /account/addresses/add': own,
  'POST /account/addresses/add': {
    may: ['signed-in'],
    body: () => ({ email: 'new-here@example.org', kind: 'personal' }),
    of: ['holder'],
  },
  'GET /account/addresses/confirm': own,
  'POST /account/addresses/confirm': { may: ['signed-in'], gives: 422 },
  'GET /account/addresses/:id/remove': { may: ['owner'], params: address },
  'POST /account/addresses/:id/remove': { may: ['owner'], params: address },
  'POST /sign-in/passkey/challenge': open,
  'POST /sign-in/passkey': { may: ['anybody'], gives: 422 },
  'POST /confirm-it-is-you/by-passkey/challenge': own,
  'POST /confirm-it-is-you/by-passkey': { may: ['signed-in'], gives: 422 },
  'GET /account/passkeys/add': own,
  'POST /account/passkeys/challenge': own,
  'POST /account/passkeys/add': { may: ['signed-in'], gives: 422 },
  'GET /account/passkeys/:id': { may: ['owner'], params: passkey },
  'POST /account/passkeys/:id/name': {
    may: ['owner'],
    params: passkey,
    body: () => ({ name: 'Another name' }),
  },
  'POST /account/passkeys/:id/remove': { may: ['owner'], params: passkey },
  'POST /sign-in/with/:provider': noProvider,
  'POST /confirm-it-is-you/with/:provider': { ...noProvider, refusedNobody: 401 },
  'POST /account/link/:provider': { ...noProvider, refusedNobody: 401 },
  'GET /sign-in/with/:provider/return': noProvider,
  'GET /sign-in/with/:provider/keys.json': noProvider,
  'GET /account/linked/:id': { may: ['owner'], params: identity },
  'POST /account/linked/:id/remove': { may: ['owner'], params: identity },
  'GET /demonstration/post': open,
}
