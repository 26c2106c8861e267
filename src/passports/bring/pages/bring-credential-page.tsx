import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { FileUpload } from '../../../ui/file-upload.tsx'
import { type FieldFault, faultOf, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'

interface BringCredentialPageProps extends OwnPageProps {
  readonly pasted: string
  readonly errors?: readonly FieldFault[] | undefined
}

export function BringCredentialPage(props: BringCredentialPageProps) {
  const { pasted, errors, account, demo } = props
  const title = 'Bring a badge or a credential'
  return (
    <OwnLayout
      {...{ account, demo, title, errors }}
      back={{ href: paths.bring(), text: 'Bring what you have' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Choose the file that you downloaded or were sent. We check who gave it, whether it was
        changed or withdrawn, and whether it is yours. Then we keep it exactly as it is.
      </p>
      <form method="post" action={paths.bringCredential()} encType="multipart/form-data" novalidate>
        <input type="hidden" name="_csrf" value={account.csrfToken} />
        <FileUpload
          name="file"
          label={{ text: 'The badge’s file', size: 's' }}
          hint="A .json, .png, .svg, .jwt or .pdf file of up to 1 MB"
          errorMessage={faultOf(errors, 'file')}
          attributes={{ accept: '.json,.jsonld,.png,.svg,.jwt,.txt,.pdf' }}
        />
        <Textarea
          name="pasted"
          label={{ text: 'Or paste its text', size: 's' }}
          errorMessage={faultOf(errors, 'pasted')}
          rows={4}
          value={pasted}
          spellcheck={false}
          autocomplete="off"
        />
        <Button text="Check and keep it" preventDoubleClick />
      </form>
      <Details summary="Where do I find the file?">
        <p>
          Sign in where you got the badge. Look for “Download” or “Export”. If you can choose, take
          “Open Badges 3.0” or “JSON”. A photo or a screenshot of a badge holds nothing to check.
        </p>
      </Details>
    </OwnLayout>
  )
}
