import type { Migration } from './list.ts'

export const joined: Migration = {
  name: '0034-joined',
  sql: `
    create function supervises_person(other uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from supervising held
            where held.supervisor_id = actor_id() and held.worker_id = other
              and supervises_now(held.id));
        end
      $$;
    -- A goal that its holder shows is read by whoever supervises them, while they do.
    alter policy goal_read on goal using (holder_id = (select actor_id())
      or (shared and state = 'open' and supervises_person(holder_id)));

    -- What has a day in somebody's development, between two days: how much, and no more.
    create function count_development_due(from_day date, to_day date)
      returns table (person_id uuid, what text, count integer, first_on date)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if actor() is distinct from 'job:weekly-letter' then
            return;
          end if;
          return query
            with dated as (
              select holder_id as person, 'goal' as what, look_again_on as day
                from goal where state = 'open'
              union all
              select person, 'supervision', planned_on from supervision_session
                cross join lateral unnest(array[worker_id, supervisor_id]) as of_both (person)
                where happened_on is null and supervises_now(supervising_id)
              union all
              select person, 'appraisal', meeting_on from appraisal
                cross join lateral unnest(array[worker_id, supervisor_id]) as of_both (person)
                where agreed_on is null and supervises_now(supervising_id)
              union all
              select person, 'plan', review_on from appraisal
                cross join lateral unnest(array[worker_id, supervisor_id]) as of_both (person)
                where agreed_on is not null and supervises_now(supervising_id)
            )
            select dated.person, dated.what, count(*)::integer, min(day) from dated
            where day between from_day and to_day group by dated.person, dated.what;
        end
      $$;
    -- Delegated tasks that were said yes to and are not over, for the two.
    create function count_delegations_due(from_day date, to_day date)
      returns table (person_id uuid, count integer, first_on date)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if actor() is distinct from 'job:weekly-letter' then
            return;
          end if;
          return query
            with dated as (
              select person, coalesce((
                select step.day from delegation_step step
                where step.delegation_id = one.id and step.day is not null
                order by step.at desc limit 1), one.review_on) as day
              from delegation one
                cross join lateral
                  unnest(array[one.worker_id, delegator_of(one.id)]) as of_both (person)
              -- Not whoever has left: it is no longer theirs to look at.
              where case when person = one.worker_id
                  then one.worker_at is null or works_at(person, one.worker_at)
                  else may_delegate(person, one.organisation) end
                and exists (select from delegation_step step
                  where step.delegation_id = one.id and step.kind = 'accepted')
                and not exists (select from delegation_step step
                  where step.delegation_id = one.id
                    and step.kind in ('refused', 'not-agreed', 'withdrawn', 'given-back'))
            )
            select person, count(*)::integer, min(day) from dated
            where person is not null and day between from_day and to_day group by person;
        end
      $$;
  `,
}
