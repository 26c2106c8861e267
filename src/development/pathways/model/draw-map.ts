/** Where each route stands on the map, and the lines between them. Narrow, so that it fits a phone. */
import type { Route } from './route.ts'

/** In the units of the drawing, about a pixel each. */
const width = 288
const lane = 14
const rowHeight = 30
const lineHeight = 19
const letters = 25

export interface Stop {
  readonly route: Route
  readonly lines: readonly string[]
  readonly y: number
}

export interface Way {
  readonly from: string
  readonly to: string
  /** Drawn down a lane of its own, left of the stops. */
  readonly path: string
}

export interface PathwayMap {
  readonly width: number
  readonly height: number
  /** Of the stops. */
  readonly x: number
  readonly stops: readonly Stop[]
  readonly ways: readonly Way[]
}

/** Routes in the order given; a line only where both its ends are shown. */
export function drawMap(routes: readonly Route[]): PathwayMap {
  const stops = placeStops(routes)
  const heights = new Map(stops.map(({ route, y }) => [route.slug, y]))
  const links = routes.flatMap(({ slug, leadsTo }) =>
    leadsTo.filter((to) => heights.has(to)).map((to) => ({ from: slug, to })),
  )
  const x = lane * (links.length + 1)
  const ways = links.map(({ from, to }, index) => {
    const [start, end] = [heights.get(from) ?? 0, heights.get(to) ?? 0]
    return { from, to, path: drawWay({ start, end, x, left: x - lane * (index + 1) }) }
  })
  const last = stops.at(-1)
  const height = last === undefined ? 0 : last.y + last.lines.length * lineHeight + rowHeight / 2
  return { width, height, x, stops, ways }
}

function placeStops(routes: readonly Route[]): Stop[] {
  let y = rowHeight / 2
  return routes.map((route) => {
    const lines = wrap(route.short)
    const stop = { route, lines, y: y + 6 }
    y += lines.length * lineHeight + rowHeight
    return stop
  })
}

function drawWay({
  start,
  end,
  x,
  left,
}: Readonly<Record<'start' | 'end' | 'x' | 'left', number>>): string {
  const turn = end > start ? 8 : -8
  return [
    `M${x} ${start}H${left + 8}Q${left} ${start} ${left} ${start + turn}`,
    `V${end - turn}Q${left} ${end} ${left + 8} ${end}H${x}`,
  ].join('')
}

/** At spaces; a word that is longer than a line stands on one of its own. */
export function wrap(words: string): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > letters) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
