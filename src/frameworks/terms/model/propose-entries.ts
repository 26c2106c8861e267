/** What the glossary and the preferred terms could say about a new term: for a person to mend. */
import { targetSlug } from '../../model/amendment.ts'
import type { Edition, GlossaryEntry, PreferredTerm } from '../../model/framework.ts'
import type { EntryChange, TermPairs } from './occurrence.ts'

export interface ProposedEntries {
  /** Undefined where the glossary explains the new term, or will once the old one is renamed. */
  readonly glossary?: GlossaryEntry | undefined
  readonly term: PreferredTerm
}

/** The first pair holds the term itself. */
export function proposeEntries(edition: Edition, words: TermPairs): ProposedEntries {
  const [first = { before: '', after: '' }, ...others] = words
  // Under any of its forms: "people who access services" is there for "person who accesses services".
  const isNew = (name: string) => words.some(({ after }) => isSame(name, after))
  const explained = edition.glossary.some(({ term, forms }) =>
    [term, ...forms].some((form) => isSame(form, first.before) || isNew(form)),
  )
  const held = edition.terms.find((term) => isNew(term.use))
  const use = held?.use ?? first.after
  const forms = [...new Set(others.map(({ after }) => after))].filter((form) => isForm(form, use))
  const old = words.map(({ before }) => before).filter((form) => !/['’]/.test(form))
  return {
    glossary: explained ? undefined : { term: use, forms, meaning: '', includes: [] },
    term: {
      ...{ use, because: held?.because ?? '', owner: held?.owner ?? edition.steward },
      audience: held?.audience ?? 'Everybody who reads the framework',
      insteadOf: [...new Set([...(held?.insteadOf ?? []), ...old])],
    },
  }
}

function isForm(form: string, use: string): boolean {
  return form !== '' && form !== use && !/['’]/.test(form)
}

function isSame(one: string, other: string): boolean {
  return targetSlug(one) === targetSlug(other)
}

/** As changes: with what stands there already under the same name. */
export function entryChanges(
  { glossary, terms }: Pick<Edition, 'glossary' | 'terms'>,
  wanted: {
    readonly glossary?: GlossaryEntry | undefined
    readonly term?: PreferredTerm | undefined
  },
): EntryChange[] {
  const { glossary: entry, term } = wanted
  const held = glossary.find((one) => entry !== undefined && isSame(one.term, entry.term))
  const before = terms.find((one) => term !== undefined && isSame(one.use, term.use))
  return [
    // Somebody's own explanation is never overwritten by this.
    ...(entry === undefined || held !== undefined
      ? []
      : [{ list: 'glossary' as const, after: entry }]),
    ...(term === undefined
      ? []
      : [{ list: 'terms' as const, ...(before && { before }), after: term }]),
  ]
}
