const version = (ref: string) => `/frameworks/${ref}`

/** How an edition is sent for, to keep or to print. */
export type EditionFile = 'docx' | 'pdf' | 'xlsx' | 'zip'

/** An edition to take away: permanent addresses. */
export const publicationPaths = {
  downloads: (ref: string) => `${version(ref)}/download`,
  editionFile: (ref: string, kind: EditionFile) => `${version(ref)}/edition.${kind}`,
  printEdition: (ref: string) => `${version(ref)}/print`,
}
