/** No text makes an expression of ours run on: each is matched with 100 kB made to hang it. */
import { Worker } from 'node:worker_threads'
import { afterAll, expect, it } from 'vitest'
import { attacksOn } from './attack-strings.ts'
import { type Expression, expressionsMade, expressionsOfSource } from './expressions-of-source.ts'

/** What hangs takes minutes, and what does not a few thousandths of a second. */
const patience = 5000
const longest = 100_000

/** By file and how they begin: what they are given is never longer than this, and why. */
const shorter: readonly (readonly [start: string, length: number, why: string])[] = [
  ['src/config.ts \\/+$', 1000, 'whoever runs the site writes it'],
  ['src/ui/build-assets.ts ([^{}]+)', 1000, 'our own styles'],
  ['src/ui/icon.tsx <path', 1000, 'a drawing of nhsuk-frontend'],
  ['src/credentials/model/write-literal.ts (\\d)0*e', 25, 'a number as JavaScript writes it'],
  [
    'src/organisations/registrations/model/professional-register.ts \\d+$',
    20,
    'of the form already',
  ],
  ['src/consultations/model/find-pointers.ts ((?:\\p{Lu}', 160, 'it is cut to that before'],
  ['src/accounts/sign-in/model/name-device.ts', 16_384, 'of a head, which Node cuts there'],
]

let worker = new Worker(new URL('./match-worker.mjs', import.meta.url))
afterAll(() => void worker.terminate())

/** On which attack it hangs. */
async function hangsOn({ where, source, flags }: Expression): Promise<string | undefined> {
  let trying = ''
  const outcome = new Promise<boolean>((resolve) => {
    let late = setTimeout(() => resolve(false), patience)
    worker.on('message', (told: { readonly trying?: string; readonly done?: boolean }) => {
      clearTimeout(late)
      if (told.done === true) return resolve(true)
      trying = told.trying ?? ''
      late = setTimeout(() => resolve(false), patience)
    })
  })
  const place = `${where.replace(/:.*/, '')} ${source}`
  const [, length = longest] = shorter.find(([start]) => place.startsWith(start)) ?? []
  worker.postMessage({ source, flags, attacks: attacksOn(source), length })
  const finished = await outcome
  worker.removeAllListeners('message')
  if (finished) return undefined
  await worker.terminate()
  worker = new Worker(new URL('./match-worker.mjs', import.meta.url))
  return trying
}

/** They are put together of what is searched for. */
async function makeExpressions(): Promise<void> {
  const { findPatientData } = await import('../../src/language/find-patient-data.ts')
  const { findTerms } = await import('../../src/language/mark-terms.ts')
  const { findPointers } = await import('../../src/consultations/model/find-pointers.ts')
  const { readRegisters } = await import(
    '../../src/organisations/registrations/registers-content.ts'
  )
  findPatientData('words', 'field')
  findTerms('words', [{ term: 'support worker', forms: ['support worker', 'support workers'] }])
  findPointers('section 3.9 in entry level')
  readRegisters()
}

it('knows a hang when it sees one', async () => {
  expect(await hangsOn({ where: '', source: '^(a+)+$', flags: '' })).toBeDefined()
  expect(await hangsOn({ where: '', source: '\\s+$', flags: 'g' })).toBeDefined()
  expect(await hangsOn({ where: '', source: '^[a-z]+$', flags: '' })).toBeUndefined()
}, 30_000)

it('no expression hangs', async () => {
  const found = [...expressionsOfSource(), ...(await expressionsMade(makeExpressions))]
  const faults: string[] = []
  for (const one of found) {
    const attack = await hangsOn(one)
    if (attack !== undefined) faults.push(`${one.where} /${one.source}/${one.flags} on ${attack}`)
  }
  console.log(`hostile: ${found.length} expressions, 100 kB each, ${faults.length} hang`)
  expect(faults).toEqual([])
  expect(found.length).toBeGreaterThan(200)
}, 600_000)
