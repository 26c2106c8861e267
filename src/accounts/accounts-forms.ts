import { z } from 'zod'
import { paths } from '../paths.ts'

const form = z.object({
  person: z.uuid().optional().catch(undefined),
  next: z.string().optional().catch(undefined),
})

/** Who was chosen, and the page to go on to: only ever one of ours. */
export function signInForm(body: unknown): { person: string | undefined; next: string } {
  const parsed = form.safeParse(body ?? {})
  const { person, next } = parsed.data ?? {}
  return { person, next: isOwnPath(next) ? next : paths.passport() }
}

/** `//elsewhere` and `/\elsewhere` lead off the site in some browsers. */
function isOwnPath(next: string | undefined): next is string {
  return next !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(next)
}
