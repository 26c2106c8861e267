/** Which edition an organisation works by, and what that changed for somebody. */
export const adoptionPaths = {
  editionAt: (slug: string) => `/orgs/${slug}/edition`,
  adoptEdition: (slug: string) => `/orgs/${slug}/edition/adopt`,
  whatChanged: (version?: string | undefined) =>
    `/passport/changes${version === undefined ? '' : `?edition=${version}`}`,
}
