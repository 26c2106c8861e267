/** Answers that script sends behind the page, which stays: what came of them, for the script. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import type { Site } from '../../web/site.ts'
import { assessSelf } from './assess-self.ts'
import { typedForm } from './typed-forms.ts'

interface TypedAt {
  readonly person: Person
  readonly edition: string
  readonly place: string
  /** Undefined where the page has no note. */
  readonly section?: string | undefined
  readonly codes: readonly string[]
}

export async function saveAsTyped(
  { db, now }: Site,
  { body }: FastifyRequest,
  reply: FastifyReply,
  { person, section, codes, ...at }: TypedAt,
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store')
  const form = typedForm(body, codes, now())
  if (!form.ok) return reply.code(422).send({ errors: form.errors })
  const { answers, saidAt, note } = form.value
  const sectionNote = note && section !== undefined ? { section, ...note } : undefined
  const overtaken = await assessSelf(db, person, { ...at, answers, saidAt, note: sectionNote })
  return reply.send({ overtaken })
}
