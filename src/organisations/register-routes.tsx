/** The public register: look organisations up, and see what they are and were. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { NotFound } from '../errors.ts'
import { dayOf } from '../language/days.ts'
import { paths } from '../paths.ts'
import { sendPage } from '../web/send-page.ts'
import type { Site } from '../web/site.ts'
import { listEvents } from './events-store.ts'
import { findHistories } from './histories-store.ts'
import type { RegisterWords } from './model/kinds.ts'
import { mayIssue } from './model/may-issue.ts'
import type { OrganisationHistory } from './model/organisation-history.ts'
import { organisationOn } from './model/organisation-on.ts'
import { readSearch } from './model/register-search.ts'
import { OrganisationPage } from './pages/organisation-page.tsx'
import { RegisterPage } from './pages/register-page.tsx'
import {
  countOrganisations,
  findOrganisationNames,
  listOrganisations,
  organisationsOnPage,
} from './register-search-store.ts'

/** Given by app.ts, because organisations know nothing of credentials. */
export interface RegisterCallbacks {
  /** Its did:web, once it has keys. */
  readonly findIdentifier: (slug: string) => Promise<string | undefined>
}

const asked = z.record(z.string(), z.string().optional().catch(undefined)).catch({})
const open = { config: { public: true } } as const

export function registerRoutes(
  app: FastifyInstance,
  { db, config, now }: Site,
  words: RegisterWords,
  { findIdentifier }: RegisterCallbacks,
): void {
  app.get(paths.organisations(), open, async (request, reply) => {
    const query = asked.parse(request.query)
    const search = readSearch(query, words)
    const [found, count] = await Promise.all([
      listOrganisations(db, search),
      countOrganisations(db, search),
    ])
    const pages = Math.ceil(count / organisationsOnPage)
    const view = { words, search, name: query.name ?? '', found, count, pages }
    return sendPage(reply, <RegisterPage {...view} demo={config.demo} />)
  })

  app.get<{ Params: { readonly slug: string } }>(
    paths.organisation(':slug'),
    open,
    async (request, reply) => {
      const { slug } = request.params
      const today = dayOf(now())
      const histories = await findHistories(db, slug)
      const [history, present] = [histories.get(slug), organisationOn(histories, slug, today)]
      if (history === undefined || present === undefined) throw new NotFound(`organisation ${slug}`)
      const judgement = mayIssue(history, today)
      const around = await readAround(history)
      const view = { history, now: present, judgement, ...around, words, today }
      return sendPage(reply, <OrganisationPage {...view} demo={config.demo} />)
    },
  )

  async function readAround({ slug, verified }: OrganisationHistory) {
    const stewards = verified.flatMap(({ steward }) => steward ?? [])
    return {
      events: await listEvents(db, slug),
      stewards: await findOrganisationNames(db, [...new Set(stewards)]),
      did: await findIdentifier(slug),
    }
  }
}
