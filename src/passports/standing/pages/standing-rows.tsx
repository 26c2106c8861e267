/** Where a holder stands, a drawn row for each domain, pillar or role, that leads to its statements. */
import type { Standing } from '../../model/evaluate-passport.ts'
import { tallyLine, tallyStandings } from '../../model/tally-standings.ts'
import { StandingBar } from './standing-bar.tsx'

export interface StandingRow {
  readonly href: string
  readonly title: string
  readonly standings: readonly Standing[]
  readonly about?: string | undefined
}

export function StandingRows({ rows }: { readonly rows: readonly StandingRow[] }) {
  return (
    <ul class="lanyard-rows">
      {rows.map(({ href, title, standings, about }) => {
        const tally = tallyStandings(standings)
        return (
          <li key={href} class="lanyard-rows__row">
            <h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-2">
              <a href={href}>{title}</a>
            </h3>
            {about && <p class="nhsuk-u-margin-bottom-1">{about}</p>}
            {tally.blank < standings.length && <StandingBar tally={tally} />}
            <p class="lanyard-meta">{tallyLine(tally)}</p>
          </li>
        )
      })}
    </ul>
  )
}
