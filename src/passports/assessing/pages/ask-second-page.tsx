import type { Colleague } from '../../../accounts/model/account.ts'
import { describeRegistration } from '../../../accounts/model/describe-registration.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { type Signing, waitingSignOffs } from '../../model/signing.ts'
import { mayNotWords } from './may-not-words.ts'

interface AskSecondPageProps extends OwnPageProps {
  readonly signing: Signing
  readonly title: string
  /** The reader is the worker; else they signed first. */
  readonly own: boolean
  readonly colleagues: readonly (Colleague & { readonly mayNot: readonly string[] })[]
  /** Whom somebody has asked already, by name. */
  readonly askedNames: readonly string[]
  readonly errors?: readonly FieldFault[] | undefined
}

export function AskSecondPage(props: AskSecondPageProps) {
  const { signing, title, own, colleagues, askedNames, account, demo, errors } = props
  const codes = waitingSignOffs(signing).map(({ code }) => code)
  const heading = 'Ask a second assessor'
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title={heading}
      team={!own}
      back={
        own
          ? { href: paths.passport(signing.level), text: 'My passport' }
          : { href: paths.request(signing.requestId), text: 'What you signed' }
      }
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{title}</span>
        {heading}
      </h1>
      <p>
        {codes.join(', ')} {codes.length === 1 ? 'is' : 'are'} higher-risk. Signed by{' '}
        {own ? signing.shown.assessor.name : 'you'}, and counts once a second colleague confirms it.
      </p>
      {askedNames.length > 0 && <p>Asked already: {askedNames.join(', ')}.</p>}
      {own && (
        <p>
          Did you show a code for this? They can open the same code on their own phone, within the
          hour.
        </p>
      )}
      {colleagues.length === 0 ? (
        <p>
          Nobody else who works at {signing.shown.organisation} may sign this. Tell your manager:
          the rule, or who may sign off, has to change.
        </p>
      ) : (
        <OwnForm action={paths.askSecond(signing.id)} csrfToken={account.csrfToken}>
          <Radios
            name="second"
            fieldset={{ legend: { text: 'Who should confirm it?', size: 'm' } }}
            errorMessage={faultOf(errors, 'second')}
            items={colleagues.map(({ id, name, jobTitle, registration, mayNot }) => ({
              value: id,
              text: name,
              hint: `${jobTitle}. ${describeRegistration(registration)}${mayNotWords(mayNot)}`,
            }))}
          />
          <Button text="Ask them" preventDoubleClick />
        </OwnForm>
      )}
      <p>
        <a href={paths.assessing(signing.organisation)}>Who may sign this off, and why two</a>
      </p>
    </OwnLayout>
  )
}
