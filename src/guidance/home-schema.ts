/** The shape of content/guidance/home.yaml. */
import { z } from 'zod'
import { doorPictures, type HomeWords } from './model/home.ts'
import { pageLink } from './page-link-schema.ts'

const text = z.string().trim().min(1)

const door = z.strictObject({
  picture: z.enum(doorPictures),
  who: text,
  what: text,
  actions: z.array(pageLink).min(1).max(3),
  choices: z.strictObject({ lead: text, links: z.array(pageLink).min(2) }).optional(),
  notYet: text.optional(),
})

export const homeFile: z.ZodType<HomeWords> = z.strictObject({
  title: text,
  lede: text,
  start: pageLink,
  heading: text,
  notYet: text,
  doors: z.array(door).min(1),
  asked: z.strictObject({ heading: text, text, link: pageLink }),
  honest: z.strictObject({ heading: text, points: z.array(text).min(1), link: pageLink }),
})
