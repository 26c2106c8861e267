import type { Finding } from '../../../finding.ts'
import type { Edition, LevelSlug, Section, Statement } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import type { GoodEvidence } from '../../evidence/model/good-evidence.ts'
import { GoodEvidenceView } from '../../evidence/pages/good-evidence-view.tsx'
import type { Answer } from '../../model/answer.ts'
import { NoWrongAnswers } from '../../pages/own-answers.tsx'
import { PrivateNote } from './private-note.tsx'
import { SavingLine } from './saving-line.tsx'
import { SelfAssessQuestion } from './self-assess-question.tsx'

export interface SelfAssessPageProps extends OwnPageProps {
  readonly edition: Edition
  readonly section: Section
  readonly level: LevelSlug
  readonly statements: readonly Statement[]
  readonly answers: ReadonlyMap<string, Answer>
  readonly note: string
  readonly good: readonly GoodEvidence[]
  readonly errors?: readonly FieldFault[] | undefined
  readonly findings?: readonly Finding[] | undefined
}

export function SelfAssessPage(props: SelfAssessPageProps) {
  const { edition, section, level, errors, account, demo } = props
  const title = `${section.code} ${section.title}`
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{
        href: paths.selfAssessLevel(level),
        text: `All sections, ${levelName(edition, level).toLowerCase()}`,
      }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Where I stand: {levelName(edition, level)}</span>
        {title}
      </h1>
      {section.about && <p>{section.about}</p>}
      <NoWrongAnswers />
      <OwnForm action={paths.selfAssess(section.code, level)} csrfToken={account.csrfToken}>
        {props.statements.map((statement) => (
          <SelfAssessQuestion
            key={statement.code}
            statement={statement}
            chosen={props.answers.get(statement.code)}
            errorMessage={faultOf(errors, `answer-${statement.code}`)}
          />
        ))}
        <PrivateNote note={props.note} errors={errors} findings={props.findings} />
        <Button text="Save my answers" />
        <SavingLine />
      </OwnForm>
      <GoodEvidenceView good={props.good} />
      <h2 class="nhsuk-heading-m">Your evidence</h2>
      <ul class="nhsuk-list">
        {props.statements.map(({ code, text }) => (
          <li key={code}>
            <a href={paths.evidenceFor(code)}>
              Evidence<span class="nhsuk-u-visually-hidden"> for this statement</span>
            </a>
            : {text}
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.answerChanges(section.code, level)}>How my answers changed</a>
      </p>
    </OwnLayout>
  )
}
