/** Reads content/pathways, strictly: each route, where people first join, and what is not known. */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { ContentFault, readContent } from '../../content/read-content.ts'
import { nationSlugs, settingSlugs } from '../../frameworks/model/framework.ts'
import { entryKinds } from '../../passports/model/entry.ts'
import { type Pathways, type Route, ways } from './model/route.ts'

const folder = fileURLToPath(new URL('../../../content/pathways', import.meta.url))
const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const day = z.iso.date()
const address = z.url({ protocol: /^https$/ })
const page = z.string().regex(/^\/[^/]/)
const named = z.string().min(1).toLowerCase()
const place = { professions: z.array(slug), settings: z.array(z.enum(settingSlugs)) }

const matcher = z.union([
  z.strictObject({ qualification: z.number().int().min(0).max(8), named: named.optional() }),
  z.strictObject({ apprenticeship: z.string().regex(/^ST\d{4}$/) }),
  z.strictObject({ training: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/) }),
  z.strictObject({ experience: z.enum(entryKinds), goingOn: z.literal(true).optional() }),
  z.strictObject({ section: z.string().regex(/^\d+\.\d+$/) }),
])

const rule = z
  .strictObject({
    ...{ rule: slug, text, provider: text, nation: z.enum([...nationSlugs, 'all']) },
    ...{ counts: z.array(matcher), asksNothing: z.literal(true).optional() },
    ...{ partly: z.literal(true).optional(), mayCount: z.literal(true).optional() },
    ...{ source: address.optional(), checkedOn: day.optional(), page: page.optional() },
    old: text.optional(),
  })
  .refine(({ source, checkedOn, page }) => (source && checkedOn) || (page && !source), {
    message: 'say where it was read and when, or which page of ours says so',
  })

const routeFile = z.strictObject({
  ...{
    title: text,
    short: text.max(60),
    reference: text.optional(),
    way: z.enum(ways),
    about: text,
  },
  ...{
    preRegistration: z.literal(true).optional(),
    leadsTo: z.array(slug),
    offer: slug.optional(),
  },
  ...{ nations: z.array(z.enum(nationSlugs)).min(1), ...place },
  level: z.strictObject({ number: z.number().int().min(1).max(8), words: text }),
  career: z.strictObject({ text, page }).optional(),
  standard: z.strictObject({ source: address, checkedOn: day }).optional(),
  old: text.optional(),
  rules: z.array(rule),
  gaps: z.array(text).min(1),
})

const entryPointsFile = z.strictObject({
  ...{ title: text, intro: text },
  points: z.array(
    z.strictObject({
      ...{ point: slug, where: text, words: text, nations: z.array(z.enum(nationSlugs)), ...place },
      ...{ route: slug.optional(), source: address.optional(), checkedOn: day.optional() },
    }),
  ),
  gaps: z.array(
    z.strictObject({
      nation: z.enum(nationSlugs).optional(),
      professions: z.array(slug).default([]),
      words: text,
    }),
  ),
})

export interface PathwaysContent {
  readonly pathways: Pathways
  readonly digest: string
}

/** Throws ContentFault. */
export function readPathways(from = folder): PathwaysContent {
  const routes = readRoutes(join(from, 'routes'))
  const { value } = readContent(join(from, 'entry-points.yaml'), entryPointsFile)
  const known = new Set(routes.map((route) => route.slug))
  const named = [
    ...routes.flatMap(({ slug, leadsTo }) => leadsTo.map((to) => ({ at: slug, to }))),
    ...value.points.flatMap(({ point, route }) => (route ? [{ at: point, to: route }] : [])),
  ]
  const lost = named.filter(({ to }) => !known.has(to))
  if (lost.length > 0) {
    throw new ContentFault(
      lost.map(({ at, to }) => ({ code: 'no-such-route', at, message: `there is no route ${to}` })),
    )
  }
  const pathways = { ...value, routes }
  const digest = createHash('sha256').update(JSON.stringify(pathways)).digest('hex')
  return { pathways, digest }
}

function readRoutes(from: string): Route[] {
  return readdirSync(from)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const { value } = readContent<Omit<Route, 'slug'>>(join(from, name), routeFile)
      return { slug: basename(name, '.yaml'), ...value }
    })
    .sort(
      (one, other) =>
        one.level.number - other.level.number || one.title.localeCompare(other.title, 'en-GB'),
    )
}
