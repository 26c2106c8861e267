/** What everybody may see, and what programs ask for. */
export const publicPaths = {
  home: () => '/',
  response: () => '/response',
  roles: () => '/roles',
  role: (profession: string) => `/roles/${profession}`,
  verify: () => '/verify',
  organisation: (slug: string) => `/orgs/${slug}`,
  organisationDid: (slug: string) => `/orgs/${slug}/did.json`,
  statusList: (list: string) => `/status/${list}`,
  consultations: () => '/consultations',
  consultation: (slug: string) => `/consultations/${slug}`,
  consultationImport: (slug: string) => `/consultations/${slug}/import`,
  consultationResponse: (slug: string, id: string) => `/consultations/${slug}/responses/${id}`,
  demonstrationPost: () => '/demonstration/post',
  securityTxt: () => '/.well-known/security.txt',
  health: () => '/health',
}
