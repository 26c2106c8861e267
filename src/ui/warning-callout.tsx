import type { ComponentChildren } from 'preact'
import type { Attributes } from './attributes.ts'
import { Card } from './card.tsx'
import type { HeadingOptions } from './heading.tsx'
import { type Option, optionsOf, wordingOf } from './wording.ts'

interface WarningCalloutProps {
  readonly heading?: Option<HeadingOptions> | undefined
  /** A paragraph; anything longer comes as children. */
  readonly text?: string | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: ComponentChildren
}

export function WarningCallout(props: WarningCalloutProps) {
  const heading = optionsOf(props.heading)
  const said = wordingOf(heading)
  const saysImportant = typeof said === 'string' && /[Ii]mportant/.test(said)
  return (
    <Card
      id={props.id}
      classes={props.classes}
      attributes={props.attributes}
      variant="warning"
      heading={{
        ...heading,
        level: heading?.level ?? 3,
        visuallyHiddenText: saysImportant
          ? undefined
          : (heading?.visuallyHiddenText ?? 'Important'),
      }}
      description={props.text}
    >
      {props.children}
    </Card>
  )
}
