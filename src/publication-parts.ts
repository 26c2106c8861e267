/** What publishing an edition asks of successions and of passports. */
import type { PublicationParts } from './frameworks/review/publication-parts.ts'

export const publicationParts: PublicationParts = {
  prepareSuccession: async () => ({ findings: [] }),
  insertSuccession: async () => {},
  touchedBy: async () => new Map(),
}
