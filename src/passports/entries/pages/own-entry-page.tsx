import { type Edition, editionRef, statementsOf } from '../../../frameworks/model/framework.ts'
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/details.tsx'
import { DoneBanner, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { Evidence } from '../../evidence/model/evidence.ts'
import { EvidenceList } from '../../evidence/pages/evidence-list.tsx'
import { type Entry, entryKindNames } from '../../model/entry.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { questionsOf } from '../model/entry-questions.ts'
import { daysOf, factsOf, refreshWords } from './entry-words.ts'

interface OwnEntryPageProps extends OwnPageProps {
  readonly entry: Entry
  /** The latest first. */
  readonly versions: readonly Entry[]
  readonly edition: Edition
  readonly catalogue: Catalogue
  readonly evidence: readonly Evidence[]
  readonly done?: string | undefined
  readonly today: string
}

const doneWords: ReadonlyMap<string, string> = new Map([
  ['added', 'It is in your passport.'],
  ['changed', 'Your change is saved.'],
  ['counted', 'What it counts towards is saved.'],
])

export function OwnEntryPage(props: OwnEntryPageProps) {
  const { account, demo, entry, done, evidence } = props
  const { title } = entry
  const words = doneWords.get(done ?? '')
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.entries(), text: 'My learning and experience' }}
    >
      {words && <DoneBanner title="Saved" words={words} />}
      <h1 class="nhsuk-heading-l">
        {title !== entryKindNames[entry.kind] && (
          <span class="nhsuk-caption-l">{entryKindNames[entry.kind]}</span>
        )}
        {title}
      </h1>
      <p>
        {entry.private
          ? 'Only you can see this. It is never offered when you share.'
          : 'Nobody else sees this, unless you choose to show it to them.'}
      </p>
      <Facts {...props} />
      <p>
        <a href={paths.changeEntry(entry.id)}>Change this entry</a>
      </p>
      <Counted {...props} />
      <h2 class="nhsuk-heading-m">Evidence</h2>
      <EvidenceList about={entry.id} evidence={evidence} />
      <History {...props} />
      <p>
        <a href={paths.takeOutEntry(entry.id)}>Take this out of my passport</a>
      </p>
    </OwnLayout>
  )
}

function Facts({ entry, catalogue, today }: OwnEntryPageProps) {
  const when = daysOf(entry)
  const refresh = refreshWords(entry, today)
  const rows = [
    ...(when === '' ? [] : [{ name: 'When', words: when }]),
    ...(refresh === '' ? [] : [{ name: 'Refresh', words: refresh }]),
    ...factsOf(entry, questionsOf(entry.kind, catalogue), catalogue),
  ]
  return <SummaryList rows={rows.map(({ name, words }) => ({ key: name, value: words }))} />
}

function Counted({ entry, edition }: OwnEntryPageProps) {
  const counted = statementsOf(edition).filter(({ code }) => entry.codes.includes(code))
  return (
    <>
      <h2 class="nhsuk-heading-m">What it counts towards</h2>
      {counted.length === 0 && <p>Nothing yet.</p>}
      <ul>
        {counted.map(({ code, text }) => (
          <li key={code}>
            <a href={paths.statement(editionRef(edition), code)}>{code.replace(/-.*$/, '')}</a>{' '}
            {text}
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.countEntry(entry.id)}>
          {counted.length === 0 ? 'Choose what it counts towards' : 'Change what it counts towards'}
        </a>
      </p>
    </>
  )
}

function History({ versions, catalogue }: OwnEntryPageProps) {
  if (versions.length < 2) return null
  return (
    <Details summary="What it said before">
      {versions.slice(1).map((entry) => (
        <section key={entry.version}>
          <h3 class="nhsuk-heading-s">Saved on {plainDate(entry.at)}</h3>
          <ul>
            <li>{entry.title}</li>
            {entry.from && <li>{daysOf(entry)}</li>}
            {entry.validUntil && <li>Refresh by {dayInWords(entry.validUntil)}</li>}
            {factsOf(entry, questionsOf(entry.kind, catalogue), catalogue).map(
              ({ name, words }) => (
                <li key={name}>
                  {name}: {words}
                </li>
              ),
            )}
            <li>
              {entry.codes.length === 0
                ? 'Counted towards nothing'
                : `Counted towards ${entry.codes.map((code) => code.replace(/-.*$/, '')).join(', ')}`}
            </li>
          </ul>
        </section>
      ))}
    </Details>
  )
}
