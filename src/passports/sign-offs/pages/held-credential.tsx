/** A sign-off as something to be proud of; and one that was withdrawn, with why and what to do. */
import type { ComponentChildren } from 'preact'
import { describeRegistration } from '../../../accounts/model/describe-registration.ts'
import { type Edition, statementsOf } from '../../../frameworks/model/framework.ts'
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Icon } from '../../../ui/icon.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { secondLine } from '../../assessing/pages/second-part.tsx'
import { nameSigning } from '../../model/name-signing.ts'
import { isPaused, pausedWords } from '../../model/pause.ts'
import {
  causeNames,
  currentCredential,
  isReviewDue,
  methodNames,
  type Signing,
  standingSignOffs,
  withdrawnBy,
} from '../../model/signing.ts'
import { PutRight } from './former-facts.tsx'
import { reviewWords } from './review-words.ts'

interface SigningProps {
  readonly signing: Signing
  readonly edition: Edition
}

interface HeldCredentialProps extends SigningProps {
  readonly today: string
  /** h1 where the card is the page; in a list it says less. */
  readonly heading: 'h1' | 'h3'
  readonly children?: ComponentChildren
}

export function HeldCredential(props: HeldCredentialProps) {
  const { signing, edition, today, heading: Heading, children } = props
  const paused = isPaused(signing, today) ? signing.pause : undefined
  const due = isReviewDue(signing, today) || paused !== undefined
  return (
    <article class={`lanyard-signed${due ? ' lanyard-signed--lapsed' : ''}`}>
      <div class="lanyard-signed__head">
        <div class="lanyard-signed__seal">
          <Icon name={paused ? 'minus' : 'tick'} />
        </div>
        <div>
          <p class="lanyard-signed__kind">{paused ? pausedWords(paused) : keptWords(due)}</p>
          <Heading class="lanyard-signed__title">{nameSigning(edition, signing)}</Heading>
        </div>
      </div>
      <div class="lanyard-signed__body">
        <SummaryList
          rows={signingRows(signing, { due: isReviewDue(signing, today), brief: Heading !== 'h1' })}
          border={false}
        />
        {Heading === 'h1' && <PutRight signing={signing} />}
        {paused && (
          <p>
            It has not been withdrawn.{' '}
            <a href={paths.ownQuestion(signing.id)}>
              See why, and what you can do
              <span class="nhsuk-u-visually-hidden">: {nameSigning(edition, signing)}</span>
            </a>
          </p>
        )}
        {children}
      </div>
    </article>
  )
}

function keptWords(due: boolean): string {
  return due ? 'Signed off, and its review was due' : 'Signed off'
}

/** Leads to the credential's own page. */
export function HeldCredentialLink({ signing, edition }: SigningProps) {
  const credential = currentCredential(signing)
  if (credential === undefined) return null
  return (
    <p>
      <a href={paths.entry(credential)}>
        See this credential
        <span class="nhsuk-u-visually-hidden">: {nameSigning(edition, signing)}</span>
      </a>
    </p>
  )
}

function signingRows(signing: Signing, { due, brief }: { due: boolean; brief: boolean }) {
  const { shown } = signing
  const count = standingSignOffs(signing).length
  const review = {
    key: due ? 'Review was due on' : 'Review due on',
    value: reviewWords(signing),
  }
  const confirmed = { key: 'Confirmed', value: count === 1 ? '1 statement' : `${count} statements` }
  if (brief) return [confirmed, { key: 'By', value: shown.assessor.name }, review]
  return [
    confirmed,
    { key: 'By', value: assessorLine(signing) },
    ...jobRow(signing, 'Their job'),
    ...secondRow(signing),
    { key: 'Organisation', value: shown.organisation },
    { key: 'On', value: dayInWords(signing.assessedOn) },
    { key: 'How', value: methodNames[signing.method] },
    { key: 'Where', value: signing.setting },
    review,
  ]
}

/** Of what stands in the credential. */
function secondRow(signing: Signing) {
  const { second } = signing
  if (second === undefined) return []
  const codes = standingSignOffs(signing).filter((one) => one.second === 'confirmed')
  if (codes.length === 0) return []
  const which = codes.map(({ code }) => code).join(', ')
  return [{ key: 'Second assessor', value: `${secondLine(second)}: ${which}` }]
}

/** Older ones do not say what the assessor's job was. */
export function jobRow({ shown }: Pick<Signing, 'shown'>, key: string) {
  const { jobTitle } = shown.assessor
  return jobTitle === undefined ? [] : [{ key, value: jobTitle }]
}

export function assessorLine({ shown }: Pick<Signing, 'shown'>): string {
  const { name, registration } = shown.assessor
  if (registration === undefined) return `${name}, not on a professional register`
  return `${name}, ${describeRegistration(registration)}`
}

/** Somebody who issues for the organisation, as the holder may see them: nobody once they have left. */
export interface Issuer {
  readonly id: string
  readonly name: string
  readonly jobTitle: string
}

/** The place of a withdrawal on a page. */
export function withdrawalId({ id }: Pick<Signing, 'id'>): string {
  return `withdrawn-${id}`
}

/** For the holder alone: what was withdrawn, why, and how to challenge it. */
export function WithdrawnNotice({
  signing,
  edition,
  issuers,
  heading: Heading,
}: SigningProps & { readonly heading: 'h2' | 'h3'; readonly issuers: readonly Issuer[] }) {
  const withdrawn = signing.signOffs.flatMap(({ code, withdrawal }) =>
    withdrawal === undefined ? [] : [{ code, ...withdrawal }],
  )
  const [first] = withdrawn
  if (first === undefined) return null
  const wordings = new Map(statementsOf(edition).map(({ code, text }) => [code, text]))
  const explanations = [...new Map(withdrawn.map((one) => [one.explanation, one])).values()]
  return (
    <div class="lanyard-withdrawn" id={withdrawalId(signing)}>
      <Heading class="nhsuk-heading-s">Withdrawn: {nameSigning(edition, signing)}</Heading>
      <ul class="lanyard-confirmed">
        {withdrawn.map(({ code }) => (
          <li key={code}>{wordings.get(code) ?? code}</li>
        ))}
      </ul>
      {explanations.map(({ explanation, cause, at }) => (
        <div key={explanation}>
          <p>
            {withdrawnBy(signing)}{' '}
            {cause === 'taken-back'
              ? `took this back on ${plainDate(at)}, minutes after signing it. It says nothing about you.`
              : `withdrew this on ${plainDate(at)}. Why: ${causeNames[cause]}.`}
          </p>
          <blockquote class="lanyard-words">{explanation}</blockquote>
        </div>
      ))}
      {withdrawn.every(({ cause }) => cause === 'taken-back') ? (
        <p>
          Ask {withdrawnBy(signing)} what happened. You can ask to be assessed again at any time.
        </p>
      ) : (
        <p>
          <strong>If you think this is wrong,</strong> tell {whoToTell(signing, issuers)} that you
          want to challenge it. Ask your manager or your union to help you. You can ask to be
          assessed again at any time. Other people are told only the date, never the reason.
        </p>
      )}
    </div>
  )
}

function whoToTell({ shown }: Signing, issuers: readonly Issuer[]): string {
  if (issuers.length === 0) return shown.organisation
  const people = issuers.map(({ name, jobTitle }) => `${name} (${jobTitle})`)
  return `${people.join(' or ')} at ${shown.organisation}`
}
