import { timeInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { ExportCopy } from '../export-store.ts'

interface ExportPageProps extends OwnPageProps {
  readonly copy?: ExportCopy | undefined
  /** "7 days". */
  readonly kept: string
}

export function ExportPage({ copy, kept, ...own }: ExportPageProps) {
  const title = 'Get a copy of your record'
  const ready = copy?.readyAt !== undefined
  return (
    <OwnLayout
      {...own}
      title={title}
      notInMenu
      back={{ href: paths.yourRecord(), text: 'Your record' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>Everything that is kept about you here, in one file that is yours to keep:</p>
      <ul>
        <li>a page that you can read and print, with what each part is and how long it is kept</li>
        <li>the same for computer programs</li>
        <li>your credentials, as they were issued.</li>
      </ul>
      {copy && !ready && <BeingMade copy={copy} />}
      {copy && ready && <Ready copy={copy} kept={kept} />}
      {(copy === undefined || ready) && (
        <OwnForm action={paths.exportRecord()} csrfToken={own.account.csrfToken}>
          <Button
            text={ready ? 'Make a new copy' : 'Make my copy'}
            variant={ready ? 'secondary' : undefined}
            preventDoubleClick
          />
        </OwnForm>
      )}
      <p>
        You may be asked to show again that it is you. The file is private: do not open it on a
        computer that others use.
      </p>
    </OwnLayout>
  )
}

function BeingMade({ copy }: { readonly copy: ExportCopy }) {
  return (
    <InsetText>
      <p>
        <strong>Your copy is being made.</strong> You asked at {timeInWords(copy.askedAt)}.{' '}
        {copy.partsDone} of {copy.parts} parts are done.
      </p>
      <p>
        You can leave this page. We write to you when it is ready.{' '}
        <a href={paths.exportRecord()}>Look again</a>
      </p>
    </InsetText>
  )
}

function Ready({ copy, kept }: { readonly copy: ExportCopy; readonly kept: string }) {
  return (
    <InsetText>
      <p>
        <strong>Your copy is ready.</strong> It shows your record as it was at{' '}
        {timeInWords(copy.readyAt ?? copy.askedAt)}. It is kept here for {kept}.
      </p>
      <p>
        <a href={paths.exportCopy(copy.id)}>
          Download my copy (ZIP, {sizeInWords(copy.size ?? 0)})
        </a>
      </p>
    </InsetText>
  )
}

function sizeInWords(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1000)
  return kilobytes < 1000 ? `${kilobytes} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
