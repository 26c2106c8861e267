import type { Colleague } from '../../../accounts/model/account.ts'
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Select } from '../../../ui/select.tsx'
import { pausedNow } from '../../model/pause.ts'
import type { Renewal } from '../model/list-renewals.ts'

interface RenewalsPageProps extends OwnPageProps {
  readonly today: string
  readonly renewals: readonly (Renewal & {
    readonly title: string
    /** Who may sign all of it. */
    readonly colleagues: readonly (Colleague & { readonly key: string })[]
  })[]
  /** The name of whoever was asked just now. */
  readonly asked?: string | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function RenewalsPage(props: RenewalsPageProps) {
  const { renewals, asked, errors, account, demo } = props
  const title = 'Due for review'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{ href: paths.passport(), text: 'My passport' }}
    >
      {asked && (
        <DoneBanner title="Asked" words={`You asked ${asked}.`}>
          <p>Nothing more to do. It takes them one page.</p>
        </DoneBanner>
      )}
      <h1 class="nhsuk-heading-l">{title}</h1>
      {renewals.length === 0 ? (
        <p>Nothing is due in the next 60 days. We send you a letter a month before something is.</p>
      ) : (
        <p>
          These were signed a while ago, and it is time for somebody to look again. You have lost
          nothing.
        </p>
      )}
      <ul class="nhsuk-list">
        {renewals.map((renewal) => (
          <li key={renewal.signing.id} class="lanyard-waiting">
            <DueRenewal {...{ ...props, renewal }} />
          </li>
        ))}
      </ul>
    </OwnLayout>
  )
}

interface DueRenewalProps extends RenewalsPageProps {
  readonly renewal: RenewalsPageProps['renewals'][number]
}

function DueRenewal(props: DueRenewalProps) {
  const { title, signing, codes, lapsed, waiting } = props.renewal
  const paused = pausedNow(signing, props.today)
  return (
    <>
      <p>
        <strong>{title}</strong>
        <br />
        {codes.length === 1 ? 'One statement' : `${codes.length} statements`}, signed by{' '}
        {signing.shown.assessor.name}. Review {lapsed ? 'was due' : 'due'} on{' '}
        {dayInWords(signing.reviewOn ?? '')}.{paused && ` ${paused}.`}
      </p>
      {waiting ? (
        <p>
          You asked {waiting.assessorName} on {plainDate(waiting.at)}. Wait for their answer.
        </p>
      ) : (
        <Ask {...props} />
      )}
    </>
  )
}

/** One tap where whoever signed it can still be asked. */
function Ask({ renewal, account, errors }: DueRenewalProps) {
  const { colleagues } = renewal
  const { signing, title } = renewal
  const former = colleagues.find(
    ({ id, organisation }) => id === signing.assessorId && organisation === signing.organisation,
  )
  if (colleagues.length === 0) {
    return <p>Nobody where you work is set up to sign off yet. Ask your manager who should be.</p>
  }
  return (
    <OwnForm action={paths.askRenewal(signing.id)} csrfToken={account.csrfToken}>
      {former ? (
        <input type="hidden" name="colleague" value={former.key} />
      ) : (
        <Select
          id={`colleague-${signing.id}`}
          name="colleague"
          label={{ text: 'Who has seen you do this?' }}
          errorMessage={faultOf(errors, `colleague-${signing.id}`)}
          items={[
            { value: '', text: 'Choose a colleague' },
            ...colleagues.map(({ key, name, jobTitle }) => ({
              value: key,
              text: `${name}, ${jobTitle}`,
            })),
          ]}
        />
      )}
      <Button preventDoubleClick>
        {former ? `Ask ${former.name} to renew it` : 'Ask to renew it'}
        <span class="nhsuk-u-visually-hidden">: {title}</span>
      </Button>
    </OwnForm>
  )
}
