/**
 * Saves a form's answers while somebody gives them, and says so. Without signal they wait: on the
 * phone, where it is their own, and otherwise in the open page alone.
 */
import { read, write } from './kept.ts'
import { leaveSignedOut, personOfPage, wipePhone } from './own-phone.ts'
import type { Phone } from './phone-life.ts'
import { type Outcome, sendAll } from './send-unsent.ts'
import { type Typed, withFault, withoutSent, withTyped } from './unsent.ts'

/** As much of the page as this needs: the server's types know no browser. */
interface Field {
  readonly name: string
  value: string
  checked: boolean
  readonly type: string
}
interface Happening {
  readonly target: Field
  preventDefault(): void
}
interface Form {
  readonly action: string
  readonly elements: Iterable<Field>
  addEventListener(
    event: 'change' | 'input' | 'submit',
    listener: (happening: Happening) => void,
  ): void
}
interface Part {
  textContent: string
  className: string
  href: string
  closest(selector: 'form'): Form | null
  append(...parts: (Part | string)[]): void
  setAttribute(name: string, value: string): void
}
declare const document: {
  querySelector(selector: '[data-saving]' | 'main'): Part | null
  createElement(name: 'p' | 'a'): Part
  addEventListener(event: 'visibilitychange', listener: () => void): void
}
declare function addEventListener(
  event: 'online' | 'beforeunload',
  listener: (happening: { preventDefault(): void }) => void,
): void
declare const navigator: {
  readonly onLine: boolean
  readonly locks?: { request<T>(name: string, run: () => Promise<T>): Promise<T> }
}

const words = {
  saving: 'Saving…',
  saved: 'Saved',
  sent: 'What you typed without signal is saved.',
  overtaken: 'You gave a newer answer somewhere else, and it stays. Load the page again to see it.',
  kept: 'Kept on this phone. It will send when you have signal.',
  open: 'No signal. Keep this page open.',
  keptSignedOut: 'Kept on this phone. You are signed out: sign in again to send it.',
  openSignedOut:
    'Not saved. You are signed out. Keep this page open, sign in again in another tab, then come back here.',
  somebodyElse: 'Not saved. Somebody else has signed in here. Copy what you need before you leave.',
  ended: 'Not saved. Your session was ended, so this phone was wiped. Sign in again.',
} as const

const pause = { typing: 1_000, again: 15_000 }

/** Listens at once, also while the phone is still being looked for. Gives how much is not sent yet. */
export function createSaving(opening: Promise<Phone | undefined>): () => Promise<number> {
  let told = document.querySelector('[data-saving]')
  const form = told?.closest('form') ?? null
  let phone: Phone | undefined
  let writer = personOfPage()
  const opened = opening.then((found) => {
    phone = found
    writer ??= found?.person
  })
  let inPage: readonly Typed[] = []
  let leaving = false
  let stuck = false
  let again: NodeJS.Timeout | undefined
  let typing: NodeJS.Timeout | undefined

  async function list(): Promise<readonly Typed[]> {
    await opened
    if (phone === undefined) return inPage
    const unsent = (await read<Typed[]>('unsent')) ?? []
    return unsent.filter(({ person }) => person === writer)
  }

  /** One tab at a time, so that none writes over what another one kept. */
  const change = (next: (unsent: readonly Typed[]) => readonly Typed[]) =>
    alone('lanyard-unsent', async () => {
      const unsent = next(await list())
      if (phone === undefined) inPage = unsent
      else await write('unsent', unsent)
    })

  /** On another page than the form's, a line of its own. */
  function tell(said: string): void {
    if (told === null) {
      told = drawLine()
      document.querySelector('main')?.append(told)
    }
    if (told.textContent !== said) told.textContent = said
  }

  /** What the server will not take as it is: its writer has to see it, wherever they are. */
  function tellFault({ fault, address }: Typed): void {
    tell(`Not saved. ${fault}`)
    if (form !== null && address === pathOf(form)) return
    const link = document.createElement('a')
    link.href = address
    link.textContent = 'See what you wrote'
    told?.append(' ', link)
  }

  async function keep({ name, value }: Field): Promise<void> {
    if (form === null || writer === undefined) return
    const typed = { person: writer, address: pathOf(form), field: name, value }
    tell(words.saving)
    await change((unsent) => withTyped(unsent, { ...typed, at: Date.now() }))
    await send()
  }

  async function send(): Promise<void> {
    clearTimeout(again)
    // Another tab may have sent what this one could not.
    if ((await list()).length === 0 && !stuck) return
    const outcome = await alone('lanyard-send', () => sendAll(list, settle))
    stuck = !outcome.done
    if (outcome.done) {
      const refused = (await list()).find(({ fault }) => fault !== undefined)
      if (refused !== undefined) return tellFault(refused)
      if ('overtaken' in outcome && outcome.overtaken) return tell(words.overtaken)
      return tell(form === null ? words.sent : words.saved)
    }
    again = setTimeout(() => void send(), pause.again)
    tell(await inTheWay(outcome.why))
  }

  const settle = (sent: readonly Typed[], fault: string | undefined) =>
    change((unsent) =>
      fault === undefined ? withoutSent(unsent, sent) : withFault(unsent, sent, fault),
    )

  async function inTheWay(why: (Outcome & { done: false })['why']): Promise<string> {
    if (why === 'no-signal') return phone === undefined ? words.open : words.kept
    if (why === 'somebody-else') {
      await wipePhone()
      phone = undefined
      return words.somebodyElse
    }
    if (phone === undefined) return words.openSignedOut
    phone = await leaveSignedOut(phone)
    return phone === undefined ? words.ended : words.keptSignedOut
  }

  /** What was typed before and is not sent yet, as it was typed. */
  async function fillIn(): Promise<void> {
    if (form === null) return
    const typed = (await list()).filter(({ address }) => address === pathOf(form))
    for (const field of form.elements) {
      const { value } = typed.find(({ field: name }) => name === field.name) ?? {}
      if (value === undefined) continue
      if (field.type === 'radio') field.checked = field.value === value
      else field.value = value
    }
  }

  form?.addEventListener('change', ({ target }) => {
    clearTimeout(typing)
    if (isSaved(target)) void keep(target)
  })
  form?.addEventListener('input', ({ target }) => {
    if (target.type !== 'textarea' || !isSaved(target)) return
    clearTimeout(typing)
    typing = setTimeout(() => void keep(target), pause.typing)
  })
  form?.addEventListener('submit', (happening) => {
    if (navigator.onLine && !stuck) {
      leaving = true
      // The button sends these too, and its page says what to do.
      void change((unsent) => unsent.filter(({ fault }) => fault === undefined))
      return
    }
    // The browser's own page of no signal would take what was typed along.
    happening.preventDefault()
    if (!stuck) tell(phone === undefined ? words.open : words.kept)
    void send()
  })
  addEventListener('beforeunload', (happening) => {
    if (inPage.length > 0 && !leaving) happening.preventDefault()
  })
  addEventListener('online', () => void send())
  document.addEventListener('visibilitychange', () => void send())
  void fillIn().then(send)
  return async () => (await list()).length
}

function pathOf({ action }: Form): string {
  return new URL(action).pathname
}

function drawLine(): Part {
  const line = document.createElement('p')
  line.className = 'lanyard-saving'
  line.setAttribute('role', 'status')
  return line
}

function isSaved({ name }: Field): boolean {
  return name === 'note' || name.startsWith('answer-')
}

/** Where there are no locks, two tabs may send the same twice, which adds nothing. */
function alone<T>(name: string, run: () => Promise<T>): Promise<T> {
  return navigator.locks === undefined ? run() : navigator.locks.request(name, run)
}
