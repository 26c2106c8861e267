import { type Edition, levelSlugs } from '../../frameworks/model/framework.ts'
import { levelName } from '../../frameworks/model/names.ts'
import { paths } from '../../paths.ts'
import { answers, answerWords } from '../model/answer.ts'
import type { NextStep } from '../model/choose-next-step.ts'
import type { SignOffRequest } from '../model/sign-off-request.ts'
import { currentCredential, type Signing } from '../model/signing.ts'
import type { PassportSummary } from '../model/summarise-passport.ts'
import { HeldCredential, HeldCredentialLink, WithdrawnNotice } from './held-credential.tsx'
import { NextStepCard } from './next-step-card.tsx'
import { OwnLayout, type OwnPageProps } from './own-layout.tsx'
import { StandingList } from './standing-list.tsx'
import { DeclinedList, WaitingList } from './waiting-list.tsx'

export interface PassportPageProps extends OwnPageProps {
  readonly edition: Edition
  readonly summary: PassportSummary
  readonly next: NextStep
  readonly waiting: readonly SignOffRequest[]
  readonly declined: readonly SignOffRequest[]
  readonly signings: readonly Signing[]
  readonly liveShares: number
  readonly today: string
  /** False for somebody with no level, no entry and other work to do here. */
  readonly kept: boolean
  /** For somebody who also signs off or issues. */
  readonly team: { readonly assesses: boolean; readonly issues: boolean; readonly asked: number }
}

export function PassportPage(props: PassportPageProps) {
  const { account } = props
  return (
    <OwnLayout title="My passport" account={account} demo={props.demo}>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{account.name}</span>
        My passport
      </h1>
      <TeamLinks {...props} />
      {props.kept ? <Kept {...props} /> : <NotKept {...props} />}
    </OwnLayout>
  )
}

/** For somebody who is here to sign off or issue, and keeps no passport. */
function NotKept(props: PassportPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Do you keep a passport yourself?</h2>
      <p>A passport is for support workers. If you are one, choose your level to begin.</p>
      <LevelSwitch {...props} />
    </>
  )
}

function Kept(props: PassportPageProps) {
  const { edition, summary } = props
  return (
    <>
      <LevelSwitch {...props} />
      <NextStepCard {...props} />
      <Counts summary={summary} />
      <Requests {...props} />
      <Held {...props} />
      <h2 class="nhsuk-heading-m">
        Every statement, {levelName(edition, summary.level).toLowerCase()} level
      </h2>
      <p>
        Open a part to see each statement. <strong>Signed off</strong> has a solid frame and a tick:
        a named colleague confirmed it. <strong>You say</strong> has a dashed frame: it is your own
        answer.
      </p>
      <StandingList summary={summary} />
    </>
  )
}

function TeamLinks({ team }: PassportPageProps) {
  if (!team.assesses && !team.issues) return null
  return (
    <div class="lanyard-team">
      <h2 class="nhsuk-heading-s">Your team</h2>
      <ul class="nhsuk-list">
        {team.assesses && (
          <li>
            <a href={paths.requests()}>Requests for sign-off</a>: {team.asked || 'none'} waiting for
            you
          </li>
        )}
        {team.issues && (
          <li>
            <a href={paths.issued()}>Sign-offs of your organisation</a>
          </li>
        )}
      </ul>
    </div>
  )
}

function LevelSwitch({ edition, summary, kept }: PassportPageProps) {
  return (
    <nav class="lanyard-level-switch" aria-label="Level">
      <ul>
        {levelSlugs.map((level) => (
          <li key={level}>
            <a
              href={paths.passport(level)}
              aria-current={kept && level === summary.level ? 'page' : undefined}
            >
              {levelName(edition, level)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Counts({ summary: { counts, total } }: { readonly summary: PassportSummary }) {
  const own = answers.filter((answer) => counts[answer] > 0)
  return (
    <>
      <h2 class="nhsuk-heading-m">Where you stand</h2>
      <dl class="lanyard-tally">
        <Count kind="signed" number={counts['signed-off']} words="signed off by a colleague" />
        {counts['review-due'] > 0 && (
          <Count kind="due" number={counts['review-due']} words="signed off, review was due" />
        )}
        {own.map((answer) => (
          <Count
            key={answer}
            kind="self"
            number={counts[answer]}
            words={`you say: ${answerWords[answer]}`}
          />
        ))}
        <Count kind="blank" number={counts['no-answer']} words="no answer yet" />
      </dl>
      <p class="lanyard-meta nhsuk-u-margin-bottom-6">
        {total} statements in all. “Not now” and “Not part of my role” are answers, not gaps.
      </p>
    </>
  )
}

function Count({
  kind,
  number,
  words,
}: {
  readonly kind: 'signed' | 'due' | 'self' | 'blank'
  readonly number: number
  readonly words: string
}) {
  return (
    <div class={`lanyard-tally__count lanyard-tally__count--${kind}`}>
      <dt>{words}</dt>
      <dd>{number}</dd>
    </div>
  )
}

function Requests({ waiting, declined, edition, account }: PassportPageProps) {
  return (
    <>
      {waiting.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Waiting for sign-off</h2>
          <WaitingList requests={waiting} edition={edition} csrfToken={account.csrfToken} />
        </>
      )}
      {declined.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Not signed off this time</h2>
          <DeclinedList requests={declined} edition={edition} />
        </>
      )}
    </>
  )
}

function Held({ signings, edition, today, liveShares }: PassportPageProps) {
  const held = signings.filter((signing) => currentCredential(signing) !== undefined)
  const withdrawn = signings.filter(({ signOffs }) => signOffs.some((one) => one.withdrawal))
  return (
    <>
      <h2 class="nhsuk-heading-m">Credentials you hold</h2>
      {held.length === 0 && (
        <p>
          None yet. First say where you stand in a section, then ask a colleague to sign it off. You
          get a credential that you keep, also when you change employer.
        </p>
      )}
      {held.map((signing) => (
        <HeldCredential key={signing.id} {...{ signing, edition, today }} heading="h3">
          <HeldCredentialLink signing={signing} edition={edition} />
        </HeldCredential>
      ))}
      {withdrawn.map((signing) => (
        <WithdrawnNotice key={signing.id} {...{ signing, edition }} heading="h3" />
      ))}
      {held.length > 0 && (
        <p>
          <a href={paths.shares()}>Share with an employer</a>.{' '}
          {liveShares === 0
            ? 'No link is open now: nobody else can see them.'
            : `${liveShares === 1 ? '1 link is' : `${liveShares} links are`} open now.`}
        </p>
      )}
    </>
  )
}
