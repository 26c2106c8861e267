/** Where a holder stands as rows: by domain, by pillar, or by role. */
import type { ShelvedEdition } from '../../frameworks/edition-shelf.ts'
import { paths } from '../../paths.ts'
import { type LevelEvaluation, standingsByPillar } from '../model/evaluate-passport.ts'
import { codesOfRoleSet, type RoleSet } from '../model/role-set.ts'
import type { StandingRow } from './pages/standing-rows.tsx'
import { type PassportView, passportViews } from './passport-views.ts'
import { evaluateHeldCodes, type Held } from './read-evaluation.ts'

interface Standpoint {
  readonly stored: ShelvedEdition
  readonly held: Held
  readonly evaluation: LevelEvaluation
  readonly roleSets: readonly RoleSet[]
  readonly today: string
}

/** By domain where nothing else, or nothing that there is, was asked for. */
export function viewOf(value: string | undefined): PassportView {
  return passportViews.find((view) => view === value) ?? 'domain'
}

export function listStandingRows(by: PassportView, standpoint: Standpoint): StandingRow[] {
  return { domain: domainRows, pillar: pillarRows, role: roleRows }[by](standpoint)
}

function domainRows({ evaluation: { domains, level } }: Standpoint): StandingRow[] {
  return domains.map(({ domain: { number, title }, sections }) => ({
    href: paths.standingInDomain(number, level),
    title: `${number}. ${title}`,
    standings: sections.flatMap(({ standings }) => standings),
  }))
}

function pillarRows({ stored, evaluation: { standings, level } }: Standpoint): StandingRow[] {
  return standingsByPillar(standings).map(({ pillar, standings }) => ({
    href: paths.standingInPillar(pillar, level),
    title: stored.edition.pillars.find(({ slug }) => slug === pillar)?.name ?? pillar,
    standings,
  }))
}

/** Of every level: a role stands at its own. */
function roleRows({ stored, held, roleSets, today }: Standpoint): StandingRow[] {
  return roleSets.map((role) => {
    const codes = codesOfRoleSet(stored.edition, role, held.role.profession)
    const { standings } = evaluateHeldCodes(held, stored, { codes, today })
    return { href: paths.standingInRole(role.slug), title: role.name, about: role.about, standings }
  })
}
