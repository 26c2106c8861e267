import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { DoneBanner, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { EditionHead } from '../../frameworks-store.ts'

interface StewardsEditionsPageProps extends OwnPageProps {
  /** Published ones of our own frameworks, withdrawn ones too. */
  readonly editions: readonly EditionHead[]
  readonly done?: string | undefined
}

export function StewardsEditionsPage({ account, demo, editions, done }: StewardsEditionsPageProps) {
  const title = 'Published editions'
  return (
    <OwnLayout {...{ account, demo, title }} team>
      {done === 'withdrawn' && (
        <DoneBanner title="Done" words="The notice stands on every page of the edition.">
          <p>Its addresses go on working, so that what people signed by it can be read.</p>
        </DoneBanner>
      )}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>A published edition never changes. You can withdraw it from a day on, with notice.</p>
      <ul class="lanyard-contents-list">
        {editions.map((edition) => (
          <li key={edition.ref}>
            <a href={paths.framework(edition.ref)}>
              {edition.title}, {edition.ref.split('/')[1]}
            </a>
            <span class="nhsuk-hint">{standingWords(edition)}</span>
            {edition.status === 'published' && edition.withdrawal === undefined && (
              <p class="nhsuk-body-s">
                <a href={paths.withdrawEdition(edition.ref)}>
                  Withdraw it
                  <span class="nhsuk-u-visually-hidden">: {edition.ref.split('/')[1]}</span>
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </OwnLayout>
  )
}

function standingWords({ status, withdrawal }: EditionHead): string {
  const day = withdrawal && dayInWords(withdrawal.fromDay)
  if (status === 'withdrawn') return day === undefined ? 'Withdrawn' : `Withdrawn on ${day}`
  return day === undefined ? 'Published' : `Published. It will be withdrawn on ${day}.`
}
