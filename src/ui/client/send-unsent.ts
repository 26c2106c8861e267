/** Sends what was typed, one page's worth after another, and says what came of it. */
import { personOfPage } from './own-phone.ts'
import { type Batch, fieldsOf, nextBatch, type Typed } from './unsent.ts'

/** As much of the page as this needs: the server's types know no browser. */
declare const document: {
  querySelector(selector: 'input[name="_csrf"]'): { value: string } | null
}

export type Outcome =
  /** The server has it, or a newer one. */
  | { readonly done: true; readonly overtaken: boolean }
  /** As it is, the server will never take it. */
  | { readonly done: true; readonly fault: string }
  | { readonly done: false; readonly why: 'no-signal' | 'signed-out' | 'somebody-else' }

const patience = 20_000
const refused = 'Press the save button to see what to do.'

let freshToken: string | undefined

/** Sends until nothing is left, or until something stands in the way: that, or what was overtaken. */
export async function sendAll(
  list: () => Promise<readonly Typed[]>,
  settle: (sent: readonly Typed[], fault: string | undefined) => Promise<void>,
): Promise<Outcome> {
  let overtaken = false
  for (;;) {
    const batch = nextBatch(await list())
    if (batch === undefined) return { done: true, overtaken }
    const outcome = await send(batch)
    if (!outcome.done) return outcome
    const fault = 'fault' in outcome ? outcome.fault : undefined
    overtaken ||= 'overtaken' in outcome && outcome.overtaken
    await settle(batch.typed, fault)
  }
}

async function send(batch: Batch): Promise<Outcome> {
  const token = freshToken ?? document.querySelector('input[name="_csrf"]')?.value
  const reply = token === undefined ? undefined : await post(batch, token)
  // A form's token ends with its session: a page of now has one that holds.
  if (token !== undefined && reply?.status !== 403) return outcomeOf(reply)
  const found = await findToken(batch)
  if (found !== undefined) return found
  return outcomeOf(await post(batch, freshToken ?? ''))
}

async function post(batch: Batch, token: string): Promise<Response | undefined> {
  const body = new URLSearchParams({ ...fieldsOf(batch, Date.now()), _csrf: token })
  return fetch(batch.address, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body,
    redirect: 'manual',
    keepalive: true,
    // Older phones have none, and wait for as long as they wait.
    signal: AbortSignal.timeout?.(patience) ?? null,
  }).catch(() => undefined)
}

async function outcomeOf(reply: Response | undefined): Promise<Outcome> {
  if (reply === undefined || reply.status >= 500 || reply.status === 429) {
    return { done: false, why: 'no-signal' }
  }
  if (reply.status === 401 || reply.status === 403) return { done: false, why: 'signed-out' }
  // What came is ours, and yet may be anything where something stands between us.
  const said = (await reply.json().catch(() => ({}))) as {
    readonly overtaken?: readonly string[]
    readonly errors?: readonly { readonly message: string }[]
  }
  if (reply.ok) return { done: true, overtaken: (said.overtaken ?? []).length > 0 }
  return { done: true, fault: said.errors?.[0]?.message ?? refused }
}

/** Undefined once there is a token that belongs to the same person. */
async function findToken({ typed: [first] }: Batch): Promise<Outcome | undefined> {
  const page = await fetch('/passport/offline', { redirect: 'manual' })
    .then((reply) => (reply.ok ? reply.text() : ''))
    .catch(() => undefined)
  if (page === undefined) return { done: false, why: 'no-signal' }
  const person = /data-person="([^"]+)"/.exec(page)?.[1]
  if (person === undefined) return { done: false, why: 'signed-out' }
  if (person !== (first?.person ?? personOfPage())) return { done: false, why: 'somebody-else' }
  freshToken = /name="_csrf" value="([^"]+)"/.exec(page)?.[1]
  return undefined
}
