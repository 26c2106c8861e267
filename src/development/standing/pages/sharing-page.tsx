import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { DoneBanner, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import {
  type Audience,
  audienceNames,
  audiences,
  findLive,
  maySeeShare,
  namesInWords,
  type StandingSupervisor,
} from '../model/audience.ts'
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
  /** Who supervises them now, anywhere. */
  readonly supervisors: readonly StandingSupervisor[]
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
        Nobody at work, unless you choose it here. You can let the people who manage your team, or
        your supervisor, see some of it, so that they can plan time for training and reviews with
        you. You choose for each of them separately.
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

type CardProps = SharingPageProps & { readonly employer: SharingPageProps['employers'][number] }

function EmployerCard(props: CardProps) {
  return (
    <section class="lanyard-waiting">
      <h2 class="nhsuk-heading-m">{props.employer.organisationName}</h2>
      {audiences.map((audience) => (
        <AudiencePart key={audience} {...props} audience={audience} />
      ))}
    </section>
  )
}

function AudiencePart(props: CardProps & { readonly audience: Audience }) {
  const { employer, audience, shares } = props
  const supervisors = props.supervisors.filter((one) => one.organisation === employer.organisation)
  const share = findLive(shares, { ...employer, audience })
  const later = supervisors.filter((one) => share !== undefined && !maySeeShare(share, one))
  const seers = supervisors.filter((one) => !later.includes(one))
  if (audience === 'supervisors' && supervisors.length === 0) return <NoSupervisor />
  return (
    <>
      <AudienceHeading audience={audience} />
      <p>
        {audience === 'managers' ? 'They see' : sees(seers)}:{' '}
        <strong>{share === undefined ? 'nothing' : lowerFirst(depthNames[share.depth])}</strong>
        {share && ` (from ${plainDate(share.at)}, until ${dayInWords(share.endsOn)})`}.
      </p>
      {audience === 'supervisors' && later.length > 0 && (
        <p>
          {namesOf(later)} began to supervise you since, and sees nothing. To let them see it too,
          choose “Change it” and save.
        </p>
      )}
      <WhatToDo {...props} share={share} />
    </>
  )
}

function AudienceHeading({ audience }: { readonly audience: Audience }) {
  return <h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-2">{audienceNames[audience]}</h3>
}

function NoSupervisor() {
  return (
    <>
      <AudienceHeading audience="supervisors" />
      <p>
        Nobody supervises you there now. When somebody does, you can choose what they see. You can{' '}
        <a href={paths.askToSupervise()}>ask a colleague</a>.
      </p>
    </>
  )
}

/** "Farzana and Dominik see" */
function sees(supervisors: readonly StandingSupervisor[]): string {
  return `${namesOf(supervisors)} ${supervisors.length === 1 ? 'sees' : 'see'}`
}

function namesOf(supervisors: readonly StandingSupervisor[]): string {
  return namesInWords(supervisors.map(({ name }) => name))
}

function WhatToDo({
  account,
  share,
  audience,
  employer: { organisation, organisationName },
}: CardProps & { readonly audience: Audience; readonly share: StandingShare | undefined }) {
  const forWhom = (
    <span class="nhsuk-u-visually-hidden">
      {' '}
      for {lowerFirst(audienceNames[audience])} at {organisationName}
    </span>
  )
  return (
    <>
      <p class="lanyard-actions">
        <a href={paths.standingShare(organisation, audience)}>
          {share === undefined ? 'Choose what they see' : 'Change it'}
          {forWhom}
        </a>
        {share && (
          <a href={paths.standingPreview(organisation, { audience })}>
            See what they see
            {forWhom}
          </a>
        )}
      </p>
      {share && (
        <OwnForm
          action={paths.stopStandingShare(organisation, audience)}
          csrfToken={account.csrfToken}
        >
          <Button variant="secondary" small>
            Stop now
            {forWhom}
          </Button>
        </OwnForm>
      )}
    </>
  )
}

function History({ shares }: Pick<SharingPageProps, 'shares'>) {
  const over = shares.filter(({ live }) => !live)
  if (over.length === 0) return null
  return (
    <Details summary="What you shared before">
      <ul class="nhsuk-list">
        {over.map(({ id, organisationName, audience, depth, at, endsOn, endedAt }) => (
          <li key={id}>
            {organisationName}, {lowerFirst(audienceNames[audience])}:{' '}
            {lowerFirst(depthNames[depth])}, from {plainDate(at)}
            {endedAt === undefined
              ? `. It ended with ${endedWith[audience]}, or on ${dayInWords(endsOn)}.`
              : ` to ${plainDate(endedAt)}.`}
          </li>
        ))}
      </ul>
    </Details>
  )
}

const endedWith: Readonly<Record<Audience, string>> = {
  managers: 'that job',
  supervisors: 'that supervision or job',
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
