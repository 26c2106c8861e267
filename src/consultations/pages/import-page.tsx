import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FileUpload } from '../../ui/file-upload.tsx'
import { Input } from '../../ui/input.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import type { SignedIn } from '../../ui/page-header.tsx'
import { PageLayout } from '../../ui/page-layout.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import type { Questionnaire } from '../model/questionnaire.ts'

type ImportField = 'respondent' | 'text' | 'file'

export interface ImportError {
  readonly field: ImportField
  readonly message: string
}

/** What was typed, to be shown again. */
export interface ImportEntered {
  readonly respondent: string
  readonly text: string
}

export interface ImportPageProps {
  readonly questionnaire: Questionnaire
  readonly account: SignedIn
  readonly demo: boolean
  readonly entered?: ImportEntered | undefined
  readonly errors?: readonly ImportError[] | undefined
  /** The response that is there already. */
  readonly already?: { readonly message: string; readonly href: string } | undefined
}

export function ImportPage(props: ImportPageProps) {
  const { questionnaire, account, demo, errors = [], already } = props
  const { slug, title } = questionnaire
  return (
    <PageLayout
      title="Import a response"
      current="consultation"
      breadcrumbs={[
        { href: paths.home(), text: 'Home' },
        { href: paths.consultations(), text: 'Consultations' },
        { href: paths.consultation(slug), text: title },
      ]}
      account={account}
      demo={demo}
      noindex
      errorTitle={errors.length > 0 || already !== undefined}
    >
      {errors.length > 0 && (
        <ErrorSummary
          errorList={errors.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
        />
      )}
      {already && (
        <ErrorSummary
          description={already.message}
          errorList={[{ text: 'Read the response that is there', href: already.href }]}
        />
      )}
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">{title}</span>
        Import a response
      </h1>
      <p>
        A response as plain text, in which each answer stands under a line such as “Question 6” or
        “Q.8”. Every line is kept as it was sent. What the text has lost, such as ticks, is not
        guessed.
      </p>
      <InsetText text="Only people who decide on consultations will see it. Leave out anything that could tell who a patient is." />
      <ImportFields {...props} />
    </PageLayout>
  )
}

function ImportFields({ questionnaire, account, entered, errors = [] }: ImportPageProps) {
  const messageFor = (field: ImportField) => errors.find((error) => error.field === field)?.message
  return (
    <form
      method="post"
      action={paths.consultationImport(questionnaire.slug)}
      enctype="multipart/form-data"
      novalidate
    >
      <input type="hidden" name="_csrf" value={account.csrfToken} />
      <Input
        name="respondent"
        label={{ text: 'Who sent it?', size: 's' }}
        hint="The name of a body, or of a person who agreed to be named"
        autocomplete="off"
        value={entered?.respondent}
        errorMessage={messageFor('respondent')}
      />
      <FileUpload
        name="file"
        label={{ text: 'Choose a file', size: 's' }}
        hint="Plain text in UTF-8, up to 1 MB"
        errorMessage={messageFor('file')}
      />
      <Textarea
        name="text"
        label={{ text: 'Or paste the response', size: 's' }}
        rows={12}
        spellcheck={false}
        autocomplete="off"
        value={entered?.text}
        errorMessage={messageFor('text')}
      />
      <Button text="Import" />
    </form>
  )
}
