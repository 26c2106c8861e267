/**
 * Saves a form of a draft while somebody types in it, and says so. What could not be sent stays in
 * the open page alone. Each form says which state of its words it was read in: whoever was quicker
 * is never written over.
 */

/** As much of the page as this needs: the server's types know no browser. */
interface Line {
  textContent: string
}
interface Happening {
  readonly target: { readonly type?: string }
  preventDefault(): void
}
interface Form {
  readonly action: string
  querySelector(selector: '[data-saved]'): Line | null
  querySelector(selector: 'input[name="revision"]'): { value: string } | null
  addEventListener(
    event: 'change' | 'input' | 'submit',
    listener: (happening: Happening) => void,
  ): void
  requestSubmit(): void
}
declare const document: { querySelectorAll(selector: 'form[data-save-draft]'): Iterable<Form> }
declare const FormData: new (form: Form) => Iterable<[string, string]>
declare function addEventListener(
  event: 'online' | 'beforeunload',
  listener: (happening: { preventDefault(): void }) => void,
): void

const pause = { typing: 1_000, again: 15_000 }
const patience = 20_000

const words = {
  saving: 'Saving…',
  saved: 'Saved',
  offline: 'Not saved: no connection. What you typed is kept in this page.',
  signedOut: 'Not saved: you are signed out. Copy your words, then sign in again.',
  gone: 'Not saved: somebody took this out, or closed the draft. Copy your words before you leave.',
  refused: 'Not saved. Press Save to see what to do.',
}

interface Reply {
  readonly revision?: number
  readonly who?: string
  readonly at?: string
  readonly errors?: readonly { readonly message: string }[]
}

export function saveDrafts(): void {
  for (const form of document.querySelectorAll('form[data-save-draft]')) saveAsTyped(form)
}

function saveAsTyped(form: Form): void {
  const line = form.querySelector('[data-saved]')
  const revision = form.querySelector('input[name="revision"]')
  let unsaved = false
  let leaving = false
  /** Only a person can decide what is next. */
  let stuck = false
  let sending: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  function tell(said: string): void {
    if (line !== null && line.textContent !== said) line.textContent = said
  }

  function later(pauseFor: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), pauseFor)
  }

  async function save(): Promise<void> {
    clearTimeout(timer)
    if (!unsaved || stuck) return
    // What is typed meanwhile goes next, with what this one answers.
    if (sending !== undefined) return sending.then(save)
    unsaved = false
    tell(words.saving)
    sending = send()
    await sending
    sending = undefined
  }

  async function send(): Promise<void> {
    const reply = await post(form)
    if (reply === undefined || reply.status >= 500 || reply.status === 429) {
      unsaved = true
      tell(words.offline)
      return later(pause.again)
    }
    // What came is ours, and yet may be anything where something stands between us.
    const said = (await reply.json().catch(() => ({}))) as Reply
    if (reply.ok && said.revision !== undefined) {
      if (revision !== null) revision.value = String(said.revision)
      return tell(words.saved)
    }
    unsaved = true
    stuck = reply.status !== 422
    tell(inTheWay(reply, said))
  }

  const typed = () => {
    unsaved = true
    if (!stuck) later(pause.typing)
  }
  form.addEventListener('input', typed)
  form.addEventListener('change', ({ target }) => {
    unsaved = true
    if (target.type !== 'text' && target.type !== 'textarea') void save()
  })
  form.addEventListener('submit', (happening) => {
    clearTimeout(timer)
    leaving = true
    if (sending === undefined) return
    // Otherwise its writer would be taken for somebody else, who was quicker.
    happening.preventDefault()
    void sending.then(() => form.requestSubmit())
  })
  addEventListener('online', () => void save())
  addEventListener('beforeunload', (happening) => {
    if (unsaved && !leaving) happening.preventDefault()
  })
}

function post(form: Form): Promise<Response | undefined> {
  return fetch(form.action, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams([...new FormData(form)]),
    redirect: 'manual',
    signal: AbortSignal.timeout?.(patience) ?? null,
  }).catch(() => undefined)
}

function inTheWay(reply: Response, { who, at, errors }: Reply): string {
  if (reply.status === 409 && who !== undefined) {
    const when = at === undefined ? '' : ` at ${at}`
    return `Not saved: ${who === 'You' ? 'you' : 'somebody else'} changed this${when}. Press Save to see both and choose.`
  }
  if (reply.status === 422) return `Not saved. ${errors?.[0]?.message ?? words.refused}`
  if (reply.status === 404 || reply.status === 409) return words.gone
  return reply.status === 400 ? words.refused : words.signedOut
}
