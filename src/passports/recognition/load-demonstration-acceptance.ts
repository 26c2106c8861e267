/** What the made-up organisations accept: loaded under DEMO alone, where nothing is published yet. */
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Job } from '../../actor.ts'
import { readContent } from '../../content/read-content.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { levelSlugs } from '../../frameworks/model/framework.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { rulesOfTerms } from './agreement-forms.ts'
import { decisionOutcomes, itemKinds } from './model/acceptance-policy.ts'
import {
  insertAgreement,
  insertAgreementStep,
  insertPolicy,
  listPolicies,
} from './policies-store.ts'

const file = fileURLToPath(new URL('../../../content/demo/acceptance.yaml', import.meta.url))
const loader: Job = { kind: 'job', name: 'load-content' }
const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9-]+$/)
const list = z.array(text).default([])

const rule = z.strictObject({
  id: slug,
  kind: z.enum(itemKinds),
  sections: list,
  levels: z.array(z.enum(levelSlugs)).default([]),
  subjects: list,
  organisations: list,
  issuerKinds: list,
  sectors: list,
  nations: list,
  withinMonths: z.int().optional(),
  seenIsEnough: z.boolean().default(false),
  outcome: z.enum(decisionOutcomes),
  topUp: text.optional(),
})

const acceptanceFile = z.strictObject({
  policies: z.array(
    z.strictObject({
      organisation: slug,
      by: z.uuid(),
      from: z.int(),
      alsoLocal: z.array(text),
      rules: z.array(rule),
    }),
  ),
  agreements: z.array(
    z.strictObject({
      ...{ id: z.uuid(), organisation: slug, other: slug, proposedBy: z.uuid() },
      ...{ agreedBy: z.uuid(), from: z.int(), review: z.int() },
      ...{ kinds: z.array(z.enum(itemKinds)), months: text },
    }),
  ),
})
type Acceptance = z.infer<typeof acceptanceFile>

export function loadDemonstrationAcceptance(db: Database, now: Date): Promise<void> {
  const { policies, agreements } = readContent(file, acceptanceFile).value
  const today = dayOf(now)
  return asActor(db, loader, async (db) => {
    for (const policy of policies) await savePolicy(db, policy, today)
    for (const agreement of agreements) await saveAgreement(db, agreement, today)
  })
}

async function savePolicy(
  db: Transaction,
  { by, from, ...policy }: Acceptance['policies'][number],
  today: string,
): Promise<void> {
  const held = await listPolicies(db, policy.organisation)
  if (held.length > 0) return
  const made = { id: randomUUID(), version: 1, madeBy: by, fromOn: addDays(today, from) }
  await insertPolicy(db, { ...policy, ...made })
}

async function saveAgreement(
  db: Transaction,
  { kinds, months, from, review, agreedBy, ...agreement }: Acceptance['agreements'][number],
  today: string,
): Promise<void> {
  const { id, organisation, other } = agreement
  const terms = { kinds, months, topUp: '' }
  await insertAgreement(db, {
    ...agreement,
    ...{ takes: rulesOfTerms(terms, other), gives: rulesOfTerms(terms, organisation) },
    ...{ fromOn: addDays(today, from), reviewOn: addDays(today, review) },
  })
  const agreed = {
    agreementId: id,
    step: 'agreed',
    organisation: other,
    steppedBy: agreedBy,
  } as const
  await insertAgreementStep(db, agreed)
}
