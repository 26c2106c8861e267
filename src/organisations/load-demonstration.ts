import { randomUUID } from 'node:crypto'
import type { readDemonstration } from '../accounts/accounts-content.ts'
import { saveDemonstrationPeople } from '../accounts/load-demonstration.ts'
import type { Job } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import type { Database, Transaction } from '../database/database.ts'
import { addDays, dayOf } from '../language/days.ts'
import type { DemonstrationRegister } from './demonstration-content.ts'
import { insertArea, insertEvent, insertName, insertOrganisation } from './register-store.ts'
import { insertSite, insertTeam } from './teams-store.ts'
import { insertAnswer, insertProposal } from './verifications-store.ts'

const loader: Job = { kind: 'job', name: 'load-content' }

export interface Demonstration {
  readonly register: DemonstrationRegister
  readonly people: ReturnType<typeof readDemonstration>
}

/** Puts in the made-up organisations and people that are not there yet, all of them or none. */
export function loadDemonstration(
  db: Database,
  { register, people }: Demonstration,
  now: Date,
): Promise<void> {
  return asActor(db, loader, async (db) => {
    const added = await saveOrganisations(db, register)
    await saveDemonstrationPeople(db, people)
    const isAdded = ({ slug }: { readonly slug: string }) => added.has(slug)
    for (const organisation of register.organisations.filter(isAdded)) {
      await saveVerifications(db, organisation, { steward: register.stewards, now })
    }
  })
}

type DemonstrationOrganisation = DemonstrationRegister['organisations'][number]

/** Those that were not there before; what is there stays as it is. */
async function saveOrganisations(
  db: Transaction,
  { organisations, renamed, events }: DemonstrationRegister,
): Promise<ReadonlySet<string>> {
  const added = new Set<string>()
  for (const organisation of organisations) {
    const { slug, name, kind, nation, sector, openedOn } = organisation
    const isNew = await insertOrganisation(db, { slug, name, kind, nation, sector, openedOn })
    if (isNew) added.add(slug)
  }
  for (const organisation of organisations.filter(({ slug }) => added.has(slug))) {
    await savePlaces(db, organisation)
  }
  for (const { organisation, name, on, source } of renamed) {
    if (!added.has(organisation)) continue
    await insertName(db, { organisation, name, from: on })
    const parts = [{ organisation, part: 'continued' as const }]
    await insertEvent(db, { id: randomUUID(), kind: 'renamed', on, source, parts })
  }
  for (const { kind, on, source, ...sides } of events) {
    const parts = (['ended', 'continued', 'began'] as const).flatMap((part) =>
      sides[part].map((organisation) => ({ organisation, part })),
    )
    if (!parts.every(({ organisation }) => added.has(organisation))) continue
    await insertEvent(db, { id: randomUUID(), kind, on, source, parts })
  }
  return added
}

async function savePlaces(db: Transaction, organisation: DemonstrationOrganisation): Promise<void> {
  const { slug, areas, teams = [] } = organisation
  for (const span of areas) await insertArea(db, { organisation: slug, ...span })
  for (const site of new Set(teams.map(({ site }) => site))) {
    const siteId = await insertSite(db, { organisation: slug, name: site })
    for (const { name } of teams.filter((team) => team.site === site)) {
      await insertTeam(db, { organisation: slug, name, siteId })
    }
  }
}

async function saveVerifications(
  db: Transaction,
  { slug: organisation, verified }: DemonstrationOrganisation,
  { steward, now }: { readonly steward: string; readonly now: Date },
): Promise<void> {
  const day = (given: string | number) =>
    typeof given === 'string' ? given : addDays(dayOf(now), given)
  for (const { by, on, checkAgainOn, register, number } of verified) {
    const [proposedBy, answeredBy] = by
    const id = randomUUID()
    await insertProposal(db, {
      ...{ id, organisation, proposedBy, steward },
      ...{ proposedOn: day(on), checkAgainOn: day(checkAgainOn) },
      evidence: [{ kind: 'register-entry', register, number }],
    })
    if (answeredBy === undefined) continue
    await insertAnswer(db, {
      ...{ proposalId: id, organisation, proposedBy, answeredBy, steward },
      ...{ outcome: 'confirmed', answeredOn: day(on) },
    })
  }
}
