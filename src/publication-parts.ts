/** What publishing an edition asks of its succession, and of what people hold: handed over by app.ts. */

import type { PublicationParts } from './frameworks/review/publication-parts.ts'
import { prepareSuccession } from './frameworks/versions/read-draft-succession.ts'
import { insertSuccession } from './frameworks/versions/successions-store.ts'
import { countTouched } from './touched-by.ts'

export const publicationParts: PublicationParts = {
  prepareSuccession,
  insertSuccession,
  touchedBy: countTouched,
}
