/** Where each route stands on the map, and the lines between them. Narrow, so that it fits a phone. */
import type { Route } from './route.ts'

/** In the units of the drawing, about a pixel each. */
const width = 288
const lane = 12
const rowHeight = 30
const letterWidth = 8.4
/** From a stop to its name. */
export const nameGap = 14
export const lineHeight = 19

export interface Stop {
  readonly route: Route
  readonly lines: readonly string[]
  readonly y: number
}

export interface Line {
  readonly from: string
  readonly to: string
  readonly path: string
}

export interface PathwayMap {
  readonly width: number
  readonly height: number
  /** Of the stops. */
  readonly x: number
  readonly stops: readonly Stop[]
  readonly lines: readonly Line[]
}

interface Link {
  readonly from: number
  readonly to: number
}

/** Routes in the order given; a line only where both its ends are shown. */
export function drawMap(routes: readonly Route[]): PathwayMap {
  const slugs = routes.map(({ slug }) => slug)
  const links = routes.flatMap(({ leadsTo }, from) =>
    leadsTo.map((to) => ({ from, to: slugs.indexOf(to) })).filter(({ to }) => to >= 0),
  )
  const lanes = shareLanes(links)
  const x = lane * (1 + Math.max(0, ...lanes.map((one) => one + 1)))
  const stops = placeStops(routes, Math.floor((width - x - nameGap) / letterWidth))
  const heightOf = (at: number) => stops[at]?.y ?? 0
  const lines = links.map((link, index) => ({
    ...{ from: slugs[link.from] ?? '', to: slugs[link.to] ?? '' },
    path: drawLine({
      ...{ start: heightOf(link.from), end: heightOf(link.to) },
      ...{ x, left: x - lane * ((lanes[index] ?? 0) + 1) },
    }),
  }))
  const last = stops.at(-1)
  const height = last === undefined ? 0 : last.y + last.lines.length * lineHeight
  return { width, height, x, stops, lines }
}

/** The lane of each link, from 0 beside the stops: two that pass one row never share one. */
export function shareLanes(links: readonly Link[]): number[] {
  const lanes: number[] = []
  // The shortest are nearest, so that few lines cross.
  const order = links
    .map((link, index) => ({
      index,
      top: Math.min(link.from, link.to),
      end: Math.max(link.from, link.to),
    }))
    .sort((one, other) => one.end - one.top - (other.end - other.top) || one.index - other.index)
  const taken: { readonly lane: number; readonly top: number; readonly end: number }[] = []
  for (const { index, top, end } of order) {
    const busy = new Set(
      taken.filter((one) => one.top <= end && top <= one.end).map((one) => one.lane),
    )
    let free = 0
    while (busy.has(free)) free += 1
    taken.push({ lane: free, top, end })
    lanes[index] = free
  }
  return lanes
}

function placeStops(routes: readonly Route[], letters: number): Stop[] {
  let y = 20
  return routes.map((route) => {
    const lines = wrap(route.short, letters)
    const stop = { route, lines, y }
    y += (lines.length - 1) * lineHeight + rowHeight + 8
    return stop
  })
}

/** Out of one stop, down a lane, and into the other with an arrow. */
function drawLine({
  start,
  end,
  x,
  left,
}: Readonly<Record<'start' | 'end' | 'x' | 'left', number>>): string {
  const turn = end > start ? 6 : -6
  const tip = x - 9
  return [
    `M${x} ${start}H${left + 6}Q${left} ${start} ${left} ${start + turn}`,
    `V${end - turn}Q${left} ${end} ${left + 6} ${end}H${tip}`,
    `m-5 -4l5 4l-5 4`,
  ].join('')
}

/** At spaces; a word that is longer than a line stands on one of its own. */
export function wrap(words: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > letters) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
