/**
 * Asks the browser for a passkey, and sends its answer as an ordinary form. Until this has run the
 * form is hidden: without script, and where a browser knows no passkeys, the other ways are there.
 */
import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  sendSignal,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser'

/** As much of the page as this needs: the server's types know no browser. */
interface Field {
  value: string
  readonly checked: boolean
  addEventListener(event: 'change', listener: () => void): void
}
interface Part {
  hidden: boolean
  textContent: string
}
interface PasskeyForm {
  readonly dataset: {
    /** `create` or `get`. */
    readonly passkey?: string
    readonly origin?: string
    readonly challenge?: string
    readonly autofill?: string
    readonly failed?: string
    readonly already?: string
  }
  readonly elements: { namedItem(name: string): Field | null }
  closest(selector: string): Part | null
  querySelector(selector: string): Part | null
  addEventListener(event: 'submit', listener: (event: { preventDefault(): void }) => void): void
  submit(): void
}
declare const document: {
  querySelectorAll<Found>(selector: string): Iterable<Found>
  querySelector<Found>(selector: string): Found | null
}
declare const location: { readonly origin: string; reload(): void }

/** A challenge lives for five minutes: the one in the browser's list is renewed before. */
const renewAfter = 4 * 60_000

for (const form of document.querySelectorAll<PasskeyForm>('form[data-passkey]')) open(form)
for (const { dataset } of document.querySelectorAll<Forgotten>('[data-forgotten-passkey]')) {
  forget(dataset)
}

function open(form: PasskeyForm): void {
  // Under another name than its own the site has no passkeys.
  if (!browserSupportsWebAuthn() || form.dataset.origin !== location.origin) return
  show(form, true)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void ask(form)
  })
  if (form.dataset.autofill !== undefined) keepOffering(form)
}

function show(form: PasskeyForm, shown: boolean): void {
  const block = form.closest('[data-passkey-block]')
  if (block !== null) block.hidden = !shown
  const instead = document.querySelector<Part>('[data-passkey-instead]')
  if (instead !== null) instead.hidden = shown
}

async function ask(form: PasskeyForm): Promise<void> {
  tell(form, '')
  try {
    const challenge = await fetchChallenge(form)
    if (form.dataset.passkey === 'create') {
      send(form, await startRegistration({ optionsJSON: challenge }))
    } else send(form, await startAuthentication({ optionsJSON: challenge }))
  } catch (error) {
    tell(form, wordsFor(form, error))
    if (form.dataset.autofill !== undefined) void offer(form)
  }
}

/** In the list that a browser opens under the e-mail field. On a shared computer it stays closed. */
function keepOffering(form: PasskeyForm): void {
  const shared = document.querySelector<Field>('input[name="shared"]')
  const renew = () => {
    if (shared?.checked) WebAuthnAbortService.cancelCeremony()
    else void offer(form)
    show(form, !shared?.checked)
  }
  shared?.addEventListener('change', renew)
  setInterval(renew, renewAfter)
  renew()
}

async function offer(form: PasskeyForm): Promise<void> {
  try {
    if (!(await browserSupportsWebAuthnAutofill())) return
    const optionsJSON = await fetchChallenge(form)
    send(form, await startAuthentication({ optionsJSON, useBrowserAutofill: true }))
  } catch {
    // Nobody chose it from the list: the button and the other ways are still there.
  }
}

// biome-ignore lint/suspicious/noExplicitAny: our own server wrote it, for the library to read.
async function fetchChallenge(form: PasskeyForm): Promise<any> {
  const token = form.elements.namedItem('_csrf')?.value ?? ''
  const reply = await fetch(form.dataset.challenge ?? '', {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ _csrf: token }),
  })
  // Sent on to another page: whoever is signed in must first say again that it is them.
  if (reply.redirected) location.reload()
  if (!reply.ok || reply.redirected) throw new Error('no challenge')
  return reply.json()
}

function send(form: PasskeyForm, answer: object): void {
  const field = form.elements.namedItem('answer')
  if (field === null) return
  field.value = JSON.stringify(answer)
  form.submit()
}

function wordsFor({ dataset }: PasskeyForm, error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const isThereAlready = cause instanceof Error && cause.name === 'InvalidStateError'
  return (isThereAlready ? dataset.already : undefined) ?? dataset.failed ?? ''
}

function tell(form: PasskeyForm, words: string): void {
  const status = form.querySelector('[role="status"]')
  if (status !== null) status.textContent = words
}

interface Forgotten {
  readonly dataset: { readonly forgottenPasskey?: string; readonly rpId?: string }
}

/** A passkey that we no longer know: browsers that can take it out of their list. */
function forget({
  forgottenPasskey: credentialID = '',
  rpId: rpID = '',
}: Forgotten['dataset']): void {
  sendSignal({ signalName: 'unknownCredential', rpID, credentialID }).catch(() => {})
}
