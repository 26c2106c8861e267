import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './attributes.ts'
import { Heading, type HeadingOptions } from './heading.tsx'
import { type Option, optionsOf, type Wording, wordingOf } from './wording.ts'

interface ErrorEntry extends Wording {
  /** `#` and the id of the field that is wrong. */
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface ErrorSummaryProps {
  readonly heading?: Option<HeadingOptions> | undefined
  readonly description?: Option<Wording> | undefined
  readonly errorList?: readonly ErrorEntry[] | undefined
  readonly disableAutoFocus?: boolean | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  /** In place of the description. */
  readonly children?: ComponentChildren
}

function ErrorList({ errors }: { errors: readonly ErrorEntry[] }) {
  if (errors.length === 0) return null
  return (
    <ul class="nhsuk-list nhsuk-error-summary__list">
      {errors.map((error) => (
        <li key={error.href}>
          {error.href ? (
            <a href={error.href} {...error.attributes}>
              {wordingOf(error)}
            </a>
          ) : (
            wordingOf(error)
          )}
        </li>
      ))}
    </ul>
  )
}

/** First on a page whose form came back; the page's title then begins with "Error: ". */
export function ErrorSummary(props: ErrorSummaryProps) {
  const description = props.children ?? wordingOf(optionsOf(props.description))
  const disableAutoFocus =
    props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)
  // The alert is a child, or else moving the focus to the summary cuts the announcement short.
  return (
    <div
      class={classNames('nhsuk-error-summary', props.classes)}
      id={props.id}
      data-module="nhsuk-error-summary"
      data-disable-auto-focus={disableAutoFocus}
      {...props.attributes}
    >
      <div role="alert">
        <Heading
          {...optionsOf(props.heading ?? 'There is a problem')}
          level={2}
          className="nhsuk-error-summary__heading"
        />
        <div class="nhsuk-error-summary__body">
          {description && <p>{description}</p>}
          <ErrorList errors={props.errorList ?? []} />
        </div>
      </div>
    </div>
  )
}
