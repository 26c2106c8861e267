/** Where somebody says that the phone is their own, or no more, and sees what is on it. */
import { type KeptCode, read, write } from './kept.ts'
import { bringUpToDate, canKeep, startWorker, wipePhone } from './own-phone.ts'
import { type Phone, week } from './phone-life.ts'

/** As much of the page as this needs: the server's types know no browser. */
interface Part {
  hidden: boolean
  textContent: string
  innerHTML: string
  className: string
  readonly action: string
  readonly dataset: Readonly<Record<string, string | undefined>>
  append(...parts: Part[]): void
  setAttribute(name: string, value: string): void
  querySelector(selector: string): { readonly value: string; readonly checked: boolean } | null
  addEventListener(
    event: 'click' | 'submit',
    listener: (happening: { preventDefault(): void }) => void,
  ): void
}
declare const document: {
  querySelector(selector: string): Part | null
  createElement(name: 'div' | 'h2' | 'p'): Part
}

const find = (name: string) => document.querySelector(`[data-phone="${name}"]`)
const wiped = 'Wiped. Nothing of yours is kept on this phone.'
const failed = 'Nothing is kept. We could not reach the service. Try again when you have signal.'

export function createPhonePage(phone: Phone | undefined, unsent: () => Promise<number>): void {
  const form = document.querySelector('[data-phone="say"] form')
  if (form !== null && canKeep()) void show(phone, unsent)
  form?.addEventListener('submit', (happening) => {
    happening.preventDefault()
    void say(form, unsent)
  })
  find('wipe')?.addEventListener('click', () => void forget(unsent))
  if (phone !== undefined) offerCode()
  void showCodes()
}

async function show(phone: Phone | undefined, unsent: () => Promise<number>): Promise<void> {
  for (const [name, shown] of [
    ['cannot', false],
    ['say', phone === undefined],
    ['kept', phone !== undefined],
  ] as const) {
    const part = find(name)
    if (part !== null) part.hidden = !shown
  }
  const told = find('until')
  if (phone === undefined || told === null) return
  const on = (time: number) =>
    new Date(time).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
  const waiting = await unsent()
  const more = waiting === 0 ? '' : ` Waiting to be sent: ${waiting}.`
  told.textContent = `Brought up to date on ${on(phone.since)}. Without signal it is wiped on ${on(phone.since + week)}.${more}`
}

async function say(form: Part, unsent: () => Promise<number>): Promise<void> {
  const token = form.querySelector('[name=_csrf]')?.value ?? ''
  const reply = await fetch(form.action, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ _csrf: token }),
  }).catch(() => undefined)
  if (!reply?.ok) return tell(failed)
  const now = Date.now()
  const answers = form.querySelector('[name=answers]')?.checked === true
  // The server's own reply to this form.
  const { person } = (await reply.json()) as { readonly person: string }
  const said: Phone = { person, since: now, seen: now, ends: now, answers }
  await write('phone', said)
  await startWorker()
  const phone = await bringUpToDate(said)
  await show(phone, unsent)
  tell(phone === undefined ? failed : 'Done. Your passport is kept on this phone.')
}

async function forget(unsent: () => Promise<number>): Promise<void> {
  await wipePhone()
  await show(undefined, unsent)
  tell(wiped)
}

function tell(words: string): void {
  const told = find('told')
  if (told !== null) told.textContent = words
}

/** On the page of a link that was made just now: the server cannot draw it again. */
function offerCode(): void {
  const button = find('code')
  if (button === null) return
  button.hidden = false
  button.addEventListener('click', () => void keepCode(button))
}

async function keepCode(button: Part): Promise<void> {
  const { share = '', until, words = '' } = button.dataset
  const drawing = document.querySelector('.lanyard-qr')?.innerHTML ?? ''
  const codes = (await read<KeptCode[]>('codes')) ?? []
  const others = codes.filter((code) => code.share !== share)
  await write('codes', [...others, { share, until: Number(until), words, drawing }])
  tell('Kept on this phone')
}

async function showCodes(): Promise<void> {
  const place = find('codes')
  if (place === null) return
  const codes = ((await read<KeptCode[]>('codes')) ?? []).filter(({ until }) => until > Date.now())
  for (const code of codes) place.append(...drawCode(code))
}

function drawCode({ words, drawing }: KeptCode): Part[] {
  const title = document.createElement('h2')
  title.className = 'nhsuk-heading-m'
  title.textContent = 'QR code'
  const about = document.createElement('p')
  about.textContent = words
  const picture = document.createElement('div')
  picture.className = 'lanyard-qr'
  picture.setAttribute('role', 'img')
  picture.setAttribute('aria-label', 'A QR code of your link')
  // Drawn by us, and taken from a page of ours.
  picture.innerHTML = drawing
  return [title, about, picture]
}
