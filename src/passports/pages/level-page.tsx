import { type Edition, levelSlugs, type Section } from '../../frameworks/model/framework.ts'
import { levelName } from '../../frameworks/model/names.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { OwnLayout, type OwnPageProps } from '../../ui/own-layout.tsx'
import { type Task, TaskList } from '../../ui/task-list.tsx'
import {
  type DomainStanding,
  isHeld,
  type LevelEvaluation,
  type SectionStanding,
} from '../model/evaluate-passport.ts'
import { SavedBanner } from './own-answers.tsx'

export interface LevelPageProps extends OwnPageProps {
  readonly edition: Edition
  readonly evaluation: LevelEvaluation
  /** The section that was saved just now. */
  readonly saved?: Section | undefined
  /** The domain that was saved just now, after which none has an open answer. */
  readonly savedDomain?: number | undefined
  /** Where to begin, or to go on after what was saved last. */
  readonly next?: Section | undefined
}

export function LevelPage(props: LevelPageProps) {
  const { edition, evaluation, saved, savedDomain, next, account, demo } = props
  const level = levelName(edition, evaluation.level)
  const sections = evaluation.domains.flatMap(({ sections }) => sections)
  const done = sections.filter(isAllAnswered).length
  return (
    <OwnLayout
      {...{ account, demo }}
      title={`Where I stand: ${level}`}
      back={{ href: paths.passport(evaluation.level), text: 'My passport' }}
    >
      {saved && <Saved {...{ saved, evaluation, next }} />}
      {savedDomain && <SavedBanner saved={`domain ${savedDomain}`} />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Where I stand</span>
        {level} level
      </h1>
      <p>
        You have answered {done} of {sections.length} sections. Do a few at a time, in any order.
        Your answers are saved section by section, or a whole domain at once.
      </p>
      {next && !saved && <Begin {...{ evaluation, next }} />}
      {evaluation.domains.map((standing) => (
        <DomainTasks key={standing.domain.number} {...{ standing, evaluation }} />
      ))}
      <OtherLevels {...{ edition, evaluation }} />
    </OwnLayout>
  )
}

function Begin({
  evaluation,
  next,
}: {
  readonly evaluation: LevelEvaluation
  readonly next: Section
}) {
  const begun = evaluation.domains.some((domain) => answeredIn(domain) > 0)
  return (
    <Button href={paths.selfAssess(next.code, evaluation.level)}>
      {begun ? 'Carry on' : 'Start here'}: {next.code} {next.title}
    </Button>
  )
}

function Saved({
  saved,
  evaluation,
  next,
}: Pick<LevelPageProps, 'evaluation' | 'next'> & { readonly saved: Section }) {
  return (
    <SavedBanner saved={`${saved.code} ${saved.title}`}>
      {next && (
        <p>
          <a href={paths.selfAssess(next.code, evaluation.level)}>
            Carry on with {next.code} {next.title}
          </a>
        </p>
      )}
      <p>
        <a href={paths.askForSignOff(saved.code, evaluation.level)}>
          Ask a colleague to sign off {saved.code}
        </a>
      </p>
    </SavedBanner>
  )
}

function DomainTasks({
  standing,
  evaluation,
}: {
  readonly standing: DomainStanding
  readonly evaluation: LevelEvaluation
}) {
  const { domain, sections } = standing
  const total = sections.flatMap(({ standings }) => standings).length
  return (
    <>
      <h2 class="nhsuk-heading-m">
        {domain.number}. {domain.title}
      </h2>
      <p>
        <a href={paths.selfAssessDomain(domain.number, evaluation.level)}>
          Answer all of domain {domain.number}
        </a>
        : {answeredIn(standing)} of {total} statements answered
      </p>
      <TaskList
        idPrefix={`domain-${domain.number}`}
        classes="lanyard-sections"
        items={sections.map((section) => taskOf(section, evaluation))}
      />
    </>
  )
}

function taskOf(standing: SectionStanding, { level }: LevelEvaluation): Task {
  const { section, standings } = standing
  const total = standings.length
  const signed = standings.filter(isHeld).length
  return {
    heading: `${section.code} ${section.title}`,
    href: paths.selfAssess(section.code, level),
    hint: signed > 0 ? `${signed} of ${total} signed off` : undefined,
    status: statusOf(countAnswered(standing), total),
  }
}

function statusOf(answered: number, total: number): Task['status'] {
  if (answered === total) return 'All answered'
  if (answered === 0) return { tag: { text: 'Not started', colour: 'white' } }
  return { tag: { text: `${answered} of ${total}`, colour: 'blue' } }
}

function answeredIn({ sections }: DomainStanding): number {
  return sections.reduce((sum, section) => sum + countAnswered(section), 0)
}

function countAnswered({ standings }: SectionStanding): number {
  return standings.filter(({ answer }) => answer !== undefined).length
}

function isAllAnswered(standing: SectionStanding): boolean {
  return countAnswered(standing) === standing.standings.length
}

function OtherLevels({ edition, evaluation }: Pick<LevelPageProps, 'edition' | 'evaluation'>) {
  return (
    <p>
      Another level:{' '}
      {levelSlugs
        .filter((level) => level !== evaluation.level)
        .map((level, index) => (
          <>
            {index > 0 && ', '}
            <a href={paths.selfAssessLevel(level)}>{levelName(edition, level)}</a>
          </>
        ))}
    </p>
  )
}
