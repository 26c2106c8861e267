/** What employers keep about a person, as they are shown it themselves. */
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

export function listOwnTeams(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('membership_team')
    .innerJoin('membership', 'membership.id', 'membership_team.membership_id')
    .innerJoin('team', 'team.id', 'membership_team.team_id')
    .innerJoin('organisation', 'organisation.slug', 'membership_team.organisation')
    .where('person_id', '=', personId)
    .orderBy('team.name')
    .select(['team.name as teamName', 'organisation.name as organisationName'])
    .select('job_title as jobTitle')
    .execute()
}

export function listOwnChecks(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('registration_check')
    .innerJoin('registration', 'registration.id', 'registration_check.registration_id')
    .innerJoin('organisation', 'organisation.slug', 'registration_check.organisation')
    .where('person_id', '=', personId)
    .orderBy('registration_check.recorded_at')
    .select(['regulator', 'number', 'organisation.name as organisationName', 'outcome'])
    .select('checked_on as checkedOn')
    .execute()
}
