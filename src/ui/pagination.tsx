import { type Attributes, classNames } from './attributes.ts'
import { Icon } from './icon.tsx'
import { type Option, saidBy, type Wording, wordingOf } from './wording.ts'

interface Neighbour extends Wording {
  readonly href: string
  /** The title of the page that it leads to. */
  readonly label?: Option<Wording> | undefined
  readonly attributes?: Attributes | undefined
}

interface NumberedPage {
  readonly number?: number | string | undefined
  /** Left out for an ellipsis alone. */
  readonly href?: string | undefined
  readonly current?: boolean | undefined
  readonly ellipsis?: boolean | undefined
  readonly ariaLabel?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

interface PaginationProps {
  readonly previous?: Neighbour | undefined
  readonly next?: Neighbour | undefined
  readonly items?: readonly NumberedPage[] | undefined
  readonly ariaLabel?: string | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

type Direction = 'previous' | 'next'

const words = { previous: 'Previous', next: 'Next' } as const
const rels = { previous: 'prev', next: 'next' } as const

function ArrowIcon({ to }: { to: Direction }) {
  return <Icon name={to === 'previous' ? 'arrow-left' : 'arrow-right'} />
}

function Title({ to, page }: { to: Direction; page: Neighbour }) {
  return (
    <span class="nhsuk-pagination__title">
      {wordingOf(page) ?? (
        <>
          {words[to]}
          <span class="nhsuk-u-visually-hidden"> page</span>
        </>
      )}
    </span>
  )
}

/** Beside a list of numbers. */
function StepLink({ to, page }: { to: Direction; page: Neighbour | undefined }) {
  if (!page) return null
  return (
    <a href={page.href} class={`nhsuk-pagination__${to}`} rel={rels[to]}>
      {to === 'previous' && <ArrowIcon to={to} />}
      <Title to={to} page={page} />
      {to === 'next' && <ArrowIcon to={to} />}
    </a>
  )
}

/** Where there are no numbers, with the title of the page. */
function NeighbourLink({ to, page }: { to: Direction; page: Neighbour | undefined }) {
  if (!page) return null
  const label = saidBy(page.label)
  return (
    <li class={`nhsuk-pagination-item--${to}`}>
      <a
        class={`nhsuk-pagination__link nhsuk-pagination__link--${rels[to]}`}
        href={page.href}
        rel={rels[to]}
        {...page.attributes}
      >
        <Title to={to} page={page} />
        {label && (
          <>
            <span class="nhsuk-u-visually-hidden">:</span>
            <span class="nhsuk-pagination__page">{wordingOf(label)}</span>
          </>
        )}
        <ArrowIcon to={to} />
      </a>
    </li>
  )
}

function PageNumber({ page }: { page: NumberedPage }) {
  const classes = classNames(
    'nhsuk-pagination__item',
    page.current && 'nhsuk-pagination__item--current',
    page.ellipsis && 'nhsuk-pagination__item--ellipsis',
    page.classes,
  )
  if (page.ellipsis) return <li class={classes}>⋯</li>
  return (
    <li class={classes}>
      <a
        class="nhsuk-pagination__link"
        href={page.href ?? '#'}
        aria-label={page.ariaLabel ?? `Page ${page.number}`}
        aria-current={page.current ? 'page' : undefined}
        {...page.attributes}
      >
        {page.number}
      </a>
    </li>
  )
}

export function Pagination(props: PaginationProps) {
  const { previous, next, items } = props
  const numbered = !!items?.length
  return (
    <nav
      class={classNames(
        'nhsuk-pagination',
        numbered && 'nhsuk-pagination--numbered',
        props.classes,
      )}
      id={props.id}
      // biome-ignore lint/a11y/noRedundantRoles: kept as nhsuk-frontend has it
      role="navigation"
      aria-label={props.ariaLabel ?? 'Pagination'}
      {...props.attributes}
    >
      {numbered ? (
        <>
          <StepLink to="previous" page={previous} />
          <ul class="nhsuk-pagination__list">
            {items.map((page) => (
              <PageNumber key={page.href} page={page} />
            ))}
          </ul>
          <StepLink to="next" page={next} />
        </>
      ) : (
        <ul class="nhsuk-list nhsuk-pagination__list">
          <NeighbourLink to="previous" page={previous} />
          <NeighbourLink to="next" page={next} />
        </ul>
      )}
    </nav>
  )
}
