import { codeName } from '../../../frameworks/crosswalks/pages/crosswalk-page.tsx'
import type { CodeRead, MappingRead } from '../model/read-as.ts'
import { becauseWords, mappingWords, missingWords, readingNames } from '../model/read-as-words.ts'

interface ReadingDetailsProps {
  readonly codes: readonly CodeRead[]
  /** Both, where it is left out. */
  readonly only?: 'what-says-so' | 'what-is-missing' | undefined
  /** Links lead nowhere on paper. */
  readonly onPaper?: boolean | undefined
}

/** Code by code: what says so, and what is missing. */
export function ReadingDetails({ codes, only, onPaper }: ReadingDetailsProps) {
  return (
    <>
      {codes.map((code) => (
        <section key={code.code} class="nhsuk-u-margin-bottom-6">
          <h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-2">{codeName(code)}</h3>
          {only !== 'what-is-missing' && <WhatSaysSo {...{ code, onPaper }} />}
          {only !== 'what-says-so' && <WhatIsMissing code={code} />}
        </section>
      ))}
    </>
  )
}

function WhatSaysSo({
  code,
  onPaper,
}: {
  readonly code: CodeRead
  readonly onPaper?: boolean | undefined
}) {
  const said = new Map(
    code.mappings.flatMap(({ held }) =>
      held.flatMap(({ says }) => says.map((one) => [one.words, one] as const)),
    ),
  )
  return (
    <>
      <p class="nhsuk-u-margin-bottom-2">
        {readingNames[code.reading]}. {becauseWords(code)}
      </p>
      {said.size > 0 && (
        <ul class="nhsuk-list nhsuk-list--bullet nhsuk-u-margin-bottom-2">
          {[...said.values()].map(({ words, href }) => (
            <li key={words}>
              {href === undefined || onPaper ? words : <a href={href}>{words}</a>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function WhatIsMissing({ code }: { readonly code: CodeRead }) {
  if (code.reading === 'covered') return <p>Nothing is missing that we know of.</p>
  return (
    <>
      {code.mappings.map((read) => (
        <Missing key={read.mapping.id} read={read} />
      ))}
    </>
  )
}

function Missing({ read }: { readonly read: MappingRead }) {
  const missing = missingWords(read)
  return (
    <>
      {missing.length > 0 && (
        <>
          <p class="nhsuk-u-margin-bottom-1">
            <strong>What is missing:</strong>
          </p>
          <ul class="nhsuk-list nhsuk-list--bullet nhsuk-u-margin-bottom-2">
            {missing.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      <p class="nhsuk-body-s nhsuk-u-secondary-text-colour">{mappingWords(read)}</p>
    </>
  )
}
