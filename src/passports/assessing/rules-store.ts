/** The SQL of an organisation's rule on who signs off what. */
import { sql } from 'kysely'
import type { StepUp } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { AssessingRule, RuleTerms } from './model/assessing-rule.ts'

/** False where there is this version already: somebody changed it meanwhile. */
export async function insertRule(
  db: Transaction,
  rule: RuleTerms & {
    readonly id: string
    readonly organisation: string
    readonly version: number
    readonly madeBy: string
    readonly stepUp: StepUp
  },
): Promise<boolean> {
  const { id, organisation, version, second, madeBy, stepUp } = rule
  const made = await db
    .insertInto('assessing_rule')
    .values({
      ...{ id, organisation, version, second, lines: JSON.stringify(rule.lines) },
      ...{ made_by: madeBy, stepped_up_how: stepUp.how, stepped_up_at: stepUp.at },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Every version, the latest first, as colleagues there read it. */
export async function listRules(db: Transaction, organisation: string): Promise<AssessingRule[]> {
  return db
    .selectFrom('assessing_rule')
    .where('organisation', '=', organisation)
    .orderBy('version', 'desc')
    .select(['version', 'lines', 'second', 'at'])
    .execute()
}

/** The rule that holds for one worker: what they wrote themselves does not loosen it for them. */
export async function findRuleFor(
  db: Transaction,
  { organisation, holderId }: { readonly organisation: string; readonly holderId?: string },
): Promise<AssessingRule | undefined> {
  const all = db
    .selectFrom('assessing_rule')
    .where('organisation', '=', organisation)
    .orderBy('version', 'desc')
    .select(['version', 'lines', 'second', 'at'])
  const found = holderId === undefined ? all : all.where('made_by', '<>', holderId)
  return found.executeTakeFirst()
}

/** The professions that organisations found people registered in, at their latest look, by both. */
export async function listChecked(
  db: Transaction,
  people: readonly { readonly id: string; readonly organisation: string }[],
): Promise<(person: { readonly id: string; readonly organisation: string }) => string[]> {
  const found = new Map<string, Map<string, string[]>>()
  for (const [organisation, those] of Map.groupBy(people, (one) => one.organisation)) {
    const ids = those.map(({ id }) => id)
    const rows = await listCheckedAt(db, { personIds: ids, organisation })
    const byPerson = Map.groupBy(rows, ({ personId }) => personId)
    found.set(
      organisation,
      new Map([...byPerson].map(([id, some]) => [id, some.map(professionOf)])),
    )
  }
  return ({ id, organisation }) => found.get(organisation)?.get(id) ?? []
}

function professionOf({ profession }: { readonly profession: string }): string {
  return profession
}

function listCheckedAt(
  db: Transaction,
  {
    personIds,
    organisation,
  }: { readonly personIds: readonly string[]; readonly organisation: string },
) {
  return db
    .selectFrom('registration')
    .where('person_id', 'in', [...personIds])
    .where('ended_at', 'is', null)
    .where(
      sql<boolean>`(select outcome from registration_check seen
        where seen.registration_id = registration.id and seen.organisation = ${organisation}
        order by seen.recorded_at desc limit 1) = 'on-register'`,
    )
    .select(['person_id as personId', 'profession'])
    .execute()
}
