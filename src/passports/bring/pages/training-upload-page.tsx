import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/details.tsx'
import { csvFile, FileOrText } from '../../../ui/file-or-text.tsx'
import { type FieldFault, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'

interface TrainingUploadPageProps extends OwnPageProps {
  readonly pasted: string
  readonly errors?: readonly FieldFault[] | undefined
}

export function TrainingUploadPage({ pasted, errors, account, demo }: TrainingUploadPageProps) {
  const title = 'Bring a list of your training'
  return (
    <OwnLayout
      {...{ account, demo, title, errors }}
      back={{ href: paths.bring(), text: 'Bring what you have' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Bring your own training only. You see what will happen to every row first.{' '}
        <strong>Nothing is added</strong> until you say so.
      </p>
      <FileOrText
        action={paths.bringFile()}
        csrfToken={account.csrfToken}
        file={{ label: 'CSV file', hint: 'Up to 1 MB', accept: csvFile }}
        text={{
          name: 'pasted',
          label: 'Or paste the rows, with the row that names the columns',
          value: pasted,
        }}
        button="Look at the rows"
        errors={errors}
      />
      <Details summary="Where do I get the list?">
        <p>
          In ESR, open “My Compliance” and export it. In a learning system, look for “My training
          record” and “Export”. If you get an Excel file, open it and save it as CSV. If you cannot
          find it, ask your learning team for “my own training record as CSV”.
        </p>
      </Details>
    </OwnLayout>
  )
}
