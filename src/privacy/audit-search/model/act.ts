/** One thing that was done, as it is listed. */
export interface Act {
  readonly id: string
  readonly at: Date
  /** A person's id, `link:…` or `job:…`. */
  readonly actor: string
  readonly actorName?: string | undefined
  readonly action: string
  readonly about?: string | undefined
  readonly aboutName?: string | undefined
}

/** Where a page begins: a place and not a number, so that what is done meanwhile moves nothing. */
export interface ActKey {
  readonly microseconds: number
  readonly id: string
}

export function formatKey({ microseconds, id }: ActKey): string {
  return `${microseconds}_${id}`
}

/** Undefined for what is no key. */
export function parseKey(written: string): ActKey | undefined {
  const [, microseconds, id] =
    /^(\d{1,16})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(written) ?? []
  if (microseconds === undefined || id === undefined) return undefined
  return { microseconds: Number(microseconds), id }
}

/** Who acted, for whoever reads the list. */
export function actorWords(act: Act, reader: string): string {
  const { actor, actorName } = act
  // Nobody is signed in yet while somebody signs in.
  if (actor === 'job:sign-in' && act.about !== undefined) return aboutWords(act, reader)
  if (actor === reader) return 'You'
  if (actor.startsWith('link:')) return 'Somebody with a link'
  if (actor.startsWith('job:')) return 'The service'
  return actorName ?? 'Somebody whose account is closed'
}

/** Whose record it was, for whoever reads the list. */
export function aboutWords({ about, aboutName }: Act, reader: string): string {
  if (about === undefined) return 'Nobody in particular'
  return about === reader ? 'You' : (aboutName ?? 'Somebody whose account is closed')
}
