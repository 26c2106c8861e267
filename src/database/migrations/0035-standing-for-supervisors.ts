import type { Migration } from './list.ts'

export const standingForSupervisors: Migration = {
  name: '0035-standing-for-supervisors',
  sql: `
    -- Whom it is for: chosen apart, for the people who manage a team and for whoever supervises.
    alter table standing_share add column audience text not null default 'managers'
      check (audience in ('managers', 'supervisors'));
    drop index standing_share_once;
    create unique index standing_share_once on standing_share (holder_id, organisation, audience)
      where ended_at is null;

    -- Who supervises somebody now, and since when both have agreed. As the caller.
    create function supervisors_now(of_worker uuid)
      returns table (id uuid, supervisor_id uuid, organisation text, since timestamptz)
      language sql stable as $$
        select held.id, held.supervisor_id, held.organisation,
          greatest(held.worker_agreed_at, held.supervisor_agreed_at)
        from supervising held
        where held.worker_id = of_worker and held.ended_on is null and supervises_now(held.id)
      $$;

    -- Also for whoever supervises one person there, of that person alone, and not before it was
    -- chosen with them as a supervisor: whoever takes over sees nothing until it is chosen anew.
    -- Once a person: where somebody is shown it twice, as the one of them that shows more.
    create or replace function standing_sharers(at_organisation text, of_person uuid)
      returns table (person_id uuid, name text, level text, profession text, depth text,
        at timestamptz, ends_on date)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          manages boolean := has_permission('manage-team', at_organisation);
          supervises_since timestamptz := (
            select held.since from supervisors_now(of_person) held
            where held.organisation = at_organisation and held.supervisor_id = actor_id());
        begin
          if not manages and supervises_since is null then
            return;
          end if;
          return query
            select distinct on (person.id) person.id, person.name, person.level,
              person.profession, shared.depth, shared.at, shared.ends_on
            from counted_standing_shares() shared join person on person.id = shared.holder_id
            where shared.organisation = at_organisation and shared.holder_id <> actor_id()
              and (of_person is null or shared.holder_id = of_person)
              and case shared.audience when 'managers' then manages
                else shared.at >= supervises_since end
            order by person.id,
              array_position(array['counts', 'statements', 'own-words'], shared.depth) desc;
        end
      $$;
  `,
}
