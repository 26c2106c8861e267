import { plainDate } from '../../credentials/model/london-date.ts'
import { paths } from '../../paths.ts'
import { dayInWords } from '../model/day.ts'
import { type Signing, standingSignOffs } from '../model/signing.ts'
import { assessorLine } from './held-credential.tsx'
import { OwnLayout, type OwnPageProps } from './own-layout.tsx'

interface IssuedPageProps extends OwnPageProps {
  readonly signings: readonly (Signing & {
    readonly holderName: string
    readonly title: string
  })[]
}

export function IssuedPage({ signings, account, demo }: IssuedPageProps) {
  const title = 'Sign-offs of your organisation'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.passport(), text: 'My passport' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
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

function IssuedSigning({ signing }: { readonly signing: IssuedPageProps['signings'][number] }) {
  const { holderName, title, assessedOn, signOffs } = signing
  const standing = standingSignOffs(signing)
  const withdrawn = signOffs.filter(({ withdrawal }) => withdrawal !== undefined)
  const lastWithdrawal = withdrawn.at(-1)?.withdrawal
  return (
    <>
      <p>
        <strong>
          {holderName}: {title}
        </strong>
        <br />
        {standing.length === 1 ? '1 statement stands' : `${standing.length} statements stand`}.
        Signed off by {assessorLine(signing)}, on {dayInWords(assessedOn)}.
      </p>
      {lastWithdrawal && (
        <p class="lanyard-meta">
          Withdrawn: {withdrawn.map(({ code }) => code).join(', ')}, last on{' '}
          {plainDate(lastWithdrawal.at)}
        </p>
      )}
      {standing.length > 0 && (
        <p>
          <a href={paths.withdraw(signing.id)}>
            Withdraw
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
