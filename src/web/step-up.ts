/** What can do harm is asked for twice: who you are was shown in the last fifteen minutes. */
import type { FastifyRequest } from 'fastify'
import type { Proof, StepUp } from '../actor.ts'
import { paths } from '../paths.ts'
import { isOwnPath } from './own-path.ts'
import { signedIn } from './sessions.ts'

const freshMinutes = 15

/** A printed code lets somebody mend their own account, and never sign for others. */
const onPaper: readonly Proof[] = ['recovery-sheet', 'printed-code']

/** For others: signing off, issuing, withdrawing, publishing, keys. Own: the way into an account. */
export type Act = 'for-others' | 'own-account'

export class StepUpNeeded extends Error {
  override readonly name = 'StepUpNeeded'
  readonly next: string
  constructor(next: string) {
    super('somebody has yet to show that it is them')
    this.next = next
  }
}

/**
 * Throws SignedOut, and StepUpNeeded, which leads to the page that asks and then to `page`, where
 * what was asked for can be asked again.
 */
export function requireStepUp(
  request: FastifyRequest,
  now: Date,
  { act = 'for-others', page }: { readonly act?: Act; readonly page?: string } = {},
): StepUp {
  const { session } = signedIn(request)
  if (session === undefined || !isFresh(session.stepUp, now, act)) {
    throw new StepUpNeeded(page ?? pageOf(request))
  }
  return session.stepUp
}

function isFresh({ how, at }: StepUp, now: Date, act: Act): boolean {
  if (act === 'for-others' && onPaper.includes(how)) return false
  return now.getTime() - at.getTime() < freshMinutes * 60_000
}

/** For a form, the page that it stands on. */
function pageOf({ method, url, headers }: FastifyRequest): string {
  if (method === 'GET' && isOwnPath(url)) return url
  const { referer = '' } = headers
  const path = URL.canParse(referer) ? new URL(referer).pathname : undefined
  return isOwnPath(path) ? path : paths.home()
}
