/** `content/privacy/purposes.yaml`, read strictly. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../../content/read-content.ts'
import { readRetention } from '../retention/retention-content.ts'
import { articles, controllerKinds, type Purpose, type PurposeList } from './model/purpose.ts'

const file = fileURLToPath(new URL('../../../content/privacy/purposes.yaml', import.meta.url))
const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z-]+$/)
const texts = z.array(text).min(1)

const purpose: z.ZodType<Purpose> = z
  .strictObject({
    id: slug,
    title: text,
    short: text,
    what: texts,
    whose: text,
    controller: z.enum(controllerKinds),
    bases: z
      .array(z.strictObject({ article: z.enum(articles), when: text, law: text, because: text }))
      .min(1),
    special: z.strictObject({
      asked: z.boolean(),
      words: text,
      article: text.optional(),
      condition: text.optional(),
    }),
    kept: z.array(slug),
    keptWords: text.optional(),
    seenBy: texts,
    source: text,
    decides: texts,
  })
  .superRefine(({ bases, special, kept, keptWords }, context) => {
    const fault = (message: string, path: string) =>
      context.addIssue({ code: 'custom', message, path: [path] })
    if (special.asked && (special.article === undefined || special.condition === undefined)) {
      fault('name the Article 9 condition for what is asked', 'special')
    }
    if ((kept.length === 0) === (keptWords === undefined)) {
      fault('give kinds of retention.yaml, or kept-words where there is none', 'kept')
    }
    for (const { article, law } of bases) {
      if (article === '6(1)(e)' && !law.includes('DPA 2018 s.8')) {
        fault('a public task needs its place in the law: DPA 2018 s.8', 'bases')
      }
    }
  })

const purposesFile: z.ZodType<PurposeList> = z
  .strictObject({
    edition: z.iso.date(),
    short: z.array(z.strictObject({ asks: text.endsWith('?'), answer: text })).min(1),
    controllers: z.array(z.strictObject({ id: z.enum(controllerKinds), name: text, means: text })),
    purposes: z.array(purpose).min(1),
    regulator: z.strictObject({ name: text, page: z.url(), phone: text, post: text }),
  })
  .superRefine(({ controllers, purposes }, context) => {
    const fault = (message: string, path: PropertyKey[]) =>
      context.addIssue({ code: 'custom', message, path })
    if (controllers.map(({ id }) => id).join() !== controllerKinds.join()) {
      fault(`write each of ${controllerKinds.join(', ')}`, ['controllers'])
    }
    const kinds = new Set(readRetention().map(({ kind }) => kind))
    for (const [index, { id, kept }] of purposes.entries()) {
      const at = ['purposes', index]
      if (purposes.findIndex((one) => one.id === id) < index) fault(`${id} is here twice`, at)
      for (const kind of kept.filter((kind) => !kinds.has(kind))) {
        fault(`retention.yaml has no kind ${kind}`, at)
      }
    }
  })

/** Throws ContentFault. */
export function readPurposes(path = file): PurposeList {
  return readContent(path, purposesFile).value
}
