/** Public pages, and how somebody signs in. */
import { everyone, type RouteRules, whoeverIsSignedIn } from '../rules.ts'

const edition = { slug: 'ahp-support-worker', version: '2026' }
const ofEdition = (more: Readonly<Record<string, string>> = {}) => ({
  ...everyone,
  params: () => ({ ...edition, ...more }),
})

export const siteRoutes: RouteRules = {
  'GET /health': everyone,
  'GET /': everyone,
  'GET /response': everyone,
  'GET /roles': everyone,
  'GET /roles/:profession': { ...everyone, params: () => ({ profession: 'dietetics' }) },
  'GET /frameworks': everyone,
  'GET /frameworks/:slug/:version': ofEdition(),
  'GET /frameworks/:slug/:version/parts/:number': ofEdition({ number: '1' }),
  'GET /frameworks/:slug/:version/domains/:number': ofEdition({ number: '2' }),
  'GET /frameworks/:slug/:version/sections/:code': ofEdition({ code: '2.1' }),
  'GET /frameworks/:slug/:version/statements/:code': ofEdition({ code: '2.1-entry' }),
  'GET /frameworks/:slug/:version/glossary': ofEdition(),
  'GET /frameworks/:slug/:version/levels': ofEdition(),
  'GET /frameworks/:slug/:version/statements': ofEdition(),
  'GET /frameworks/:slug/:version/changes/:from': ofEdition({ from: '2021-draft' }),
  'GET /verify': everyone,
  'POST /verify': everyone,
  'GET /orgs/:slug': { ...everyone, params: ({ organisation }) => ({ slug: organisation }) },
  'GET /orgs/:slug/did.json': {
    ...everyone,
    params: ({ organisation }) => ({ slug: organisation }),
  },
  'GET /status/:list': {
    ...everyone,
    params: ({ organisation }) => ({ list: `${organisation}-1-revocation` }),
    allowed: [200, 404],
  },
  'GET /audit/keys.json': everyone,
  'GET /demonstration/post': everyone,

  'GET /sign-in': everyone,
  'POST /sign-in': everyone,
  'GET /sign-in/code': everyone,
  'POST /sign-in/code': everyone,
  'GET /sign-in/link/:link': { ...everyone, params: () => ({ link: 'x'.repeat(43) }) },
  'POST /sign-in/link/:link': { ...everyone, params: () => ({ link: 'x'.repeat(43) }) },
  'GET /sign-in/recovery': everyone,
  'POST /sign-in/recovery': everyone,
  'POST /sign-out': everyone,
  'GET /confirm-it-is-you': whoeverIsSignedIn,
  'POST /confirm-it-is-you': whoeverIsSignedIn,
  'GET /confirm-it-is-you/by-email': whoeverIsSignedIn,
  'POST /confirm-it-is-you/by-email': whoeverIsSignedIn,
}
