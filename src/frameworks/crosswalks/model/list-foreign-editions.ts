import type { Edition, Skeleton } from '../../model/framework.ts'

interface Shelved {
  readonly ref: string
  readonly edition: Edition
}

/** The frameworks of others, which stand here as codes and titles. */
export function listForeignEditions<Stored extends Shelved>(
  stored: readonly Stored[],
): (Stored & { readonly skeleton: Skeleton })[] {
  return stored.flatMap((one) => {
    const { skeleton } = one.edition
    return skeleton === undefined ? [] : [{ ...one, skeleton }]
  })
}
