import { queryOf } from './query-of.ts'

/** Where somebody stands: for themselves, and as far as they share it for whoever manages their team. */
export const standingPaths = {
  whereIStand: (level?: string | undefined) => `/development/where-i-stand${queryOf({ level })}`,
  standingShares: (done?: string | undefined) =>
    `/development/where-i-stand/sharing${queryOf({ done })}`,
  standingShare: (organisation: string) => `/development/where-i-stand/sharing/${organisation}`,
  stopStandingShare: (organisation: string) =>
    `/development/where-i-stand/sharing/${organisation}/stop`,
  standingPreview: (organisation: string, depth?: string | undefined) =>
    `/development/where-i-stand/sharing/${organisation}/preview${queryOf({ depth })}`,
  teamStanding: (organisation?: string | undefined, page?: string | undefined) =>
    `/team/standing${queryOf({ organisation, page })}`,
  teamStatements: (organisation?: string | undefined) =>
    `/team/standing/statements${queryOf({ organisation })}`,
  teamStatementsFile: (organisation?: string | undefined) =>
    `/team/standing/statements.csv${queryOf({ organisation })}`,
  personStanding: (person: string, organisation?: string | undefined) =>
    `/team/standing/${person}${queryOf({ organisation })}`,
}
