/** Whoever signs in while their account is closing is asked first whether to keep it. */
import type { FastifyInstance } from 'fastify'
import { paths } from '../../paths.ts'

/** What they need to decide, and to leave with a copy; every other page waits. */
const open = [
  paths.accountClosing(),
  paths.keepAccount(),
  paths.exportRecord(),
  paths.signOut(),
  paths.signIn(),
  paths.confirmItIsYou(),
]

export function guardClosing(app: FastifyInstance): void {
  app.addHook('preHandler', async (request, reply) => {
    const { actor, url } = request
    if (actor.kind !== 'person' || actor.closing === undefined) return
    const path = url.split('?')[0] ?? ''
    if (open.some((one) => path === one || path.startsWith(`${one}/`))) return
    return reply.redirect(paths.accountClosing(), 303)
  })
}
