/** Whether somebody was shown words that are not for them. */
import type { Canary } from './canaries.ts'
import type { TheRecord } from './records.ts'
import type { Relation } from './relations.ts'
import type { Character, World } from './world.ts'

/** `heldLink`: the record whose link somebody holds besides what they are. */
export function leaksIn(
  shown: string,
  {
    character,
    world,
    heldLink,
  }: { character: Character; world: World; heldLink?: TheRecord | undefined },
): string[] {
  return world.canaries
    .foundIn(shown)
    .filter((canary) => !mayBeShown(canary, { character, world, heldLink }))
    .map(({ what, owner }) => `${what} of ${nameOf(world, owner)}`)
}

function mayBeShown(
  { owner, audience }: Canary,
  { character, world, heldLink }: Parameters<typeof leaksIn>[1],
): boolean {
  const related = relationsToOwner(character, world, owner)
  if (heldLink !== undefined && [heldLink.holderId, heldLink.assessorId].includes(owner)) {
    related.add('link')
  }
  return audience.some((relation) => related.has(relation))
}

/** To a holder by the record, and to anybody else by where both work. */
function relationsToOwner(character: Character, world: World, owner: string): Set<Relation> {
  const { actor, organisation, ended, permissions = [] } = character
  const record = world.records.find(({ holderId }) => holderId === owner)
  if (record !== undefined) return new Set(world.relations(character, record))
  const related = new Set<Relation>(['anyone'])
  if (permissions.includes('decide-consultation')) related.add('decides')
  const their = world.characters.find(({ actor }) => actor.kind === 'person' && actor.id === owner)
  if (actor.kind === 'person' && actor.id === owner) related.add('self')
  else if (!ended && !their?.ended && organisation && organisation === their?.organisation) {
    related.add('colleague')
  }
  const shared = world.records.filter(({ assessorId }) => assessorId === owner)
  if (shared.some((record) => world.relations(character, record).has('link'))) related.add('link')
  return related
}

function nameOf(world: World, owner: string): string {
  const found = world.characters.find(({ actor }) => actor.kind === 'person' && actor.id === owner)
  return found?.part ?? owner
}
