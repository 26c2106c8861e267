import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { issueForTest, people, personWith } from '../../../test/issue-credential.ts'
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
import { visitor } from '../../../test/visitor.ts'
import { withdrawCredential } from '../../credentials/credentials-actions.ts'
import { verifyOfflineCommand } from '../../credentials/pack/offline-commands.ts'
import type { PackedVerdict } from '../../credentials/pack/verify-pack.ts'
import { asActor } from '../../database/as-actor.ts'

const { app, site, signIn } = await testSite()
let packed: Packed
let zip: Buffer
let trust: string
let other: { readonly id: string; readonly document: Record<string, unknown> }

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Here: the journey starts the real program, in a process of its own, once all else is deleted. */
async function offline(...args: string[]): Promise<Ended> {
  const written = { stdout: '', stderr: '' }
  const listen = (name: 'stdout' | 'stderr') =>
    vi.spyOn(process[name], 'write').mockImplementation((words) => {
      written[name] += String(words)
      return true
    })
  const spies = [listen('stdout'), listen('stderr')]
  try {
    const code = await verifyOfflineCommand(['--offline', ...args], new Date())
    return { code, ...written }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

async function verdictOn(pack: Buffer) {
  const { code, stdout } = await offline(await savedPack(pack), '--trust', trust, '--json')
  return { code, verdict: JSON.parse(stdout) }
}

beforeAll(async () => {
  await issueForTest(site)
  const withdrawn = await issueForTest(site)
  const issuer = personWith(people.issuer)
  await asActor(site.db, issuer, (db) => withdrawCredential(db, issuer, withdrawn.id))
  other = withdrawn
  const worker = visitor(app, await signIn(people.holder))
  zip = (await takePack(worker)).rawPayload
  packed = unpacked(zip)
  trust = join(await temporaryFolder(), 'did.json')
  writeFileSync(trust, packed.get(nameIn(packed, 'to-show/issuers/')) ?? '')
})

describe('lanyard verify --offline', () => {
  it('says in words, and by how it ends, that keys out of the pack prove nobody', async () => {
    const without = altered(packed, { [`to-show/credentials/${other.id}.json`]: undefined })
    const { code, stdout } = await offline(await savedPack(without))
    expect(stdout).toContain('It does not replace identity')
    expect(stdout).toContain('Issuer known: could not be checked.')
    expect(stdout).toContain('0 days old')
    expect(code).toBe(1)
    expect((await offline(await savedPack(zip))).code).toBe(1)
  })

  it('gives each credential its own verdict: one was withdrawn before packing', async () => {
    const { code, verdict } = await verdictOn(zip)
    expect([code, verdict.outcome]).toEqual([1, 'invalid'])
    const outcomes = Object.fromEntries(
      verdict.credentials.map((one: { file: string; outcome: string }) => [one.file, one.outcome]),
    )
    expect(Object.values(outcomes).sort()).toEqual(['invalid', 'valid'])
    expect(outcomes[`credentials/${other.id}.json`]).toBe('invalid')
    expect(verdict.claimed.holder.name).not.toBe('')
  })

  it('does not take a credential of somebody else that was slipped in', async () => {
    const stranger = { ...(await issueForTest(site)).document }
    const slipped = structuredClone(stranger) as { credentialSubject: { id: string } }
    slipped.credentialSubject.id = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'
    const { code, verdict } = await verdictOn(
      altered(packed, { 'to-show/credentials/another.json': JSON.stringify(slipped) }),
    )
    expect([code, verdict.outcome]).toEqual([1, 'invalid'])
    const added = verdict.credentials.find(
      ({ file }: { file: string }) => file === 'credentials/another.json',
    )
    const holder = added.steps.find(({ step }: { step: string }) => step === 'holder')
    expect(holder.outcome).toBe('invalid')
    expect(verdict.steps[0].message).toContain('another.json was added')
  })

  it('reads a folder as it reads the archive, also that for others alone', async () => {
    const folder = await temporaryFolder()
    for (const [name, content] of packed) {
      if (!name.startsWith('to-show/')) continue
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    writeFileSync(join(folder, 'to-show/.DS_Store'), 'x')
    const whole = await offline(folder, '--trust', trust, '--json')
    const part = await offline(join(folder, 'to-show'), '--trust', trust, '--json')
    expect([whole.code, part.code]).toEqual([1, 1])
    expect(JSON.parse(part.stdout).steps[0].outcome).toBe('valid')
    symlinkSync('/etc/passwd', join(folder, 'to-show/link'))
    expect((await offline(folder)).stderr).toContain('not a plain file')
  })

  it('reads no archive that is cut short, that climbs out or that unpacks without end', async () => {
    const cut = await offline(await savedPack(zip.subarray(0, zip.length - 100)))
    expect([cut.code, cut.stdout]).toEqual([2, ''])
    expect(cut.stderr).toContain('cut short or damaged')
    const climbing = await offline(await savedPack(altered(packed, { '../../evil.json': '{}' })))
    expect([climbing.code, climbing.stderr.includes('leads out')]).toEqual([2, true])
    const bomb = await offline(await savedPack(await bombOf(600_000_000)))
    expect([bomb.code, bomb.stderr.includes('more than is read here')]).toEqual([2, true])
    const liar = await offline(await savedPack(await bombOf(100)))
    expect([liar.code, liar.stderr.includes('damaged')]).toEqual([2, true])
  })

  it('says what it cannot use, for people and for programs', async () => {
    const nothing = await offline('/no/such/pack.zip', '--json')
    expect([nothing.code, JSON.parse(nothing.stdout).outcome]).toEqual([2, 'unknown'])
    const empty = await offline(await savedPack(altered(new Map(), { 'a.txt': 'a' })))
    expect(empty.stderr).toContain('manifest.json')
    const badTrust = join(await temporaryFolder(), 'trust.txt')
    writeFileSync(badTrust, 'anybody\n')
    const wrong = await offline(await savedPack(zip), '--trust', badTrust)
    expect([wrong.code, wrong.stderr.includes('line 1 is not a key')]).toEqual([2, true])
    expect((await offline()).stderr).toContain('Use: lanyard verify --offline')
  })

  it('lets nothing in the pack move the cursor', async () => {
    const manifest = String(packed.get('to-show/manifest.json'))
    const nasty = manifest.replace(/"name": "[^"]*",\n {4}"key"/, '"name": "\\u001b[2J",\n "key"')
    expect(nasty).not.toBe(manifest)
    const { stdout } = await offline(
      await savedPack(altered(packed, { 'to-show/manifest.json': nasty })),
    )
    expect(stdout).not.toContain('\u001b')
  })
})

/** Its manifest unpacks to far more than is read, and says that it is as large as `size`. */
async function bombOf(size: number): Promise<Buffer> {
  const python = `import zipfile
z = zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED)
with z.open("to-show/manifest.json", "w") as f:
    for _ in range(60): f.write(b"\\0" * 1000000)
z.close()`
  const cwd = await temporaryFolder()
  execFileSync('python3', ['-c', python], { cwd })
  const zip = readFileSync(join(cwd, 'bomb.zip'))
  zip.writeUInt32LE(size, zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
  return zip
}

describe('what was brought from elsewhere', () => {
  it('is in the pack as it came, checked where its issuer answered, else said to be not checkable', async () => {
    const holder = visitor(app, await signIn(people.holder))
    const { document } = await issueForTest(site)
    const did = `did:web:${encodeURIComponent(new URL(site.config.baseUrl).host)}`
    const foreign = JSON.stringify(document).replaceAll(did, 'did:web:nowhere.invalid')
    for (const pasted of [JSON.stringify(document), foreign]) {
      const reply = await holder.post('/passport/bring/credential', { pasted })
      expect(reply.statusCode).toBe(303)
    }
    const pack = (await takePack(holder)).rawPayload
    const brought = [...unpacked(pack).keys()].filter((name) => name.startsWith('to-show/brought/'))
    expect(brought).toHaveLength(2)
    const { verdict } = await verdictOn(pack)
    const signatures = verdict.credentials
      .filter(({ file }: { file: string }) => file.startsWith('brought/'))
      .map(({ outcome, steps }: PackedVerdict) => [
        outcome,
        steps.find(({ step }) => step === 'signature')?.outcome,
      ])
    expect(signatures.sort()).toEqual([
      ['unknown', 'unknown'],
      ['unknown', 'valid'],
    ])
    const { code, stdout } = await offline(await savedPack(pack), '--trust', trust)
    expect(stdout).toContain('Not checkable offline.')
    expect(code).not.toBe(0)
  })
})
