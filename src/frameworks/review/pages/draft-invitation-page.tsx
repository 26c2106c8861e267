import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { OwnInvitation } from '../people-store.ts'

interface DraftInvitationPageProps extends OwnPageProps {
  readonly id: string
  readonly invitation: OwnInvitation
}

export function DraftInvitationPage({ account, demo, id, invitation }: DraftInvitationPageProps) {
  const { slug, version, role, organisation, askedBy } = invitation
  const writes = role === 'editor'
  const title = writes ? 'Will you help to write a draft?' : 'Will you review a draft?'
  return (
    <OwnLayout {...{ account, demo, title }} notInMenu>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        {askedBy} of {organisation} asks you to {writes ? 'write in' : 'review'} the draft{' '}
        <strong>
          {slug}, {version}
        </strong>
        .
      </p>
      <p>
        If you say yes, those who work on it see your name, your comments
        {writes ? ' and what you change' : ' and your answers'}. You can leave at any time.
      </p>
      <OwnForm action={paths.draftInvitation(id)} csrfToken={account.csrfToken}>
        <Button name="answer" value="joined" text="Yes, I will" preventDoubleClick />{' '}
        <Button name="answer" value="declined" variant="secondary" text="No, thank you" />
      </OwnForm>
    </OwnLayout>
  )
}
