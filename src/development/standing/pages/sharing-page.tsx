import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { DoneBanner, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { depthNames, type StandingShare } from '../model/standing-share.ts'
import { WhatTheyNeverSee } from './what-they-see.tsx'

interface SharingPageProps extends OwnPageProps {
  /** Where they work today. */
  readonly employers: readonly {
    readonly organisation: string
    readonly organisationName: string
  }[]
  /** Also those that are over; the latest first. */
  readonly shares: readonly StandingShare[]
  /** 'shared' or 'stopped', just now. */
  readonly done?: string | undefined
}

const banners: Readonly<Record<string, { title: string; words: string }>> = {
  shared: { title: 'Saved', words: 'They see what you chose, from now on.' },
  stopped: { title: 'Stopped', words: 'They see nothing of where you stand any more.' },
}

export function SharingPage(props: SharingPageProps) {
  const { account, demo, employers, shares, done } = props
  const title = 'Who sees where you stand'
  const banner = Object.hasOwn(banners, done ?? '') ? banners[done ?? ''] : undefined
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.whereIStand(), text: 'Where I stand' }}
    >
      {banner && <DoneBanner {...banner} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Nobody at work, unless you choose it here. You can let the people who manage your team see
        some of it, so that they can plan time for training and reviews with you.
      </p>
      {employers.length === 0 && (
        <p>You have no job in Lanyard now, so there is nobody to choose.</p>
      )}
      {employers.map((employer) => (
        <EmployerCard key={employer.organisation} {...props} employer={employer} />
      ))}
      <WhatTheyNeverSee />
      <p>
        <a href={paths.whoLooked()}>Who looked at your record</a>
      </p>
      <History shares={shares} />
    </OwnLayout>
  )
}

function EmployerCard({
  account,
  shares,
  employer: { organisation, organisationName },
}: SharingPageProps & { readonly employer: SharingPageProps['employers'][number] }) {
  const share = shares.find((one) => one.organisation === organisation && one.live)
  const forWhom = <span class="nhsuk-u-visually-hidden"> for {organisationName}</span>
  return (
    <section class="lanyard-waiting">
      <h2 class="nhsuk-heading-m">{organisationName}</h2>
      <p>
        The people who manage your team there see:{' '}
        <strong>{share === undefined ? 'nothing' : lowerFirst(depthNames[share.depth])}</strong>
        {share && ` (from ${plainDate(share.at)}, until ${dayInWords(share.endsOn)})`}.
      </p>
      <p class="lanyard-actions">
        <a href={paths.standingShare(organisation)}>
          {share === undefined ? 'Choose what they see' : 'Change it'}
          {forWhom}
        </a>
        {share && (
          <a href={paths.standingPreview(organisation)}>
            See what they see
            {forWhom}
          </a>
        )}
      </p>
      {share && (
        <OwnForm action={paths.stopStandingShare(organisation)} csrfToken={account.csrfToken}>
          <Button variant="secondary" small>
            Stop now
            {forWhom}
          </Button>
        </OwnForm>
      )}
    </section>
  )
}

function History({ shares }: Pick<SharingPageProps, 'shares'>) {
  const over = shares.filter(({ live }) => !live)
  if (over.length === 0) return null
  return (
    <Details summary="What you shared before">
      <ul class="nhsuk-list">
        {over.map(({ id, organisationName, depth, at, endsOn, endedAt }) => (
          <li key={id}>
            {organisationName}: {lowerFirst(depthNames[depth])}, from {plainDate(at)}
            {endedAt === undefined
              ? `. It ended with that job, or on ${dayInWords(endsOn)}.`
              : ` to ${plainDate(endedAt)}.`}
          </li>
        ))}
      </ul>
    </Details>
  )
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
