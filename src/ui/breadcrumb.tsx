import type { ComponentChildren } from 'preact'
import { type Attributes, classNames, modifier } from './attributes.ts'
import { BackLink, type BackLinkProps } from './back-link.tsx'
import { wordingOf } from './wording.ts'

interface Crumb {
  readonly text: ComponentChildren
  readonly href: string
  readonly attributes?: Attributes | undefined
}

export interface BreadcrumbProps {
  /** From the home page down to the page above this one. */
  readonly items: readonly Crumb[]
  /** What a phone shows in place of the list; the last of the items unless said. */
  readonly backLink?: BackLinkProps | undefined
  readonly ariaLabel?: string | undefined
  readonly variant?: 'reverse' | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export function Breadcrumb(props: BreadcrumbProps) {
  const last = props.items.at(-1)
  const back = props.backLink
  const classes = classNames(
    'nhsuk-breadcrumb',
    modifier('nhsuk-breadcrumb', props.variant, props.classes),
    props.classes,
  )
  return (
    <nav
      class={classes}
      id={props.id}
      aria-label={props.ariaLabel ?? 'Breadcrumb'}
      {...props.attributes}
    >
      <ol class="nhsuk-breadcrumb__list">
        {props.items.map((item) => (
          <li key={item.href} class="nhsuk-breadcrumb__list-item">
            <a class="nhsuk-breadcrumb__link" href={item.href} {...item.attributes}>
              {item.text}
            </a>
          </li>
        ))}
      </ol>
      <BackLink
        visuallyHiddenText="Back to"
        href={last?.href}
        attributes={last?.attributes}
        variant={props.variant}
        {...back}
      >
        {wordingOf(back) ?? last?.text}
      </BackLink>
    </nav>
  )
}
