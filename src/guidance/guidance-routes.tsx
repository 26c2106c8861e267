import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { NotFound } from '../errors.ts'
import type { EditionShelf } from '../frameworks/edition-shelf.ts'
import { findNewest } from '../frameworks/model/find-newest.ts'
import { paths } from '../paths.ts'
import { pageCache, sendCached } from '../web/page-cache.ts'
import { renderPage } from '../web/send-page.ts'
import type { Site } from '../web/site.ts'
import { drawCode } from './draw-code.ts'
import { readGuidance } from './guidance-content.ts'
import { countByState } from './model/requirement.ts'
import { HomePage } from './pages/home-page.tsx'
import { ResponsePage } from './pages/response-page.tsx'
import { RoleLayout } from './pages/role-layout.tsx'
import { RolePage } from './pages/role-page.tsx'
import { RolesPage } from './pages/roles-page.tsx'

/** The framework whose roles the public pages show. */
const framework = 'ahp-support-worker'

const open = { config: { public: true } }

/** The front door and the public pages that guide people: the same for everyone. */
export function guidanceRoutes(app: FastifyInstance, { config }: Site, shelf: EditionShelf): void {
  const { home, requirements, roles: words, digest } = readGuidance()
  const cache = pageCache()

  function send(request: FastifyRequest, reply: FastifyReply, key: string, page: () => VNode) {
    return sendCached(cache, request, reply, `${key} ${digest}`, () => ({
      type: 'text/html; charset=utf-8',
      body: renderPage(page()),
    }))
  }

  async function getNewest() {
    const newest = findNewest(framework, await shelf.list())
    if (newest === undefined) throw new NotFound(`published edition of ${framework}`)
    return shelf.get(newest)
  }

  app.get(paths.home(), open, async (request, reply) =>
    send(request, reply, 'home', () => (
      <HomePage
        words={home}
        counts={countByState(requirements.requirements)}
        states={requirements.states}
        demo={config.demo}
      />
    )),
  )

  app.get(paths.response(), open, async (request, reply) =>
    send(request, reply, 'response', () => <ResponsePage list={requirements} />),
  )

  app.get(paths.roles(), open, async (request, reply) => {
    const stored = await getNewest()
    return send(request, reply, `roles ${stored.digest} ${stored.status}`, () => (
      <RoleLayout title={words.list.title} stored={stored}>
        <RolesPage roles={stored.edition.roles} words={words.list} />
      </RoleLayout>
    ))
  })

  app.get<{ Params: { profession: string } }>(
    '/roles/:profession',
    open,
    async (request, reply) => {
      const { profession } = request.params
      const stored = await getNewest()
      const role = stored.edition.roles.find((role) => role.profession === profession)
      if (role === undefined) throw new NotFound(`role ${profession}`)
      const address = `${config.baseUrl}${paths.role(profession)}`
      const key = `role ${profession} ${stored.digest} ${stored.status}`
      return send(request, reply, key, () => (
        <RoleLayout title={`${role.name}: ${words.role.title}`} stored={stored} list={words.list}>
          <RolePage
            role={role}
            words={words.role}
            levels={stored.edition.levels}
            readBy={[]}
            qrSvg={drawCode(address)}
            address={address}
          />
        </RoleLayout>
      ))
    },
  )
}
