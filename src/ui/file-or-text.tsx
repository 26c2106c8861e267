/** A form that takes a file, or its text pasted: a phone often has the one and not the other. */
import { Button } from './button.tsx'
import { FileUpload } from './file-upload.tsx'
import { type FieldFault, faultOf } from './own-layout.tsx'
import { Textarea } from './textarea.tsx'

interface FileOrTextProps {
  readonly action: string
  readonly csrfToken: string
  readonly file: { readonly label: string; readonly hint?: string; readonly accept: string }
  readonly text: { readonly name: string; readonly label: string; readonly value: string }
  readonly button: string
  readonly errors?: readonly FieldFault[] | undefined
}

export function FileOrText({ action, csrfToken, file, text, button, errors }: FileOrTextProps) {
  return (
    <form method="post" action={action} encType="multipart/form-data" novalidate>
      <input type="hidden" name="_csrf" value={csrfToken} />
      <FileUpload
        name="file"
        label={{ text: file.label, size: 's' }}
        hint={file.hint}
        errorMessage={faultOf(errors, 'file')}
        attributes={{ accept: file.accept }}
      />
      <Textarea
        name={text.name}
        label={{ text: text.label, size: 's' }}
        errorMessage={faultOf(errors, text.name)}
        rows={4}
        value={text.value}
        spellcheck={false}
        autocomplete="off"
      />
      <Button text={button} preventDoubleClick />
    </form>
  )
}

/** What spreadsheets and learning systems save. */
export const csvFile = '.csv,.txt,text/csv,text/plain'
