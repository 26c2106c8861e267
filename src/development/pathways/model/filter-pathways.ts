/** What of the pathways is for a profession, in a setting, in a nation. */
import type { NationSlug, SettingSlug } from '../../../frameworks/model/framework.ts'
import type { EntryPoint, Gap, Pathways, Route } from './route.ts'

export interface Wanted {
  readonly profession?: string | undefined
  readonly setting?: SettingSlug | undefined
  readonly nation?: NationSlug | undefined
}

/** Also what is for every profession, or for every setting. */
export function filterPathways(pathways: Pathways, wanted: Wanted): Pathways {
  return {
    ...pathways,
    routes: pathways.routes.filter((route) => isFor(route, wanted)),
    points: pathways.points.filter((point) => isFor(point, wanted)),
    gaps: pathways.gaps.filter((gap) => isGapFor(gap, wanted)),
  }
}

function isFor(
  {
    professions,
    settings,
    nations,
  }: Pick<Route | EntryPoint, 'professions' | 'settings' | 'nations'>,
  { profession, setting, nation }: Wanted,
): boolean {
  return (
    takesIn(professions, profession) &&
    takesIn(settings, setting) &&
    (nation === undefined || nations.includes(nation))
  )
}

function takesIn(those: readonly string[], wanted: string | undefined): boolean {
  return wanted === undefined || those.length === 0 || those.includes(wanted)
}

/** A gap is told to whoever asked for what it is about, and to whoever asked for nothing. */
function isGapFor(gap: Gap, { profession, nation }: Wanted): boolean {
  if (gap.nation !== undefined) return nation === undefined || gap.nation === nation
  return takesIn(gap.professions, profession)
}
