import type { Finding } from '../../../finding.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { CharacterCount } from '../../../ui/character-count.tsx'
import { FileUpload } from '../../../ui/file-upload.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import type { GoodEvidence } from '../model/good-evidence.ts'
import { notePrompts } from '../model/note-prompts.ts'
import { GoodEvidenceView } from './good-evidence-view.tsx'

interface AddEvidencePageProps extends OwnPageProps {
  readonly what: 'file' | 'note'
  /** The id of an entry, or the code of a statement. */
  readonly about: string
  readonly title: string
  readonly good: readonly GoodEvidence[]
  /** Whether files are scanned for viruses here. */
  readonly scanned: boolean
  /** A new id with every form, so that one posted twice keeps one. */
  readonly id: string
  readonly entered: {
    readonly texts: Readonly<Record<string, string>>
    readonly findings: readonly Finding[]
  }
  readonly errors?: readonly FieldFault[] | undefined
}

export function AddEvidencePage(props: AddEvidencePageProps) {
  const { account, demo, errors, what, about } = props
  const title = what === 'file' ? 'Add a photo or a PDF' : 'Write a note'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{ href: paths.evidenceFor(about), text: 'Back' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        <strong>For:</strong> {props.title}
      </p>
      <GoodEvidenceView good={props.good} />
      {what === 'file' ? <FileForm {...props} /> : <NoteForm {...props} />}
    </OwnLayout>
  )
}

function FileForm({ account, about, id, entered, errors, scanned }: AddEvidencePageProps) {
  return (
    <form
      method="post"
      action={paths.addEvidence(about, 'file')}
      enctype="multipart/form-data"
      novalidate
    >
      <input type="hidden" name="_csrf" value={account.csrfToken} />
      <input type="hidden" name="id" value={id} />
      <p>
        Check the picture first. There must be no patient in it, nobody you support, and nothing
        that names them, such as a board or a letter.
      </p>
      <Input
        id="words"
        name="words"
        label={{ text: 'What does it show?', size: 'm' }}
        hint="For example, my moving and handling certificate."
        value={entered.texts.words}
        errorMessage={faultOf(errors, 'words')}
      />
      <ConfirmNoPatient findings={entered.findings} />
      <FileUpload
        id="file"
        name="file"
        label={{ text: 'Photo or PDF', size: 'm' }}
        hint="JPEG, PNG or PDF, up to 8 MB."
        errorMessage={faultOf(errors, 'file')}
        attributes={{ accept: 'image/jpeg,image/png,application/pdf' }}
      />
      <p>
        We make a new copy of the file and keep only that. Where and when a photo was taken is left
        out.{' '}
        {scanned
          ? 'It is scanned for viruses.'
          : 'It is not scanned for viruses here, so nobody but you can open it.'}
      </p>
      <Button text="Add it" />
    </form>
  )
}

function NoteForm({ account, about, id, entered, errors }: AddEvidencePageProps) {
  return (
    <OwnForm action={paths.addEvidence(about, 'note')} csrfToken={account.csrfToken}>
      <input type="hidden" name="id" value={id} />
      <p>Answer one, two or all three. A sentence or two is enough. {noPatients}</p>
      {notePrompts.map(({ field, label, hint }) => (
        <CharacterCount
          key={field}
          id={field}
          name={field}
          label={{ text: label, size: 's' }}
          hint={hint}
          maxlength={600}
          rows={4}
          value={entered.texts[field]}
          errorMessage={faultOf(errors, field)}
        />
      ))}
      <ConfirmNoPatient findings={entered.findings} />
      <Button text="Save" />
    </OwnForm>
  )
}
