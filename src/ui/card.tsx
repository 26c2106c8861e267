import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './attributes.ts'
import { CardAction, type CardActionOptions } from './card-action.tsx'
import { Heading, type HeadingOptions } from './heading.tsx'
import { Icon } from './icon.tsx'
import { type Option, optionsOf, type Wording, wordingOf } from './wording.ts'

type CareVariant = 'non-urgent' | 'urgent' | 'emergency'

export interface CardProps {
  readonly heading?: Option<HeadingOptions> | undefined
  /** Plain text is put in a paragraph. */
  readonly description?: Option<Wording> | undefined
  readonly href?: string | undefined
  readonly clickable?: boolean | undefined
  readonly variant?: 'feature' | 'primary' | 'secondary' | 'warning' | CareVariant | undefined
  readonly actions?: readonly CardActionOptions[] | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: ComponentChildren
}

const carePrefixes: Readonly<Record<CareVariant, string>> = {
  'non-urgent': 'Non-urgent advice',
  urgent: 'Urgent advice',
  emergency: 'Immediate action required',
}

function careOf({ variant, heading }: CardProps): CareVariant | undefined {
  const isCare = variant === 'non-urgent' || variant === 'urgent' || variant === 'emergency'
  return isCare && heading ? variant : undefined
}

function cardClasses(props: CardProps, care: CareVariant | undefined): string {
  const { variant, clickable, classes } = props
  const plain = variant && !(variant in carePrefixes)
  return classNames(
    'nhsuk-card',
    clickable && 'nhsuk-card--clickable',
    plain && `nhsuk-card--${variant}`,
    care && `nhsuk-card--care nhsuk-card--care--${care}`,
    classes,
  )
}

function CardHeading({ card, care }: { card: CardProps; care: CareVariant | undefined }) {
  const heading = optionsOf(card.heading)
  const said = wordingOf(heading)
  if (!said) return null
  const hidden = heading?.visuallyHiddenText ?? (care && carePrefixes[care])
  const linked = card.href && card.variant !== 'feature'
  return (
    <>
      <Heading
        {...heading}
        level={heading?.level ?? 2}
        visuallyHiddenText={undefined}
        className="nhsuk-card__heading"
        classPrefix="nhsuk-heading-"
      >
        {linked && (
          <a class="nhsuk-card__link" href={card.href}>
            {said}
          </a>
        )}
        {!linked && hidden && (
          // Without the role VoiceOver reads the two parts as two headings.
          <span role={'text' as 'none'}>
            <span class="nhsuk-u-visually-hidden">{`${hidden}: `}</span>
            {said}
          </span>
        )}
        {!linked && !hidden && said}
      </Heading>
      {care && <span class="nhsuk-card--care__arrow" aria-hidden="true" />}
    </>
  )
}

function CardActions({ card }: { card: CardProps }) {
  const [first, ...more] = card.actions ?? []
  if (!first) return null
  if (more.length === 0) {
    return (
      <div class="nhsuk-card__actions">
        <CardAction {...first} of={card.heading} />
      </div>
    )
  }
  return (
    <ul class="nhsuk-card__actions">
      {card.actions?.map((action) => (
        <li key={action.href} class="nhsuk-card__action">
          <CardAction {...action} of={card.heading} />
        </li>
      ))}
    </ul>
  )
}

function Description({ said }: { said: ComponentChildren }) {
  if (typeof said !== 'string') return <>{said}</>
  return said ? <p class="nhsuk-card__description">{said}</p> : null
}

export function Card(props: CardProps) {
  const care = careOf(props)
  const classes = cardClasses(props, care)
  const headed = care !== undefined || !!props.actions?.length
  return (
    <div class={classes} id={props.id} {...props.attributes}>
      {headed && (
        <div class="nhsuk-card__heading-container">
          <CardHeading card={props} care={care} />
          <CardActions card={props} />
        </div>
      )}
      <div class="nhsuk-card__content">
        {!headed && <CardHeading card={props} care={undefined} />}
        {props.children ?? <Description said={wordingOf(optionsOf(props.description))} />}
        {classes.includes('nhsuk-card--primary') && <Icon name="chevron-right-circle" />}
      </div>
    </div>
  )
}
