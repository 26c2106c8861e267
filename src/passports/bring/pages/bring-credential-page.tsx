import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/details.tsx'
import { FileOrText } from '../../../ui/file-or-text.tsx'
import { type FieldFault, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'

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
      <FileOrText
        action={paths.bringCredential()}
        csrfToken={account.csrfToken}
        file={{
          label: 'The badge’s file',
          hint: 'A .json, .png, .svg, .jwt or .pdf file of up to 1 MB',
          accept: '.json,.jsonld,.png,.svg,.jwt,.txt,.pdf',
        }}
        text={{ name: 'pasted', label: 'Or paste its text', value: pasted }}
        button="Check and keep it"
        errors={errors}
      />
      <Details summary="Where do I find the file?">
        <p>
          Sign in where you got the badge. Look for “Download” or “Export”. If you can choose, take
          “Open Badges 3.0” or “JSON”. A photo or a screenshot of a badge holds nothing to check.
        </p>
      </Details>
    </OwnLayout>
  )
}
