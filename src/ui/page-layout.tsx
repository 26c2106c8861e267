import type { ComponentChildren } from 'preact'
import { assetAddress } from './asset-address.ts'
import { BackLink } from './back-link.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { PageHeader, type Place, type SignedIn } from './page-header.tsx'
import { SkipLink } from './skip-link.tsx'
import { WhoSeesThis } from './who-sees-this.tsx'

export interface PageLayoutProps {
  readonly title: string
  readonly children?: ComponentChildren
  readonly current?: Place | undefined
  readonly account?: SignedIn | undefined
  readonly breadcrumbs?: readonly { readonly href: string; readonly text: string }[] | undefined
  readonly back?: { readonly href: string; readonly text: string } | undefined
  /** Personal pages, and pages that only a link opens. */
  readonly noindex?: boolean | undefined
  readonly wide?: boolean | undefined
  /** The page shows an error summary, so its title says so first. */
  readonly errorTitle?: boolean | undefined
  readonly demo?: boolean | undefined
  /** Without what leads elsewhere: it is read where nothing else opens. */
  readonly bare?: boolean | undefined
  /** The page loads again by itself, where there is no script to look for what is new. */
  readonly refreshSeconds?: number | undefined
}

/** Design rule 9: said on every page. */
export const notice =
  "Lanyard's own framework, not published or endorsed by NHS England, a professional body or an employer."

/** The one inline script. It never changes, so the content security policy names it by its hash. */
export const inlineScript =
  "document.body.classList.add('js-enabled');if('noModule' in HTMLScriptElement.prototype)document.body.classList.add('nhsuk-frontend-supported')"

const footerLinks = [
  { text: 'What was asked, and what answers it', href: '/response' },
  { text: 'All frameworks', href: '/frameworks' },
  { text: 'Speaking up', href: '/speaking-up' },
  { text: 'Privacy', href: '/privacy' },
  { text: 'Cookies', href: '/privacy/cookies' },
]

function Head({ title, errorTitle, noindex, refreshSeconds }: PageLayoutProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${errorTitle ? 'Error: ' : ''}${title} – Lanyard`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#0b4f4a" />
      {noindex && <meta name="robots" content="noindex" />}
      {refreshSeconds !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(refreshSeconds)} />
        </noscript>
      )}
      <link rel="icon" href={assetAddress('icon.svg')} sizes="any" type="image/svg+xml" />
      <link rel="apple-touch-icon" href={assetAddress('icon-180.png')} />
      <link rel="manifest" href={assetAddress('manifest.webmanifest')} />
      <link rel="stylesheet" href={assetAddress('main.css')} />
      <script type="module" src={assetAddress('main.js')} />
      {noindex && <script type="module" src={assetAddress('phone.js')} />}
    </head>
  )
}

function DemoBanner({ containerClasses }: { readonly containerClasses: string }) {
  return (
    <section class="lanyard-demo" aria-label="Demonstration">
      <p class={`lanyard-demo__text ${containerClasses}`}>
        Demonstration: the people and organisations are made up. Nothing here is real.
      </p>
    </section>
  )
}

function PageFooter({ containerClasses }: { readonly containerClasses: string }) {
  return (
    <footer class="nhsuk-footer">
      <div class={containerClasses}>
        <div class="nhsuk-footer__meta">
          <h2 class="nhsuk-u-visually-hidden">About this service</h2>
          <ul class="nhsuk-footer__list">
            {footerLinks.map((link) => (
              <li key={link.href} class="nhsuk-footer__list-item">
                <a class="nhsuk-footer__list-item-link" href={link.href}>
                  {link.text}
                </a>
              </li>
            ))}
          </ul>
          <p class="nhsuk-body-s">{notice}</p>
        </div>
      </div>
    </footer>
  )
}

/** A whole HTML document, but for the doctype, which whoever renders it puts in front. */
export function PageLayout(props: PageLayoutProps) {
  const { breadcrumbs, back } = props
  const containerClasses = props.wide
    ? 'nhsuk-width-container lanyard-width-wide'
    : 'nhsuk-width-container'
  return (
    <html lang="en">
      <Head {...props} />
      <body>
        <script dangerouslySetInnerHTML={{ __html: inlineScript }} />
        <SkipLink />
        {props.demo && <DemoBanner containerClasses={containerClasses} />}
        {!props.bare && (
          <PageHeader
            current={props.current}
            account={props.account}
            containerClasses={containerClasses}
          />
        )}
        <div class={containerClasses}>
          {breadcrumbs && <Breadcrumb items={breadcrumbs} />}
          {back && (
            <nav aria-label="Back">
              <BackLink href={back.href}>{back.text}</BackLink>
            </nav>
          )}
          <main class="nhsuk-main-wrapper" id="maincontent">
            {props.children}
            {props.account && <WhoSeesThis />}
          </main>
        </div>
        {!props.bare && <PageFooter containerClasses={containerClasses} />}
      </body>
    </html>
  )
}
