/** The shape of content/language: see docs/wording-checks.md. */
import { z } from 'zod'
import { wordAudiences, wordRules } from './model/language.ts'
import { severities } from './model/wording-finding.ts'

const text = z.string().trim().min(1)
const texts = z.array(text)
const owner = z.string().regex(/^[a-z-]+$/, 'use lower-case letters and hyphens')

const list = z.strictObject({
  rule: z.enum(wordRules),
  owner,
  audience: z.array(z.enum(wordAudiences)).min(1),
  term: text.optional(),
  because: text,
  severity: z.enum(severities),
  words: z
    .array(
      z.strictObject({
        insteadOf: texts.min(1),
        use: texts.default([]),
        because: text.optional(),
        severity: z.enum(severities).optional(),
      }),
    )
    .default([]),
  keep: texts.default([]),
})

export const wordListFile = z.strictObject({ lists: z.array(list).min(1) })

const owners = z.array(owner).min(1)

export const languageFile = z.strictObject({
  precedence: z.strictObject({ profession: owners, workforce: owners, public: owners }),
  exempt: z.strictObject({
    names: texts,
    phrases: texts,
    rightBeside: z.array(z.strictObject({ words: texts.min(1), beside: text })),
  }),
  inclusions: z.array(
    z.strictObject({
      term: text,
      groups: z.array(z.strictObject({ name: text, stem: text })).min(1),
    }),
  ),
  grammar: z.strictObject({
    owesTo: texts.min(1),
    owesToAfterPronoun: texts,
    plainVerbs: texts.min(1),
    takesA: texts,
    takesAn: texts,
    knownAcronyms: texts,
    mayRepeat: texts,
  }),
})

export const healthWordsFile = z.strictObject({ words: texts.min(1) })
