import { queryOf } from './query-of.ts'

const version = (ref: string) => `/frameworks/${ref}`
const draft = (id: string) => `/drafts/${id}`

/** Which changes of a comparison are asked for. */
interface ChangesChosen {
  readonly kind?: string | undefined
  readonly area?: string | undefined
  readonly level?: string | undefined
  readonly page?: string | undefined
  readonly as?: string | undefined
}

/** What differs between editions, and what became of each statement. */
export const versionsPaths = {
  changes: (ref: string, from: string, chosen: ChangesChosen = {}) =>
    `${version(ref)}/changes/${from}${queryOf({ ...chosen })}`,
  changesInWord: (ref: string, from: string) => `${version(ref)}/changes/${from}/word`,
  succession: (ref: string, from: string, as?: string | undefined) =>
    `${version(ref)}/succession/${from}${queryOf({ as })}`,
  draftChanges: (id: string, chosen: ChangesChosen = {}) =>
    `${draft(id)}/changes${queryOf({ ...chosen })}`,
  draftChangesInWord: (id: string) => `${draft(id)}/changes/word`,
  draftSuccession: (id: string, done?: string | undefined) =>
    `${draft(id)}/succession${queryOf({ done })}`,
  draftFate: (id: string, code: string, done?: string | undefined) =>
    `${draft(id)}/succession/statements/${code}${queryOf({ done })}`,
  acceptPlainFates: (id: string) => `${draft(id)}/succession/unchanged`,
  draftReconfirmBy: (id: string) => `${draft(id)}/succession/reconfirm-by`,
}
