/** Every page, as each of those who may open it. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { type ActorName, actorNames, mayOne } from '../authorisation/people.ts'
import type { World } from '../authorisation/world.ts'
import { addressOf, everyDoor } from './every-door.ts'
import { dangersIn } from './read-markup.ts'

export interface OpenPage {
  readonly url: string
  readonly actor: ActorName
  readonly reply: LightMyRequestResponse
}

/** `most` people of each page. */
export async function openEveryPage(
  app: FastifyInstance,
  { cookies, records }: World,
  most: number = actorNames.length,
): Promise<OpenPage[]> {
  const pages: OpenPage[] = []
  for (const door of everyDoor(app).filter(({ method }) => method === 'GET')) {
    const url = addressOf(door, records.holder)
    const may = door.rule?.may ?? ['manager']
    for (const actor of actorNames.filter((name) => mayOne(may, name, 'holder')).slice(0, most)) {
      const cookie = actor === 'nobody' ? '' : cookies[actor]
      pages.push({ url, actor, reply: await app.inject({ url, headers: { cookie } }) })
    }
  }
  return pages
}

/** What would do harm in a browser; a file that is no page is never taken for one. */
export function harmIn({ headers, body, statusCode }: LightMyRequestResponse): string[] {
  if (statusCode >= 500) return [String(statusCode)]
  if (body === '') return []
  if (String(headers['content-type']).startsWith('text/html')) {
    try {
      return dangersIn(body)
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)]
    }
  }
  return headers['x-content-type-options'] === 'nosniff'
    ? []
    : ['a file that may be taken for a page']
}

/** Without what was asked of it. */
export function pageUrl(url: string): string {
  return url.replace(/[?#].*$/, '')
}
