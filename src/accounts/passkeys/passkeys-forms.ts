/** What a browser sends of a ceremony with an authenticator: read strictly, and never larger than one gives. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { type FormResult, textField } from '../../web/posted-form.ts'

const base64url = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(most)
const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

const credential = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key'),
}

const registration = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4000),
    attestationObject: base64url(20_000),
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})

const assertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(8000),
    userHandle: base64url(100),
  }),
})

const clientData = z.object({
  challenge: base64url(100),
  crossOrigin: z.boolean().optional(),
})

export interface PasskeyAnswer<Response> {
  readonly response: Response
  readonly challenge: string
}

export function readRegistration(
  written: string,
): PasskeyAnswer<RegistrationResponseJSON> | undefined {
  const given = registration.safeParse(parsed(written)).data
  const challenge = given && challengeOf(given.response.clientDataJSON)
  if (given === undefined || challenge === undefined) return undefined
  const { clientDataJSON, attestationObject } = given.response
  const known = transports.filter((way) => given.response.transports?.includes(way))
  const response = { clientDataJSON, attestationObject, transports: known }
  return { response: { ...given, response, clientExtensionResults: {} }, challenge }
}

/** Without the owner's handle it is no discoverable passkey, and tells of nobody. */
export function readAssertion(
  written: string,
): PasskeyAnswer<AuthenticationResponseJSON & { response: { userHandle: string } }> | undefined {
  const given = assertion.safeParse(parsed(written)).data
  const challenge = given && challengeOf(given.response.clientDataJSON)
  if (given === undefined || challenge === undefined) return undefined
  return { response: { ...given, clientExtensionResults: {} }, challenge }
}

/** A page of somebody else's that frames ours has no business with our passkeys. */
function challengeOf(clientDataJSON: string): string | undefined {
  const written = Buffer.from(clientDataJSON, 'base64url').toString()
  const { challenge, crossOrigin } = clientData.safeParse(parsed(written)).data ?? {}
  return crossOrigin === true ? undefined : challenge
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return undefined
  }
}

const nameLimit = 60

export function answerField(body: unknown): string {
  return textField(body, 'answer')
}

/** Nobody need find a name: what is too long is cut, since the device has made its part already. */
export function newPasskeyForm(body: unknown): { readonly answer: string; readonly name: string } {
  const name = [...textField(body, 'name').replace(/\s+/g, ' ')].slice(0, nameLimit).join('').trim()
  return { answer: answerField(body), name: name === '' ? 'My passkey' : name }
}

export function nameForm(body: unknown): FormResult<string, string> {
  const entered = textField(body, 'name').replace(/\s+/g, ' ')
  const message =
    entered === ''
      ? 'Enter a name'
      : [...entered].length > nameLimit && `Name must be ${nameLimit} characters or fewer`
  if (!message) return { ok: true, value: entered, entered }
  return { ok: false, errors: [{ field: 'name', message }], entered }
}

/** Which passkey an answer is of, whatever it is worth. */
export function credentialIdOf(answer: string): string | undefined {
  return readAssertion(answer)?.response.id
}
