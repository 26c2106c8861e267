import type { EditionFile } from '../../../paths/publication-paths.ts'
import { paths } from '../../../paths.ts'
import { ActionLink } from '../../../ui/action-link.tsx'
import { EditionLayout, type EditionPageProps } from '../../pages/edition-layout.tsx'

const files: readonly { kind: EditionFile; name: string; about: string }[] = [
  {
    ...{ kind: 'pdf', name: 'PDF' },
    about: 'The whole edition, to read or to print. It can be read aloud and has bookmarks.',
  },
  {
    ...{ kind: 'docx', name: 'Word' },
    about: 'The same text in Word, to quote from or to make your own notes in.',
  },
  {
    ...{ kind: 'xlsx', name: 'Spreadsheet' },
    about: 'Every statement in a row, with its level, pillars and whom it is about.',
  },
  {
    ...{ kind: 'zip', name: 'Content folder' },
    about: 'The files that this edition is kept in, for those who look after a framework.',
  },
]

export function DownloadPage({ stored }: EditionPageProps) {
  const { edition, ref } = stored
  return (
    <EditionLayout stored={stored} title="Download or print" trail={[]}>
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">
          {edition.title}, edition {edition.version}
        </span>
        Download or print
      </h1>
      <p>Each of these is made from the same text as the pages here. You need no account.</p>
      <ul class="lanyard-contents-list">
        {files.map(({ kind, name, about }) => (
          <li key={kind}>
            <ActionLink href={paths.editionFile(ref, kind)} text={`Download as ${name}`} />
            <span class="nhsuk-hint">{about}</span>
          </li>
        ))}
        <li>
          <ActionLink href={paths.printEdition(ref)} text="Print from one page" />
          <span class="nhsuk-hint">
            The whole edition on one long page. Print it from your browser’s menu.
          </span>
        </li>
        <li>
          <ActionLink href={`${paths.framework(ref)}?as=json`} text="JSON" />
          <span class="nhsuk-hint">For machines.</span>
        </li>
      </ul>
      <p>
        These addresses stay as they are. A published edition never changes: a change makes a new
        edition.
      </p>
    </EditionLayout>
  )
}
