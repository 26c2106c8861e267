/** An authenticator in software: it makes passkeys and answers with them, and misbehaves when told to. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { isoCBOR } from '@simplewebauthn/server/helpers'

export interface Misbehaviour {
  readonly origin?: string
  readonly crossOrigin?: boolean
  readonly rpId?: string
  /** Nobody unlocked it. */
  readonly unverified?: boolean
  readonly counter?: number
  readonly userHandle?: string
  readonly challenge?: string
  readonly synced?: boolean
  readonly algorithm?: number
  /** Under the name of another passkey. */
  readonly id?: string
}

export interface Made {
  readonly id: string
  readonly key: KeyObject
  readonly userHandle: string
  counter: number
}

const origin = 'http://localhost:3000'

const flags = { present: 1, verified: 4, backupEligible: 8, backedUp: 16, attested: 64 }

export function makePasskey(
  options: PublicKeyCredentialCreationOptionsJSON,
  told: Misbehaviour = {},
): { readonly passkey: Made; readonly answer: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const rawId = randomBytes(32)
  const cose = isoCBOR.encode(
    new Map<number, number | Uint8Array<ArrayBuffer>>([
      [1, 2],
      [3, told.algorithm ?? -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]),
  )
  const authData = Buffer.concat([
    authenticatorData(options.rp.id ?? '', told, flags.attested),
    Buffer.alloc(16),
    Buffer.from([0, rawId.length]),
    rawId,
    cose,
  ])
  const attestation = isoCBOR.encode(
    new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]) as Map<string, string>,
  )
  const id = rawId.toString('base64url')
  const response: RegistrationResponseJSON = {
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: clientData('webauthn.create', options.challenge, told),
      attestationObject: Buffer.from(attestation).toString('base64url'),
      transports: ['internal', 'of-the-future'],
    },
  }
  const userHandle = options.user.id
  return {
    passkey: { id, key: privateKey, userHandle, counter: told.counter ?? 0 },
    answer: JSON.stringify(response),
  }
}

/** Counts up, unless the passkey is synced. */
export function usePasskey(
  passkey: Made,
  options: PublicKeyCredentialRequestOptionsJSON,
  told: Misbehaviour = {},
): string {
  if (!told.synced) passkey.counter += 1
  const counter = told.counter ?? passkey.counter
  const authData = authenticatorData(options.rpId ?? '', { ...told, counter }, 0)
  const clientDataJSON = clientData('webauthn.get', options.challenge, told)
  const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()
  const id = told.id ?? passkey.id
  const response: AuthenticationResponseJSON = {
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON,
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', Buffer.concat([authData, hash]), passkey.key).toString('base64url'),
      userHandle: told.userHandle ?? passkey.userHandle,
    },
  }
  return JSON.stringify(response)
}

function authenticatorData(rpId: string, told: Misbehaviour, more: number): Buffer {
  const verified = told.unverified ? 0 : flags.verified
  const backup = told.synced ? flags.backupEligible | flags.backedUp : 0
  const counter = Buffer.alloc(4)
  counter.writeUInt32BE(told.counter ?? 0)
  return Buffer.concat([
    createHash('sha256')
      .update(told.rpId ?? rpId)
      .digest(),
    Buffer.from([flags.present | verified | backup | more]),
    counter,
  ])
}

function clientData(type: string, challenge: string, told: Misbehaviour): string {
  const { crossOrigin = false } = told
  const said = {
    type,
    challenge: told.challenge ?? challenge,
    origin: told.origin ?? origin,
    crossOrigin,
  }
  return Buffer.from(JSON.stringify(said)).toString('base64url')
}
