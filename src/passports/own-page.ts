/** What the routes of this feature share. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../errors.ts'
import { type LevelSlug, levelSlugs } from '../frameworks/model/framework.ts'
import type { SignedIn } from '../ui/page-header.tsx'
import { accountOf } from '../web/send-page.ts'
import { SignedOut } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import { readId } from './posted-form.ts'

export type Params = Readonly<Record<string, string>>

/** Called once a page: each call may set another cookie. */
export function ownPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { config }: Site,
): { readonly account: SignedIn; readonly demo: boolean } {
  const account = accountOf(request, reply)
  if (account === undefined) throw new SignedOut()
  return { account, demo: config.demo }
}

/** Throws NotFound for what cannot be the id of anything. */
export function idOf(value: string | undefined): string {
  const id = readId(value)
  if (id === undefined) throw new NotFound('not an id')
  return id
}

export function readLevel(value: unknown): LevelSlug | undefined {
  return levelSlugs.find((level) => level === value)
}
