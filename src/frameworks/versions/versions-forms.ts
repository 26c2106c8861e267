import { z } from 'zod'
import { levelSlugs } from '../model/framework.ts'
import type { ChangeFilter } from './model/choose-changes.ts'
import { changeKinds } from './model/edition-change.ts'
import type { Area } from './model/passage.ts'

const areas = z.union([
  z.enum(['about', 'parts', 'levels', 'pillars', 'roles', 'glossary', 'terms']),
  z.templateLiteral(['domain-', z.int().min(1).max(999)]),
])

const chosen = z.object({
  kind: z.enum(changeKinds).optional().catch(undefined),
  area: areas.optional().catch(undefined),
  level: z.enum(levelSlugs).optional().catch(undefined),
  page: z.union([z.literal('all'), z.coerce.number().int().min(1).max(9999)]).catch(1),
})

/** A choice that is none of ours is no choice: an old link still shows something. */
export function changesForm(query: unknown): {
  readonly filter: ChangeFilter
  readonly page: number | 'all'
} {
  const { page, kind, area, level } = chosen.parse(query ?? {})
  return { filter: { kind, area: area satisfies Area | undefined, level }, page }
}
