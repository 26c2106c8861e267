import { findDataFolder } from './embedded/folders.ts'

/** Is there one already? For commands that read and make none. */
export async function hasDatabase({
  databaseUrl,
  dataDir,
  dataDirGiven,
}: {
  readonly databaseUrl?: string | undefined
  readonly dataDir: string
  readonly dataDirGiven: boolean
}): Promise<boolean> {
  if (databaseUrl !== undefined) return true
  return (await findDataFolder(dataDir, dataDirGiven)) !== undefined
}
