/** A private reflection: what it is, who can never open it and who could order it, said in one place. */
import type { Finding } from '../../../finding.ts'
import { Details } from '../../../ui/details.tsx'
import { ConfirmNoPatient, type FieldFault, faultOf, noPatients } from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'

interface PrivateNoteProps {
  readonly note: string
  readonly errors?: readonly FieldFault[] | undefined
  readonly findings?: readonly Finding[] | undefined
}

export function PrivateNote({ note, errors, findings = [] }: PrivateNoteProps) {
  return (
    <>
      <Textarea
        name="note"
        label={{ text: 'Private note (you can leave this empty)', size: 's' }}
        hint={`Closed to your employer, your manager and your assessor. A court can order it to be shown. ${noPatients}`}
        errorMessage={faultOf(errors, 'note')}
        rows={4}
        value={note}
        autocomplete="off"
      />
      <ConfirmNoPatient findings={findings} />
      <Details summary="How private is a private note?">
        <p>
          Only you can open it here. It is never part of a sign-off, a credential or a link, and you
          can close your account to erase it.
        </p>
        <p>
          A court can order notes to be shown, for example after somebody came to harm. That is so
          for every note, on paper too. So write about what you did and learned, and never about who
          a patient is.
        </p>
      </Details>
    </>
  )
}
