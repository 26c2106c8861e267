/** A link to a page of this site, as content files write it. */
import { z } from 'zod'
import type { PageLink } from './model/requirement.ts'

export const pageLink: z.ZodType<PageLink> = z.strictObject({
  text: z.string().trim().min(1),
  href: z
    .string()
    .regex(/^\/(?!\/)[\w./?=&-]*(#[\w.-]+)?$/, 'write an address of this site, such as /roles'),
})
