import { queryOf } from './query-of.ts'

const written = (id: string) => `/overlays/writing/${id}`

/** What a profession, an employer, a sector or a nation adds to an edition. */
export const overlaysPaths = {
  overlays: () => '/overlays',
  withOverlay: (ref: string, overlay: string, also: readonly string[] = []) => {
    const others = new URLSearchParams(also.map((slug) => ['also', slug]))
    return `/frameworks/${ref}/with/${overlay}${also.length === 0 ? '' : `?${others}`}`
  },
  ownOverlays: () => '/overlays/writing',
  beginOverlay: () => '/overlays/writing/begin',
  overlay: (id: string, done?: string | undefined) => `${written(id)}${queryOf({ done })}`,
  overlayColumns: (id: string) => `${written(id)}/columns`,
  removeOverlayColumn: (id: string, column: string) => `${written(id)}/columns/${column}/remove`,
  overlaySection: (id: string, section: string, done?: string | undefined) =>
    `${written(id)}/sections/${section}${queryOf({ done })}`,
  addOverlayStatement: (id: string, section: string) => `${written(id)}/sections/${section}/add`,
  overlayStatement: (id: string, code: string) => `${written(id)}/statements/${code}`,
  removeOverlayStatement: (id: string, code: string) => `${written(id)}/statements/${code}/remove`,
  publishOverlay: (id: string) => `${written(id)}/publish`,
  withdrawOverlay: (id: string) => `${written(id)}/withdraw`,
  newerOverlay: (id: string) => `${written(id)}/newer`,
}
