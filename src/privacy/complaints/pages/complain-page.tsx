import type { Finding } from '../../../finding.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { Regulator } from '../../purposes/model/purpose.ts'
import type { ReplyBy } from '../model/complaint.ts'
import { ComplaintLayout, type VisitorProps } from './complaint-layout.tsx'
import { RegulatorWords } from './regulator-words.tsx'

export interface ComplainPageProps extends VisitorProps {
  readonly employers: readonly { readonly slug: string; readonly name: string }[]
  readonly replyWays: readonly ReplyBy[]
  readonly regulator: Regulator
  readonly entered: {
    readonly id: string
    readonly about: string
    readonly named: string
    readonly name: string
    readonly what: string
    readonly right: string
    readonly reply: string
    readonly email: string
    readonly address: string
    readonly findings: readonly Finding[]
  }
  readonly errors?: readonly FieldFault[] | undefined
}

export function ComplainPage(props: ComplainPageProps) {
  const { account, csrfToken, demo, errors, entered } = props
  const title = 'Complain about how your information is used'
  return (
    <ComplaintLayout
      {...{ account, csrfToken, demo, errors, title }}
      back={{ href: paths.privacy(), text: 'How your information is used' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Use this if you think that your personal information is used, kept or shown in a way that is
        not right.
      </p>
      <p>
        You get a reference at once. Within 30 days somebody confirms that they are looking into it.
        Then they tell you what came of it, as soon as they can.
      </p>
      <p>
        {account === undefined ? (
          <>
            You do not need an account.{' '}
            <a href={paths.followComplaint()}>See where a complaint stands</a> that you sent before.
          </>
        ) : (
          <a href={paths.complaints()}>See complaints that you sent before</a>
        )}
      </p>
      <OwnForm action={paths.complain()} csrfToken={csrfToken}>
        <input type="hidden" name="id" value={entered.id} />
        <About {...props} />
        <Textarea
          name="what"
          label={{ text: 'What happened?', size: 'm' }}
          hint={`Say what, where and when, as far as you know. ${noPatients}`}
          errorMessage={faultOf(errors, 'what')}
          rows={6}
          value={entered.what}
        />
        <Textarea
          name="right"
          label={{ text: 'What would put it right?', size: 'm' }}
          errorMessage={faultOf(errors, 'right')}
          rows={3}
          value={entered.right}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <Input
          name="name"
          label={{ text: 'Your name', size: 'm' }}
          errorMessage={faultOf(errors, 'name')}
          value={entered.name}
          autocomplete="name"
        />
        <Reply {...props} />
        <Button text="Send my complaint" />
      </OwnForm>
      <RegulatorWords regulator={props.regulator} />
    </ComplaintLayout>
  )
}

function About({ employers, entered, errors }: ComplainPageProps) {
  const other = employers.length > 0 ? 'Another organisation' : 'An organisation that uses it'
  return (
    <>
      <Radios
        name="about"
        fieldset={{ legend: { text: 'Who is it about?', size: 'm' } }}
        errorMessage={faultOf(errors, 'about')}
        value={entered.about}
        items={[
          ...employers.map(({ slug, name }) => ({ value: slug, text: name })),
          { value: 'service', text: 'Lanyard, this service' },
          { value: 'other', text: other },
        ]}
      />
      <Input
        name="named"
        label={{ text: 'Name of the organisation', size: 's' }}
        hint={`Only if you chose “${other}”.`}
        errorMessage={faultOf(errors, 'named')}
        value={entered.named}
      />
    </>
  )
}

const replies: Readonly<Record<ReplyBy, { readonly text: string; readonly hint?: string }>> = {
  email: { text: 'By e-mail' },
  post: { text: 'By post' },
  here: { text: 'Only here, in Lanyard', hint: 'We write to nobody. You sign in and read it.' },
}

/** Fields that show and hide with a radio would need an attribute that radios must not have. */
function Reply({ replyWays, entered, errors }: ComplainPageProps) {
  return (
    <>
      <Radios
        name="reply"
        fieldset={{ legend: { text: 'How should we answer you?', size: 'm' } }}
        errorMessage={faultOf(errors, 'reply')}
        value={entered.reply}
        items={replyWays.map((way) => ({ value: way, ...replies[way] }))}
      />
      <Input
        name="email"
        type="email"
        label={{ text: 'E-mail address', size: 's' }}
        hint="Only for an answer by e-mail."
        errorMessage={faultOf(errors, 'email')}
        value={entered.email}
        autocomplete="email"
        spellcheck={false}
      />
      <Textarea
        name="address"
        label={{ text: 'Postal address', size: 's' }}
        hint="Only for an answer by post."
        errorMessage={faultOf(errors, 'address')}
        rows={4}
        value={entered.address}
        autocomplete="street-address"
      />
    </>
  )
}
