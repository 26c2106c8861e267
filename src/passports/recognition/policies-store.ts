/** The SQL of what organisations accept: public, and the same for whoever asks. */
import { sql } from 'kysely'
import type { Database, Transaction } from '../../database/database.ts'
import type { Agreement, AgreementStep } from './model/acceptance-agreement.ts'
import type { AcceptancePolicy } from './model/acceptance-policy.ts'
import type { Issuer } from './model/suggest-recognition.ts'

/** Public tables only, but for proposals: row-level security shows those to the two alone. */
type Db = Database | Transaction

/** False where there is this version already: somebody changed it meanwhile. */
export async function insertPolicy(
  db: Transaction,
  { madeBy, ...policy }: Omit<AcceptancePolicy, 'at'> & { readonly madeBy: string },
): Promise<boolean> {
  const { id, organisation, version, rules, alsoLocal, fromOn } = policy
  const made = await db
    .insertInto('acceptance_policy')
    .values({
      ...{ id, organisation, version, rules: JSON.stringify(rules), also_local: [...alsoLocal] },
      ...{ from_on: fromOn, made_by: madeBy },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Every version, the latest first. */
export async function listPolicies(db: Db, organisation: string): Promise<AcceptancePolicy[]> {
  const rows = await db
    .selectFrom('acceptance_policy')
    .where('organisation', '=', organisation)
    .orderBy('version', 'desc')
    .select(['id', 'organisation', 'version', 'rules', 'also_local', 'from_on', 'at'])
    .execute()
  return rows.map(policyOf)
}

export interface PublishedPolicy extends AcceptancePolicy {
  readonly name: string
}

export const mostPolicies = 50

/** The policies that hold on a day, of verified organisations, by slug. Words are of its name or its area's. */
export async function listPoliciesOn(db: Db, search: PolicySearch): Promise<PublishedPolicy[]> {
  const rows = await policiesOn(db, search).execute()
  return rows.map(({ name, ...row }) => ({ ...policyOf(row), name }))
}

interface PolicySearch {
  readonly words: readonly string[]
  readonly today: string
}

/** For each organisation in turn its own policy is looked up, until the page is full. */
export const policiesOn = (db: Db, { words, today }: PolicySearch) => {
  const all = db
    .selectFrom('acceptance_policy')
    // Everybody who publishes has a first one.
    .where('version', '=', sql.lit(1))
    .orderBy('organisation')
    .select('organisation')
  const asked = words.length === 0 ? all : all.where('organisation', 'in', found(words, today))
  // So many are looked at and no more, however many publish.
  const first = asked.limit(mostPolicies * 4)
  return db
    .selectFrom(first.as('publishes'))
    .innerJoin('organisation as named', 'named.slug', 'publishes.organisation')
    .where(sql<boolean>`may_issue(named.slug)`)
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('acceptance_policy')
          .whereRef('acceptance_policy.organisation', '=', 'named.slug')
          .where('from_on', '<=', today)
          .orderBy('version', 'desc')
          .limit(1)
          .select(['id', 'organisation', 'version', 'rules', 'also_local', 'from_on', 'at'])
          .as('policy'),
      (join) => join.onTrue(),
    )
    .orderBy('publishes.organisation')
    .limit(mostPolicies)
    .selectAll('policy')
    .select('named.name')
}

function found(words: readonly string[], today: string) {
  const typed = words.map((word) => `${word}:*`).join(' & ')
  const asked = sql`(select to_tsquery('simple', unaccent(${typed})))`
  return sql<string>`(
    select organisation from organisation_name where searched @@ ${asked}
    union
    select span.organisation from organisation_area span
    join organisation_name area on area.organisation = span.area and area.searched @@ ${asked}
    where span.valid_to is null or span.valid_to >= ${today}::date)`
}

interface PolicyRow extends Omit<AcceptancePolicy, 'alsoLocal' | 'fromOn'> {
  readonly also_local: string[]
  readonly from_on: string
}

function policyOf({ also_local, from_on, ...row }: PolicyRow): AcceptancePolicy {
  return { ...row, alsoLocal: also_local, fromOn: from_on }
}

export async function insertAgreement(
  db: Transaction,
  agreement: Omit<Agreement, 'at' | 'steps' | 'organisationName' | 'otherName'>,
): Promise<void> {
  const { id, organisation, other, takes, gives, fromOn, reviewOn, proposedBy } = agreement
  await db
    .insertInto('acceptance_agreement')
    .values({
      ...{ id, organisation, other, takes: JSON.stringify(takes), gives: JSON.stringify(gives) },
      ...{ from_on: fromOn, review_on: reviewOn, proposed_by: proposedBy },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** False where it was answered, or ended, already. */
export async function insertAgreementStep(
  db: Transaction,
  step: {
    readonly agreementId: string
    readonly step: AgreementStep
    readonly organisation: string
    readonly steppedBy: string
    readonly endsOn?: string | undefined
  },
): Promise<boolean> {
  const made = await db
    .insertInto('acceptance_agreement_step')
    .values({
      ...{ agreement_id: step.agreementId, step: step.step, organisation: step.organisation },
      ...{ stepped_by: step.steppedBy, ends_on: step.endsOn ?? null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('agreement_id')
    .executeTakeFirst()
  return made !== undefined
}

/** Those of any of these organisations that the actor may see, the latest first. */
export async function listAgreements(
  db: Db,
  organisations: readonly string[],
): Promise<Agreement[]> {
  if (organisations.length === 0) return []
  const slugs = [...organisations]
  const rows = await db
    .selectFrom('acceptance_agreement as asked')
    .innerJoin('organisation as own', 'own.slug', 'asked.organisation')
    .innerJoin('organisation as theirs', 'theirs.slug', 'asked.other')
    .where((eb) => eb.or([eb('asked.organisation', 'in', slugs), eb('asked.other', 'in', slugs)]))
    .orderBy('asked.at', 'desc')
    .selectAll('asked')
    .select(['own.name as own_name', 'theirs.name as their_name'])
    .execute()
  const ids = rows.map(({ id }) => id)
  const steps = await listSteps(db, ids)
  return rows.map((row) => ({
    ...{ id: row.id, organisation: row.organisation, organisationName: row.own_name },
    ...{ other: row.other, otherName: row.their_name, takes: row.takes, gives: row.gives },
    ...{ fromOn: row.from_on, reviewOn: row.review_on, proposedBy: row.proposed_by, at: row.at },
    steps: steps.get(row.id) ?? [],
  }))
}

async function listSteps(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, Agreement['steps'][number][]>()
  const rows = await db
    .selectFrom('acceptance_agreement_step')
    .where('agreement_id', 'in', [...ids])
    .orderBy('at')
    .select(['agreement_id', 'step', 'organisation', 'ends_on', 'at'])
    .execute()
  const steps = new Map<string, Agreement['steps'][number][]>()
  for (const { agreement_id, step, organisation, ends_on, at } of rows) {
    // The column's check constraint allows only steps.
    const one = { step: step as AgreementStep, organisation, endsOn: ends_on ?? undefined, at }
    steps.set(agreement_id, [...(steps.get(agreement_id) ?? []), one])
  }
  return steps
}

/** What the register has of these, by slug. */
export async function findIssuers(
  db: Db,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, Issuer>> {
  if (slugs.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .where('slug', 'in', [...slugs])
    .select(['slug', 'kind', 'sector', 'nation'])
    .execute()
  return new Map(rows.map((row) => [row.slug, row]))
}
