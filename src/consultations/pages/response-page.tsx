import type { Edition } from '../../frameworks/model/framework.ts'
import { plainDate } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import type { SignedIn } from '../../ui/page-header.tsx'
import { PageLayout } from '../../ui/page-layout.tsx'
import type { StoredResponse } from '../consultations-store.ts'
import { countResponse, type ResponseFigures } from '../model/count-response.ts'
import type { Questionnaire } from '../model/questionnaire.ts'
import type { AnswerState } from '../model/read-answer.ts'
import type { AnchorState } from '../model/resolve-anchors.ts'
import { anchorStates, answerStates } from '../state-words.ts'
import { AnsweredQuestion } from './answered-question.tsx'
import { DraftLabel } from './draft-label.tsx'

export interface ResponsePageProps {
  readonly stored: StoredResponse
  readonly questionnaire: Questionnaire
  readonly edition: Edition
  readonly account?: SignedIn | undefined
  readonly demo: boolean
}

export function ResponsePage({ stored, questionnaire, edition, account, demo }: ResponsePageProps) {
  const { respondent, example, at, response } = stored
  const { slug, title, questions } = questionnaire
  return (
    <PageLayout
      title={`Response: ${respondent}`}
      current="consultation"
      breadcrumbs={[
        { href: paths.home(), text: 'Home' },
        { href: paths.consultations(), text: 'Consultations' },
        { href: paths.consultation(slug), text: title },
      ]}
      account={account}
      demo={demo}
      noindex={!example}
      wide
    >
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">Response</span>
        {respondent}
      </h1>
      <p class="nhsuk-lede-text">
        {example
          ? 'An example, written by Lanyard. '
          : `Imported on ${plainDate(at)}. Only those who decide on this consultation see it. `}
        Every line is shown as it was sent, under its question, with the text that it points at.
      </p>
      <DraftLabel edition={edition} />
      <Figures figures={countResponse(response)} />
      <Jump numbers={response.questions.map(({ number }) => number)} />
      {response.preamble.length > 0 && <Preamble lines={response.preamble} />}
      {response.questions.map((question) => (
        <AnsweredQuestion
          key={question.number}
          question={question}
          about={questions.find(({ number }) => number === question.number)?.about}
          edition={edition}
        />
      ))}
    </PageLayout>
  )
}

function Figures({ figures }: { readonly figures: ResponseFigures }) {
  return (
    <div class="lanyard-figures">
      <section>
        <h2 class="nhsuk-heading-s">{figures.questions} questions</h2>
        <dl class="lanyard-figures__list">
          {answerOrder.map((state) => (
            <Figure key={state} name={answerStates[state]} count={figures.byAnswer[state]} />
          ))}
        </dl>
      </section>
      <section>
        <h2 class="nhsuk-heading-s">{figures.anchors} places that it points at</h2>
        <dl class="lanyard-figures__list">
          {anchorOrder.map((state) => (
            <Figure
              key={state}
              name={anchorStates[state]}
              count={figures.byAnchor[state]}
              state={state}
            />
          ))}
        </dl>
      </section>
    </div>
  )
}

const answerOrder: readonly AnswerState[] = ['answered', 'blank', 'not-recoverable']
const anchorOrder: readonly AnchorState[] = [
  'exact',
  'edited',
  'ambiguous',
  'not-found',
  'other-document',
]

interface FigureProps {
  readonly name: string
  readonly count: number
  readonly state?: AnchorState | undefined
}

function Figure({ name, count, state }: FigureProps) {
  const kind = state === undefined ? '' : ` lanyard-figures__figure--${state}`
  return (
    <div class={`lanyard-figures__figure${kind}`}>
      <dt>{name}</dt>
      <dd>{count}</dd>
    </div>
  )
}

function Jump({ numbers }: { readonly numbers: readonly number[] }) {
  return (
    <nav class="lanyard-jump" aria-label="Questions">
      <p class="lanyard-jump__title">Go to question</p>
      <ol class="lanyard-jump__list">
        {numbers.map((number) => (
          <li key={number}>
            <a href={`#question-${number}`}>{number}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Preamble({ lines }: { readonly lines: readonly string[] }) {
  return (
    <section class="lanyard-answer">
      <h2 class="nhsuk-heading-m">Before the first question</h2>
      {lines.map((line, index) => (
        <p key={index} class="lanyard-verbatim">
          {line}
        </p>
      ))}
    </section>
  )
}
