import { plainTime } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Signing } from '../../model/signing.ts'
import { showCode } from '../model/corridor-code.ts'
import { whatStands } from '../model/what-stands.ts'
import type { Visit } from '../visits-store.ts'

interface CodePageProps extends OwnPageProps {
  readonly visit: Visit
  readonly code: string
  /** As SVG. */
  readonly qrCode: string
  readonly requests: readonly { readonly outcome: 'signed' | 'declined' }[]
  /** Of those that were signed. */
  readonly signings: readonly Signing[]
  readonly names: ReadonlyMap<string, string>
  readonly now: Date
}

/** The code while it works; then what became of it. */
export function CodePage(props: CodePageProps) {
  const { visit, account, demo } = props
  const title = titleOf(props)
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.passport(visit.level), text: 'My passport' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {isLive(props) ? <LiveCode {...props} /> : <WhatBecame {...props} />}
    </OwnLayout>
  )
}

function isLive({ visit, now }: CodePageProps): boolean {
  return visit.opened === undefined && visit.endedAt === undefined && visit.expiresAt > now
}

function assessorOf({ visit, names }: CodePageProps): string {
  return names.get(visit.opened?.assessorId ?? '') ?? 'Your colleague'
}

function titleOf(props: CodePageProps): string {
  const { visit, requests, signings } = props
  const stands = whatStands(signings)
  if (isLive(props)) return 'Show this code'
  if (visit.opened === undefined) return 'This code does not work any more'
  if (stands === 'taken-back') return `${assessorOf(props)} took this back`
  if (stands === 'withdrawn') return 'This was withdrawn'
  if (stands === 'not-confirmed') return 'This was not confirmed'
  if (stands !== 'nothing-signed') return `${assessorOf(props)} signed what they saw`
  if (requests.length > 0) return `${assessorOf(props)} has answered`
  return `${assessorOf(props)} has opened it`
}

function LiveCode({ visit, code, qrCode, account }: CodePageProps) {
  return (
    <>
      <p class="lanyard-code-shown">{showCode(code)}</p>
      <p>
        Your colleague signs in on their own phone, chooses <strong>Team</strong>, then{' '}
        <strong>Enter a code</strong>. Or they point their camera here:
      </p>
      <div
        class="lanyard-qr"
        role="img"
        aria-label="A QR code that opens the same on their phone"
        dangerouslySetInnerHTML={{ __html: qrCode }}
      />
      <p>
        It works until {plainTime(visit.expiresAt)}, once, and only for somebody who signs off where
        you work.
      </p>
      <p>
        <a href={paths.shownCode(visit.id)}>See if it was opened</a>
      </p>
      <OwnForm action={paths.stopCode(visit.id)} csrfToken={account.csrfToken}>
        <Button text="Stop this code" variant="secondary" small />
      </OwnForm>
    </>
  )
}

function WhatBecame(props: CodePageProps) {
  const { visit } = props
  return (
    <>
      <p>{wordsOf(props)}</p>
      {whatStands(props.signings) === 'waiting' && <SecondCode {...props} />}
      {visit.opened !== undefined && visit.signedAt === undefined && (
        <p>
          <a href={paths.shownCode(visit.id)}>See if they have signed</a>
        </p>
      )}
      <div class="lanyard-actions">
        <Button text="See my passport" href={paths.passport(visit.level)} />
        <Button text="Show a new code" variant="secondary" href={paths.showCode(visit.level)} />
      </div>
    </>
  )
}

/** The same code again, for the second assessor's own phone. */
function SecondCode({ visit, code, qrCode, now }: CodePageProps) {
  const until = new Date((visit.opened?.at ?? now).getTime() + secondMinutes * 60_000)
  if (until <= now) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">For the second assessor</h2>
      <p class="lanyard-code-shown">{showCode(code)}</p>
      <div
        class="lanyard-qr"
        role="img"
        aria-label="A QR code that opens the same on their phone"
        dangerouslySetInnerHTML={{ __html: qrCode }}
      />
      <p>It works for them until {plainTime(until)}, while you show no other code.</p>
    </>
  )
}

const secondMinutes = 60

function wordsOf({ visit, requests, signings }: CodePageProps): string {
  if (visit.opened === undefined) {
    return visit.endedAt === undefined
      ? 'A code works for ten minutes. Nothing was signed with this one.'
      : 'You stopped it, or showed a newer one. Nothing was signed with this one.'
  }
  const stands = whatStands(signings)
  if (stands !== 'nothing-signed') return signedWords[stands]
  if (requests.length > 0) return 'What they say, and your next chance, stand in your passport.'
  return 'They are ticking what they saw. You can put your phone away.'
}

const signedWords = {
  all: 'It stands in your passport now. Well done.',
  waiting:
    'Higher-risk statements wait for a second assessor: show them this same code within the hour, or ask somebody from your passport. They do not count yet.',
  'not-confirmed':
    'A second assessor did not confirm it, so it does not count. Your passport says why. You can ask again.',
  'in-part':
    'Some of it was taken back, withdrawn or not confirmed. The rest stands in your passport, which also says why.',
  'taken-back':
    'They signed it and then took it back, so it does not count. Your passport says why. You can ask again.',
  withdrawn:
    'It was signed and later withdrawn, so it does not count. Your passport says why, and what you can do.',
}
