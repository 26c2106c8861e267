import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replaceFile } from './replace-file.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lanyard-replace-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A postmaster that read half of it let nobody in until it was stopped: found by kill -9. */
describe('a file that is replaced', () => {
  it('is whole for whoever reads it meanwhile, and leaves nothing beside it', async () => {
    const file = path.join(folder, 'pg_ident.conf')
    const text = 'lanyard "root" lanyard_app\n'.repeat(2000)
    await replaceFile(file, text)
    const read = new Set<number>()
    for (let turn = 0; turn < 200; turn += 1) {
      let done = false
      const replaced = replaceFile(file, text).finally(() => {
        done = true
      })
      while (!done) {
        read.add(readFileSync(file, 'utf8').length)
        await new Promise((resolve) => setImmediate(resolve))
      }
      await replaced
    }
    expect([...read]).toEqual([text.length])
    expect(await readdir(folder)).toEqual(['pg_ident.conf'])
  })
})
