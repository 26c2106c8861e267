import { plainDate } from '../../credentials/model/london-date.ts'
import type { Edition, Statement } from '../../frameworks/model/framework.ts'
import { findSection } from '../../frameworks/model/look-up.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { confirmedStatements } from '../model/describe-signing.ts'
import { nameSigning } from '../model/name-signing.ts'
import { currentCredential, type Signing, standingSignOffs } from '../model/signing.ts'
import { HeldCredential, WithdrawnNotice } from './held-credential.tsx'
import { OwnLayout, type OwnPageProps } from './own-layout.tsx'

export interface EntryPageProps extends OwnPageProps {
  /** Of the signing, whose exact wording is shown. */
  readonly edition: Edition
  readonly editionRef: string
  readonly credential: {
    readonly id: string
    readonly issuedAt: Date
    readonly withdrawnAt?: Date | undefined
  }
  readonly signing: Signing
  readonly today: string
}

export function EntryPage(props: EntryPageProps) {
  const { account, demo, edition, signing, credential } = props
  return (
    <OwnLayout
      {...{ account, demo }}
      title={nameSigning(edition, signing)}
      back={{ href: paths.passport(signing.level), text: 'My passport' }}
    >
      {credential.withdrawnAt === undefined ? <Standing {...props} /> : <Withdrawn {...props} />}
    </OwnLayout>
  )
}

function Standing(props: EntryPageProps) {
  const { edition, signing, today, credential } = props
  const { section } = findSection(edition, signing.section)
  const codes = standingSignOffs(signing).map(({ code }) => code)
  return (
    <>
      <HeldCredential {...{ signing, edition, today }} heading="h1">
        <h2 class="nhsuk-heading-s">What you were signed off for</h2>
        <Confirmed {...props} statements={confirmedStatements(section, codes)} />
        {signing.note && (
          <>
            <h2 class="nhsuk-heading-s">A note to you from {signing.shown.assessor.name}</h2>
            <blockquote class="lanyard-words">{signing.note}</blockquote>
            <p class="lanyard-meta">The note is not part of the credential.</p>
          </>
        )}
      </HeldCredential>
      <h2 class="nhsuk-heading-m">Use it</h2>
      <div class="lanyard-actions">
        <Button href={paths.shares()} text="Share with a link" />
        <Button
          href={paths.entryFile(credential.id)}
          text="Download the file"
          variant="secondary"
          attributes={{ download: 'credential.json' }}
        />
      </div>
      <p>
        The credential is yours. Anybody to whom you give it can check it on the{' '}
        <a href={paths.verify()}>verify page</a>, also when you have left this employer. It was
        issued on {plainDate(credential.issuedAt)}.
      </p>
      <WithdrawnNotice {...{ signing, edition }} heading="h2" />
    </>
  )
}

function Confirmed({
  statements,
  editionRef,
}: EntryPageProps & { readonly statements: readonly Statement[] }) {
  return (
    <ul class="lanyard-confirmed">
      {statements.map(({ code, text }) => (
        <li key={code}>
          {text}{' '}
          <a class="lanyard-code" href={paths.statement(editionRef, code)}>
            {code}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Withdrawn({ edition, signing, credential }: EntryPageProps) {
  const current = currentCredential(signing)
  return (
    <>
      <h1 class="nhsuk-heading-l">This credential was withdrawn</h1>
      <p>
        {signing.shown.organisation} withdrew it
        {credential.withdrawnAt && ` on ${plainDate(credential.withdrawnAt)}`}. Whoever checks it
        sees only that, and the date.
      </p>
      {current !== undefined && current !== credential.id && (
        <p>
          <a href={paths.entry(current)}>What was not withdrawn stands in a new credential</a>
        </p>
      )}
      <WithdrawnNotice {...{ signing, edition }} heading="h2" />
    </>
  )
}
