/** What the routes of signed-in pages share. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../errors.ts'
import type { SignedIn } from '../ui/page-header.tsx'
import { readId } from './posted-form.ts'
import { accountOf } from './send-page.ts'
import { SignedOut } from './sessions.ts'
import type { Site } from './site.ts'

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
