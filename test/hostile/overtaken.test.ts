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
async function untilSomebodyWaits(table: string): Promise<void> {
  const waiting = `select from pg_locks where not granted and relation = '${table}'::regclass`
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
  await untilSomebodyWaits('signing_draft')
  await superuserClient.query(
    `insert into sign_off_answer (request_id, outcome) values ($1, 'taken-back')`,
    [world.records.holder.openRequest],
  )
  await superuserClient.query('commit')
  const reply = await drafting
  expect(reply.statusCode).toBe(409)
  expect(wordsOf(reply)).toContain('It changed while you were sending this')
})

it('a code for a session that ended at that moment is not sent, and the page asks to sign in', async () => {
  const door = everyDoor(app).find(
    (one) => `${one.method} ${one.pattern}` === 'POST /confirm-it-is-you',
  )
  if (door === undefined) throw new Error('there is no such door')
  await superuserClient.query('begin; lock table email_code in share row exclusive mode')
  const asking = knock(door)
  await untilSomebodyWaits('email_code')
  await superuserClient.query('delete from session where person_id = $1', [
    world.records.holder.personId,
  ])
  await superuserClient.query('commit')
  const reply = await asking
  expect(reply.statusCode).toBe(401)
  expect(wordsOf(reply)).toContain('You have been signed out')
})
