import type { Edition, Statement } from '../../frameworks/model/framework.ts'
import { findSection } from '../../frameworks/model/look-up.ts'
import { plainDate } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { OwnLayout, type OwnPageProps } from '../../ui/own-layout.tsx'
import { confirmedStatements } from '../model/describe-signing.ts'
import { nameFile, nameSigning } from '../model/name-signing.ts'
import { currentCredential, type Signing, standingSignOffs, withdrawnBy } from '../model/signing.ts'
import {
  HeldCredential,
  type Issuer,
  WithdrawnNotice,
} from '../sign-offs/pages/held-credential.tsx'

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
  /** Codes that were asked for and not signed. */
  readonly notSigned: readonly string[]
  /** Who can be told that a withdrawal is wrong. */
  readonly issuers: readonly Issuer[]
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
  const { edition, signing, today, credential, issuers, notSigned } = props
  const { section } = findSection(edition, signing.section)
  const codes = standingSignOffs(signing).map(({ code }) => code)
  return (
    <>
      <HeldCredential {...{ signing, edition, today }} heading="h1">
        <h2 class="nhsuk-heading-s">What you were signed off for</h2>
        <Confirmed {...props} statements={confirmedStatements(section, codes)} />
        <NotThisTime {...props} statements={confirmedStatements(section, notSigned)} />
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
          attributes={{ download: nameFile(signing) }}
        />
      </div>
      <p>
        The credential is yours. Anybody to whom you give it can check it on the{' '}
        <a href={paths.verify()}>verify page</a>, also when you have left this employer. It was
        issued on {plainDate(credential.issuedAt)}.
      </p>
      <WithdrawnNotice {...{ signing, edition, issuers }} heading="h2" />
    </>
  )
}

function NotThisTime({
  signing,
  statements,
}: EntryPageProps & { readonly statements: readonly Statement[] }) {
  const { section, level, requestId } = signing
  if (statements.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-s">You also asked for this, and it was not signed this time</h2>
      <ul class="lanyard-confirmed">
        {statements.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
      <p>
        This is not part of the credential. Talk to {signing.shown.assessor.name} about it, or{' '}
        <a href={paths.askAgain({ section, level, id: requestId }, 'same')}>ask again</a> when you
        are ready.
      </p>
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

/** Nothing was taken away: one with both names has taken its place. */
function Replaced({ current, by }: { readonly current: string; readonly by: string }) {
  return (
    <>
      <h1 class="nhsuk-heading-l">A second assessor confirmed more</h1>
      <p>
        {by} confirmed more of this as the second assessor, so a new credential took the place of
        this one. Links that you made to this one no longer show it as valid: share the new one.
      </p>
      <p>
        <a href={paths.entry(current)}>See the new credential</a>
      </p>
    </>
  )
}

function Withdrawn({ edition, signing, credential, issuers }: EntryPageProps) {
  const current = currentCredential(signing)
  const taken = signing.signOffs.some(({ withdrawal }) => withdrawal !== undefined)
  if (!taken && signing.second !== undefined && current !== undefined) {
    return <Replaced current={current} by={signing.second.shown.name} />
  }
  return (
    <>
      <h1 class="nhsuk-heading-l">This credential was withdrawn</h1>
      <p>
        {withdrawnBy(signing)} withdrew it
        {credential.withdrawnAt && ` on ${plainDate(credential.withdrawnAt)}`}. Whoever checks it
        sees only that, and the date.
      </p>
      {current !== undefined && current !== credential.id && (
        <p>
          <a href={paths.entry(current)}>What was not withdrawn stands in a new credential</a>
        </p>
      )}
      <WithdrawnNotice {...{ signing, edition, issuers }} heading="h2" />
    </>
  )
}
