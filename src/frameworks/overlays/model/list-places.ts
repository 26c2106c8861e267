import type { Edition } from '../../model/framework.ts'
import { type OverlayPlace, sectionOfCode } from './overlay.ts'

/** Where a statement can stand: after each statement of its section, and at the end of any. */
export function listPlaces(
  { domains }: Pick<Edition, 'domains'>,
  section: string,
): { readonly place: OverlayPlace; readonly name: string }[] {
  const sections = domains.flatMap(({ sections }) => sections)
  const own = sections.find(({ code }) => code === section)
  const others = sections.filter(({ code }) => code !== section)
  const end = ({ code, title }: { readonly code: string; readonly title: string }) => ({
    place: `section/${code}` as const,
    name: `At the end of ${code} ${title}`,
  })
  return [
    ...(own === undefined ? [] : [end(own)]),
    ...(own?.statements ?? []).map(({ code }) => ({
      place: `statement/${code}` as const,
      name: `After ${code}`,
    })),
    ...others.map(end),
  ]
}

export function sectionOfPlace(place: OverlayPlace): string {
  return sectionOfCode(place.slice(place.indexOf('/') + 1))
}
