import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import { DoneBanner, type FieldFault, faultOf, OwnForm } from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { isOpenDraft } from '../../authoring/model/draft.ts'
import type { AskEntered } from '../model/review-entered.ts'
import type { DraftMember, OpenInvitation } from '../people-store.ts'
import { nameOf } from '../read-draft-view.ts'
import { DraftLayout, type DraftPageProps } from './draft-layout.tsx'

interface PeoplePageProps extends DraftPageProps {
  readonly invitations: readonly OpenInvitation[]
  readonly entered: AskEntered
  readonly errors?: readonly FieldFault[] | undefined
  readonly done?: string | undefined
}

const doneWords: Readonly<Record<string, string>> = {
  asked: 'We sent a letter to that address.',
  'taken-back': 'You took your question back. The letter leads nowhere now.',
  ended: 'They do not work on this draft any more.',
  joined: 'You work on this draft now.',
}

const roleNames = {
  steward: 'Steward: writes, reviews, approves and publishes',
  editor: 'Editor: writes and comments',
  reviewer: 'Reviewer: reads, comments and says whether it is ready',
} as const

export function PeoplePage(props: PeoplePageProps) {
  const { view, errors, done = '' } = props
  const words = doneWords[done]
  const open = isOpenDraft(view.draft)
  return (
    <DraftLayout {...props} heading="People" current="people" errors={errors}>
      {words && (
        <DoneBanner title="Done" words={words}>
          {done === 'asked' && (
            <p>
              If somebody has an account with it, they can say yes. We do not tell you whether they
              have one.
            </p>
          )}
        </DoneBanner>
      )}
      <h2 class="nhsuk-heading-m">Who works on it</h2>
      <ul class="nhsuk-list lanyard-waiting-list">
        {view.members.map((member) => (
          <Member key={`${member.role} ${member.personId}`} {...{ ...props, member }} />
        ))}
      </ul>
      {view.may.steward && open && (
        <>
          <Asked {...props} />
          <Ask {...props} />
        </>
      )}
    </DraftLayout>
  )
}

function Member(props: PeoplePageProps & { readonly member: DraftMember }) {
  const { view, account, member } = props
  const { personId, role } = member
  const isSelf = personId === view.personId
  const name = nameOf(view, personId)
  return (
    <li>
      <p>
        <strong>{name}</strong>
        {isSelf && ' (you)'}
        <br />
        {roleNames[role]}
      </p>
      {role !== 'steward' && (isSelf || view.may.steward) && (
        <OwnForm
          action={paths.endDraftPerson(view.draft.id, personId)}
          csrfToken={account.csrfToken}
        >
          <Button variant="secondary" small preventDoubleClick>
            {isSelf ? 'Leave this draft' : 'End their work on it'}
            {!isSelf && <span class="nhsuk-u-visually-hidden">: {name}</span>}
          </Button>
        </OwnForm>
      )}
    </li>
  )
}

function Asked({ view, account, invitations }: PeoplePageProps) {
  if (invitations.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Asked, and not answered yet</h2>
      <p>We keep no address, so each stands here by its day alone. It ends after 30 days.</p>
      <ul class="nhsuk-list lanyard-waiting-list">
        {invitations.map(({ id, role, askedBy, askedAt }) => (
          <li key={id}>
            <p>
              {role === 'editor' ? 'An editor' : 'A reviewer'}, asked by {nameOf(view, askedBy)} on{' '}
              {plainDate(askedAt)}
            </p>
            <OwnForm
              action={paths.takeBackDraftInvitation(view.draft.id, id)}
              csrfToken={account.csrfToken}
            >
              <Button variant="secondary" small preventDoubleClick>
                Take it back
                <span class="nhsuk-u-visually-hidden">
                  : {role} asked on {plainDate(askedAt)}
                </span>
              </Button>
            </OwnForm>
          </li>
        ))}
      </ul>
    </>
  )
}

function Ask({ view, account, entered, errors }: PeoplePageProps) {
  return (
    <OwnForm action={paths.askForDraft(view.draft.id)} csrfToken={account.csrfToken}>
      <h2 class="nhsuk-heading-m">Ask somebody</h2>
      <p>
        They get a letter and can say yes or no. Whoever joins sees the whole draft, its comments
        and the names of those who work on it.
      </p>
      <Input
        name="email"
        id="email"
        type="email"
        label={{ text: 'Their e-mail address', size: 's' }}
        autocomplete="off"
        errorMessage={faultOf(errors, 'email')}
        value={entered.email}
        width={20}
      />
      <Radios
        name="role"
        idPrefix="role"
        fieldset={{ legend: { text: 'What are they to do?', size: 's' } }}
        errorMessage={faultOf(errors, 'role')}
        value={entered.role}
        items={[
          { value: 'editor', text: 'Write', hint: 'They can change everything in the draft.' },
          { value: 'reviewer', text: 'Review', hint: 'They read, comment and say if it is ready.' },
        ]}
      />
      <Button text="Send the letter" preventDoubleClick />
    </OwnForm>
  )
}
