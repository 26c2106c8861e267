import { type Edition, editionRef } from '../../frameworks/model/framework.ts'
import { plainDate } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { ActionLink } from '../../ui/action-link.tsx'
import { Button } from '../../ui/button.tsx'
import type { SignedIn } from '../../ui/page-header.tsx'
import { PageLayout } from '../../ui/page-layout.tsx'
import type { ResponseHead } from '../consultations-store.ts'
import type { Question, Questionnaire, QuestionScope } from '../model/questionnaire.ts'
import { DraftLabel } from './draft-label.tsx'

export interface ConsultationPageProps {
  readonly questionnaire: Questionnaire
  readonly edition: Edition
  /** The edition that came of the draft. */
  readonly leadsTo?: string | undefined
  readonly responses: readonly ResponseHead[]
  /** The reader decides consultations. */
  readonly decides: boolean
  readonly account?: SignedIn | undefined
  readonly demo: boolean
}

export function ConsultationPage(props: ConsultationPageProps) {
  const { questionnaire, edition, leadsTo, responses, decides, account, demo } = props
  const { slug, title, questions } = questionnaire
  const example = responses.find((response) => response.example)
  return (
    <PageLayout
      title={title}
      current="consultation"
      breadcrumbs={[
        { href: paths.home(), text: 'Home' },
        { href: paths.consultations(), text: 'Consultations' },
      ]}
      account={account}
      demo={demo}
    >
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">
        {questions.length} questions on a draft of this framework. The consultation is closed: you
        can read what was asked and answered, and you cannot send anything.
      </p>
      <DraftLabel edition={edition} />
      {example && <ExampleLink slug={slug} example={example} />}
      {decides && <Imported slug={slug} responses={responses} />}
      <h2 class="nhsuk-heading-l">What was asked</h2>
      <p>In our words. Page and domain numbers are those of the draft.</p>
      <ol class="lanyard-questions">
        {questions.map((question) => (
          <QuestionRow key={question.number} question={question} edition={edition} />
        ))}
      </ol>
      {leadsTo && (
        <>
          <h2 class="nhsuk-heading-l">What came of it</h2>
          <ActionLink
            href={paths.changes(`${edition.slug}/${leadsTo}`, edition.version)}
            text={`Every change between the draft and edition ${leadsTo}`}
          />
        </>
      )}
    </PageLayout>
  )
}

interface ExampleLinkProps {
  readonly slug: string
  readonly example: ResponseHead
}

function ExampleLink({ slug, example }: ExampleLinkProps) {
  return (
    <>
      <h2 class="nhsuk-heading-l">An example response</h2>
      <p>
        Written by us. It makes the points that a real response of 2021 made, in other words, so
        that you can see each answer beside the text it speaks of.
      </p>
      <ActionLink
        href={paths.consultationResponse(slug, example.id)}
        text={`Read the response of ${example.respondent}`}
      />
    </>
  )
}

interface ImportedProps {
  readonly slug: string
  readonly responses: readonly ResponseHead[]
}

function Imported({ slug, responses }: ImportedProps) {
  const imported = responses.filter(({ example }) => !example)
  return (
    <>
      <h2 class="nhsuk-heading-l">Imported responses</h2>
      <p>You see these because you decide on consultations. Nobody else does.</p>
      {imported.length === 0 && <p>None yet.</p>}
      <ul class="lanyard-contents-list">
        {imported.map(({ id, respondent, at }) => (
          <li key={id}>
            <a href={paths.consultationResponse(slug, id)}>{respondent}</a>
            <span class="nhsuk-hint">Imported on {plainDate(at)}</span>
          </li>
        ))}
      </ul>
      <Button href={paths.consultationImport(slug)} text="Import a response" variant="secondary" />
    </>
  )
}

interface QuestionRowProps {
  readonly question: Question
  readonly edition: Edition
}

function QuestionRow({ question, edition }: QuestionRowProps) {
  const { number, about, scope, options, answers, condition } = question
  const place = scopePlace(scope, edition)
  return (
    <li class="lanyard-questions__question" id={`question-${number}`}>
      <h3 class="nhsuk-heading-s">Question {number}</h3>
      <p>{about}</p>
      {options.length > 0 && (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {options.map(({ slug, label }) => (
            <li key={slug}>{label}</li>
          ))}
        </ul>
      )}
      {answers.length > 0 && <p class="nhsuk-hint">For each: {answers.join(', ')}</p>}
      {condition && (
        <p class="nhsuk-hint">
          Asked of those who answered {condition.answers.join(' or ')} to question{' '}
          {condition.question}.
        </p>
      )}
      {place && (
        <p class="lanyard-meta">
          <a href={place.href}>{place.name}</a>
          {scope.pages && `, ${pagesInWords(scope.pages)} of the draft`}
        </p>
      )}
    </li>
  )
}

function scopePlace({ part, domain }: QuestionScope, edition: Edition) {
  const ref = editionRef(edition)
  if (domain !== undefined) {
    const title = edition.domains.find(({ number }) => number === domain)?.title ?? ''
    return { name: `Domain ${domain}: ${title}`, href: paths.domain(ref, domain) }
  }
  if (part === undefined) return undefined
  const title = edition.parts.find(({ number }) => number === part)?.title ?? ''
  return { name: `Part ${part}: ${title}`, href: paths.part(ref, part) }
}

function pagesInWords(pages: readonly number[]): string {
  const [first] = pages
  const last = pages.at(-1)
  return first === last ? `page ${first}` : `pages ${first} to ${last}`
}
