import { expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { killNine } from './kill-nine.ts'

const folder = await temporaryFolder()

const everyAct = ['answer', 'ask', 'decline', 'share', 'sign', 'sign-in', 'take-back']

/** Fifty with --all: beside the walls each of them costs seconds. */
const rounds = Number(process.env.LANYARD_KILLS ?? '10')

it(`nothing that was acknowledged is lost by ${rounds} kills, and the audit verifies after each`, async () => {
  const seed = Math.floor(Math.random() * 2 ** 32)
  const say = (words: string) => void process.stdout.write(`${words}\n`)
  const drilled = await killNine({ dataDir: folder, rounds, seed, say })
  const { killed, acknowledged, events, batches, ...faults } = drilled
  say(
    `kill -9, seed ${seed}: ${killed.service} of the service and ${killed.database} of the database; ` +
      `acknowledged ${JSON.stringify(acknowledged)}; ${events} events in ${batches} batches`,
  )
  expect(faults).toEqual({ lost: [], torn: [], stuck: [], audit: [] })
  const done = Object.values(acknowledged).reduce((sum, count) => sum + count, 0)
  expect(done).toBeGreaterThanOrEqual(5 * rounds)
  // In fewer rounds chance may leave one out.
  if (rounds >= 50) expect(Object.keys(acknowledged).sort()).toEqual(everyAct)
})
