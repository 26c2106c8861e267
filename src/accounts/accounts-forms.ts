import { z } from 'zod'
import { paths } from '../paths.ts'
import { isOwnPath } from '../web/own-path.ts'

const form = z.object({
  person: z.uuid().optional().catch(undefined),
  next: z.string().optional().catch(undefined),
  shared: z.literal('yes').optional().catch(undefined),
})

/** Who was chosen, and the page to go on to: only ever one of ours. */
export function signInForm(body: unknown): {
  person: string | undefined
  next: string
  sharedComputer: boolean
} {
  const parsed = form.safeParse(body ?? {})
  const { person, next, shared } = parsed.data ?? {}
  return {
    person,
    sharedComputer: shared === 'yes',
    next: isOwnPath(next) ? next : paths.passport(),
  }
}
