/** Who sees each page: content/privacy/audiences.yaml, read strictly. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../../content/read-content.ts'
import type { Audience } from '../../ui/who-sees-this.tsx'

const file = fileURLToPath(new URL('../../../content/privacy/audiences.yaml', import.meta.url))
const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z-]+$/)
const page = z.string().startsWith('/')

const audiencesFile = z
  .strictObject({
    audiences: z.array(
      z.strictObject({
        id: slug,
        seenBy: z.array(z.strictObject({ who: text, what: text })).min(1),
        besides: text.optional(),
        pages: z.array(page).min(1),
      }),
    ),
    /** Pages for signed-in people that show nothing about anybody. */
    without: z.array(z.strictObject({ page, because: text })),
  })
  .superRefine(({ audiences, without }, context) => {
    const all = [...audiences.flatMap(({ pages }) => pages), ...without.map((one) => one.page)]
    for (const twice of all.filter((one, index) => all.indexOf(one) !== index)) {
      context.addIssue({ code: 'custom', message: `${twice} is here twice`, path: ['audiences'] })
    }
  })

export type AudiencesFile = z.infer<typeof audiencesFile>

/** Throws ContentFault. */
export function readAudiencesFile(): AudiencesFile {
  return readContent(file, audiencesFile).value
}

/** By the pattern of the page's address. */
export function readAudiences(): ReadonlyMap<string, Audience> {
  const { audiences } = readAudiencesFile()
  return new Map(
    audiences.flatMap(({ pages, ...audience }) => pages.map((page) => [page, audience] as const)),
  )
}
