/** What a team's figures say outside the team: small ones are left out, and nobody is named. */
import { levelOf } from '../../../frameworks/model/framework.ts'
import { writeCsv } from '../../../organisations/invitations/model/write-csv.ts'
import { type DomainFigures, figureOutside } from './team-figures.ts'

const titles = ['Statement', 'Level', 'Words', 'People who share it', 'Of them, in date']

export function writeTeamFile(domains: readonly DomainFigures[]): string {
  const rows = domains.flatMap(({ figures }) =>
    figures.map((figure) => {
      const { code, text } = figure.statement
      const { wanted, held } = figureOutside(figure)
      return [code, levelOf(code) ?? '', text, wanted, held]
    }),
  )
  return writeCsv([titles, ...rows])
}
