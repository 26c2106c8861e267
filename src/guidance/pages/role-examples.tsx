import type { Level, RoleExample } from '../../frameworks/model/framework.ts'
import type { ExampleWords } from '../model/role-guidance.ts'

interface RoleExamplesProps {
  readonly examples: readonly RoleExample[]
  readonly words: ExampleWords
  readonly levels: readonly Pick<Level, 'slug' | 'name'>[]
}

export function RoleExamples({ examples, words, levels }: RoleExamplesProps) {
  const nameOf = (example: RoleExample) =>
    levels.find((level) => level.slug === example.level)?.name ?? example.level
  return (
    <>
      <h2 class="nhsuk-heading-l">{words.heading}</h2>
      <p>{words.intro}</p>
      {examples.map((example) => (
        <details key={example.level} class="nhsuk-details">
          <summary class="nhsuk-details__summary">
            <span class="nhsuk-details__summary-text">{nameOf(example)}</span>
          </summary>
          <div class="nhsuk-details__text">
            <dl class="nhsuk-summary-list nhsuk-summary-list--no-border">
              <Row term={words.person} text={example.person} />
              <Row term={words.supportWorker} text={example.supportWorker} />
              <Row term={words.registeredProfessional} text={example.registeredProfessional} />
            </dl>
          </div>
        </details>
      ))}
    </>
  )
}

function Row({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <div class="nhsuk-summary-list__row">
      <dt class="nhsuk-summary-list__key">{term}</dt>
      <dd class="nhsuk-summary-list__value">{text}</dd>
    </div>
  )
}
