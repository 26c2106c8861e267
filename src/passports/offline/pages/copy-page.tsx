import type { VNode } from 'preact'
/** The passport as it opens without signal: it links to nothing that needs one. */
import { describeRegistration } from '../../../accounts/model/describe-registration.ts'
import type { Edition, LevelSlug, Statement } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { dayOf } from '../../../language/days.ts'
import { dayInWords, timeInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { notice, PageLayout } from '../../../ui/page-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { answerWords } from '../../model/answer.ts'
import { type Entry, entryKindNames } from '../../model/entry.ts'
import type { Evaluation } from '../../model/evaluate-passport.ts'
import { nameSigning } from '../../model/name-signing.ts'
import { pausedNow } from '../../model/pause.ts'
import type { Signing } from '../../model/signing.ts'

export interface HeldSigning {
  readonly signing: Signing
  readonly edition: Edition
  readonly statements: readonly Statement[]
}

interface CopyPageProps {
  readonly name: string
  readonly at: Date
  readonly edition: Edition
  readonly level: LevelSlug
  readonly evaluation: Evaluation
  readonly held: readonly HeldSigning[]
  readonly entries: readonly Entry[]
  /** The holder chose to have them along. */
  readonly withAnswers: boolean
  /** What other features put beside it. */
  readonly along: VNode
  readonly demo: boolean
}

export function CopyPage(props: CopyPageProps) {
  const { name, at, held, entries, withAnswers, along, demo } = props
  return (
    <PageLayout title="My passport, without signal" demo={demo} noindex bare>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{name}</span>
        My passport, without signal
      </h1>
      <InsetText>
        <p>
          <strong>As it was on {timeInWords(at)}.</strong> It cannot tell whether anything was
          withdrawn since.
        </p>
        <p>It proves nothing by itself. To check it, use a link or a QR code of {name}.</p>
      </InsetText>
      <div data-phone="codes"></div>
      <Standing {...props} />
      <h2 class="nhsuk-heading-m">Signed off</h2>
      {held.length === 0 && <p>Nothing was signed off yet.</p>}
      {held.map((one) => (
        <Held key={one.signing.id} {...one} today={dayOf(at)} />
      ))}
      {entries.length > 0 && <Entries entries={entries} />}
      {withAnswers && <OwnAnswers {...props} />}
      {along}
      <p>
        <a href={paths.passport()}>Go to my passport</a>, where there is signal.
      </p>
      <p class="nhsuk-body-s">{notice}</p>
    </PageLayout>
  )
}

function Standing({ edition, level, evaluation: { counts, total } }: CopyPageProps) {
  const signed = counts.held + counts['due-soon']
  const lapsed = counts.lapsed === 0 ? '' : ` ${counts.lapsed} had a review that was due.`
  const soon = counts['due-soon'] === 0 ? '' : ` ${counts['due-soon']} had one due soon.`
  const paused = counts.paused === 0 ? '' : ` ${counts.paused} do not count while they are paused.`
  return (
    <p>
      {levelName(edition, level)} level: {signed} of {total} statements signed off.{soon}
      {lapsed}
      {paused}
    </p>
  )
}

function Held({ signing, edition, statements, today }: HeldSigning & { readonly today: string }) {
  const { assessor, organisation } = signing.shown
  const paused = pausedNow(signing, today)
  const job = assessor.jobTitle === undefined ? '' : `, ${assessor.jobTitle}`
  return (
    <section class="lanyard-copy-held">
      <h3 class="nhsuk-heading-s">{nameSigning(edition, signing)}</h3>
      {paused && (
        <p>
          <strong>{paused}.</strong> It does not count until then.
        </p>
      )}
      <SummaryList
        rows={[
          { key: 'Review date', value: dayOrNone(signing.reviewOn) },
          { key: 'Signed by', value: `${assessor.name}${job}` },
          { key: 'Register', value: describeRegistration(assessor.registration) },
          { key: 'Organisation', value: organisation },
          { key: 'On', value: dayInWords(signing.assessedOn) },
        ]}
      />
      <ul>
        {statements.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </section>
  )
}

function dayOrNone(day: string | undefined): string {
  return day === undefined ? 'None' : dayInWords(day)
}

function Entries({ entries }: Pick<CopyPageProps, 'entries'>) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Training, work and learning</h2>
      <ul>
        {entries.map(({ id, kind, title, validUntil, confirmation }) => (
          <li key={id}>
            {entryKindNames[kind]}: {title}.{' '}
            {confirmation === undefined
              ? 'Nobody has confirmed it.'
              : `Confirmed by ${confirmation.by}.`}
            {validUntil !== undefined && ` Valid until ${dayInWords(validUntil)}.`}
          </li>
        ))}
      </ul>
    </>
  )
}

function OwnAnswers({ evaluation }: CopyPageProps) {
  const answered = evaluation.standings.filter(({ answer }) => answer !== undefined)
  return (
    <>
      <h2 class="nhsuk-heading-m">What I say myself</h2>
      {answered.length === 0 && <p>No answers yet.</p>}
      <ul>
        {answered.map(({ statement, answer }) => (
          <li key={statement.code}>
            {statement.text} <strong>{answer && answerWords[answer.answer]}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}
