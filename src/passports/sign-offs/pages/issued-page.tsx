import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { DoneBanner, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { pausedWords } from '../../model/pause.ts'
import { openSignOffs, type Signing, standingSignOffs } from '../../model/signing.ts'
import { assessorLine } from './held-credential.tsx'

type TitledSigning = Signing & {
  readonly holderName: string
  readonly title: string
  /** The name of an organisation that merged into the reader's, if it issued this. */
  readonly issuedBy?: string | undefined
  readonly paused: boolean
  /** Somebody proposed to withdraw it, and a second person is to decide. */
  readonly proposed: boolean
}

interface IssuedPageProps extends OwnPageProps {
  readonly signings: readonly TitledSigning[]
  /** Of which something was withdrawn just now. */
  readonly withdrawn?: TitledSigning | undefined
  /** The reader signs off too. */
  readonly assesses: boolean
}

export function IssuedPage({ signings, withdrawn, assesses, account, demo }: IssuedPageProps) {
  const title = 'Sign-offs of your organisation'
  return (
    <OwnLayout {...{ account, demo, title }} team>
      {withdrawn && <WithdrawnBanner signing={withdrawn} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      {assesses && (
        <p>
          <a href={paths.requests()}>Requests for sign-off</a>
        </p>
      )}
      <p>
        You answer for these credentials. You can withdraw one for a mistake, for fraud, or after a
        later assessment, and for no other reason.
      </p>
      {signings.length === 0 && (
        <p>
          None yet. They stand here when somebody in your organisation signs off a support worker.
        </p>
      )}
      <ul class="nhsuk-list">
        {signings.map((signing) => (
          <li key={signing.id} class="lanyard-waiting">
            <IssuedSigning signing={signing} />
          </li>
        ))}
      </ul>
    </OwnLayout>
  )
}

/** Said only of what was withdrawn, whatever the address says. */
function WithdrawnBanner({ signing }: { readonly signing: TitledSigning }) {
  const { holderName, title } = signing
  if (signing.signOffs.every(({ withdrawal }) => withdrawal === undefined)) return null
  return (
    <DoneBanner title="Withdrawn" words={`Withdrawn from ${holderName}: ${title}.`}>
      <p>They see in their passport what was withdrawn, why, and how to challenge it.</p>
    </DoneBanner>
  )
}

/** "2 statements stand". */
function standWords({ signOffs }: Pick<TitledSigning, 'signOffs'>): string {
  const count = standingSignOffs({ signOffs }).length
  const open = openSignOffs({ signOffs }).length
  const isDeclined = signOffs.some(({ second }) => second === 'declined')
  if (count === 0 && open > 0) return 'Waiting for a second assessor: nothing counts yet'
  if (count === 0 && isDeclined) return 'Nothing counts: not confirmed by the second assessor'
  if (count === 0) return 'Nothing stands any more: all withdrawn'
  return count === 1 ? '1 statement stands' : `${count} statements stand`
}

function IssuedSigning({ signing }: { readonly signing: TitledSigning }) {
  const { holderName, title, assessedOn, signOffs, issuedBy, pause, paused, proposed } = signing
  const withdrawn = signOffs.filter(({ withdrawal }) => withdrawal !== undefined)
  const lastWithdrawal = withdrawn.at(-1)?.withdrawal
  return (
    <>
      <p>
        <strong>
          {holderName}: {title}
        </strong>
        <br />
        {standWords(signing)}. Signed off by {assessorLine(signing)}, on {dayInWords(assessedOn)}.
        {issuedBy !== undefined && ` Issued by ${issuedBy}, which is now part of yours.`}
      </p>
      {lastWithdrawal && (
        <p class="lanyard-meta">
          Withdrawn: {withdrawn.map(({ code }) => code).join(', ')}, last on{' '}
          {plainDate(lastWithdrawal.at)}
        </p>
      )}
      {pause && paused && <p class="lanyard-meta">{pausedWords(pause)}</p>}
      {proposed && <p class="lanyard-meta">Somebody proposed to withdraw it</p>}
      {openSignOffs(signing).length > 0 && (
        <p class="lanyard-actions">
          <a href={paths.pause(signing.id)}>
            {paused ? 'See the pause' : 'Pause'}
            <span class="nhsuk-u-visually-hidden">
              {' '}
              for {holderName}: {title}
            </span>
          </a>
          <a href={proposed ? paths.proposal(signing.id) : paths.withdraw(signing.id)}>
            {proposed ? 'Decide about it' : 'Withdraw'}
            <span class="nhsuk-u-visually-hidden">
              {' '}
              from {holderName}: {title}
            </span>
          </a>
        </p>
      )}
    </>
  )
}
