/** What somebody typed that is not sent yet, in order. Pure. */

export interface Typed {
  readonly person: string
  /** Where its form posts to. */
  readonly address: string
  readonly field: string
  readonly value: string
  /** By this device's clock, in milliseconds. */
  readonly at: number
  /** What the server found wrong with it: it waits for its writer, and is not sent again as it is. */
  readonly fault?: string | undefined
}

export interface Batch {
  readonly address: string
  readonly typed: readonly Typed[]
}

/** The latest of a field takes the place of the one before it. */
export function withTyped(unsent: readonly Typed[], typed: Typed): Typed[] {
  return [...unsent.filter((one) => !isSameField(one, typed)), typed]
}

/** What was typed again in the meantime stays. */
export function withoutSent(unsent: readonly Typed[], sent: readonly Typed[]): Typed[] {
  return unsent.filter(
    (one) => !sent.some((other) => isSameField(one, other) && one.at === other.at),
  )
}

export function withFault(
  unsent: readonly Typed[],
  refused: readonly Typed[],
  fault: string,
): Typed[] {
  const isRefused = (one: Typed) =>
    refused.some((other) => isSameField(one, other) && one.at === other.at)
  return unsent.map((one) => (isRefused(one) ? { ...one, fault } : one))
}

/** The next to send. A note goes alone: what is wrong with it must not hold up the answers. */
export function nextBatch(all: readonly Typed[]): Batch | undefined {
  const unsent = all.filter(({ fault }) => fault === undefined)
  const [first] = unsent
  if (first === undefined) return undefined
  const { address, field } = first
  const typed = unsent.filter(
    (one) => one.address === address && (one.field === 'note') === (field === 'note'),
  )
  return { address, typed }
}

/** How long ago each was said, because this clock may be wrong. */
export function fieldsOf({ typed }: Batch, now: number): Record<string, string> {
  return Object.fromEntries(
    typed.flatMap(({ field, value, at }) => [
      [field, value],
      [`age-${field}`, String(Math.max(0, now - at))],
    ]),
  )
}

function isSameField(one: Typed, other: Typed): boolean {
  return one.person === other.person && one.address === other.address && one.field === other.field
}
