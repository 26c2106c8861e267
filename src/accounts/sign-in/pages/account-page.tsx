import type { ComponentChildren } from 'preact'
import { dayInWords, plainDate, plainTime } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { EmailAddress } from '../model/email-address.ts'
import { codesOnSheet, type RecoverySheet } from '../model/recovery-sheet.ts'
import type { SignedInDevice } from '../model/session.ts'
import { accountLinks } from './account-links.ts'

export const accountChanges = {
  'address-added': 'Your e-mail address is added. You can sign in with it now.',
  'address-removed': 'The e-mail address is removed.',
  'passkey-added': 'Your passkey is added. You can sign in with it now.',
  'passkey-renamed': 'Your passkey has its new name.',
  'passkey-removed': 'The passkey is removed. You can also delete it from your device.',
  linked: 'The account is linked. You can sign in with it now.',
  unlinked: 'The account is no longer linked.',
  'sheet-made': 'Your recovery sheet is ready to use.',
  'session-ended': 'That device is signed out.',
  'others-ended': 'All other devices are signed out.',
  'account-kept': 'Your account stays. Nothing is erased.',
} as const

interface AccountPageProps extends OwnPageProps {
  readonly done?: keyof typeof accountChanges | undefined
  readonly addresses: readonly EmailAddress[]
  /** ISO date. */
  readonly today: string
  readonly sheet?: RecoverySheet | undefined
  readonly sessions: readonly SignedInDevice[]
  /** Ways that are equal in rank to an e-mail address. */
  readonly otherWays?: ComponentChildren
  /** The session that looks at the page. */
  readonly current: string | undefined
}

export function AccountPage(props: AccountPageProps) {
  const { account, demo, done } = props
  return (
    <OwnLayout {...{ account, demo }} title="Your account" notInMenu>
      {done !== undefined && <DoneBanner title="Done" words={accountChanges[done]} />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{account.name}</span>
        Your account
      </h1>
      <p>
        This account is yours, not your employer’s. It stays with you when you change job or work in
        more than one place.
      </p>
      <Addresses {...props} />
      {props.otherWays}
      <Sheet {...props} />
      <Devices {...props} />
      <Elsewhere />
    </OwnLayout>
  )
}

function Addresses({ addresses, today }: AccountPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Your e-mail addresses</h2>
      {addresses.length === 0 && <p>None yet. With one you can sign in without a code on paper.</p>}
      {addresses.length > 0 && (
        <SummaryList
          rows={addresses.map((known) => ({
            key: known.kind === 'work' ? 'Work' : 'Personal',
            value: <AddressValue known={known} today={today} />,
            actions: [
              {
                href: paths.removeAddress(known.id),
                text: 'Remove',
                visuallyHiddenText: known.address,
              },
            ],
          }))}
        />
      )}
      <Button href={paths.addAddress()} text="Add an e-mail address" variant="secondary" />
    </>
  )
}

function AddressValue({ known, today }: { readonly known: EmailAddress; readonly today: string }) {
  const { address, endsOn } = known
  return (
    <>
      <span class="lanyard-breaks">{address}</span>
      {endsOn !== undefined && (
        <>
          <br />
          {endsOn < today
            ? `Ended on ${dayInWords(endsOn)}. It does not sign you in any more.`
            : `Yours until ${dayInWords(endsOn)}`}
        </>
      )}
    </>
  )
}

function Sheet({ sheet }: AccountPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Your recovery sheet</h2>
      <p>
        A sheet of {codesOnSheet} codes on paper. If you lose your e-mail or your phone, a code from
        it gets you back in.
      </p>
      {sheet !== undefined && (
        <p>
          You made one on {plainDate(sheet.madeAt)}. It has {codesLeft(sheet.left)} left.
        </p>
      )}
      <Button
        href={paths.recoverySheet()}
        text={sheet === undefined ? 'Make a recovery sheet' : 'Make a new sheet'}
        variant="secondary"
      />
    </>
  )
}

function codesLeft(left: number): string {
  if (left === 0) return 'no codes'
  return left === 1 ? '1 code' : `${left} codes`
}

function Devices({ sessions, current, account }: AccountPageProps) {
  const others = sessions.filter(({ id }) => id !== current)
  return (
    <>
      <h2 class="nhsuk-heading-m">Where you are signed in</h2>
      <ul class="nhsuk-list">
        {sessions.map((session) => (
          <Device key={session.id} {...{ session, current, account }} />
        ))}
      </ul>
      {others.length === 0 ? (
        <p>You are signed in nowhere else.</p>
      ) : (
        <>
          <p>If you do not know one of these, sign it out.</p>
          <OwnForm action={paths.endOtherSessions()} csrfToken={account.csrfToken}>
            <Button text="Sign out everywhere else" variant="secondary" />
          </OwnForm>
        </>
      )}
    </>
  )
}

function Device({
  session,
  current,
  account,
}: Pick<AccountPageProps, 'current' | 'account'> & { readonly session: SignedInDevice }) {
  const { id, device, startedAt, seenAt, sharedComputer } = session
  const since = `${plainTime(startedAt)} on ${plainDate(startedAt)}`
  return (
    <li class="lanyard-waiting">
      <p>
        <strong>
          {device}
          {id === current && ' (this device)'}
        </strong>
        <br />
        Signed in at {since}
        {id !== current && `, last used at ${plainTime(seenAt)} on ${plainDate(seenAt)}`}
        {sharedComputer && <br />}
        {sharedComputer && 'A shared computer'}
      </p>
      {id !== current && (
        <OwnForm action={paths.endSession(id)} csrfToken={account.csrfToken}>
          <Button variant="secondary" small>
            Sign out
            <span class="nhsuk-u-visually-hidden">
              {' '}
              {device}, signed in at {since}
            </span>
          </Button>
        </OwnForm>
      )}
    </li>
  )
}

function Elsewhere() {
  return (
    <>
      <h2 class="nhsuk-heading-m">Your record</h2>
      <ul class="nhsuk-list">
        {accountLinks.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
