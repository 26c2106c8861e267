import { type Attributes, classNames } from './attributes.ts'
import { type Wording, wordingOf } from './wording.ts'

interface SkipLinkProps extends Wording {
  readonly href?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export function SkipLink(props: SkipLinkProps) {
  return (
    <a
      class={classNames('nhsuk-skip-link', props.classes)}
      data-module="nhsuk-skip-link"
      href={props.href ?? '#maincontent'}
      {...props.attributes}
    >
      {wordingOf(props) ?? 'Skip to main content'}
    </a>
  )
}
