/** A copy of everything (UK GDPR Articles 15 and 20): asked for, made, and opened offline. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { type Arrival, demonstration } from './demonstration.ts'

const { arrive } = demonstration()
const note = 'Went well last week.'

const ways: readonly { name: string; way: Omit<Arrival, 'journey'> }[] = [
  { name: 'on a phone', way: { screen: phone } },
  { name: 'at a desk', way: { screen: desk } },
  { name: 'on a phone without script', way: { screen: phone, script: false } },
]

describe.each(ways)('a worker takes a copy of their record $name', ({ way }) => {
  let worker: Visitor

  it('given somebody who has written a private note', async () => {
    worker = await arrive({ journey: 'export', ...way })
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await worker.goesTo('/passport/assess/3.9/entry')
    await worker.page.getByLabel(/Private note/).fill(note)
    await worker.presses('Save my answers')
    await worker.goesTo('/account/export')
    await worker.looksAt('before')
  })

  it('when they ask for a copy, it is ready', async () => {
    await worker.presses(/Make (my|a new) copy/)
    await worker.reads('Your copy is ready.')
    await worker.looksAt('ready')
  })

  it('then they can read it on any computer, and so can a program', async () => {
    const [download] = await Promise.all([
      worker.page.waitForEvent('download'),
      worker.follows(/Download my copy/),
    ])
    const folder = join(await temporaryFolder(), 'copy')
    mkdirSync(folder)
    await download.saveAs(join(folder, 'copy.zip'))
    const python = 'import zipfile; zipfile.ZipFile("copy.zip").extractall(".")'
    execFileSync('python3', ['-c', python], { cwd: folder })
    const { sections } = JSON.parse(readFileSync(join(folder, 'your-data.json'), 'utf8'))
    const notes = sections.find(({ key }: { key: string }) => key === 'private-notes')
    expect(notes.records.at(-1).note).toBe(note)
    await worker.page.goto(pathToFileURL(join(folder, 'your-data.html')).href)
    await worker.reads('Your private notes')
    await worker.looksAt('offline')
  })
})
