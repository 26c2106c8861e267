/** Managers keep the sites and teams of their organisation. */
import { hasPermission, type Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { PlaceKind, Site, Team } from '../model/team.ts'
import { lockOrganisations } from '../register-store.ts'
import * as store from '../teams-store.ts'

export interface PlaceValue {
  readonly name: string
  /** Of a site. */
  readonly address?: string | undefined
  /** Of a team. */
  readonly siteId?: string | undefined
  /** The last day, where it ends. */
  readonly to?: string | undefined
}

export interface PlaceOf {
  readonly kind: PlaceKind
  readonly organisation: string
}

/** Throws NotFound for whoever manages no team there. */
export function refuseOthers(actor: Person, organisation: string): void {
  if (!hasPermission(actor, 'manage-team', organisation)) {
    throw new NotFound(`organisation ${organisation}`)
  }
}

/** `name-taken`: another one that goes on has this name; adding the same again changes nothing. */
export type PlaceOutcome = 'saved' | 'name-taken'

export function addPlace(
  db: Database,
  actor: Person,
  { kind, organisation }: PlaceOf,
  value: PlaceValue,
): Promise<PlaceOutcome> {
  return changePlaces(db, actor, organisation, async (db) => {
    const same = await findNamed(db, { kind, organisation }, value.name)
    if (same !== undefined) return isAlike(same, value) ? 'saved' : 'name-taken'
    await refuseStrangeSite(db, organisation, value.siteId)
    const insert = kind === 'site' ? store.insertSite : store.insertTeam
    const id = await insert(db, { organisation, ...value })
    await recordEvent(db, actor, `${kind}.added`, `${kind}:${id}`, { organisation })
    return 'saved'
  })
}

export function changePlace(
  db: Database,
  actor: Person,
  { id, kind, organisation }: PlaceOf & { readonly id: string },
  value: PlaceValue,
): Promise<PlaceOutcome> {
  return changePlaces(db, actor, organisation, async (db) => {
    const same = await findNamed(db, { kind, organisation }, value.name)
    if (same !== undefined && same.id !== id) return 'name-taken'
    await refuseStrangeSite(db, organisation, value.siteId)
    const set = kind === 'site' ? store.setSite : store.setTeam
    if (!(await set(db, { id, organisation, ...value }))) throw new NotFound(`${kind} ${id}`)
    await recordEvent(db, actor, `${kind}.changed`, `${kind}:${id}`, {
      ...{ organisation, to: value.to },
    })
    return 'saved'
  })
}

function changePlaces<Result>(
  db: Database,
  actor: Person,
  organisation: string,
  run: (db: Transaction) => Promise<Result>,
): Promise<Result> {
  refuseOthers(actor, organisation)
  return asActor(db, actor, async (db) => {
    await lockOrganisations(db, [organisation])
    return run(db)
  })
}

/** The one of this name that goes on, letter case aside. */
async function findNamed(
  db: Transaction,
  { kind, organisation }: PlaceOf,
  name: string,
): Promise<Site | Team | undefined> {
  const list = kind === 'site' ? store.listSites : store.listTeams
  const places: readonly (Site | Team)[] = await list(db, organisation)
  return places.find(
    (place) => place.to === undefined && place.name.toLowerCase() === name.toLowerCase(),
  )
}

function isAlike(place: Site | Team, { name, address, siteId }: PlaceValue): boolean {
  if (place.name !== name) return false
  return 'address' in place
    ? place.address === address
    : 'siteId' in place && place.siteId === siteId
}

async function refuseStrangeSite(
  db: Transaction,
  organisation: string,
  siteId: string | undefined,
): Promise<void> {
  if (siteId === undefined) return
  const sites = await store.listSites(db, organisation)
  if (!sites.some(({ id }) => id === siteId)) throw new NotFound(`site ${siteId}`)
}
