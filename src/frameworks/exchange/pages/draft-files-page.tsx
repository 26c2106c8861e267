import type { Finding } from '../../../finding.ts'
import { paths } from '../../../paths.ts'
import { ActionLink } from '../../../ui/action-link.tsx'
import { Button } from '../../../ui/button.tsx'
import { FileUpload } from '../../../ui/file-upload.tsx'
import { NotificationBanner } from '../../../ui/notification-banner.tsx'
import type { FieldFault, OwnPageProps } from '../../../ui/own-layout.tsx'
import { Table } from '../../../ui/table.tsx'
import { type Draft, isOpenDraft } from '../../authoring/model/draft.ts'
import { DraftLayout, toDraft } from '../../authoring/pages/draft-layout.tsx'

export interface FileProblems {
  readonly errors?: readonly FieldFault[] | undefined
  readonly findings?: readonly Finding[] | undefined
}

interface DraftFilesPageProps extends OwnPageProps, FileProblems {
  readonly draft: Draft
  readonly mayWrite: boolean
  /** What was just done. */
  readonly done: string
}

const doneWords: Readonly<Record<string, string>> = {
  'taken-in': 'The file is in the draft',
  dropped: 'The file was put away. The draft is as it was.',
}

/** More lines than anybody mends before trying again. */
const mostLines = 100

export function DraftFilesPage(props: DraftFilesPageProps) {
  const { draft, mayWrite, done, findings = [], account, demo } = props
  const title = 'Files of this draft'
  const refused = {
    field: 'what-to-mend',
    message: `Nothing was changed. Mend ${counted(findings.length)} in the file, and send it again.`,
  }
  const errors = findings.length > 0 ? [refused] : props.errors
  return (
    <DraftLayout {...{ account, demo, title, errors, draft }} back={toDraft(draft)}>
      {doneWords[done] && <NotificationBanner variant="success" text={doneWords[done]} />}
      {findings.length > 0 && <WhatToMend findings={findings} />}
      {mayWrite && isOpenDraft(draft) && <BringFile {...{ ...props, errors }} />}
      <h2 class="nhsuk-heading-m">Take the draft away</h2>
      <ul class="nhsuk-list">
        <li>
          <ActionLink
            href={paths.draftFile(draft.id, 'edition.xlsx')}
            text="Download a spreadsheet"
          />
        </li>
        <li>
          <ActionLink
            href={paths.draftFile(draft.id, 'edition.zip')}
            text="Download the content folder"
          />
        </li>
        <li>
          <ActionLink
            href={paths.draftFile(draft.id, 'template.xlsx')}
            text="Download a spreadsheet to fill in, with explanations"
          />
        </li>
      </ul>
    </DraftLayout>
  )
}

function counted(lines: number): string {
  return lines === 1 ? 'one thing' : `${lines} things`
}

function BringFile({ draft, errors, account }: DraftFilesPageProps) {
  const message = errors?.find(({ field }) => field === 'file')?.message
  return (
    <form
      action={paths.draftFiles(draft.id)}
      method="post"
      encType="multipart/form-data"
      noValidate
    >
      <input type="hidden" name="_csrf" value={account.csrfToken} />
      <h2 class="nhsuk-heading-m">Bring a file</h2>
      <p>
        You see what it would change first. <strong>Nothing changes</strong> until you say so. What
        a spreadsheet leaves out of a sheet is taken out of the draft.
      </p>
      <FileUpload
        id="file"
        name="file"
        label="A spreadsheet (.xlsx), or a content folder as a zip"
        hint="Up to 1 MB"
        errorMessage={message}
        attributes={{ accept: '.xlsx,.zip' }}
      />
      <Button text="Look at what it would change" />
    </form>
  )
}

function WhatToMend({ findings }: { readonly findings: readonly Finding[] }) {
  const left = findings.length - mostLines
  return (
    <>
      <Table
        id="what-to-mend"
        caption="What to mend in the file"
        head={['Where', 'What to do']}
        rows={findings.slice(0, mostLines).map(({ at, message }) => [at, message])}
        responsive
      />
      {left > 0 && <p>And {left} more, when these are mended.</p>}
    </>
  )
}
