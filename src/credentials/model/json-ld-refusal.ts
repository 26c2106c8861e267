/**
 * `not-covered`: the document holds something that its signature would leave out.
 * `not-read`: it is written in a way that this reader does not support.
 */
export type RefusalReason = 'not-covered' | 'not-read'

/** Thrown where a document cannot be turned into statements without losing some of it. */
export class JsonLdRefusal extends Error {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason, message: string) {
    super(message)
    this.name = 'JsonLdRefusal'
    this.reason = reason
  }
}
