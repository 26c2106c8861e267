import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../test/temporary-folder.ts'
import { findDataFolder } from './folders.ts'

describe('the data folder of a service that was started before', () => {
  it('is the one that holds a cluster', async () => {
    const folder = await temporaryFolder()
    await mkdir(path.join(folder, 'postgres-18'))
    await writeFile(path.join(folder, 'postgres-18', 'PG_VERSION'), '18')
    expect(await findDataFolder(folder, true)).toBe(folder)
  })

  it('is not one where no cluster was finished, or that is not there', async () => {
    const folder = await temporaryFolder()
    expect(await findDataFolder(folder, true)).toBeUndefined()
    await mkdir(path.join(folder, 'postgres-18'))
    expect(await findDataFolder(folder, true)).toBeUndefined()
    expect(await findDataFolder(path.join(folder, 'missing'), true)).toBeUndefined()
    expect(await readdir(folder)).toEqual(['postgres-18'])
  })
})
