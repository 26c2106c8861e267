/** Every queue there is. The database's owner makes them at the start; `src/work.ts` says who works on each. */

export interface QueueSettings {
  /** After this many tries more the job has failed: it is kept for a week for whoever looks why. */
  readonly retryLimit: number
  /** Seconds before the second try; they double with each one after it. */
  readonly retryDelay: number
  readonly retryDelayMax: number
  /** A job that takes longer is taken for lost and tried again. */
  readonly expireInSeconds: number
  /** One waiting or running job is enough, however often it is asked for. */
  readonly once?: boolean
}

const soon = { retryLimit: 8, retryDelay: 15, retryDelayMax: 3600, expireInSeconds: 120 }

export const queues = {
  // For a day: a mail server that is away over night loses no invitation.
  'send-letter': { ...soon, retryLimit: 30 },
  'remind-of-work-address': { ...soon, once: true },
  'make-copy': { ...soon, expireInSeconds: 900 },
  'erase-account': { ...soon, expireInSeconds: 900 },
  'enforce-retention': { ...soon, retryLimit: 3, expireInSeconds: 3600, once: true },
  // The next minute's finds what this one could not seal. A long backlog is sealed in one go.
  'seal-audit': { ...soon, retryLimit: 0, expireInSeconds: 3600, once: true },
  'remind-of-complaints': { ...soon, once: true },
  'send-invitations': { ...soon, expireInSeconds: 900 },
  'review-permissions': { ...soon, once: true },
  'tell-worker': { ...soon, retryLimit: 3 },
  'tell-holder': { ...soon, retryLimit: 3 },
  'tell-recognition': { ...soon, retryLimit: 3 },
  'tell-of-supervision': { ...soon, retryLimit: 3 },
  'tell-of-draft': { ...soon, retryLimit: 3 },
  'remind-of-reviews': { ...soon, once: true },
  'weekly-letter': { ...soon, expireInSeconds: 3600, once: true },
  // It waits for issuers far away.
  'check-received': { ...soon, retryLimit: 3, expireInSeconds: 3600, once: true },
  'watch-delegations': { ...soon, retryLimit: 3, expireInSeconds: 900, once: true },
  'import-training': { ...soon, expireInSeconds: 900 },
  'import-courses': { ...soon, expireInSeconds: 900 },
} as const satisfies Readonly<Record<string, QueueSettings>>

export type Queue = keyof typeof queues
