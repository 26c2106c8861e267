/** What is done behind the pages, and who does it: a line a queue. */
import type { Work } from './jobs/jobs.ts'
import { sendLetters } from './mail/post-office.ts'
import type { Site } from './web/site.ts'

export function workOf({ config, keyEncryptionKey }: Site): readonly Work[] {
  return [sendLetters(config, keyEncryptionKey)]
}
