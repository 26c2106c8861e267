import { type Edition, levelSlugs, type Section } from '../../frameworks/model/framework.ts'
import { levelName } from '../../frameworks/model/names.ts'
import { paths } from '../../paths.ts'
import { NotificationBanner } from '../../ui/notification-banner.tsx'
import { type Task, TaskList } from '../../ui/task-list.tsx'
import type {
  DomainStanding,
  PassportSummary,
  SectionStanding,
} from '../model/summarise-passport.ts'
import { OwnLayout, type OwnPageProps } from './own-layout.tsx'

export interface LevelPageProps extends OwnPageProps {
  readonly edition: Edition
  readonly summary: PassportSummary
  /** The section that was saved just now. */
  readonly saved?: Section | undefined
}

export function LevelPage({ edition, summary, saved, account, demo }: LevelPageProps) {
  const level = levelName(edition, summary.level)
  const sections = summary.domains.flatMap(({ sections }) => sections)
  const done = sections.filter((section) => !isBlank(section)).length
  return (
    <OwnLayout
      {...{ account, demo }}
      title={`Where I stand: ${level}`}
      back={{ href: paths.passport(summary.level), text: 'My passport' }}
    >
      {saved && <Saved {...{ saved, summary }} />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Where I stand</span>
        {level} level
      </h1>
      <p>
        You have answered {done} of {sections.length} sections. Do a few at a time, in any order.
        Your answers are saved section by section.
      </p>
      {summary.domains.map((standing) => (
        <DomainTasks key={standing.domain.number} {...{ standing, summary }} />
      ))}
      <OtherLevels {...{ edition, summary }} />
    </OwnLayout>
  )
}

function Saved({ saved, summary }: { readonly saved: Section; readonly summary: PassportSummary }) {
  const sections = summary.domains.flatMap(({ sections }) => sections)
  const at = sections.findIndex(({ section }) => section.code === saved.code)
  const following = [...sections.slice(at + 1), ...sections.slice(0, at)]
  const next = following.find(isBlank)?.section
  return (
    <NotificationBanner variant="success" title="Saved">
      <p class="nhsuk-notification-banner__heading">
        Your answers for {saved.code} {saved.title} are saved.
      </p>
      <p>
        <a href={paths.askForSignOff(saved.code, summary.level)}>
          Ask a colleague to sign off {saved.code}
        </a>
      </p>
      {next && (
        <p>
          <a href={paths.selfAssess(next.code, summary.level)}>
            Carry on with {next.code} {next.title}
          </a>
        </p>
      )}
    </NotificationBanner>
  )
}

function DomainTasks({
  standing: { domain, sections },
  summary,
}: {
  readonly standing: DomainStanding
  readonly summary: PassportSummary
}) {
  return (
    <>
      <h2 class="nhsuk-heading-m">
        {domain.number}. {domain.title}
      </h2>
      <TaskList
        idPrefix={`domain-${domain.number}`}
        items={sections.map((standing) => taskOf(standing, summary))}
      />
    </>
  )
}

function taskOf(standing: SectionStanding, { level }: PassportSummary): Task {
  const { section, standings } = standing
  const total = standings.length
  const answered = standings.filter(({ answer }) => answer !== undefined).length
  const signed = standings.filter(({ state }) => state === 'signed-off').length
  return {
    heading: `${section.code} ${section.title}`,
    href: paths.selfAssess(section.code, level),
    hint: signed > 0 ? `${signed} of ${total} signed off` : undefined,
    status: statusOf(answered, total),
  }
}

function statusOf(answered: number, total: number): Task['status'] {
  if (answered === total) return 'All answered'
  if (answered === 0) return { tag: { text: 'Not started', colour: 'white' } }
  return { tag: { text: `${answered} of ${total}`, colour: 'blue' } }
}

function isBlank({ standings }: SectionStanding): boolean {
  return standings.every(({ answer }) => answer === undefined)
}

function OtherLevels({ edition, summary }: Pick<LevelPageProps, 'edition' | 'summary'>) {
  return (
    <p>
      Another level:{' '}
      {levelSlugs
        .filter((level) => level !== summary.level)
        .map((level, index) => (
          <>
            {index > 0 && ', '}
            <a href={paths.selfAssessLevel(level)}>{levelName(edition, level)}</a>
          </>
        ))}
    </p>
  )
}
