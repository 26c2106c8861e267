import type { Edition } from '../../frameworks/model/framework.ts'
import { Tag } from '../../ui/tag.tsx'
import { markAnchors } from '../model/mark-anchors.ts'
import type { AnswerState } from '../model/read-answer.ts'
import type { ReadQuestion } from '../model/read-response.ts'
import { answerStates } from '../state-words.ts'
import { AnchorCard, type NumberedAnchor } from './anchor-card.tsx'

interface AnsweredQuestionProps {
  readonly question: ReadQuestion
  /** What was asked, in our words; unknown where the response has a question of its own. */
  readonly about?: string | undefined
  readonly edition: Edition
}

export function AnsweredQuestion({ question, about, edition }: AnsweredQuestionProps) {
  const { number, heading, gap, text, state, paragraphs } = question
  const anchors = question.anchors.map((anchor, index) => ({
    ...anchor,
    id: `anchor-${number}-${index + 1}`,
  }))
  return (
    <section class="lanyard-answer" aria-labelledby={`question-${number}`}>
      <div class="lanyard-answer__head">
        <h2 class="nhsuk-heading-m" id={`question-${number}`}>
          Question {number}
        </h2>
        <Tag text={answerStates[state]} colour={colours[state]} />
      </div>
      {about && <p class="lanyard-answer__about">{about}</p>}
      <p class="lanyard-answer__asked">
        <span class="nhsuk-u-visually-hidden">As it stands in the response: </span>
        {heading + gap + text}
      </p>
      <StateNote state={state} />
      {paragraphs.map((paragraph, index) => (
        <Row
          key={index}
          paragraph={paragraph}
          anchors={anchors.filter((anchor) => anchor.paragraph === index)}
          edition={edition}
        />
      ))}
    </section>
  )
}

const colours = { answered: 'green', blank: 'grey', 'not-recoverable': 'orange' } as const

function StateNote({ state }: { readonly state: AnswerState }) {
  switch (state) {
    case 'answered':
      return null
    case 'blank':
      return <p>Nothing stands under this question.</p>
    case 'not-recoverable':
      return (
        <p>
          <strong>Not recoverable from the source:</strong> the ticks are missing, and we do not
          guess them.
        </p>
      )
  }
}

interface RowProps {
  readonly paragraph: string
  readonly anchors: readonly NumberedAnchor[]
  readonly edition: Edition
}

function Row({ paragraph, anchors, edition }: RowProps) {
  return (
    <div class="lanyard-answer__row">
      <p class="lanyard-verbatim">
        {markAnchors(paragraph, anchors).map(({ text, anchor }) =>
          anchor === undefined ? (
            text
          ) : (
            <a class="lanyard-pointing" href={`#${anchor.id}`}>
              <mark>{text}</mark>
            </a>
          ),
        )}
      </p>
      {anchors.length > 0 && (
        <div>
          <p class="lanyard-meta" id={`${anchors[0]?.id}-list`}>
            In our illustrative draft
          </p>
          <ul class="lanyard-anchors" aria-labelledby={`${anchors[0]?.id}-list`}>
            {anchors.map((anchor) => (
              <AnchorCard key={anchor.id} anchor={anchor} edition={edition} />
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
