import { termId } from '../../paths.ts'
import { EditionLayout, type EditionPageProps } from './edition-layout.tsx'

export function GlossaryPage({ stored }: EditionPageProps) {
  const { glossary, terms } = stored.edition
  const entries = glossary.toSorted((one, other) => one.term.localeCompare(other.term, 'en-GB'))
  return (
    <EditionLayout stored={stored} title="Words used" trail={[]}>
      <h1 class="nhsuk-heading-xl">Words used, and what they mean here</h1>
      <dl class="lanyard-glossary">
        {entries.map(({ term, meaning, includes }) => (
          <div class="lanyard-glossary__entry" key={term} id={termId(term)}>
            <dt>{term}</dt>
            <dd>
              {meaning}
              {includes.length > 0 && <p class="nhsuk-hint">Includes: {includes.join(', ')}.</p>}
            </dd>
          </div>
        ))}
      </dl>
      {terms.length > 0 && (
        <>
          <h2 class="nhsuk-heading-l">One word for one thing</h2>
          <p>These words are used throughout, in place of others.</p>
          <dl class="lanyard-glossary">
            {terms.map(({ use, insteadOf, because, owner }) => (
              <div class="lanyard-glossary__entry" key={use}>
                <dt>{use}</dt>
                <dd>
                  In place of: {insteadOf.join(', ')}. {because}{' '}
                  <span class="nhsuk-hint">Kept by: {owner}</span>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </EditionLayout>
  )
}
