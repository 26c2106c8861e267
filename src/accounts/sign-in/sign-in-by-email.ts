/** A code or a link in a letter, which opens a session only in the browser that asked for it. */
import { randomBytes } from 'node:crypto'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import { findPersonAt } from './addresses-store.ts'
import {
  type Asker,
  type EmailCode,
  findOpenCode,
  findOpenLink,
  setUsed,
} from './email-codes-store.ts'
import type { Shown } from './let-in.ts'
import { emailCodeTries } from './model/email-code.ts'
import { signInLetter, unknownAddressLetter } from './model/letters.ts'
import { type Secrets, sendCode, spendCode } from './send-code.ts'
import { hashOf, signInJob } from './sessions-actions.ts'

export interface Asked {
  readonly address: string
  readonly sharedComputer: boolean
  readonly next: string
  readonly device: string
}

/**
 * Sends a letter, whether anybody has the address or not: what is answered, and the work done for
 * it, are the same. Gives the mark by which the browser is known when it comes back.
 */
export async function askToSignIn(
  site: Site,
  { address, sharedComputer, next, device }: Asked,
): Promise<{ readonly outcome: 'sent' | 'too-many'; readonly mark: string }> {
  const mark = randomBytes(32).toString('base64url')
  const at = site.now()
  const occasion = { device, at }
  const { baseUrl } = site.config
  const outcome = await asActor(site.db, signInJob, async (db) => {
    const personId = await findPersonAt(db, { address, today: dayOf(at) })
    const asker = { purpose: 'sign-in', browserHash: hashOf(mark) } as const
    const letter = ({ code, link }: Secrets) =>
      personId === undefined
        ? unknownAddressLetter({ site: `${baseUrl}${paths.signIn()}`, occasion })
        : signInLetter({ code, link: `${baseUrl}${paths.signInLink(link)}`, occasion })
    const request = { asker, address, personId, sharedComputer, nextPath: next }
    return sendCode(db, site, { request, letter })
  })
  return { outcome, mark }
}

/** What the browser with this mark waits for, if it can still be typed. */
export function findAskedFor(site: Site, mark: string): Promise<EmailCode | undefined> {
  const open = { asker: askerOf(mark), now: site.now(), tries: emailCodeTries }
  return asActor(site.db, signInJob, (db) => findOpenCode(db, open))
}

/** The same for a link, which was opened but not used: those who scan letters open every link. */
export function findLinked(
  site: Site,
  { mark, link }: { readonly mark: string; readonly link: string },
): Promise<EmailCode | undefined> {
  return asActor(site.db, signInJob, (db) => findOpenLink(db, linkOf(site, { mark, link })))
}

/** For `letIn`. */
export async function showCode(
  db: Transaction,
  site: Site,
  { mark, typed }: { readonly mark: string; readonly typed: string | undefined },
): Promise<Shown | undefined> {
  return shownBy(db, site, await spendCode(db, site, { asker: askerOf(mark), typed }))
}

/** For `letIn`. */
export async function showLink(
  db: Transaction,
  site: Site,
  { mark, link }: { readonly mark: string; readonly link: string },
): Promise<Shown | undefined> {
  const code = await findOpenLink(db, linkOf(site, { mark, link }))
  if (code === undefined) return undefined
  await setUsed(db, { id: code.id, now: site.now() })
  return shownBy(db, site, code)
}

/** Nobody, where the address was taken from its person since the letter was sent. */
async function shownBy(
  db: Transaction,
  site: Site,
  code: EmailCode | undefined,
): Promise<Shown | undefined> {
  if (code?.personId === undefined) return undefined
  const { personId, sharedComputer, nextPath = paths.passport(), address } = code
  const today = dayOf(site.now())
  if ((await findPersonAt(db, { address, today })) !== personId) return undefined
  return { personId, proof: 'email-code', sharedComputer, next: nextPath, address }
}

function linkOf(site: Site, { mark, link }: { readonly mark: string; readonly link: string }) {
  return {
    asker: askerOf(mark),
    linkHash: hashOf(link),
    now: site.now(),
    tries: emailCodeTries,
  }
}

function askerOf(mark: string): Asker {
  return { purpose: 'sign-in', browserHash: hashOf(mark) }
}
