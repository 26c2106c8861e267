import { paths } from '../../paths.ts'
import { PageLayout } from '../../ui/page-layout.tsx'
import type { Questionnaire } from '../model/questionnaire.ts'

interface ConsultationsPageProps {
  readonly questionnaires: readonly Questionnaire[]
  readonly demo: boolean
}

export function ConsultationsPage({ questionnaires, demo }: ConsultationsPageProps) {
  return (
    <PageLayout
      title="Consultations"
      current="consultation"
      breadcrumbs={[{ href: paths.home(), text: 'Home' }]}
      demo={demo}
    >
      <h1 class="nhsuk-heading-xl">Consultations</h1>
      <p class="nhsuk-lede-text">
        What was asked about a framework, what people answered, and the words that each answer
        speaks of.
      </p>
      <ul class="lanyard-contents-list">
        {questionnaires.map(({ slug, title, questions }) => (
          <li key={slug}>
            <a href={paths.consultation(slug)}>{title}</a>
            <span class="nhsuk-hint">
              {questions.length} questions, shown on an illustrative draft written by Lanyard. It is
              closed: old responses can be read, and nothing can be sent.
            </span>
          </li>
        ))}
      </ul>
    </PageLayout>
  )
}
