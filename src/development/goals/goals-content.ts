/** Reads content/development/goals.yaml, strictly. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../../content/read-content.ts'
import { levelSlugs } from '../../frameworks/model/framework.ts'
import { goalKinds } from './model/goal.ts'
import type { GoalWords } from './model/goal-words.ts'

const file = fileURLToPath(new URL('../../../content/development/goals.yaml', import.meta.url))
const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const kind = z.enum(goalKinds)
const page = z.string().regex(/^\/[^/]/)

const goalsFile = z
  .strictObject({
    order: text,
    kinds: z.array(
      z.strictObject({ kind, name: text, about: text, example: text, ownWords: text }),
    ),
    helpers: z.array(z.strictObject({ helper: slug, name: text })).min(1),
    steps: z.array(
      z.strictObject({
        ...{ step: slug, kinds: z.array(kind).min(1), words: text.max(300), helper: slug },
        levels: z.array(z.enum(levelSlugs)).default([]),
        professions: z.array(slug).default([]),
        ...{ page: page.optional(), offer: slug.optional() },
      }),
    ),
    offers: z.array(
      z.strictObject({
        ...{
          offer: slug,
          level: z.enum(levelSlugs),
          qualification: z.number().int().min(1).max(8),
        },
        ...{ words: text, says: text, page, also: text },
        alsoSource: z.url({ protocol: /^https$/ }).optional(),
        checkedOn: z.iso.date().optional(),
      }),
    ),
  })
  .superRefine(({ kinds, helpers, steps, offers }, context) => {
    if (kinds.map((one) => one.kind).join() !== goalKinds.join()) {
      context.addIssue({
        code: 'custom',
        path: ['kinds'],
        message: 'name each kind once, in order',
      })
    }
    for (const [at, { helper, offer }] of steps.entries()) {
      if (!helpers.some((one) => one.helper === helper)) {
        context.addIssue({
          code: 'custom',
          path: ['steps', at, 'helper'],
          message: 'no such helper',
        })
      }
      if (offer !== undefined && !offers.some((one) => one.offer === offer)) {
        context.addIssue({ code: 'custom', path: ['steps', at, 'offer'], message: 'no such offer' })
      }
    }
  })

/** Throws ContentFault. */
export function readGoalWords(): GoalWords {
  return readContent<GoalWords>(file, goalsFile).value
}
