import { queryOf } from './query-of.ts'

const files = (draft: string) => `/drafts/${draft}/files`

/** A draft as files: out, in, and what a file would change. */
export const exchangePaths = {
  draftFiles: (draft: string, done?: string | undefined) => `${files(draft)}${queryOf({ done })}`,
  draftFile: (draft: string, name: 'edition.xlsx' | 'template.xlsx' | 'edition.zip') =>
    `${files(draft)}/${name}`,
  draftImport: (draft: string, file: string, note?: string | undefined) =>
    `${files(draft)}/${file}${queryOf({ note })}`,
  acceptImport: (draft: string, file: string) => `${files(draft)}/${file}/accept`,
  dropImport: (draft: string, file: string) => `${files(draft)}/${file}/drop`,
}
