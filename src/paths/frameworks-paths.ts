import { queryOf } from './query-of.ts'

const version = (ref: string) => `/frameworks/${ref}`

/** The anchor of a glossary term on the glossary page. */
export function termId(term: string): string {
  return term.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

/** Editions, and how frameworks relate. */
export const frameworksPaths = {
  frameworks: () => '/frameworks',
  framework: (ref: string) => version(ref),
  /** Leads to the newest published edition, and below it to the page of the same name. */
  newestEdition: (slug: string) => `/frameworks/${slug}`,
  inNewestEdition: (slug: string, page: string) => `/frameworks/${slug}/latest/${page}`,
  part: (ref: string, number: number) => `${version(ref)}/parts/${number}`,
  domain: (ref: string, number: number) => `${version(ref)}/domains/${number}`,
  section: (ref: string, code: string) => `${version(ref)}/sections/${code}`,
  statement: (ref: string, code: string) => `${version(ref)}/statements/${code}`,
  statements: (ref: string) => `${version(ref)}/statements`,
  levels: (ref: string) => `${version(ref)}/levels`,
  glossary: (ref: string, term?: string | undefined) =>
    `${version(ref)}/glossary${term === undefined ? '' : `#${termId(term)}`}`,
  checks: () => '/checks',
  crosswalks: () => '/frameworks/crosswalks',
  crosswalk: (ref: string) => `/frameworks/crosswalks/${ref}`,
  stewardsCrosswalks: () => '/stewards/crosswalks',
  beginMapping: (framework?: string | undefined, code?: string | undefined) =>
    `/stewards/crosswalks/begin${queryOf({ framework, code })}`,
  mapping: (id: string, done?: string | undefined) =>
    `/stewards/crosswalks/${id}${queryOf({ done })}`,
  replaceMapping: (id: string) => `/stewards/crosswalks/${id}/replace`,
  answerMapping: (id: string) => `/stewards/crosswalks/${id}/answer`,
  approveMapping: (id: string) => `/stewards/crosswalks/${id}/approve`,
}
