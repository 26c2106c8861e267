import { NotFound } from '../../errors.ts'

/** Throws NotFound where nothing was changed: it is not there, or somebody else's. */
export async function setOne(
  update: { readonly executeTakeFirst: () => Promise<{ readonly numUpdatedRows: bigint }> },
  what: string,
): Promise<void> {
  const { numUpdatedRows } = await update.executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotFound(what)
}
