import type { Edition, LevelSlug, Section, Statement } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { type Answer, answerWords } from '../../model/answer.ts'

export interface AnswerChange {
  readonly code: string
  readonly answer: Answer
  readonly at: Date
}

interface AnswerChangesPageProps extends OwnPageProps {
  readonly edition: Edition
  readonly section: Section
  readonly level: LevelSlug
  readonly statements: readonly Statement[]
  /** The latest first. */
  readonly changes: readonly AnswerChange[]
}

export function AnswerChangesPage(props: AnswerChangesPageProps) {
  const { account, demo, edition, section, level, statements, changes } = props
  const title = 'How my answers changed'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{
        href: paths.selfAssess(section.code, level),
        text: `${section.code} ${section.title}`,
      }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {section.code} {section.title}: {levelName(edition, level)}
        </span>
        {title}
      </h1>
      <p>
        Every answer you gave is kept, so that you can see how far you have come. Only you see this.
      </p>
      {statements.map(({ code, text }) => (
        <section key={code}>
          <h2 class="nhsuk-heading-s">{text}</h2>
          <Answers given={changes.filter((change) => change.code === code)} />
        </section>
      ))}
    </OwnLayout>
  )
}

function Answers({ given }: { readonly given: readonly AnswerChange[] }) {
  if (given.length === 0) return <p>You have not answered this yet.</p>
  return (
    <ol class="nhsuk-list" reversed>
      {given.map(({ answer, at }) => (
        <li key={at.getTime()}>
          <strong>{plainDate(at)}</strong>: {answerWords[answer]}
        </li>
      ))}
    </ol>
  )
}
