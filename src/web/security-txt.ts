/** Whom to tell of a weakness (RFC 9116). */
import type { FastifyInstance } from 'fastify'
import { paths } from '../paths.ts'
import type { Site } from './site.ts'

/** RFC 9116 §2.5.5: less than a year ahead, so that nobody writes to who has long left. */
const validDays = 180
const day = 86_400_000

const demonstration = `# This is a demonstration on one machine, with made-up people: it has no security contact.
# A service of real people sets SECURITY_CONTACT, and this page then says whom to tell.
`

export function securityTxtRoute(app: FastifyInstance, { config, now }: Site): void {
  const { securityContact, baseUrl, demo } = config
  if (securityContact === undefined && !demo) return
  app.get(paths.securityTxt(), { config: { public: true } }, async (_, reply) => {
    reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache')
    if (securityContact === undefined) return demonstration
    const expires = new Date(Math.floor(now().getTime() / day) * day + validDays * day)
    return [
      `Contact: ${securityContact}`,
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: en',
      `Canonical: ${baseUrl}${paths.securityTxt()}`,
      '',
    ].join('\n')
  })
}
