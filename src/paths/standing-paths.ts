import { queryOf } from './query-of.ts'

/** Where somebody stands: for themselves, and as far as they share it for others at work. */
export const standingPaths = {
  whereIStand: (level?: string | undefined) => `/development/where-i-stand${queryOf({ level })}`,
  standingShares: (done?: string | undefined) =>
    `/development/where-i-stand/sharing${queryOf({ done })}`,
  /** For whom: the people who manage a team, where it is not said. */
  standingShare: (organisation: string, audience?: string | undefined) =>
    `/development/where-i-stand/sharing/${organisation}${queryOf({ for: audience })}`,
  stopStandingShare: (organisation: string, audience?: string | undefined) =>
    `/development/where-i-stand/sharing/${organisation}/stop${queryOf({ for: audience })}`,
  standingPreview: (
    organisation: string,
    { depth, audience }: { readonly depth?: string; readonly audience?: string } = {},
  ) =>
    `/development/where-i-stand/sharing/${organisation}/preview${queryOf({ for: audience, depth })}`,
  teamStanding: (organisation?: string | undefined, page?: string | undefined) =>
    `/team/standing${queryOf({ organisation, page })}`,
  teamStatements: (organisation?: string | undefined) =>
    `/team/standing/statements${queryOf({ organisation })}`,
  teamStatementsFile: (organisation?: string | undefined) =>
    `/team/standing/statements.csv${queryOf({ organisation })}`,
  personStanding: (person: string, organisation?: string | undefined) =>
    `/team/standing/${person}${queryOf({ organisation })}`,
}
