import type { Registration } from '../../../accounts/model/account.ts'
import { statementsOf } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/table.tsx'
import { answerWords } from '../../model/answer.ts'
import { nameSigning } from '../../model/name-signing.ts'
import { pausedNow } from '../../model/pause.ts'
import { isReviewDue, methodNames, type Signing, standingSignOffs } from '../../model/signing.ts'
import type { PackPart } from '../model/pack-parts.ts'
import { isForLevel } from '../model/read-as.ts'
import type { HeldPassport, PassportReading } from '../read-passport-as.ts'
import { DraftNotice } from './draft-notice.tsx'
import { ReadingDetails } from './reading-details.tsx'
import { ReadingPicture } from './reading-picture.tsx'
import { ReadingTable } from './reading-table.tsx'

interface PriorLearningPageProps extends OwnPageProps, PassportReading {
  /** With the sign-offs that were chosen, and no others. */
  readonly held: HeldPassport
  readonly parts: readonly PackPart[]
  /** In full: it is read on paper. */
  readonly verifyAt: string
}

/** Everything in one document, to print or to save. */
export function PriorLearningPage(props: PriorLearningPageProps) {
  const { account, demo, held, to, parts, level, verifyAt } = props
  const { edition } = held.own
  const title = 'What I bring: for recognition of prior learning'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.priorLearning(to.ref), text: 'Choose again what goes in' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <SummaryList
        rows={[
          { key: 'Of', value: account.name },
          { key: 'Made on', value: dayInWords(held.today) },
          { key: 'Framework of the passport', value: `${edition.title}, ${edition.version}` },
          { key: 'Read as', value: to.edition.title },
          { key: 'Level', value: levelName(edition, level) },
        ]}
      />
      <p class="lanyard-not-on-paper">
        Print this page, or save it as a file from your browser. It is kept nowhere, and we sent it
        to nobody.
      </p>
      <h2 class="nhsuk-heading-m">What this does not prove</h2>
      <p>
        It does not replace a check of identity, of the right to work or of criminal records, and it
        is no academic award. A copy on paper can be changed. Ask {account.name} for a link to the
        credentials, and check them at {verifyAt}.
      </p>
      {parts.includes('sign-offs') && <SignOffs held={held} />}
      {parts.includes('answers') && <Answers {...props} />}
      {parts.includes('read-as') && <ReadAs {...props} />}
      {parts.includes('remaining') && <Remaining {...props} />}
    </OwnLayout>
  )
}

function SignOffs({ held }: Pick<PriorLearningPageProps, 'held'>) {
  const standing = held.signings.filter((signing) => standingSignOffs(signing).length > 0)
  return (
    <>
      <h2 class="nhsuk-heading-m">What was signed off</h2>
      {standing.length === 0 && <p>Nothing is signed off in this pack.</p>}
      {standing.map((signing) => (
        <SignOff key={signing.id} signing={signing} held={held} />
      ))}
    </>
  )
}

function SignOff({
  signing,
  held,
}: Pick<PriorLearningPageProps, 'held'> & { readonly signing: Signing }) {
  const { edition } = held.own
  const { assessor, organisation } = signing.shown
  const codes = new Set(standingSignOffs(signing).map(({ code }) => code))
  const registration = assessor.registration
  const paused = pausedNow(signing, held.today)
  return (
    <section>
      <h3 class="nhsuk-heading-s">{nameSigning(edition, signing)}</h3>
      {paused && (
        <p>
          <strong>{paused}.</strong> It does not count until then.
        </p>
      )}
      <ul class="nhsuk-list nhsuk-list--bullet">
        {statementsOf(edition)
          .filter(({ code }) => codes.has(code))
          .map(({ code, text }) => (
            <li key={code}>
              {code}: {text}
            </li>
          ))}
      </ul>
      <SummaryList
        rows={[
          {
            key: 'Signed off by',
            value: [assessor.name, assessor.jobTitle, organisation].filter(Boolean).join(', '),
          },
          ...(registration === undefined
            ? []
            : [{ key: 'Registration', value: registeredWords(registration) }]),
          { key: 'How', value: methodNames[signing.method] },
          { key: 'On', value: dayInWords(signing.assessedOn) },
          { key: 'Where', value: signing.setting },
          { key: 'Review', value: reviewWords(signing, held.today) },
        ]}
      />
    </section>
  )
}

function registeredWords({ regulator, number, check }: Registration): string {
  if (check === undefined) return `${regulator} ${number}, not checked`
  if (check.outcome === 'not-found') {
    return `${regulator} ${number}, not found on the register by ${check.by} on ${dayInWords(check.on)}`
  }
  return `${regulator} ${number}, found on the register by ${check.by} on ${dayInWords(check.on)}`
}

function reviewWords(signing: Signing, today: string): string {
  if (signing.reviewOn === undefined) return 'No review date'
  const day = dayInWords(signing.reviewOn)
  return isReviewDue(signing, today) ? `Was due on ${day}, so it counts no more` : `Due on ${day}`
}

function Answers({ held, account }: PriorLearningPageProps) {
  const answered = statementsOf(held.own.edition).flatMap(({ code, text }) => {
    const answer = held.answers.get(code)
    return answer === undefined ? [] : [{ code, text, answer: answerWords[answer.answer] }]
  })
  return (
    <>
      <h2 class="nhsuk-heading-m">What {account.name} says, not signed off</h2>
      {answered.length === 0 ? (
        <p>No answers yet.</p>
      ) : (
        <Table
          responsive
          firstCellIsHeader
          head={[{ text: 'Statement' }, { text: 'Own answer' }]}
          rows={answered.map(({ code, text, answer }) => [
            { text: `${code}: ${text}` },
            { text: answer },
          ])}
        />
      )}
    </>
  )
}

function ReadAs({ to, mappings, codes, level }: PriorLearningPageProps) {
  const here = codes.filter((code) => isForLevel(code, level))
  return (
    <>
      <h2 class="nhsuk-heading-m">Read as {to.edition.title}</h2>
      <DraftNotice {...{ to, mappings }} />
      <ReadingPicture codes={here} />
      <ReadingTable caption="Where I stand" codes={here} />
      <ReadingDetails codes={here} only="what-says-so" onPaper />
    </>
  )
}

function Remaining({ codes, level }: PriorLearningPageProps) {
  const open = codes.filter((code) => code.reading !== 'covered' && isForLevel(code, level))
  return (
    <>
      <h2 class="nhsuk-heading-m">What remains to be shown</h2>
      <ReadingDetails codes={open} only="what-is-missing" onPaper />
    </>
  )
}
