import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { mailServer } from '../../test/mail-server.ts'
import { asActor } from '../database/as-actor.ts'
import { openJobs } from '../jobs/open-jobs.ts'
import { postOffice, sendLetters } from './post-office.ts'

const { db, executeSql, superuserClient } = await testDatabase()
const server = await mailServer()
const config = {
  demo: false,
  baseUrl: 'https://lanyard.example',
  smtpUrl: server.url,
  mailFrom: 'Lanyard <no-reply@lanyard.example>',
}
const key = randomBytes(32)
const { jobs, workOff } = openJobs(executeSql)
const post = postOffice(config, jobs, key)
const letter = {
  to: 'tamsin@example.org',
  subject: 'Your code – for Lanyard',
  text: 'Your code is 123456.\n\nhttps://lanyard.example/sign-in\n\nIt works for 10 minutes.\n',
}

const told: string[] = []
const tell = (facts: object, words: string) => {
  const { err, ...rest } = facts as { err?: Error }
  told.push(JSON.stringify({ ...rest, words, fault: err?.message }))
}
const sendNow = () => workOff(sendLetters(config, key), { warn: tell, error: tell })
const postOne = (changes: Partial<typeof letter> = {}) =>
  asActor(db, { kind: 'job', name: 'test' }, (transaction) =>
    post(transaction, { ...letter, ...changes }),
  )
const tryAgainNow = () => superuserClient.query('update pgboss.job set start_after = now()')
const taken = () => server.taken.slice(before)

let before = 0
beforeEach(() => {
  before = server.taken.length
  told.splice(0)
})

describe('a letter', () => {
  it('is sent once, as plain words, with a head that says a machine wrote it', async () => {
    await postOne()
    await sendNow()
    await sendNow()
    expect(taken()).toMatchObject([{ from: 'no-reply@lanyard.example', to: [letter.to] }])
    const [head = '', body = ''] = (taken()[0]?.source ?? '').split(/\r\n\r\n(.*)/s)
    expect(head).toMatch(/^From: Lanyard <no-reply@lanyard\.example>$/m)
    expect(head).toMatch(/^To: tamsin@example\.org$/m)
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m)
    expect(head).toMatch(/^Message-ID: <[0-9a-f-]{36}@lanyard\.example>$/m)
    expect(head).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m)
    expect(head).toMatch(/^Date: /m)
    expect(body).toContain('\r\nhttps://lanyard.example/sign-in\r\n')
  })

  it('is not sent when the change that posts it is not kept', async () => {
    const attempt = asActor(db, { kind: 'job', name: 'test' }, async (transaction) => {
      await post(transaction, letter)
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow('changed my mind')
    await sendNow()
    expect(taken()).toEqual([])
  })

  it('stands nowhere readable while it waits, and nowhere at all once it is sent', async () => {
    await postOne()
    const everything = async () => {
      const { rows } = await superuserClient.query('select job::text as words from pgboss.job')
      return JSON.stringify(rows)
    }
    expect(await everything()).toContain('sealed')
    expect(await everything()).not.toMatch(/tamsin|123456|code/i)
    await sendNow()
    expect(await everything()).toBe('[]')
  })

  it('is tried again when the mail server refuses, and the log does not say whose it was', async () => {
    const refusal = Object.assign(new Error(`<${letter.to}>: mailbox is busy`), {
      responseCode: 451,
    })
    server.refuse(1, refusal)
    await postOne()
    await sendNow()
    expect(taken()).toEqual([])
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('451')
    expect(told[0]).not.toMatch(/tamsin|123456/)
    await tryAgainNow()
    await sendNow()
    expect(taken()).toHaveLength(1)
    const { rows } = await superuserClient.query('select from pgboss.job')
    expect(rows).toEqual([])
  })

  it('opens with no other key', async () => {
    await postOne()
    const other = sendLetters(config, randomBytes(32))
    await workOff(other, { warn: tell, error: tell })
    expect(taken()).toEqual([])
    await tryAgainNow()
    await sendNow()
    expect(taken()).toHaveLength(1)
  })

  it.each([
    { to: 'a@example.org, b@example.org' },
    { to: 'a@example.org\r\nBcc: b@example.org' },
    { to: 'nobody' },
    { to: '"<x>" <a@example.org>' },
    { subject: 'Code\r\nBcc: b@example.org' },
    { subject: 'Code\u2028Bcc: b@example.org' },
    { subject: '' },
  ])('that would write its own head is refused before it is kept: %j', async (changes) => {
    await expect(postOne(changes)).rejects.toThrow()
    const { rows } = await superuserClient.query('select from pgboss.job')
    expect(rows).toEqual([])
  })
})

describe('without a mail server', () => {
  const without = { ...config, smtpUrl: undefined }

  it('the demonstration keeps letters in its post box, and starts no job', async () => {
    const box = postOffice({ ...without, demo: true }, jobs, key)
    await asActor(db, { kind: 'nobody' }, (transaction) => box(transaction, letter))
    const { rows } = await superuserClient.query(
      'select address, subject, text from demonstration_letter',
    )
    expect(rows).toEqual([{ address: letter.to, subject: letter.subject, text: letter.text }])
    const { rows: waiting } = await superuserClient.query('select from pgboss.job')
    expect(waiting).toEqual([])
  })

  it('nothing else can post one', async () => {
    const box = postOffice(without, jobs, key)
    const attempt = asActor(db, { kind: 'nobody' }, (transaction) => box(transaction, letter))
    await expect(attempt).rejects.toThrow('SMTP_URL is not set')
  })
})
