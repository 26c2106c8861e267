/** Whose phone this is, for as long as they want: kept up to date, and wiped when it is not theirs. */
import {
  copyAddress,
  dropCopy,
  findPhone,
  type KeptCode,
  keepCopy,
  read,
  wipe,
  write,
} from './kept.ts'
import { type Phone, wasEnded } from './phone-life.ts'

/** As much of the page as this needs: the server's types know no browser. */
interface Marked {
  readonly dataset: { readonly person?: string }
}
interface Form {
  submit(): void
  addEventListener(event: 'submit', listener: (event: { preventDefault(): void }) => void): void
}
declare const document: {
  querySelector(
    selector: '[data-person]' | '[data-shared-computer]' | '[data-wipe-phone]',
  ): Marked | null
  querySelectorAll(selector: string): Iterable<Form>
}
declare const location: { readonly pathname: string }
declare const navigator: {
  readonly serviceWorker?: {
    register(script: string, how: { scope: string }): Promise<unknown>
    getRegistrations(): Promise<readonly { unregister(): Promise<boolean> }[]>
  }
}
declare const confirm: (question: string) => boolean

const copyMinutes = 5

/** Who the page says is signed in. A public page says nobody. */
export function personOfPage(): string | undefined {
  return document.querySelector('[data-person]')?.dataset.person
}

/** False in a browser that cannot, and on a page that did not come securely. */
export function canKeep(): boolean {
  return navigator.serviceWorker !== undefined && typeof caches !== 'undefined'
}
declare const caches: unknown

/** The phone, where it is that of the person whose page this is: of anybody else, nothing stays. */
export async function openPhone(): Promise<Phone | undefined> {
  const phone = await findPhone(wipePhone)
  if (phone === undefined) return undefined
  const person = personOfPage()
  const another = person !== undefined && person !== phone.person
  const closed = document.querySelector('[data-wipe-phone]') !== null
  if (another || closed || document.querySelector('[data-shared-computer]') !== null) {
    await wipePhone()
    return undefined
  }
  const wantsCopy = person !== undefined && Date.now() - phone.since > copyMinutes * 60_000
  if (!wantsCopy && location.pathname !== '/sign-in') return phone
  return bringUpToDate(phone)
}

/** Asks for the copy: undefined where the answer is that the phone must be wiped. */
export async function bringUpToDate(phone: Phone): Promise<Phone | undefined> {
  const reply = await fetch(`${copyAddress}${phone.answers ? '?answers=yes' : ''}`, {
    headers: { accept: 'text/html' },
    redirect: 'manual',
  }).catch(() => undefined)
  if (reply === undefined || reply.status >= 500) return phone
  if (reply.status !== 200) return leaveSignedOut(phone)
  if (reply.headers.get('lanyard-person') !== phone.person) return wipePhone()
  await keepCopy(reply.clone())
  const now = Date.now()
  const ends = now + Number(reply.headers.get('lanyard-session-ends-in'))
  const fresh = { ...phone, since: now, seen: now, ends }
  await write('phone', fresh)
  await dropEndedCodes(reply.headers.get('lanyard-shares') ?? '')
  return fresh
}

/**
 * Signed out, the passport is shown no longer. What was typed waits for its writer, unless somebody
 * ended the session: then the phone may be lost.
 */
export async function leaveSignedOut(phone: Phone): Promise<Phone | undefined> {
  if (wasEnded(phone, Date.now()) && (await isSessionOver())) return wipePhone()
  await dropCopy()
  return phone
}

/** Whether the browser still brings a session, and it is over; false where it brings none. */
async function isSessionOver(): Promise<boolean> {
  const reply = await fetch('/sign-in', { method: 'HEAD' }).catch(() => undefined)
  return reply?.headers.get('lanyard-session') === 'over'
}

export async function wipePhone(): Promise<undefined> {
  await wipe()
  for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    await worker.unregister()
  }
}

export async function startWorker(): Promise<void> {
  await navigator.serviceWorker?.register('/passport/service-worker.js', { scope: '/passport' })
}

async function dropEndedCodes(live: string): Promise<void> {
  const codes = (await read<KeptCode[]>('codes')) ?? []
  const kept = codes.filter(({ share, until }) => live.includes(share) && until > Date.now())
  if (kept.length < codes.length) await write('codes', kept)
}

/** Before the form goes: it may find no signal, and the phone is then wiped all the same. */
export function wipeAtSignOut(unsent: () => Promise<number>): void {
  for (const form of document.querySelectorAll('form[action="/sign-out"]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void leave(form, unsent)
    })
  }
}

async function leave(form: Form, unsent: () => Promise<number>): Promise<void> {
  const question =
    'Some of what you typed is not sent yet. If you sign out now, it is lost. Sign out all the same?'
  if ((await unsent()) > 0 && !confirm(question)) return
  await wipePhone().catch(() => undefined)
  form.submit()
}
