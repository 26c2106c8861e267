/**
 * The site with a full passport in it, and beside it the passport page's limit: the same session,
 * the same transaction, a constant body.
 */
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { asActor } from '../src/database/as-actor.ts'
import { openSite } from '../src/open-site.ts'
import { findOwnRole, listAnswers } from '../src/passports/passports-store.ts'
import { listLiveShares } from '../src/passports/shares/shares-store.ts'
import { listOwnRequests } from '../src/passports/sign-offs/requests-store.ts'
import { listSigningsFor } from '../src/passports/sign-offs/signings-store.ts'
import { signedIn } from '../src/web/sessions.ts'
import { fillPassport, ref } from './full-passport.ts'

const { site, close } = await openSite(readConfig(process.env), () => {})
const { holder: cookie } = await fillPassport(site)
const app = await createApp(site)
let page = ''

app.get('/bench/constant', async (request, reply) => {
  const person = signedIn(request)
  await asActor(site.db, person, async (db) => {
    await findOwnRole(db, person.id)
    await listAnswers(db, { holderId: person.id, edition: ref })
    await listSigningsFor(db, { holderId: person.id })
    await listOwnRequests(db, { holderId: person.id })
    await listLiveShares(db, { holderId: person.id, now: site.now() })
  })
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page)
})

app.get('/bench/cookie', async () => ({ cookie }))

await app.listen({ port: site.config.port, host: site.config.host })
page = await (
  await fetch(`http://127.0.0.1:${site.config.port}/passport`, { headers: { cookie } })
).text()
process.once('SIGTERM', () =>
  app
    .close()
    .then(close)
    .then(() => process.exit(0)),
)
