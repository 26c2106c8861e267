import { codeName } from '../../../frameworks/crosswalks/pages/crosswalk-page.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { CodeRead, MappingRead, Reading } from '../model/read-as.ts'
import { becauseWords, readingNames, shortfallWords } from '../model/read-as-words.ts'

const colours: Readonly<Record<Reading, 'green' | 'yellow' | 'white'>> = {
  covered: 'green',
  partly: 'yellow',
  'not-covered': 'white',
}

interface ReadingTableProps {
  readonly caption: string
  readonly codes: readonly CodeRead[]
  /** Links lead nowhere on paper. */
  readonly onPaper?: boolean | undefined
}

export function ReadingTable({ caption, codes, onPaper }: ReadingTableProps) {
  return (
    <Table
      caption={{ text: caption, size: 'm' }}
      responsive
      firstCellIsHeader
      head={['Theirs', 'Where you stand', 'What says so', 'What is missing'].map((text) => ({
        text,
      }))}
      rows={codes.map((code) => [
        { text: codeName(code) },
        { children: <Tag text={readingNames[code.reading]} colour={colours[code.reading]} /> },
        { children: <WhatSaysSo code={code} onPaper={onPaper} /> },
        { children: <WhatIsMissing code={code} /> },
      ])}
    />
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
  if (said.size === 0) return <>Nothing yet</>
  return (
    <ul class="nhsuk-list nhsuk-u-margin-bottom-0">
      {[...said.values()].map(({ words, href }) => (
        <li key={words}>{href === undefined || onPaper ? words : <a href={href}>{words}</a>}</li>
      ))}
    </ul>
  )
}

function WhatIsMissing({ code }: { readonly code: CodeRead }) {
  const because = becauseWords(code)
  if (code.reading === 'covered') return <>Nothing that we know of</>
  return (
    <>
      {because !== undefined && <p class="nhsuk-u-margin-bottom-1">{because}</p>}
      {code.mappings.map((read) => (
        <Shortfalls key={read.mapping.id} read={read} />
      ))}
    </>
  )
}

function Shortfalls({ read }: { readonly read: MappingRead }) {
  return (
    <ul class="nhsuk-list nhsuk-list--bullet nhsuk-u-margin-bottom-0">
      {read.shortfalls.map((shortfall) => (
        <li key={shortfall.kind}>{shortfallWords(shortfall)}</li>
      ))}
    </ul>
  )
}
