import { classNames } from './attributes.ts'
import { Details, type DetailsProps } from './details.tsx'

/** Details drawn as a card, for parts of a page that stand by themselves. */
export function Expander(props: DetailsProps) {
  return <Details {...props} classes={classNames('nhsuk-expander', props.classes)} />
}
