import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FileUpload } from '../../ui/file-upload.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import type { SignedIn } from '../../ui/page-header.tsx'
import { PageLayout } from '../../ui/page-layout.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { VerdictLimits, VerdictView, type VerdictViewProps } from './verdict-view.tsx'

export type VerifyField = 'credential' | 'file'

export interface VerifyError {
  readonly field: VerifyField
  readonly message: string
}

export interface VerifyPageProps {
  readonly csrfToken: string
  readonly account?: SignedIn | undefined
  readonly demo: boolean
  readonly pasted?: string | undefined
  readonly errors?: readonly VerifyError[] | undefined
  readonly checked?: Omit<VerdictViewProps, 'headingLevel'> | undefined
}

export function VerifyPage(props: VerifyPageProps) {
  const { account, demo, checked, errors = [] } = props
  return (
    <PageLayout
      title={checked ? 'Result of the check' : 'Check a credential'}
      account={account}
      demo={demo}
      noindex={checked !== undefined}
      errorTitle={errors.length > 0}
    >
      {errors.length > 0 && <ErrorSummary errorList={errors.map(errorLink)} />}
      <h1 class="nhsuk-heading-l">{checked ? 'Result' : 'Check a credential'}</h1>
      <VerdictLimits />
      {checked && <VerdictView {...checked} />}
      {demo && <DemonstrationNote />}
      {checked && <h2 class="nhsuk-heading-m">Check another</h2>}
      <VerifyForm {...props} />
      <p>
        You can also <a href={paths.organisations()}>look an organisation up in the register</a>, or
        read <a href={paths.passportSpecification()}>what a passport is and how it is checked</a>.
      </p>
    </PageLayout>
  )
}

function errorLink({ field, message }: VerifyError) {
  return { text: message, href: `#${field}` }
}

/** A demonstration is at an address that nobody else can reach. */
function DemonstrationNote() {
  return (
    <InsetText text="This demonstration runs on one computer. It can check what it issued itself. Somebody else’s tool will answer “unknown: the issuer could not be reached”, and that is true." />
  )
}

function VerifyForm({ csrfToken, pasted, errors = [] }: VerifyPageProps) {
  const messageFor = (field: VerifyField) => errors.find((error) => error.field === field)?.message
  return (
    <form method="post" action={paths.verify()} enctype="multipart/form-data" novalidate>
      <input type="hidden" name="_csrf" value={csrfToken} />
      <p>
        Paste the credential or choose its file. You get four answers: whether it is unchanged since
        it was signed, whether the issuer is known here, whether it was withdrawn, and whether it is
        in date. Nothing you send is kept.
      </p>
      <Textarea
        name="credential"
        label={{ text: 'Paste the credential', size: 's' }}
        hint="The whole text of the file, from the first { to the last }. Or the link that somebody shared with you, or the text of the large code on a paper passport"
        rows={8}
        spellcheck={false}
        autocomplete="off"
        value={pasted}
        errorMessage={messageFor('credential')}
      />
      <FileUpload
        name="file"
        label={{ text: 'Or choose a file', size: 's' }}
        hint="A .json file of up to 1 MB"
        errorMessage={messageFor('file')}
      />
      <Button text="Check" />
    </form>
  )
}
