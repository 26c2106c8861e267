/** The shape of the content files of crosswalks. */
import { z } from 'zod'
import { levelSlugs, nationSlugs, sectorSlugs } from '../model/framework.ts'
import { confidences, coverages, relations } from './model/mapping.ts'

const text = z.string().trim().min(1)
const ref = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'write SLUG/VERSION')

/** Our own suggestions, one file for each other framework. */
export const mappingsFile = z.strictObject({
  from: ref,
  to: ref,
  mappings: z.array(
    z.strictObject({
      to: text,
      from: z.array(text).min(1),
      level: z.enum(levelSlugs).optional(),
      relation: z.enum(relations),
      coverage: z.enum(coverages),
      missing: text.optional(),
      confidence: z.enum(confidences),
      why: text,
    }),
  ),
})

/** Which frameworks a nation or a sector has, and what to do where we know none. */
export const placesFile = z.strictObject({
  places: z.array(
    z.strictObject({
      slug: z.enum([...nationSlugs, ...sectorSlugs]),
      name: text,
      frameworks: z.array(ref),
      none: text.optional(),
      instead: z.array(text).default([]),
    }),
  ),
})
