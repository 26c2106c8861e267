/** Who supervises whom. Two supervisors at once is normal: each has sessions of their own. */

export const endReasons = [
  'taken-back',
  'declined',
  'objected',
  'ended',
  'handed-over',
  'left',
] as const
export type EndReason = (typeof endReasons)[number]

export interface Supervising {
  readonly id: string
  readonly workerId: string
  readonly workerName: string
  readonly supervisorId: string
  readonly supervisorName: string
  readonly organisation: string
  readonly organisationName: string
  readonly askedBy: string
  /** Handed over from this one. */
  readonly follows?: string | undefined
  readonly workerAgreed: boolean
  readonly supervisorAgreed: boolean
  /** YYYY-MM-DD: both had agreed. */
  readonly beganOn?: string | undefined
  readonly endedOn?: string | undefined
  readonly endReason?: EndReason | undefined
  /** It has begun, nobody ended it, and both still work there. */
  readonly stands: boolean
  readonly showsEarlier: boolean
}

export type Side = 'worker' | 'supervisor'

export function sideOf(
  { workerId, supervisorId }: Pick<Supervising, 'workerId' | 'supervisorId'>,
  personId: string,
): Side | undefined {
  if (personId === workerId) return 'worker'
  return personId === supervisorId ? 'supervisor' : undefined
}

export function otherName(
  { workerName, supervisorName }: Pick<Supervising, 'workerName' | 'supervisorName'>,
  side: Side,
): string {
  return side === 'worker' ? supervisorName : workerName
}

export type SupervisingState = 'asked' | 'begun' | 'ended'

/** Asked for and not answered; going on; or over, also where one of them has left. */
export function stateOf({ beganOn, endedOn, stands }: Supervising): SupervisingState {
  if (endedOn !== undefined) return 'ended'
  if (beganOn === undefined) return 'asked'
  return stands ? 'begun' : 'ended'
}

/** Handed over by somebody else: then the supervisor alone is asked, and the worker may object. */
export function isHandedOver({
  follows,
  askedBy,
  supervisorId,
}: Pick<Supervising, 'follows' | 'askedBy' | 'supervisorId'>): boolean {
  return follows !== undefined && askedBy !== supervisorId
}

/** Still has to say yes. */
export function mayAgree(supervising: Supervising, personId: string): boolean {
  if (stateOf(supervising) !== 'asked') return false
  const side = sideOf(supervising, personId)
  if (side === 'supervisor') return !supervising.supervisorAgreed
  return side === 'worker' && !supervising.workerAgreed && !isHandedOver(supervising)
}
