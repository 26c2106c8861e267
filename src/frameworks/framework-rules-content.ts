/** Reads what a framework says of itself must stand where: `rules.yaml`, beside its editions. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readContent } from '../content/read-content.ts'
import { frameworksFolder } from './frameworks-content.ts'
import type { FrameworkRules } from './model/checks/framework-rules.ts'
import { levelSlugs, partySlugs } from './model/framework.ts'

const text = z.string().trim().min(1)
const requirement = z.string().regex(/^R\d{2}$/, 'write a requirement such as R09')
const section = z.string().regex(/^\d+\.\d+$/, 'write a section code such as "3.9", in quotes')
const place = z.templateLiteral([z.enum(['domain', 'section', 'part', 'level']), '/', z.string()])

const rulesFile = z.strictObject({
  concepts: z
    .array(
      z.strictObject({
        requirement,
        concept: text,
        words: z.array(text).min(1),
        place,
        levels: z.array(z.enum(levelSlugs)).min(1).optional(),
        capability: text.optional(),
        because: text,
      }),
    )
    .default([]),
  parties: z
    .array(
      z.strictObject({
        requirement,
        section,
        capability: text.optional(),
        parties: z.array(z.enum(partySlugs)).min(1),
        because: text,
      }),
    )
    .default([]),
  definitions: z.array(z.strictObject({ requirement, term: text, because: text })).default([]),
})

/** By slug, those of each framework that has rules of its own. Throws ContentFault. */
export function readFrameworkRules(
  folder = frameworksFolder,
): Readonly<Record<string, FrameworkRules>> {
  const slugs = readdirSync(folder).filter((slug) => existsSync(join(folder, slug, 'rules.yaml')))
  return Object.fromEntries(
    slugs.map((slug) => [slug, readContent(join(folder, slug, 'rules.yaml'), rulesFile).value]),
  )
}
