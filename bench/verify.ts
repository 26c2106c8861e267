import { sign, verify } from 'node:crypto'
import { achievementCredential } from '../src/credentials/model/achievement-credential.ts'
import type { SignedCredential } from '../src/credentials/model/sign-credential.ts'
import { signCredential } from '../src/credentials/model/sign-credential.ts'
import { verifyCredential } from '../src/credentials/model/verify-credential.ts'
import { ashbourne, exampleFacts, issuedAt, now } from '../test/conformance/example-facts.ts'
import { acceptedElsewhere } from '../test/conformance/other-implementation.ts'

type Case = 'ours' | 'ours-12-statements' | 'digitalbazaar' | 'raw-ed25519' | 'passport-of-40'

type Result = {
  readonly bench: string
  readonly case: string
  readonly perSecond: number
  readonly ratioToLimit: number | null
}

const rounds = 15
const roundMilliseconds = 120
const passportLength = 40

/** Checking a credential with issuer and status at hand, beside its limit and a peer in one process. */
export async function run(): Promise<readonly Result[]> {
  const one = await signedCredential(3)
  const cases: Readonly<Record<Case, () => Promise<void>>> = {
    'raw-ed25519': rawVerify(),
    ours: () => verifyOurs(one),
    'ours-12-statements': await verifyOursOf(12),
    digitalbazaar: () => verifyElsewhere(one),
    'passport-of-40': await verifyPassport(),
  }
  const rates = await interleaved(cases)
  const limit = rates['raw-ed25519']
  return caseNames(cases).map((name) => ({
    bench: 'verify',
    case: name,
    perSecond: rounded(rates[name]),
    ratioToLimit: rounded((rates[name] * signaturesIn(name)) / limit),
  }))
}

function signaturesIn(name: Case): number {
  return name === 'passport-of-40' ? passportLength : 1
}

function signedCredential(statements: number, id?: string): Promise<SignedCredential> {
  const facts = exampleFacts(statements)
  const unsecured = achievementCredential({ ...facts, id: id ?? facts.id })
  return signCredential(unsecured, { ...ashbourne, created: issuedAt })
}

async function verifyOurs(credential: SignedCredential): Promise<void> {
  const { outcome } = await verifyCredential(credential, {
    now,
    findIssuer: async () => issuer,
    readStatus: async () => clear,
  })
  if (outcome !== 'valid') throw new Error('the credential of the bench is not valid')
}

const issuer = { known: true, name: 'Ashbourne', keyOf: () => ashbourne.publicKey }
const clear = { state: 'clear' } as const

async function verifyOursOf(statements: number): Promise<() => Promise<void>> {
  const credential = await signedCredential(statements)
  return () => verifyOurs(credential)
}

async function verifyPassport(): Promise<() => Promise<void>> {
  const passport: SignedCredential[] = []
  for (let index = 0; index < passportLength; index++) {
    passport.push(await signedCredential(3, `https://lanyard.example/credentials/${index}`))
  }
  return async () => {
    for (const credential of passport) await verifyOurs(credential)
  }
}

async function verifyElsewhere(credential: SignedCredential): Promise<void> {
  if (!(await acceptedElsewhere(credential, [ashbourne], now))) {
    throw new Error('the credential of the bench is not accepted elsewhere')
  }
}

function rawVerify(): () => Promise<void> {
  const bytes = Buffer.alloc(64, 1)
  const signature = sign(null, bytes, ashbourne.privateKey)
  return async () => {
    if (!verify(null, bytes, ashbourne.publicKeyObject, signature)) throw new Error('not verified')
  }
}

async function interleaved(
  cases: Readonly<Record<Case, () => Promise<void>>>,
): Promise<Record<Case, number>> {
  const rates = new Map<Case, number[]>()
  for (let round = 0; round <= rounds; round++) {
    for (const name of caseNames(cases)) {
      const rate = await rateOf(cases[name])
      // The first round is for warming up.
      if (round > 0) rates.set(name, [...(rates.get(name) ?? []), rate])
    }
  }
  // The map was filled from the same names.
  return Object.fromEntries([...rates].map(([name, all]) => [name, median(all)])) as Record<
    Case,
    number
  >
}

async function rateOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  let count = 0
  let spent = 0
  while (spent < roundMilliseconds) {
    await work()
    count++
    spent = performance.now() - start
  }
  return (count * 1000) / spent
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}

function caseNames(cases: Readonly<Record<Case, unknown>>): readonly Case[] {
  // Object.keys forgets which keys they are.
  return Object.keys(cases) as Case[]
}

if (import.meta.main) {
  for (const result of await run()) console.log(JSON.stringify(result))
}
