import { codeName } from '../../../frameworks/crosswalks/pages/crosswalk-page.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { CodeRead, Reading } from '../model/read-as.ts'
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

/** The picture again, in words. */
export function ReadingTable({ caption, codes }: ReadingTableProps) {
  return (
    <Table
      caption={{ text: caption, size: 'm' }}
      firstCellIsHeader
      head={[{ text: 'Theirs' }, { text: 'Where you stand' }]}
      rows={codes.map((code) => [
        { text: codeName(code) },
        { children: <Tag text={readingNames[code.reading]} colour={colours[code.reading]} /> },
      ])}
    />
  )
}
