import { codeName } from '../../../frameworks/crosswalks/pages/crosswalk-page.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type CodeRead, countHeld, type Reading } from '../model/read-as.ts'
import { readingNames } from '../model/read-as-words.ts'

const colours: Readonly<Record<Reading, 'green' | 'yellow' | 'white'>> = {
  covered: 'green',
  partly: 'yellow',
  'not-covered': 'white',
}

interface ReadingTableProps {
  readonly caption: string
  readonly codes: readonly CodeRead[]
}

function HowFar({ code }: { readonly code: CodeRead }) {
  const { held, of } = countHeld(code)
  return (
    <>
      <Tag text={readingNames[code.reading]} colour={colours[code.reading]} />
      <br />
      <span class="nhsuk-body-s">
        {held} of {of} signed off
      </span>
    </>
  )
}

/** The picture again, in words. */
export function ReadingTable({ caption, codes }: ReadingTableProps) {
  return (
    <Table
      caption={{ text: caption, size: 'm' }}
      firstCellIsHeader
      head={[{ text: 'Theirs' }, { text: 'How far' }]}
      rows={codes.map((code) => [{ text: codeName(code) }, { children: <HowFar code={code} /> }])}
    />
  )
}
