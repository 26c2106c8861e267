import { z } from 'zod'
import { type LevelSlug, levelSlugs, type PillarSlug, pillarSlugs } from './model/framework.ts'

const filter = z.object({
  q: z.string().max(200).catch(''),
  level: z.enum(levelSlugs).optional().catch(undefined),
  pillar: z.enum(pillarSlugs).optional().catch(undefined),
  profession: z
    .string()
    .regex(/^[a-z-]+$/)
    .optional()
    .catch(undefined),
})

/** A choice that is none of ours is no choice: an old link still shows something. */
export function statementFilterForm(query: unknown): {
  words: string
  level: LevelSlug | undefined
  pillar: PillarSlug | undefined
  profession: string | undefined
} {
  const { q, level, pillar, profession } = filter.parse(query ?? {})
  return { words: q.replaceAll('\0', '').trim(), level, pillar, profession }
}
