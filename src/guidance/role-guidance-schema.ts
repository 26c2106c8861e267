/** The shape of content/guidance/roles.yaml. */
import { z } from 'zod'
import type { RoleGuidance } from './model/role-guidance.ts'

const text = z.string().trim().min(1)
/** Ends in a space, because it is read out before the words that follow it. */
const leadIn = z.string().min(1)
const lines = z.array(text).min(1)
const advice = { heading: text, intro: text, points: lines }

const role = z.strictObject({
  title: text,
  does: z.strictObject({ heading: text, supportWorker: text, called: text }),
  may: z.strictObject({
    heading: text,
    supportWorker: text,
    registeredProfessional: text,
    supportWorkerMay: lines,
    supportWorkerMayNot: lines,
    registeredProfessionalMay: lines,
    registeredProfessionalMayNot: lines,
    may: leadIn,
    mayNot: leadIn,
  }),
  register: z.strictObject({
    heading: text,
    registeredProfessional: text,
    free: text,
    link: text,
    supportWorker: text,
  }),
  examples: z.strictObject({
    heading: text,
    intro: text,
    person: text,
    supportWorker: text,
    registeredProfessional: text,
  }),
  ask: z.strictObject(advice),
  thank: z.strictObject(advice),
  worry: z.strictObject({ ...advice, urgent: text, notHere: text }),
  read: z.strictObject({ heading: text, nobody: text, readers: text }),
  card: z.strictObject({ heading: text, hint: text, picture: text, address: text }),
})

export const roleGuidanceFile: z.ZodType<RoleGuidance> = z.strictObject({
  list: z.strictObject({
    title: text,
    intro: lines,
    heading: text,
    supportTitles: text,
    registeredTitle: text,
  }),
  role,
})
