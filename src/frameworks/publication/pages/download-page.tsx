import type { EditionFile } from '../../../paths/publication-paths.ts'
import { paths } from '../../../paths.ts'
import { EditionLayout, type EditionPageProps } from '../../pages/edition-layout.tsx'

const files: readonly { kind: EditionFile; name: string; about: string }[] = [
  {
    ...{ kind: 'pdf', name: 'Download as PDF' },
    about: 'The whole edition, to read or to print. It can be read aloud and has bookmarks.',
  },
  {
    ...{ kind: 'docx', name: 'Download as Word' },
    about: 'The same text in Word, to quote from or to make your own notes in.',
  },
  {
    ...{ kind: 'xlsx', name: 'Download as a spreadsheet' },
    about: 'Every statement in a row, with its level, pillars and whom it is about.',
  },
  {
    ...{ kind: 'zip', name: 'Download the content folder' },
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
            <a href={paths.editionFile(ref, kind)}>{name}</a>
            <span class="nhsuk-hint">{about}</span>
          </li>
        ))}
        <li>
          <a href={paths.printEdition(ref)}>Print from one page</a>
          <span class="nhsuk-hint">
            The whole edition on one long page. Print it from your browser’s menu.
          </span>
        </li>
        <li>
          <a href={`${paths.framework(ref)}?as=json`}>JSON</a>
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
