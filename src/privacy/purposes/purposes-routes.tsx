/** What information is used for, and which cookies are set: the same for everyone. */
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { paths } from '../../paths.ts'
import { type CookieName, cookieName, cookies } from '../../web/cookies.ts'
import { pageCache, sendCached } from '../../web/page-cache.ts'
import { renderPage } from '../../web/send-page.ts'
import type { Site } from '../../web/site.ts'
import { readRetention } from '../retention/retention-content.ts'
import { CookiesPage } from './pages/cookies-page.tsx'
import { PrivacyPage } from './pages/privacy-page.tsx'
import { readPurposes } from './purposes-content.ts'

const open = { config: { public: true } }

export function purposesRoutes(app: FastifyInstance, { config }: Site): void {
  const { demo, https, operatorName: name, operatorContact: contact } = config
  const words = { list: readPurposes(), retention: readRetention() }
  const digest = createHash('sha256').update(JSON.stringify(words)).digest('hex')
  const cache = pageCache()

  function send(request: FastifyRequest, reply: FastifyReply, key: string, page: () => VNode) {
    return sendCached(cache, request, reply, `${key} ${digest}`, () => ({
      type: 'text/html; charset=utf-8',
      body: renderPage(page()),
    }))
  }

  app.get(paths.privacy(), open, async (request, reply) =>
    send(request, reply, 'privacy', () => (
      <PrivacyPage {...words} operator={{ name, contact }} demo={demo} />
    )),
  )

  app.get(paths.cookies(), open, async (request, reply) =>
    send(request, reply, 'cookies', () => <CookiesPage cookies={listCookies(https)} demo={demo} />),
  )
}

function listCookies(https: boolean) {
  // Object.keys forgets that its keys are names of cookies.
  const names = Object.keys(cookies) as CookieName[]
  return names.map((name) => ({ ...cookies[name], name: cookieName(name, https) }))
}
