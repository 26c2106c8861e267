import { SharedComputerChoice } from '../../../accounts/sign-in/pages/sign-in-page.tsx'
import { SignedOutLayout } from '../../../accounts/sign-in/pages/signed-out-layout.tsx'
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import { type FieldFault, faultOf, OwnForm } from '../../../ui/own-layout.tsx'
import type { SignedIn } from '../../../ui/page-header.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { permissionWords } from '../../memberships/model/permission-words.ts'
import type { Offer } from '../joining-store.ts'
import type { JoinEntered } from '../model/entered.ts'

/** Whoever looks may be signed in already, or not. */
interface JoinerProps {
  readonly demo: boolean
  readonly csrfToken: string
  readonly account?: SignedIn | undefined
}

interface EnterCodePageProps extends JoinerProps {
  readonly entered?: string | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function EnterCodePage({ demo, csrfToken, account, entered, errors }: EnterCodePageProps) {
  const title = 'Join with a printed code'
  return (
    <SignedOutLayout {...{ demo, errors, title, account }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>Did somebody at work give you a page with a code? Type the code here.</p>
      <p>You see what it is for before anything happens. You need no e-mail address.</p>
      <OwnForm action={paths.join()} csrfToken={csrfToken}>
        <Input
          name="join-code"
          label={{ text: 'Code from your page', size: 's' }}
          hint="16 letters and numbers, like 7K2M-9QXT-4HDW-R3VB. Capitals and hyphens do not matter."
          errorMessage={faultOf(errors, 'join-code')}
          value={entered}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          width={20}
          code
          large
        />
        <Button text="Continue" />
      </OwnForm>
      <p>
        Did you get an e-mail instead? Open the link in it. Do you have an account?{' '}
        <a href={paths.signIn()}>Sign in</a>.
      </p>
    </SignedOutLayout>
  )
}

interface OfferPageProps extends JoinerProps {
  readonly offer: Offer
  readonly entered: JoinEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function OfferPage(props: OfferPageProps) {
  const { offer, demo, errors, account } = props
  const { organisationName } = offer
  return (
    <SignedOutLayout {...{ demo, errors, account }} title={`Join ${organisationName}?`}>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">You are invited</span>
        Join {organisationName}?
      </h1>
      <SummaryList rows={rowsOf(offer)} />
      <WhatTheySee offer={offer} />
      {account === undefined ? <ForNewcomer {...props} /> : <ForMember {...props} />}
      <Decline {...props} />
    </SignedOutLayout>
  )
}

function rowsOf(offer: Offer) {
  const { name, jobTitle, startsOn, permissions, organisation, organisationName, verified } = offer
  const may = permissions.map((permission) => permissionWords[permission].label).join(', ')
  return [
    ...(name === undefined ? [] : [{ key: 'For', value: name }]),
    {
      key: 'Organisation',
      value: (
        <>
          <a href={paths.organisation(organisation)}>{organisationName}</a>
          <br />
          {verified
            ? 'We have checked who it is.'
            : 'We have not checked who it is. Ask if you are not sure.'}
        </>
      ),
    },
    { key: 'Your job there', value: jobTitle },
    { key: 'First day', value: dayInWords(startsOn) },
    ...(may === '' ? [] : [{ key: 'You may', value: may }]),
  ]
}

function WhatTheySee({ offer }: { readonly offer: Offer }) {
  return (
    <>
      <h2 class="nhsuk-heading-m">What {offer.organisationName} will see</h2>
      <ul>
        <li>your name, as you write it</li>
        <li>your job there, your team and what you may do there</li>
        <li>whether and how it checked who you are</li>
        <li>a professional registration, if you record one</li>
        <li>what you ask a colleague there to sign off</li>
      </ul>
      <h2 class="nhsuk-heading-m">What it will not see</h2>
      <ul>
        <li>your own answers and notes, or any other sign-off in your passport</li>
        <li>where else you work, or worked</li>
        <li>your own e-mail address, and how you sign in</li>
        <li>what you tell us for equality monitoring</li>
      </ul>
      <p>
        The account is yours and not your employer’s. You keep it when you leave, and you can leave
        at any time.
      </p>
    </>
  )
}

function ForMember({ offer, account, csrfToken }: OfferPageProps) {
  return (
    <>
      <p>
        You are signed in as <strong>{account?.name}</strong>. This job is added to your account.
        Your passport stays as it is.
      </p>
      <OwnForm action={paths.joinAccept()} csrfToken={csrfToken}>
        <Button text={`Yes, join ${offer.organisationName}`} preventDoubleClick />
      </OwnForm>
      <p>Are you somebody else? Sign out first, at the top of the page.</p>
    </>
  )
}

function ForNewcomer(props: OfferPageProps) {
  if (props.offer.hasAccount) {
    return (
      <>
        <p>
          <strong>You have an account already</strong> with the e-mail address that this invitation
          went to. Sign in, and you come back to this page.
        </p>
        <Button text="Sign in" href={paths.signIn(paths.joinOffer())} />
      </>
    )
  }
  return (
    <>
      <h2 class="nhsuk-heading-m">Do you have an account already?</h2>
      <p>
        For example from another job. Then <a href={paths.signIn(paths.joinOffer())}>sign in</a>,
        and this job is added to it.
      </p>
      <h2 class="nhsuk-heading-m">Are you new here?</h2>
      <NewAccount {...props} />
    </>
  )
}

function NewAccount({ offer, csrfToken, entered, errors }: OfferPageProps) {
  return (
    <OwnForm action={paths.joinAccept()} csrfToken={csrfToken}>
      <Input
        name="name"
        label={{ text: 'Your name, as you want it', size: 's' }}
        hint="It stands on your sign-offs. Use the name you are known by at work."
        errorMessage={faultOf(errors, 'name')}
        value={entered.name}
        autocomplete="name"
        spellcheck={false}
      />
      {offer.email !== undefined && (
        <Radios
          name="kind"
          fieldset={{ legend: { text: `Whose e-mail address is ${offer.email}?`, size: 's' } }}
          hint="You can sign in with it from now on."
          errorMessage={faultOf(errors, 'kind')}
          value={entered.kind}
          items={[
            { value: 'personal', text: 'My own, which I keep when I change job' },
            { value: 'work', text: 'From my work' },
          ]}
        />
      )}
      <SharedComputerChoice chosen={entered.shared} />
      <Button text={`Yes, join ${offer.organisationName}`} preventDoubleClick />
    </OwnForm>
  )
}

function Decline({ csrfToken }: OfferPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Do you not want to join?</h2>
      <p>They are told that you said no, and nothing else. You can also do nothing.</p>
      <OwnForm action={paths.joinDecline()} csrfToken={csrfToken}>
        <Button text="No, do not join" variant="secondary" />
      </OwnForm>
    </>
  )
}

interface OverPageProps {
  readonly demo: boolean
  readonly account?: SignedIn | undefined
  readonly offer: Offer | undefined
}

/** What was asked for is over, or was never there. */
export function OfferOverPage({ demo, account, offer }: OverPageProps) {
  const { title, words } = overWords(offer)
  return (
    <SignedOutLayout {...{ demo, title, account }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>{words}</p>
      <p>
        Have you joined before? <a href={paths.passport()}>Go to your passport</a>. Do you have a
        page with a code? <a href={paths.join()}>Type it here</a>.
      </p>
    </SignedOutLayout>
  )
}

function overWords(offer: Offer | undefined): { readonly title: string; readonly words: string } {
  switch (offer?.state) {
    case 'accepted':
      return {
        title: 'This invitation was used',
        words:
          'Somebody has joined with it. If it was not you, tell your manager at once: they can end it.',
      }
    case 'declined':
      return {
        title: 'You said no',
        words: `${offer.organisationName} is told, and sees nothing of you. If you change your mind, ask your manager for another invitation.`,
      }
    case 'expired':
      return {
        title: 'This invitation has run out',
        words: `It worked until ${plainDate(offer.expiresAt)}. Ask your manager for another one.`,
      }
    default:
      return {
        title: 'This invitation does not work',
        words:
          'It was taken back, or there is a newer one: look for the latest letter or page. Otherwise ask your manager for another one.',
      }
  }
}

interface WelcomePageProps {
  readonly demo: boolean
  readonly account: SignedIn
}

export function WelcomePage({ demo, account }: WelcomePageProps) {
  return (
    <SignedOutLayout {...{ demo, account }} title="You have joined">
      <h1 class="nhsuk-heading-l">You have joined</h1>
      <p>Welcome, {account.name}. What you can do now:</p>
      <ul>
        <li>
          <a href={paths.passport()}>Open your passport</a> and say where you stand. Nobody sees
          your answers unless you ask a colleague to sign off.
        </li>
        <li>
          <a href={paths.ownJobs()}>See where you work</a>, and what each employer sees.
        </li>
        <li>
          <a href={paths.account()}>See how you sign in</a>, and add another way.
        </li>
      </ul>
    </SignedOutLayout>
  )
}
