/** What a registrant delegates, along with the passport on a phone of their own. */
import type { VNode } from 'preact'
import type { Person } from '../actor.ts'
import type { EditionShelf } from '../frameworks/edition-shelf.ts'
import { dayOf } from '../language/days.ts'
import type { Site } from '../web/site.ts'
import { GlanceCopy } from './pages/glance-page.tsx'
import { readGlances } from './read-glance.ts'

export function glanceAlong({ db, now }: Pick<Site, 'db' | 'now'>, shelf: EditionShelf) {
  return async (person: Person): Promise<VNode> => {
    const glances = await readGlances(db, shelf, { person, today: dayOf(now()) })
    return <GlanceCopy glances={glances} />
  }
}
