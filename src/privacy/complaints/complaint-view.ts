import { dayOf } from '../../language/days.ts'
import { acknowledgeBy, type Complaint, type ComplaintState, stateOn } from './model/complaint.ts'

/** A complaint with what is due of it now. */
export function viewOf(
  complaint: Complaint,
  now: Date,
): {
  readonly complaint: Complaint
  readonly state: ComplaintState
  readonly acknowledgeBy: string
} {
  const receivedOn = dayOf(complaint.receivedAt)
  const state = stateOn({ receivedOn, steps: complaint.steps }, dayOf(now))
  return { complaint, state, acknowledgeBy: acknowledgeBy(receivedOn) }
}
