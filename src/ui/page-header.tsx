import { paths } from '../paths.ts'
import { Icon } from './icon.tsx'

export type Place = 'framework' | 'passport' | 'verify' | 'roles' | 'consultation' | 'team'

export interface SignedIn {
  /** For script, which keeps nothing of one person where another signs in. */
  readonly id?: string | undefined
  readonly name: string
  readonly csrfToken: string
  /** Where somebody who signs off or issues finds what waits for them. */
  readonly team?: string | undefined
  /** It ends after ten minutes without use. */
  readonly sharedComputer?: boolean | undefined
}

interface PageHeaderProps {
  readonly current?: Place | undefined
  readonly account?: SignedIn | undefined
  readonly containerClasses: string
}

interface PlaceInMenu {
  readonly place: Place
  readonly text: string
  readonly href: string
}

const places: readonly PlaceInMenu[] = [
  { place: 'framework', text: 'Framework', href: paths.newestEdition('ahp-support-worker') },
  { place: 'passport', text: 'My passport', href: '/passport' },
  { place: 'verify', text: 'Verify', href: '/verify' },
  { place: 'roles', text: 'Who is helping me?', href: '/roles' },
  { place: 'consultation', text: 'Consultation', href: '/consultations' },
]

/** A clip holding a card with a tick: drawn by us, and never anybody's logo. */
function Wordmark() {
  return (
    <a class="lanyard-wordmark" href="/">
      <svg viewBox="0 0 32 40" width="32" height="40" aria-hidden="true" focusable="false">
        <path d="M12 1h8v5h-8z" />
        <path d="M4 8h24a4 4 0 0 1 4 4v24a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4V12a4 4 0 0 1 4-4z" />
        <path class="lanyard-wordmark__tick" d="M8.5 24.5l5 5 10-11" />
      </svg>
      <span>Lanyard</span>
    </a>
  )
}

/** Public pages are the same for everyone: they do not know whether somebody is signed in. */
function Account({ account }: { readonly account?: SignedIn | undefined }) {
  if (!account) {
    return (
      <a class="lanyard-header__link" href="/passport">
        Your account
      </a>
    )
  }
  return (
    <>
      <a class="lanyard-header__link lanyard-header__name" href="/account">
        <Icon name="user" />
        {account.name}
      </a>
      <form action="/sign-out" method="post">
        <input type="hidden" name="_csrf" value={account.csrfToken} />
        <button class="lanyard-header__link" type="submit">
          Sign out
        </button>
      </form>
    </>
  )
}

function PlaceLink({ at, current }: { at: PlaceInMenu; current: boolean }) {
  return (
    <li class="lanyard-nav__item">
      <a class="lanyard-nav__link" href={at.href} aria-current={current ? 'true' : undefined}>
        {current ? <strong>{at.text}</strong> : at.text}
      </a>
    </li>
  )
}

function SharedComputer({ containerClasses }: Pick<PageHeaderProps, 'containerClasses'>) {
  return (
    <section class="lanyard-shared-computer" aria-label="Shared computer" data-shared-computer>
      <p class={`lanyard-shared-computer__text ${containerClasses}`}>
        <strong>Shared computer.</strong> Sign out before you leave it. We sign you out after 10
        minutes without use.
      </p>
    </section>
  )
}

function placesFor(account: SignedIn | undefined): readonly PlaceInMenu[] {
  if (account?.team === undefined) return places
  return [
    ...places.slice(0, 2),
    { place: 'team', text: 'Team', href: account.team },
    ...places.slice(2),
  ]
}

export function PageHeader({ current, account, containerClasses }: PageHeaderProps) {
  return (
    <header>
      <div class="lanyard-header">
        <div class={`lanyard-header__container ${containerClasses}`}>
          <Wordmark />
          <nav class="lanyard-header__account" aria-label="Account" data-person={account?.id}>
            <Account account={account} />
          </nav>
        </div>
      </div>
      {account?.sharedComputer && <SharedComputer containerClasses={containerClasses} />}
      <nav class="lanyard-nav" aria-label="Menu">
        <ul class={`lanyard-nav__list ${containerClasses}`}>
          {placesFor(account).map((at) => (
            <PlaceLink key={at.href} at={at} current={at.place === current} />
          ))}
        </ul>
      </nav>
    </header>
  )
}
