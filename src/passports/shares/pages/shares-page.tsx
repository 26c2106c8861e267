import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import {
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'

export interface ShareChoice {
  /** Of the credential. */
  readonly id: string
  readonly title: string
  readonly assessor: string
  readonly reviewOn?: string | undefined
  /** In words, where it is. */
  readonly paused?: string | undefined
}

interface SharesPageProps extends OwnPageProps {
  readonly choices: readonly ShareChoice[]
  readonly live: readonly {
    readonly id: string
    readonly at: Date
    readonly expiresAt: Date
    readonly titles: readonly string[]
    /** Of its titles, those that were withdrawn since. */
    readonly withdrawn: readonly string[]
  }[]
  /** Whether anything was ever signed off. */
  readonly held: boolean
  /** A link was stopped just now. */
  readonly stopped?: boolean | undefined
  /** A new id with every form, so that one posted twice makes one link. */
  readonly shareId: string
  readonly times: readonly { readonly days: number; readonly text: string }[]
  readonly entered: { readonly credentials: readonly string[]; readonly days: string }
  readonly errors?: readonly FieldFault[] | undefined
}

export function SharesPage(props: SharesPageProps) {
  const { account, demo, errors, choices } = props
  const title = 'Share my credentials'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{ href: paths.passport(), text: 'My passport' }}
    >
      {props.stopped && (
        <DoneBanner title="Stopped" words="The link is stopped. It opens nothing any more." />
      )}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Applying for a job, or joining?{' '}
        <a href={paths.whoAccepts()}>See who accepts what you have</a> and{' '}
        <a href={paths.ownRecognitions()}>what they decided</a>.
      </p>
      {choices.length === 0 ? <NothingToShare held={props.held} /> : <ShareForm {...props} />}
      <LiveLinks {...props} />
    </OwnLayout>
  )
}

function NothingToShare({ held }: Pick<SharesPageProps, 'held'>) {
  if (held) {
    return (
      <p>
        You have no sign-off that you can share now. <a href={paths.passport()}>Your passport</a>{' '}
        says why, and what you can do.
      </p>
    )
  }
  return (
    <p>
      You have nothing to share yet. First <a href={paths.passport()}>ask a colleague</a> to sign
      something off. Your own answers and notes are never shared by a link.
    </p>
  )
}

function ShareForm({ choices, shareId, times, entered, errors, account }: SharesPageProps) {
  return (
    <>
      <p>
        You make a link and give it to whom you want. Whoever has the link sees your name and the
        credentials you choose here. They never see your own answers or your notes. You can stop the
        link at any time.
      </p>
      <OwnForm action={paths.shares()} csrfToken={account.csrfToken}>
        <input type="hidden" name="id" value={shareId} />
        <Checkboxes
          name="credentials"
          fieldset={{ legend: { text: 'What do you want to share?', size: 'm' } }}
          errorMessage={faultOf(errors, 'credentials')}
          values={entered.credentials}
          items={choices.map(({ id, title, assessor, reviewOn, paused }) => ({
            value: id,
            text: title,
            hint: `Signed off by ${assessor}. ${reviewOn === undefined ? 'No review date' : `Review due on ${dayInWords(reviewOn)}`}${paused === undefined ? '' : `. ${paused}: whoever checks it sees that`}`,
          }))}
        />
        <Radios
          name="days"
          fieldset={{ legend: { text: 'How long should the link work?', size: 'm' } }}
          hint="The credentials stay yours when the link has stopped."
          errorMessage={faultOf(errors, 'days')}
          value={entered.days}
          items={times.map(({ days, text }) => ({ value: String(days), text }))}
        />
        <Button text="Make a link" />
      </OwnForm>
    </>
  )
}

function LiveLinks({ live, account }: SharesPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Links that work now</h2>
      {live.length === 0 && <p>None. Nobody can see your credentials by a link.</p>}
      <ul class="nhsuk-list">
        {live.map(({ id, at, expiresAt, titles, withdrawn }) => (
          <li key={id} class="lanyard-waiting">
            <p>
              <strong>Made on {plainDate(at)}</strong>
              <br />
              The link stops working on {plainDate(expiresAt)}.
              <br />
              It shows: {titles.join('; ')}
            </p>
            {withdrawn.length > 0 && (
              <p>
                <strong>This link now shows a withdrawn sign-off:</strong> {withdrawn.join('; ')}.
                Whoever opens it reads that it was withdrawn, and when. Stop it?
              </p>
            )}
            <OwnForm action={paths.stopShare(id)} csrfToken={account.csrfToken}>
              <Button variant="secondary" small>
                Stop this link
                <span class="nhsuk-u-visually-hidden"> made on {plainDate(at)}</span>
              </Button>
            </OwnForm>
          </li>
        ))}
      </ul>
    </>
  )
}
