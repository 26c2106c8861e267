/** Work that is done after the change that asks for it, and goes on after a restart. */
import type { Job as JobActor } from '../actor.ts'
import type { Transaction } from '../database/database.ts'
import type { Queue } from './queues.ts'

export interface Jobs {
  /** In the change's own transaction: kept with it, or lost with it. */
  readonly send: (
    db: Transaction,
    queue: Queue,
    details: object,
    when?: { readonly startAfter?: Date | undefined },
  ) => Promise<void>
}

/** One job, as whoever works on it is given it. */
export interface WaitingJob {
  readonly id: string
  /** What `send` was given; nothing for a job that comes by the clock. */
  readonly details: unknown
  /** Who acts in it: `job:` and the queue's name. */
  readonly actor: JobActor
}

/** A line of `src/work.ts`: who works on a queue. */
export interface Work {
  readonly queue: Queue
  /** Also by the clock: a cron line, in the time of London. */
  readonly every?: string
  /** May be run twice for one job when a process dies between its end and its record. */
  readonly run: (job: WaitingJob) => Promise<void>
}
