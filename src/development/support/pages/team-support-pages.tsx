import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  ConfirmNoPatient,
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { OfferEntered } from '../model/entered.ts'
import { type SupportNeed, supportKindNames } from '../model/support.ts'
import { OfferWords } from './support-pages.tsx'

interface TeamSupportPageProps extends OwnPageProps {
  readonly needs: readonly SupportNeed[]
}

const gone = 'Somebody who works here'

export function TeamSupportPage({ account, demo, needs }: TeamSupportPageProps) {
  const title = 'What people say helps them'
  return (
    <OwnLayout {...{ account, demo, title }} team back={{ href: paths.team(), text: 'Your team' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        They chose to share these with you. They can stop at any time, and then you see no more of
        it.
      </p>
      {needs.length === 0 && <p>Nobody shares anything with you now.</p>}
      <ul class="nhsuk-list">
        {needs.map(({ id, holderName, kind, offers }) => (
          <li key={id}>
            <a href={paths.teamSupportNeed(id)}>
              {holderName ?? gone}: {supportKindNames[kind]}
            </a>
            <br />
            {offers.length === 0 ? 'Nothing offered yet.' : `Offered: ${offers.length}.`}
          </li>
        ))}
      </ul>
    </OwnLayout>
  )
}

export interface OfferSupportPageProps extends OwnPageProps {
  readonly need: SupportNeed
  /** For the form; sending it twice offers once. */
  readonly id: string
  readonly entered: OfferEntered
  readonly done?: string | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function OfferSupportPage(props: OfferSupportPageProps) {
  const { account, demo, need, id, entered, done, errors } = props
  const title = supportKindNames[need.kind]
  return (
    <OwnLayout
      {...{ account, demo, title, errors }}
      team
      back={{ href: paths.teamSupport(), text: 'What people say helps them' }}
    >
      {done === 'offered' && <DoneBanner title="Saved" words="They can see what you offer." />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{need.holderName ?? gone}</span>
        {title}
      </h1>
      <p class="lanyard-breaks">{need.words}</p>
      <p>Written on {plainDate(need.at)}.</p>
      <h2 class="nhsuk-heading-m">What was offered</h2>
      {need.offers.length === 0 && <p>Nothing yet.</p>}
      {need.offers.map((offer) => (
        <OfferWords key={offer.id} offer={offer} />
      ))}
      <OwnForm action={paths.offerSupport(need.id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="id" value={id} />
        <Textarea
          name="words"
          label={{ text: 'What can you offer?', size: 'm' }}
          hint="Say what, from when, and who arranges it. Do not ask about or write down anybody’s health."
          errorMessage={faultOf(errors, 'words')}
          rows={4}
          value={entered.words}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <Button text="Offer this" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
