/** Reads content/recognition/recognition.yaml, strictly. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../../content/read-content.ts'
import type { ItemKind } from './model/acceptance-policy.ts'

const file = fileURLToPath(
  new URL('../../../content/recognition/recognition.yaml', import.meta.url),
)
const text = z.string().trim().min(1)
const minutes = z.int().min(0)

export interface RecognitionContent {
  readonly alwaysLocal: readonly string[]
  readonly minutes: Readonly<Record<ItemKind, number>>
  readonly assumptions: readonly string[]
}

const recognitionFile: z.ZodType<RecognitionContent> = z.strictObject({
  alwaysLocal: z.array(text).min(1),
  // "sign-off" comes as "signOff": keys are camel case in the value.
  minutes: z
    .strictObject({
      signOff: minutes,
      training: minutes,
      qualification: minutes,
      experience: minutes,
    })
    .transform(({ signOff, ...others }) => ({ 'sign-off': signOff, ...others })),
  assumptions: z.array(text).min(1),
})

/** Throws ContentFault. */
export function readRecognitionContent(path = file): RecognitionContent {
  return readContent(path, recognitionFile).value
}
