import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { NotFound } from '../errors.ts'
import { paths } from '../paths.ts'
import { pageCache, sendCached } from '../web/page-cache.ts'
import { renderPage, sendPage, wantsJson } from '../web/send-page.ts'
import type { Site } from '../web/site.ts'
import { adoptionRoutes } from './adoption/adoption-routes.tsx'
import { draftsRoutes } from './authoring/drafts-routes.tsx'
import { checksRoutes } from './checks-routes.tsx'
import { crosswalksRoutes } from './crosswalks/crosswalks-routes.tsx'
import type { EditionShelf } from './edition-shelf.ts'
import { exchangeRoutes } from './exchange/exchange-routes.tsx'
import { statementFilterForm } from './frameworks-forms.ts'
import { listEditions, type StoredEdition, searchStatements } from './frameworks-store.ts'
import { findNewest } from './model/find-newest.ts'
import { countStatements, findStatements } from './model/find-statements.ts'
import { findSection, findStatement } from './model/look-up.ts'
import { showEdition, showStatement } from './model/show-edition.ts'
import type { Succession } from './model/succession.ts'
import { overlaysRoutes } from './overlays/overlays-routes.tsx'
import { DomainPage } from './pages/domain-page.tsx'
import { FrameworkPage } from './pages/framework-page.tsx'
import { FrameworksPage } from './pages/frameworks-page.tsx'
import { GlossaryPage } from './pages/glossary-page.tsx'
import { LevelsPage } from './pages/levels-page.tsx'
import { PartPage } from './pages/part-page.tsx'
import { SectionPage } from './pages/section-page.tsx'
import { StatementPage } from './pages/statement-page.tsx'
import { StatementsPage } from './pages/statements-page.tsx'
import { publicationRoutes } from './publication/publication-routes.tsx'
import { findEditionRecord } from './review/publications-store.ts'
import { termsRoutes } from './terms/terms-routes.tsx'
import { draftVersionsRoutes } from './versions/draft-versions-routes.tsx'
import { listFatesAfter, listFatesBefore } from './versions/model/describe-fate.ts'
import { findSuccessor } from './versions/model/find-successor.ts'
import { StatementFates } from './versions/pages/statement-fates.tsx'
import { versionsRoutes } from './versions/versions-routes.tsx'

type Params = Readonly<Record<string, string>>

/** What an address answers to people, and to machines. */
interface Answer {
  readonly page: () => VNode
  readonly json: () => unknown
  /** What the page shows besides its own edition. */
  readonly besides?: string | undefined
}

export function frameworksRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, config } = site
  const cache = pageCache()

  /** A page of an edition: rendered once for each digest and status, the same for everyone. */
  function editionPage(
    path: string,
    answer: (stored: StoredEdition, params: Params, successions: readonly Succession[]) => Answer,
  ): void {
    const address = `/frameworks/:slug/:version${path}`
    app.get<{ Params: Params }>(address, { config: { public: true } }, async (request, reply) => {
      const { stored, successions } = await getShown(refOf(request.params))
      const told = answer(stored, request.params, successions)
      const besides = successions.map(({ to }) => to).join()
      return sendAnswer(request, reply, stored, { ...told, besides })
    })
  }

  /** An older edition says which took its place. */
  async function getShown(ref: string) {
    const [{ successions, ...held }, editions] = await Promise.all([shelf.get(ref), shelf.list()])
    const stored = { ...held, successor: findSuccessor(ref, successions, editions) }
    return { stored, successions }
  }

  function sendAnswer(
    request: FastifyRequest,
    reply: FastifyReply,
    stored: StoredEdition,
    { page, json, besides = '' }: Answer,
  ): FastifyReply {
    const machine = wantsJson(request)
    const status = `${stored.status} ${stored.withdrawal?.fromDay ?? ''} ${stored.successor}`
    const key = `${machine ? 'json' : 'html'} ${stored.digest} ${status} ${pageOf(request)} ${besides}`
    return sendCached(cache, request, reply, key, () =>
      machine
        ? { type: 'application/json; charset=utf-8', body: JSON.stringify(json()) }
        : { type: 'text/html; charset=utf-8', body: renderPage(page()) },
    )
  }

  crosswalksRoutes(app, site, shelf)
  checksRoutes(app, cache)
  versionsRoutes(app, { shelf, sendAnswer })
  draftVersionsRoutes(app, site)
  draftsRoutes(app, site, shelf)
  publicationRoutes(app, site, shelf)
  exchangeRoutes(app, site)
  adoptionRoutes(app, site, shelf)
  termsRoutes(app, site)
  overlaysRoutes(app, site, shelf)

  app.get(paths.frameworks(), { config: { public: true } }, async (_, reply) =>
    sendPage(reply, <FrameworksPage editions={await listEditions(db)} />),
  )

  app.get<{ Params: Params }>(
    '/frameworks/:slug/:version',
    { config: { public: true } },
    async (request, reply) => {
      const { stored, successions } = await getShown(refOf(request.params))
      const others = await shelf.list()
      const record = await findEditionRecord(db, { edition: stored.ref })
      const notice = record?.notice
      const follows = successions
        .filter(({ to }) => to === stored.ref)
        .map(({ from }) => from.split('/')[1] ?? '')
      return sendAnswer(request, reply, stored, {
        page: () => <FrameworkPage {...{ stored, others, follows, notice }} />,
        json: () => showEdition(stored.edition),
        besides: [...others.map(({ ref, status }) => `${ref} ${status}`), ...follows].join(),
      })
    },
  )

  /** Asked anew each time: another edition may be the newest tomorrow. */
  async function newestOf(slug: string): Promise<string> {
    const newest = findNewest(slug, await shelf.list())
    if (newest === undefined) throw new NotFound(`published edition of ${slug}`)
    return newest
  }

  app.get<{ Params: Params }>(
    paths.newestEdition(':slug'),
    { config: { public: true } },
    async ({ params: { slug = '' } }, reply) =>
      reply
        .header('cache-control', 'no-store')
        .redirect(paths.framework(await newestOf(slug)), 303),
  )

  app.get<{ Params: Params }>(
    paths.inNewestEdition(':slug', '*'),
    { config: { public: true } },
    async (request, reply) => {
      const { slug = '' } = request.params
      const page = request.url.slice(paths.inNewestEdition(slug, '').length)
      const newest = paths.framework(await newestOf(slug))
      return reply.header('cache-control', 'no-store').redirect(`${newest}/${page}`, 303)
    },
  )

  editionPage('/parts/:number', (stored, { number }) => {
    const part = stored.edition.parts.find((part) => String(part.number) === number)
    if (part === undefined) throw new NotFound(`part ${number}`)
    return { page: () => <PartPage stored={stored} part={part} />, json: () => part }
  })

  editionPage('/domains/:number', (stored, { number }) => {
    const domain = stored.edition.domains.find((domain) => String(domain.number) === number)
    if (domain === undefined) throw new NotFound(`domain ${number}`)
    return { page: () => <DomainPage stored={stored} domain={domain} />, json: () => domain }
  })

  editionPage('/sections/:code', (stored, { code = '' }) => {
    const { domain, section } = findSection(stored.edition, code)
    return {
      page: () => <SectionPage {...{ stored, domain, section }} />,
      json: () => ({ ...section, domain: domain.number }),
    }
  })

  editionPage('/statements/:code', (stored, { code = '' }, successions) => {
    const { domain, section, statement } = findStatement(stored.edition, code)
    const address = `${config.baseUrl}${paths.statement(stored.ref, code)}`
    return {
      page: () => (
        <StatementPage {...{ stored, domain, section, statement, address }}>
          <StatementFates
            ref_={stored.ref}
            after={listFatesAfter(successions, { ref: stored.ref, code })}
            before={listFatesBefore(successions, { ref: stored.ref, code })}
          />
        </StatementPage>
      ),
      json: () => ({ ...showStatement(domain.number, section, statement), address }),
    }
  })

  editionPage('/glossary', (stored) => ({
    page: () => <GlossaryPage stored={stored} />,
    json: () => ({ glossary: stored.edition.glossary, terms: stored.edition.terms }),
  }))

  editionPage('/levels', (stored) => ({
    page: () => <LevelsPage stored={stored} />,
    json: () => stored.edition.levels,
  }))

  app.get<{ Params: Params }>(
    '/frameworks/:slug/:version/statements',
    { config: { public: true } },
    async (request, reply) => {
      const stored = await shelf.get(refOf(request.params))
      const { words, ...chosen } = statementFilterForm(request.query)
      const found = words === '' ? undefined : await searchStatements(db, stored.ref, words)
      const filter = { ...chosen, found }
      const statements = findStatements(stored.edition, filter)
      const counts = countStatements(stored.edition, filter)
      if (wantsJson(request)) return { statements }
      return sendPage(reply, <StatementsPage {...{ stored, statements, counts, filter, words }} />)
    },
  )
}

function refOf({ slug, version }: Params): string {
  return `${slug}/${version}`
}

/** The page asked for, however its address was spelled. */
function pageOf(request: FastifyRequest): string {
  return `${request.routeOptions.url} ${JSON.stringify(request.params)}`
}
