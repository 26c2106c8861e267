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
  /** Where it is seen by another edition than the one in force. */
  readonly asked?: string | undefined
}

/** By domain where nothing else, or nothing that there is, was asked for. */
export function viewOf(value: string | undefined): PassportView {
  return passportViews.find((view) => view === value) ?? 'domain'
}

export function listStandingRows(by: PassportView, standpoint: Standpoint): StandingRow[] {
  return { domain: domainRows, pillar: pillarRows, role: roleRows }[by](standpoint)
}

function domainRows({ evaluation: { domains, level }, asked }: Standpoint): StandingRow[] {
  return domains.map(({ domain: { number, title }, sections }) => ({
    href: paths.standingInDomain(number, level, asked),
    title: `${number}. ${title}`,
    standings: sections.flatMap(({ standings }) => standings),
  }))
}

function pillarRows({
  stored,
  evaluation: { standings, level },
  asked,
}: Standpoint): StandingRow[] {
  return standingsByPillar(standings).map(({ pillar, standings }) => ({
    href: paths.standingInPillar(pillar, level, asked),
    title: stored.edition.pillars.find(({ slug }) => slug === pillar)?.name ?? pillar,
    standings,
  }))
}

/** Of every level: a role stands at its own. */
function roleRows({ stored, held, roleSets, today, asked }: Standpoint): StandingRow[] {
  return roleSets.map((role) => {
    const codes = codesOfRoleSet(stored.edition, role, held.role.profession)
    const { standings } = evaluateHeldCodes(held, stored, { codes, today })
    const href = paths.standingInRole(role.slug, asked)
    return { href, title: role.name, about: role.about, standings }
  })
}
