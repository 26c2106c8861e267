/**
 * Routes and store functions without a rule yet: those of invitations and what was merged with them
 * last. Their own tests try who may use them. How many there are is counted: none may be added.
 */
const byName: ReadonlySet<string> = new Set([
  'GET /stewards/organisations/:slug/first-manager',
  'POST /stewards/organisations/:slug/first-manager',
  'POST /stewards/organisations/:slug/first-manager/:invitation',
  'src/organisations/memberships/memberships-record-store.ts listOwnChecks',
  'src/organisations/memberships/memberships-record-store.ts listOwnTeams',
  'src/organisations/memberships/reviews-store.ts listManagerAddresses',
  'src/organisations/memberships/reviews-store.ts listOrganisationsToTell',
  'src/organisations/memberships/reviews-store.ts takeLetter',
  'src/organisations/stewards/first-manager-store.ts insertFirstManager',
  'src/organisations/stewards/first-manager-store.ts listInvitedManagers',
  'src/organisations/stewards/first-manager-store.ts mayNameFirstManager',
])

export function isNotWalkedYet(place: string): boolean {
  return (
    byName.has(place) ||
    /^(GET|POST) \/join(\/|$)/.test(place) ||
    /^(GET|POST) \/orgs\/:slug\/people\/invit/.test(place) ||
    place.startsWith('src/organisations/invitations/')
  )
}
