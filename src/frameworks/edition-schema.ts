/** The shape of the framework's content files: see docs/editing-the-framework.md. */
import { z } from 'zod'
import {
  audienceSlugs,
  levelSlugs,
  nationSlugs,
  partySlugs,
  pillarSlugs,
  scopeNations,
  sectorSlugs,
  settingSlugs,
} from './model/framework.ts'

const text = z.string().trim().min(1)
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and hyphens')
const sectionCode = z.string().regex(/^\d+\.\d+$/, 'write a section code such as "3.9", in quotes')
const statementCode = z
  .string()
  .regex(
    /^\d+\.\d+(\.\d+)?-(entry|intermediate|assistant-practitioner)$/,
    'write a code such as 3.9-entry or 3.9.2-intermediate',
  )
const isoDate = z.iso.date()

export const variantFields = z.strictObject({
  sector: z.enum(sectorSlugs).optional(),
  nation: z.enum(nationSlugs).optional(),
  text,
})

export const statementFields = z.strictObject({
  code: statementCode,
  capability: slug,
  text,
  pillars: z.array(z.enum(pillarSlugs)).min(1),
  parties: z.array(z.enum(partySlugs)).min(1),
  professions: z.array(slug).default([]),
  settings: z.array(z.enum(settingSlugs)).default([]),
  variants: z.array(variantFields).default([]),
  requires: z
    .union([
      z.strictObject({ all: z.array(text).min(1) }),
      z.strictObject({ any: z.array(text).min(1) }),
    ])
    .optional(),
  example: text.optional(),
  highRisk: z.boolean().default(false),
})

export const sectionFields = z.strictObject({
  code: sectionCode,
  title: text,
  cites: sectionCode.optional(),
  about: text.optional(),
  statements: z.array(statementFields),
})

export const domainFile = z.strictObject({
  number: z.int().positive(),
  title: text,
  purpose: text,
  sections: z.array(sectionFields),
})

export const editionFile = z.strictObject({
  slug,
  version: slug,
  title: text,
  status: z.enum(['draft', 'in-consultation', 'published']),
  published: isoDate.optional(),
  steward: text,
  notice: text,
  label: text.optional(),
  summary: text,
  skeleton: z
    .strictObject({
      owner: text,
      nation: z.enum(scopeNations),
      sector: z.enum(sectorSlugs).optional(),
      edition: text,
      source: text,
      checkedOn: isoDate,
      licence: text,
      codes: text,
      divisions: text,
    })
    .optional(),
  levels: z.array(
    z.strictObject({
      slug: z.enum(levelSlugs),
      name: text,
      summary: text,
      education: z.array(text),
      experience: z.array(text),
      values: z.array(text),
    }),
  ),
  pillars: z.array(z.strictObject({ slug: z.enum(pillarSlugs), name: text, meaning: text })),
})

export const partsFile = z.strictObject({
  parts: z.array(
    z.strictObject({
      number: z.int().positive(),
      title: text,
      sections: z.array(
        z.strictObject({
          id: slug,
          heading: text,
          audience: z.enum(audienceSlugs).optional(),
          paragraphs: z.array(text).default([]),
          points: z.array(text).default([]),
        }),
      ),
    }),
  ),
})

export const glossaryFile = z.strictObject({
  glossary: z.array(
    z.strictObject({
      term: text,
      forms: z.array(text).default([]),
      meaning: text,
      includes: z.array(text).default([]),
    }),
  ),
  terms: z.array(
    z.strictObject({
      use: text,
      insteadOf: z.array(text).min(1),
      because: text,
      owner: text,
      audience: text,
    }),
  ),
})

export const rolesFile = z.strictObject({
  roles: z.array(
    z.strictObject({
      profession: slug,
      name: text,
      registeredTitle: text,
      supportTitles: z.array(text).min(1),
      regulator: text,
      registerAddress: z.url(),
      fewRoles: text.optional(),
      about: text,
      supportWorkerDoes: z.array(text).min(1),
      registeredProfessionalDoes: z.array(text).min(1),
      examples: z.array(
        z.strictObject({
          level: z.enum(levelSlugs),
          person: text,
          supportWorker: text,
          registeredProfessional: text,
        }),
      ),
    }),
  ),
})

/** An edition that is another one with its amendments undone. */
export const derivedEditionFile = z.strictObject({
  slug,
  version: slug,
  status: z.enum(['draft', 'in-consultation']),
  label: text,
  derivedFrom: slug,
  amendments: text,
  pages: z.array(z.strictObject({ page: z.int().positive(), targets: z.array(text) })),
})
