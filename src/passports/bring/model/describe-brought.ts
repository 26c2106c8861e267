/** What a brought document says of itself, for a list; how far it is proven, its verdict says. */
import { readTimestamp } from '../../../credentials/model/london-date.ts'
import {
  isObject,
  type JsonObject,
  listOf,
  parseCredential,
} from '../../../credentials/model/read-credential.ts'
import { envelopeIn, isJwt, readJwt } from '../../../credentials/model/read-jwt.ts'
import { dayOf } from '../../../language/days.ts'
import { withoutLineTurns } from '../../../language/line-turns.ts'
import type { EntryKind } from '../../model/entry.ts'
import { kindOfAchievement } from './received.ts'

export interface Described {
  readonly title: string
  readonly kind: EntryKind
  readonly from: string | undefined
  readonly validUntil: string | undefined
  readonly saidIssuer: string
}

/** The credential as an object, out of its envelope; undefined where it cannot be opened. */
export function openBrought(text: string): JsonObject | undefined {
  if (isJwt(text)) return payloadOf(text)
  const parsed = parseCredential(text)
  if (parsed.problem !== undefined || !isObject(parsed.document)) return undefined
  const inside = envelopeIn(parsed.document)
  // What stands beside an envelope is not signed.
  return inside === undefined ? parsed.document : payloadOf(inside)
}

function payloadOf(text: string): JsonObject | undefined {
  const jwt = readJwt(text)
  return 'outcome' in jwt ? undefined : jwt.payload
}

export function describeBrought(document: JsonObject | undefined): Described {
  const [subject = {}] = listOf(document?.credentialSubject).filter(isObject)
  const [achievement = {}] = listOf(subject.achievement).filter(isObject)
  const issuer = isObject(document?.issuer) ? document.issuer : { id: document?.issuer }
  const badge = isObject(document?.badge) ? document.badge : {}
  const title = line(document?.name) ?? line(achievement.name) ?? line(badge.name)
  return {
    title: title?.slice(0, 200) ?? 'A credential',
    kind: kindOfAchievement(achievement.achievementType),
    from:
      dayIn(subject.activityEndDate) ?? dayIn(document?.validFrom) ?? dayIn(document?.issuanceDate),
    validUntil: dayIn(document?.validUntil) ?? dayIn(document?.expirationDate),
    saidIssuer: (line(issuer.name) ?? line(issuer.id) ?? 'not said').slice(0, 300),
  }
}

/** One line, without what a page or a database would trip over. */
function line(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = withoutLineTurns(value.toWellFormed())
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  return text === '' ? undefined : text
}

function dayIn(value: unknown): string | undefined {
  const moment = readTimestamp(value)
  if (moment === undefined) return undefined
  const day = dayOf(moment)
  return /^\d{4}-\d\d-\d\d$/.test(day) && day > '0001' ? day : undefined
}
