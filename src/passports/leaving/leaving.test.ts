import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import jsQR from 'jsqr'
import { beforeAll, describe, expect, it } from 'vitest'
import { people, personWith } from '../../../test/issue-credential.ts'
import {
  altered,
  nameIn,
  type Packed,
  savedPack,
  takePack,
  unpacked,
} from '../../../test/leaving-pack.ts'
import { testSite } from '../../../test/site.ts'
import { temporaryFolder } from '../../../test/temporary-folder.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { type WorkedPassport, workPassport } from '../../../test/worked-passport.ts'
import { readPaperCode, writePaperCode } from '../../credentials/pack/model/paper-code.ts'
import { readPack } from '../../credentials/pack/read-pack.ts'
import { noTrustedKeys, readTrustedKeys } from '../../credentials/pack/trusted-keys.ts'
import { verifyPack } from '../../credentials/pack/verify-pack.ts'
import { asActor } from '../../database/as-actor.ts'
import { editionShelf } from '../../frameworks/edition-shelf.ts'
import { insertEntry } from '../entries/entries-store.ts'
import { type PaperChoice, paperTables } from './model/paper-record.ts'
import { readHeldRecord, withWordings } from './read-held-record.ts'

const test = await testSite()
const { app, signIn, database } = test
let full: WorkedPassport
let packed: Packed

beforeAll(async () => {
  full = await workPassport(test)
  packed = unpacked((await takePack(full.worker)).rawPayload)
})

const text = (name: string) => packed.get(name)?.toString('utf8') ?? ''
const json = (name: string) => JSON.parse(text(name))
const credentialName = () => `to-show/credentials/${full.credential}.json`
const didName = () => nameIn(packed, 'to-show/issuers/')
const issuerKeys = () => readTrustedKeys(text(didName()))
const sealKey = () => readTrustedKeys(`seal ${json('to-show/manifest-seal.json').key}`)

async function checked(
  changes: Record<string, string | Buffer | undefined> = {},
  trusted = noTrustedKeys,
  at = new Date(),
) {
  const pack = readPack(await savedPack(altered(packed, changes)))
  return verifyPack(pack, { trusted, now: at })
}

const outcomesOf = (steps: readonly { step: string; outcome: string }[]) =>
  Object.fromEntries(steps.map(({ step, outcome }) => [step, outcome]))

describe('the page of the leaving pack', () => {
  it('says what is in it and what is not, and passports lead to it', async () => {
    expect((await full.worker.get('/passport')).body).toContain('href="/passport/leaving-pack"')
    const words = wordsOf(await full.worker.get('/passport/leaving-pack'))
    expect(words).toContain('What is not in it')
    expect(words).toContain('for-you-alone')
  })

  it('asks again who it is before the file is made', async () => {
    const tired = visitor(app, await signIn(people.assessor))
    await database.ownerDb
      .updateTable('session')
      .where('person_id', '=', people.assessor)
      .set({ stepped_up_at: new Date(Date.now() - 3_600_000) })
      .execute()
    const asked = await takePack(tired)
    expect(asked.headers.location).toContain('/confirm-it-is-you')
  })

  it('gives a pack also to somebody who holds nothing', async () => {
    const stranger = visitor(app, await signIn(people.stranger))
    const reply = await takePack(stranger, { link: 'yes' })
    const empty = unpacked(reply.rawPayload)
    expect([...empty.keys()].filter((name) => name.startsWith('to-show/credentials/'))).toEqual([])
    const pack = readPack(await savedPack(reply.rawPayload))
    expect((await verifyPack(pack, { trusted: noTrustedKeys, now: new Date() })).outcome).toBe(
      'unknown',
    )
  })
})

describe('what is in a leaving pack', () => {
  it('keeps what is private apart from what is for others', () => {
    expect([...packed.keys()].filter((name) => !name.includes('/'))).toEqual(['README.txt'])
    const shown = [...packed].filter(([name]) => name.startsWith('to-show/'))
    for (const [, content] of shown) expect(content.includes(full.note)).toBe(false)
    expect(text('for-you-alone/your-data.html')).toContain(full.note)
    const sections = json('for-you-alone/your-data.json').sections.map(
      ({ key }: { key: string }) => key,
    )
    expect(sections).toContain('private-notes')
    expect(sections).toContain('signings')
    expect(sections).not.toContain('complaints')
  })

  it('has no secret of the service in it', () => {
    for (const [name, content] of packed) {
      if (name.endsWith('.pdf')) continue
      expect(content.toString('utf8')).not.toMatch(/sealed_private|privateKey|token_hash|pkcs8/i)
    }
  })

  it('has a tagged PDF with a title, a language and its letters', () => {
    const pdf = text('to-show/passport.pdf')
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    for (const words of [
      '/MarkInfo',
      '/StructTreeRoot',
      '/Lang (en-GB)',
      '/DisplayDocTitle true',
    ]) {
      expect(pdf).toContain(words)
    }
    for (const tag of ['/S /H1', '/S /H2', '/S /P', '/S /LI', '/S /Figure', '/Alt (']) {
      expect(pdf).toContain(tag)
    }
    expect(pdf).toContain('DejaVuSans')
    expect(pdf).not.toContain('Helvetica')
  })

  it('shows on paper all that the file holds; what is private or lived where it was chosen', async () => {
    const holderId = people.holder
    const edition = 'ahp-support-worker/2026'
    const draft = { codes: [], edition, facts: {}, from: '2026-03-01', private: false }
    await asActor(database.db, personWith(holderId), async (db) => {
      for (const [kind, title, own] of [
        ['training', 'Ladders and heights', false],
        ['employment', 'Reablement worker', false],
        ['volunteering', 'Kestrel food bank', true],
        ['lived-experience', 'Caring at home', true],
      ] as const) {
        const whose = { id: randomUUID(), holderId }
        await insertEntry(db, whose, { ...draft, kind, title, private: own })
      }
    })
    const record = await asActor(database.db, personWith(holderId), (db) =>
      readHeldRecord(db, { holderId }),
    )
    const held = await withWordings(
      record,
      editionShelf(database.db, () => new Date()),
    )
    const words = (choice: PaperChoice) => JSON.stringify(paperTables(held, choice))
    const plain = words({ private: false, lived: false })
    for (const shown of [
      'Ladders and heights',
      '1 March 2026',
      'Reablement worker',
      '3.9-entry: ',
    ]) {
      expect(plain).toContain(shown)
    }
    for (const kept of ['Kestrel', 'Caring at home', full.note]) expect(plain).not.toContain(kept)
    const all = words({ private: true, lived: true })
    for (const shown of ['Kestrel', 'Caring at home', full.note]) expect(all).toContain(shown)
    expect(words({ private: true, lived: false })).not.toContain('Caring at home')
  })

  it('tags its tables, with a head for each column, and keeps to a few pages', async () => {
    const pdf = unpacked((await takePack(full.worker)).rawPayload).get('to-show/passport.pdf')
    const words = pdf?.toString('latin1') ?? ''
    for (const tag of ['/S /Table', '/S /TR', '/S /TH', '/S /TD', '/Scope /Column']) {
      expect(words).toContain(tag)
    }
    const pages = words.match(/\/Type \/Page\b/g)?.length ?? 0
    const credentials = [...packed.keys()].filter((name) => name.includes('/credentials/')).length
    expect(pages).toBeLessThan(credentials + 6)
  })

  it('is written down as made, by its holder', async () => {
    const event = await database.ownerDb
      .selectFrom('audit_event')
      .where('action', '=', 'record.packed')
      .where('about', '=', people.holder)
      .select('actor')
      .executeTakeFirstOrThrow()
    expect(event.actor).toContain(people.holder)
  })

  it('prints a link to each credential where that was asked for, once for one form', async () => {
    const page = await full.worker.get('/passport/leaving-pack')
    const id = /name="id" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const send = () => full.worker.post('/passport/leaving-pack', { id, link: 'yes' })
    expect([(await send()).statusCode, (await send()).statusCode]).toEqual([200, 200])
    const shares = await database.ownerDb
      .selectFrom('share')
      .where('holder_id', '=', people.holder)
      .select('id')
      .execute()
    expect(shares).toEqual([{ id }])
  })
})

describe('a pack that is checked with nothing else', () => {
  it('is unknown, because anybody can make up an issuer', async () => {
    const { outcome, steps, credentials } = await checked()
    expect(outcome).toBe('unknown')
    expect(outcomesOf(steps)).toEqual({ files: 'valid', seal: 'unknown' })
    expect(outcomesOf(credentials[0]?.steps ?? [])).toEqual({
      signature: 'valid',
      issuer: 'unknown',
      status: 'valid',
      date: 'valid',
      holder: 'valid',
    })
  })

  it('says how old its word on withdrawals is', async () => {
    const later = new Date(Date.now() + 40 * 86_400_000)
    const [credential] = (await checked({}, noTrustedKeys, later)).credentials
    expect(credential?.statusDaysOld).toBe(40)
    const status = credential?.steps.find(({ step }) => step === 'status')
    expect(status?.message).toContain('40 days old')
  })

  it('is valid with a key of the issuer that was kept from before', async () => {
    const { outcome, credentials } = await checked({}, issuerKeys())
    expect([outcome, credentials[0]?.outcome]).toEqual(['valid', 'valid'])
    const line = json(didName()).verificationMethod[0].id
    expect((await checked({}, readTrustedKeys(`# from paper\n${line}\n`))).outcome).toBe('valid')
  })

  it('is valid with the key of the service, by what its register said', async () => {
    const { outcome, steps, credentials } = await checked({}, sealKey())
    expect([outcome, outcomesOf(steps).seal]).toEqual(['valid', 'valid'])
    const issuer = credentials[0]?.steps.find(({ step }) => step === 'issuer')
    expect(issuer?.message).toContain('Merrowfell Hospitals NHS Trust')
    const keys = await app.inject('/audit/keys.json')
    expect((await checked({}, readTrustedKeys(keys.body))).outcome).toBe('valid')
  })

  it('is not valid once its review is past', async () => {
    const later = new Date(Date.now() + 800 * 86_400_000)
    const { outcome, credentials } = await checked({}, issuerKeys(), later)
    expect([outcome, outcomesOf(credentials[0]?.steps ?? []).date]).toEqual(['invalid', 'invalid'])
  })
})

describe('a pack that somebody changed', () => {
  it('is not valid for one changed word, wherever it stands', async () => {
    const credential = text(credentialName()).replace('Watched by', 'Admired by')
    const changed = await checked({ [credentialName()]: credential }, issuerKeys())
    expect(outcomesOf(changed.credentials[0]?.steps ?? []).signature).toBe('invalid')
    expect([changed.outcome, outcomesOf(changed.steps).files]).toEqual(['invalid', 'invalid'])
    const pdf = await checked({ 'to-show/passport.pdf': 'another' }, issuerKeys())
    expect([pdf.outcome, pdf.credentials[0]?.outcome]).toEqual(['invalid', 'valid'])
    const without = await checked({ 'to-show/passport.pdf': undefined }, issuerKeys())
    expect(without.outcome).toBe('invalid')
  })

  it('is not valid where its list of contents was changed, and says nothing of it without a seal', async () => {
    const manifest = text('to-show/manifest.json').replace('"name": "', '"name": "Not ')
    const changed = await checked({ 'to-show/manifest.json': manifest }, sealKey())
    expect(outcomesOf(changed.steps).seal).toBe('invalid')
    const unsealed = await checked({ 'to-show/manifest-seal.json': undefined }, sealKey())
    expect([unsealed.outcome, outcomesOf(unsealed.steps).seal]).toEqual(['unknown', 'unknown'])
  })

  it('does not take a list of withdrawals that its issuer did not sign', async () => {
    const list = nameIn(packed, 'to-show/status/')
    const other = { ...json(list), validFrom: '2020-01-01T00:00:00Z' }
    const forged = await checked({ [list]: JSON.stringify(other) }, issuerKeys())
    expect(outcomesOf(forged.credentials[0]?.steps ?? []).status).toBe('unknown')
    const without = await checked({ [list]: undefined }, issuerKeys())
    expect(outcomesOf(without.credentials[0]?.steps ?? []).status).toBe('unknown')
  })

  it('does not trust a key that was put beside the issuer’s own', async () => {
    const other = json(didName())
    const key = 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'
    const [method] = other.verificationMethod
    const swapped = { ...method, publicKeyMultibase: key }
    const forged = { ...other, verificationMethod: [swapped] }
    const { credentials } = await checked({ [didName()]: JSON.stringify(forged) }, issuerKeys())
    // Trusted keys count alone: what the pack says of this issuer is not looked at.
    expect(outcomesOf(credentials[0]?.steps ?? []).issuer).toBe('valid')
    const alone = await checked({ [didName()]: JSON.stringify(forged) })
    expect(outcomesOf(alone.credentials[0]?.steps ?? []).signature).toBe('invalid')
    const stranger = readTrustedKeys(`${other.id}#${key}`)
    const unknown = await checked({}, stranger)
    expect(outcomesOf(unknown.credentials[0]?.steps ?? [])).toMatchObject({
      signature: 'unknown',
      issuer: 'unknown',
    })
  })
})

describe('a credential as a code on paper', () => {
  it('comes back as it was, and is checked like the file', async () => {
    const document = json(credentialName())
    const code = writePaperCode(document)
    expect(JSON.parse(readPaperCode(code) ?? '')).toEqual(document)
    const page = wordsOf(await visitor(app).post('/verify', { credential: code }))
    expect(page).toContain('All four checks passed.')
    const wrong = wordsOf(await visitor(app).post('/verify', { credential: `${code}0` }))
    expect(wrong).toContain('This is not a Lanyard credential.')
  })
})

describe.skipIf(!existsSync('/usr/bin/gs'))('the codes on the paper', () => {
  interface Picture {
    readonly width: number
    readonly height: number
    readonly pixels: Buffer
  }

  function readPpm(file: Buffer): Picture {
    const [head = '', width, height] =
      /^P6\s(?:#.*\s)*(\d+) (\d+)\s255\s/.exec(file.toString('latin1', 0, 200)) ?? []
    return {
      ...{ width: Number(width), height: Number(height) },
      pixels: file.subarray(head.length),
    }
  }

  /** Moved down the page, as somebody moves a phone, until there is a code in sight. */
  function scan(page: Picture, from: number, to: number): string | undefined {
    const [left, right] = [Math.floor(page.width * from), Math.floor(page.width * to)]
    const tall = Math.floor(page.height * 0.4)
    for (
      let top = Math.floor(page.height * 0.3);
      top + tall <= page.height;
      top += Math.floor(tall / 6)
    ) {
      const seen = new Uint8ClampedArray((right - left) * tall * 4).fill(255)
      for (let y = 0, at = 0; y < tall; y += 1) {
        for (let x = left; x < right; x += 1, at += 4) {
          const pixel = ((top + y) * page.width + x) * 3
          seen.set(page.pixels.subarray(pixel, pixel + 3), at)
        }
      }
      const found = jsQR.default(seen, right - left, tall)?.data
      if (found) return found
    }
    return undefined
  }

  it('are read back from the printed page by a reader that is not ours', async () => {
    const folder = await temporaryFolder()
    writeFileSync(join(folder, 'passport.pdf'), packed.get('to-show/passport.pdf') ?? '')
    const chosen = ['-dFirstPage=2', '-dLastPage=2', '-sOutputFile=page.ppm']
    const drawn = [
      '-q',
      '-dBATCH',
      '-dNOPAUSE',
      '-sDEVICE=ppmraw',
      '-dGraphicsAlphaBits=4',
      '-r300',
    ]
    execFileSync('/usr/bin/gs', [...drawn, ...chosen, 'passport.pdf'], { cwd: folder })
    const page = readPpm(readFileSync(join(folder, 'page.ppm')))
    expect(scan(page, 0, 0.3)).toBe('http://localhost:3000/verify')
    const code = scan(page, 0.3, 0.9) ?? ''
    expect(JSON.parse(readPaperCode(code) ?? '')).toEqual(json(credentialName()))
  })
})
