import { type Edition, levelSlugs } from '../../frameworks/model/framework.ts'
import { levelName } from '../../frameworks/model/names.ts'
import { plainDate } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { NotificationBanner } from '../../ui/notification-banner.tsx'
import { DoneBanner, OwnLayout, type OwnPageProps } from '../../ui/own-layout.tsx'
import { SecondsWaiting } from '../assessing/pages/seconds-waiting.tsx'
import { versionOf } from '../carry-over/model/carried-words.ts'
import { EditionLine, type InForceWords } from '../carry-over/pages/edition-line.tsx'
import type { Waiting } from '../model/asked-together.ts'
import type { NextStep } from '../model/choose-next-step.ts'
import type { LevelEvaluation } from '../model/evaluate-passport.ts'
import type { NotSigned } from '../model/list-not-signed.ts'
import type { OpenWithdrawal } from '../model/list-open-withdrawals.ts'
import { nameSigning } from '../model/name-signing.ts'
import { isPaused, pausedWords } from '../model/pause.ts'
import {
  currentCredential,
  isTakenBack,
  type Signing,
  standingSignOffs,
  withdrawnBy,
} from '../model/signing.ts'
import {
  HeldCredential,
  HeldCredentialLink,
  type Issuer,
  WithdrawnNotice,
  withdrawalId,
} from '../sign-offs/pages/held-credential.tsx'
import { NotSignedList, WaitingList } from '../sign-offs/pages/waiting-list.tsx'
import { DueList } from '../standing/pages/due-list.tsx'
import { PassportCounts } from '../standing/pages/passport-counts.tsx'
import { type StandingRow, StandingRows } from '../standing/pages/standing-rows.tsx'
import { type PassportView, passportViews } from '../standing/passport-views.ts'
import { MyWork, type Team, TeamLinks } from './my-work.tsx'
import { NextStepCard } from './next-step-card.tsx'
import { PassportLinks } from './passport-links.tsx'

const viewNames: Readonly<Record<PassportView, string>> = {
  domain: 'By domain',
  pillar: 'By pillar',
  role: 'By role',
}

export interface PassportPageProps extends OwnPageProps {
  readonly edition: Edition
  readonly inForce: InForceWords
  /** Something of theirs is of another edition. */
  readonly changed: boolean
  readonly evaluation: LevelEvaluation
  readonly by: PassportView
  readonly rows: readonly StandingRow[]
  readonly next: NextStep
  readonly waiting: readonly Waiting[]
  readonly notSigned: readonly NotSigned[]
  readonly signings: readonly Signing[]
  readonly withdrawals: readonly OpenWithdrawal[]
  /** Who issues for an organisation (by slug), as the holder may see them. */
  readonly issuers: ReadonlyMap<string, readonly Issuer[]>
  /** Ids of signings that somebody proposed to withdraw. */
  readonly proposed: readonly string[]
  readonly liveShares: number
  readonly today: string
  /** False for somebody with no level, no entry and other work to do here. */
  readonly kept: boolean
  readonly team: Team
  /** What the holder did just now. */
  readonly done?: { readonly asked: string } | { readonly tookBack: string } | undefined
}

export function PassportPage(props: PassportPageProps) {
  const { account, kept, team, done } = props
  const title = kept ? 'My passport' : 'My work'
  return (
    <OwnLayout title={title} account={account} demo={props.demo}>
      {done && <Done done={done} />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{account.name}</span>
        {title}
      </h1>
      {kept ? <Kept {...props} /> : <MyWork team={team} edition={props.edition} />}
    </OwnLayout>
  )
}

function Done({ done }: { readonly done: NonNullable<PassportPageProps['done']> }) {
  if ('asked' in done) return <DoneBanner title="Sent" words={`Sent to ${done.asked}.`} />
  const words = `You took back what you asked ${done.tookBack}. They can no longer sign it.`
  return <DoneBanner title="Taken back" words={words} />
}

function Kept(props: PassportPageProps) {
  const { evaluation, rows, by, signings } = props
  return (
    <>
      <ByEdition {...props} />
      <Withdrawals {...props} />
      <Questions {...props} />
      <TeamLinks {...props} />
      <LevelSwitch {...props} />
      <NextStepCard {...props} />
      <p>
        <a href={paths.showCode()}>Show a code to somebody who signs off</a>
      </p>
      <DueList evaluation={evaluation} />
      {signings.length > 0 && <Held {...props} />}
      <Requests {...props} />
      <h2 class="nhsuk-heading-m" id="where-you-stand">
        Where you stand
      </h2>
      <PassportCounts evaluation={evaluation} />
      <ViewSwitch {...props} />
      {by === 'role' && <RoleWords />}
      <StandingRows rows={rows} />
      {signings.length === 0 && <Held {...props} />}
      <PassportLinks level={evaluation.level} />
    </>
  )
}

function ByEdition({ inForce, changed, evaluation, by }: PassportPageProps) {
  const page = (version: string) => paths.passport(evaluation.level, by, version)
  return (
    <>
      <EditionLine {...inForce} to={page} />
      {changed && (
        <p>
          <a href={paths.whatChanged(versionOf(inForce.ref))}>What changed for me</a>: some of what
          you have was signed or said on the words of another edition.
        </p>
      )}
    </>
  )
}

function RoleWords() {
  return (
    <p>
      A role here is a set of statements that we chose, at the role’s own level. No employer has
      agreed it. A job advert may ask for other things.
    </p>
  )
}

function ViewSwitch({ evaluation, by }: PassportPageProps) {
  return (
    <nav class="lanyard-level-switch" aria-label="Where you stand, seen by">
      <ul>
        {passportViews.map((view) => (
          <li key={view}>
            <a
              href={`${paths.passport(evaluation.level, view)}#where-you-stand`}
              aria-current={view === by ? 'page' : undefined}
            >
              {viewNames[view]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Until the holder has asked again or was signed off again. */
function Withdrawals({ withdrawals, edition }: PassportPageProps) {
  if (withdrawals.length === 0) return null
  return (
    <NotificationBanner title={{ text: 'Important', id: 'withdrawals-title' }}>
      {withdrawals.map(({ signing, at }) => (
        <p key={signing.id} class="nhsuk-notification-banner__heading">
          {withdrawnBy(signing)} {isTakenBack(signing) ? 'took back' : 'withdrew'} your sign-off for{' '}
          {nameSigning(edition, signing)} on {plainDate(at)}.{' '}
          <a class="nhsuk-notification-banner__link" href={`#${withdrawalId(signing)}`}>
            See why and what you can do
            <span class="nhsuk-u-visually-hidden">: {nameSigning(edition, signing)}</span>
          </a>
        </p>
      ))}
    </NotificationBanner>
  )
}

/** What is asked of a sign-off of theirs now: calm, and before all else that is theirs. */
function Questions({ signings, proposed, edition, today }: PassportPageProps) {
  const asked = signings.filter(
    (signing) =>
      standingSignOffs(signing).length > 0 &&
      (isPaused(signing, today) || proposed.includes(signing.id)),
  )
  if (asked.length === 0) return null
  return (
    <NotificationBanner title={{ text: 'About your sign-offs', id: 'questions-title' }}>
      {asked.map((signing) => (
        <p key={signing.id} class="nhsuk-notification-banner__heading">
          {nameSigning(edition, signing)}:{' '}
          {signing.pause && isPaused(signing, today)
            ? pausedWords(signing.pause)
            : 'somebody proposed to withdraw it. Nothing has changed yet'}
          .{' '}
          <a class="nhsuk-notification-banner__link" href={paths.ownQuestion(signing.id)}>
            See why, and reply
            <span class="nhsuk-u-visually-hidden">: {nameSigning(edition, signing)}</span>
          </a>
        </p>
      ))}
    </NotificationBanner>
  )
}

function LevelSwitch({ edition, evaluation, by }: PassportPageProps) {
  return (
    <nav class="lanyard-level-switch" aria-label="Level">
      <ul>
        {levelSlugs.map((level) => (
          <li key={level}>
            <a
              href={paths.passport(level, by === 'domain' ? undefined : by)}
              aria-current={level === evaluation.level ? 'page' : undefined}
            >
              {levelName(edition, level)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Requests({ waiting, notSigned, edition, account, signings }: PassportPageProps) {
  return (
    <>
      <SecondsWaiting {...{ signings, edition }} />
      {waiting.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Waiting for sign-off</h2>
          <WaitingList waiting={waiting} edition={edition} csrfToken={account.csrfToken} />
        </>
      )}
      {notSigned.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Not signed off this time</h2>
          <NotSignedList {...{ notSigned, edition }} />
        </>
      )}
    </>
  )
}

/** A phone's worth: the others stand on the timeline. */
const shownAtOnce = 3

function Held({ signings, edition, today, liveShares, issuers }: PassportPageProps) {
  const held = signings.filter((signing) => currentCredential(signing) !== undefined)
  const withdrawn = signings.filter(({ signOffs }) => signOffs.some((one) => one.withdrawal))
  return (
    <>
      <h2 class="nhsuk-heading-m">Credentials you hold</h2>
      {held.length === 0 && <NoneHeld before={withdrawn.length > 0} />}
      {held.slice(0, shownAtOnce).map((signing) => (
        <HeldCredential key={signing.id} {...{ signing, edition, today }} heading="h3">
          <HeldCredentialLink signing={signing} edition={edition} />
        </HeldCredential>
      ))}
      {held.length > shownAtOnce && (
        <p>
          <a href={paths.timeline()}>All {held.length} credentials, by date</a>
        </p>
      )}
      {withdrawn.map((signing) => (
        <WithdrawnNotice
          key={signing.id}
          {...{ signing, edition }}
          issuers={issuers.get(signing.organisation) ?? []}
          heading="h3"
        />
      ))}
      {held.length > 0 && (
        <p>
          <a href={paths.readAs()}>Read my passport as another framework</a>, for another nation,
          social care or a course
        </p>
      )}
      <p>
        <a href={paths.delegations()}>Tasks that are delegated to me</a>
      </p>
      {(held.length > 0 || liveShares > 0) && (
        <p>
          <a href={paths.shares()}>
            {held.length > 0 ? 'Share with an employer' : 'See or stop my links'}
          </a>
          . {openLinks(liveShares)}
        </p>
      )}
    </>
  )
}

function NoneHeld({ before }: { readonly before: boolean }) {
  if (before) return <p>None now. You can ask a colleague to assess you again.</p>
  return (
    <p>
      None yet. First say where you stand in a section, then ask a colleague to sign it off. You get
      a credential that you keep, also when you change employer.
    </p>
  )
}

function openLinks(count: number): string {
  if (count === 0) return 'No link is open now: nobody else can see them.'
  return count === 1 ? '1 link is open now.' : `${count} links are open now.`
}
