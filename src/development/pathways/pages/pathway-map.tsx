/**
 * The ways drawn: each stop is a link, each line goes from one to what it may lead to. The list
 * beside it says the same in words.
 */
import { paths } from '../../../paths.ts'
import { drawMap, lineHeight, nameGap } from '../model/draw-map.ts'
import type { Route } from '../model/route.ts'

export function PathwayMap({
  routes,
  current,
  to = paths.pathway,
}: {
  readonly routes: readonly Route[]
  /** The stop that the page is about. */
  readonly current?: string | undefined
  readonly to?: ((slug: string) => string) | undefined
}) {
  const { width, height, x, stops, lines } = drawMap(routes)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset
    <svg
      class="lanyard-map"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label="Map of the pathways. The list says the same."
    >
      {lines.map(({ from, to, path }) => (
        <path key={`${from} ${to}`} class="lanyard-map__line" d={path} />
      ))}
      {stops.map(({ route, lines, y }) => (
        <a
          key={route.slug}
          href={to(route.slug)}
          aria-current={current === route.slug || undefined}
        >
          <title>{`${route.title}, ${route.level.words}`}</title>
          <rect
            class="lanyard-map__touch"
            x={x - 12}
            y={y - 20}
            width={width - x + 12}
            height={lines.length * lineHeight + 22}
          />
          <circle class="lanyard-map__stop" cx={x} cy={y} r="6" />
          <text class="lanyard-map__name" x={x + nameGap} y={y + 5}>
            {lines.map((line, at) => (
              <tspan key={line} x={x + nameGap} dy={at === 0 ? 0 : lineHeight}>
                {line}
              </tspan>
            ))}
          </text>
        </a>
      ))}
    </svg>
  )
}
