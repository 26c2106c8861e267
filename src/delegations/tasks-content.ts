/** Reads content/delegations/tasks.yaml, strictly. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../content/read-content.ts'
import type { CatalogueTask } from './model/task.ts'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const file = fileURLToPath(new URL('../../content/delegations/tasks.yaml', import.meta.url))

const once = (values: readonly string[]) => new Set(values).size === values.length

const tasksFile = z.strictObject({
  edition: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  tasks: z
    .array(
      z.strictObject({
        slug,
        title: z.string().trim().min(1).max(120),
        about: z.string().trim().min(1).max(400),
        professions: z.array(slug).refine(once, 'Name each profession once'),
        statements: z
          .array(z.string().regex(/^\d+\.\d+(\.\d+)?$/))
          .min(1)
          .max(12)
          .refine(once, 'Name each statement once'),
      }),
    )
    .min(1)
    .refine((tasks) => once(tasks.map(({ slug }) => slug)), 'Give each task its own slug'),
})

export interface TaskCatalogue {
  /** `slug/version`, whose statements they name. */
  readonly edition: string
  readonly tasks: readonly CatalogueTask[]
}

/** Throws ContentFault. */
export function readTasks(path = file): TaskCatalogue {
  return readContent(path, tasksFile).value
}
