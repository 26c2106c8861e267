import { queryOf } from './query-of.ts'

const terms = (draft: string) => `/drafts/${draft}/terms`

/** One term for another throughout a draft. */
export const termsPaths = {
  draftTerms: (draft: string) => terms(draft),
  termForms: (draft: string) => `${terms(draft)}/forms`,
  termPlaces: (draft: string, group?: string | undefined) =>
    `${terms(draft)}/places${group === undefined ? '' : `#${group}`}`,
  termChange: (draft: string, change: string, done?: string | undefined) =>
    `${terms(draft)}/${change}${queryOf({ done })}`,
  putTermsBack: (draft: string, change: string) => `${terms(draft)}/${change}/put-back`,
}
