/** Somebody else was quicker, between the look and the change: it is said, and is no fault of ours. */
import { expect, it } from 'vitest'
import { makeWorld } from '../authorisation/world.ts'
import { testSite } from '../site.ts'
import { wordsOf } from '../visitor.ts'
import { everyDoor } from './every-door.ts'
import { fetchToken, knocker } from './knock.ts'

const test = await testSite()
const { app, database } = test
const { superuserClient } = database
const world = await makeWorld(test)
const knock = knocker(app, world, await fetchToken(app))

/** Until somebody waits for what this connection holds. */
async function untilSomebodyWaits(): Promise<void> {
  const waiting = `select from pg_locks where not granted and relation = 'signing_draft'::regclass`
  while ((await superuserClient.query(waiting)).rowCount === 0) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

it('a draft for what was answered at that moment is not kept, and the page says why', async () => {
  const door = everyDoor(app).find(
    (one) => `${one.method} ${one.pattern}` === 'POST /team/requests/:id',
  )
  if (door === undefined) throw new Error('there is no such door')
  await superuserClient.query('begin; lock table signing_draft in share row exclusive mode')
  const drafting = knock(door)
  await untilSomebodyWaits()
  await superuserClient.query(
    `insert into sign_off_answer (request_id, outcome) values ($1, 'taken-back')`,
    [world.records.holder.openRequest],
  )
  await superuserClient.query('commit')
  const reply = await drafting
  expect(reply.statusCode).toBe(409)
  expect(wordsOf(reply)).toContain('It changed while you were sending this')
})
