/** How long what is kept on somebody's own phone may stay there. Pure, for page and service worker. */

/** Times are of the phone's own clock, in milliseconds. */
export interface Phone {
  /** Whose it is. */
  readonly person: string
  /** When it was last brought up to date: with signal, by its owner, signed in. */
  readonly since: number
  /** The latest time that its clock has shown. */
  readonly seen: number
  /** When the session ends by itself. */
  readonly ends: number
  /** Whether the owner chose to keep their own answers there too. */
  readonly answers: boolean
}

const minute = 60_000
export const week = 7 * 24 * 60 * minute

/** A clock is corrected by so much without anybody meaning to. */
const slack = 10 * minute

/** After seven days, and where the clock was set back: it could have been set back to gain days. */
export function isOver({ since, seen }: Phone, now: number): boolean {
  return now >= since + week || now < seen - slack
}

export function seenAt(phone: Phone, now: number): Phone {
  return { ...phone, seen: Math.max(phone.seen, now) }
}

/** A session that is over before it would end by itself was ended by somebody: perhaps the phone is lost. */
export function wasEnded({ ends }: Phone, now: number): boolean {
  return now < ends
}
