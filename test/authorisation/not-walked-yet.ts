/**
 * Routes and store functions without a rule yet: those of invitations, which were merged last. Their
 * own tests try who may use them. Each run prints how many there are; none may be added.
 */
export function isNotWalkedYet(place: string): boolean {
  return (
    /^(GET|POST) \/join(\/|$)/.test(place) ||
    /^(GET|POST) \/orgs\/:slug\/people\/invit/.test(place) ||
    place.startsWith('src/organisations/invitations/')
  )
}
