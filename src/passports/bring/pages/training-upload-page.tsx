import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { FileUpload } from '../../../ui/file-upload.tsx'
import { type FieldFault, faultOf, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'

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
      <form method="post" action={paths.bringFile()} encType="multipart/form-data" novalidate>
        <input type="hidden" name="_csrf" value={account.csrfToken} />
        <FileUpload
          name="file"
          label={{ text: 'CSV file', size: 's' }}
          hint="Up to 1 MB"
          errorMessage={faultOf(errors, 'file')}
          attributes={{ accept: '.csv,.txt,text/csv,text/plain' }}
        />
        <Textarea
          name="pasted"
          label={{ text: 'Or paste the rows, with the row that names the columns', size: 's' }}
          errorMessage={faultOf(errors, 'pasted')}
          rows={4}
          value={pasted}
          spellcheck={false}
          autocomplete="off"
        />
        <Button text="Look at the rows" preventDoubleClick />
      </form>
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
