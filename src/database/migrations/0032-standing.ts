import type { Migration } from './list.ts'

export const standing: Migration = {
  name: '0032-standing',
  sql: `
    -- What a worker lets the people who manage their team at one employer see of where they stand.
    -- No row: nothing. A change ends one and begins another, so that the history stays.
    create table standing_share (
      id uuid primary key default gen_random_uuid(),
      holder_id uuid not null references person,
      organisation text not null references organisation,
      depth text not null check (depth in ('counts', 'statements', 'own-words')),
      at timestamptz not null default clock_timestamp(),
      ends_on date not null,
      ended_at timestamptz,
      check (ended_at >= at)
    );
    create unique index standing_share_once on standing_share (holder_id, organisation)
      where ended_at is null;
    create index on standing_share (organisation) where ended_at is null;
    create index on standing_share (holder_id, at desc);

    alter table standing_share enable row level security;
    create policy standing_share_read on standing_share for select
      using (holder_id = (select actor_id()));
    create policy standing_share_begin on standing_share for insert with check (
      holder_id = actor_id() and ended_at is null and works_at(holder_id, organisation)
      and ends_on between london_day() and london_day() + 366);
    create policy standing_share_stop on standing_share for update
      using (holder_id = actor_id() and ended_at is null)
      with check (holder_id = actor_id() and ended_at <= clock_timestamp());
    grant select, insert on standing_share to lanyard_app;
    grant update (ended_at) on standing_share to lanyard_app;

    -- Those that count today. One ends with the job in which it was made: whoever comes back later
    -- decides anew. As the caller, and folded into what asks for it.
    create function counted_standing_shares() returns setof standing_share
      language sql stable as $$
        select shared.* from standing_share shared
        where ended_at is null and ends_on >= london_day()
          and holder_id <> all (array(select closing_people()))
          and exists (
            select from membership
            where person_id = shared.holder_id and organisation = shared.organisation
              and valid_from <= (shared.at at time zone 'Europe/London')::date
              and (valid_to is null or valid_to >= current_date))
      $$;

    -- Each of these asks first whether whoever acts manages people there, and then who shares; each
    -- is one scan for a whole team, where policies would be asked of every row. Nobody looks at
    -- themselves this way. Everybody, or one person.
    create function standing_sharers(at_organisation text, of_person uuid)
      returns table (person_id uuid, name text, level text, profession text, depth text,
        at timestamptz, ends_on date)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not has_permission('manage-team', at_organisation) then
            return;
          end if;
          return query
            select person.id, person.name, person.level, person.profession, shared.depth, shared.at,
              shared.ends_on
            from counted_standing_shares() shared join person on person.id = shared.holder_id
            where shared.organisation = at_organisation and shared.holder_id <> actor_id()
              and (of_person is null or shared.holder_id = of_person);
        end
      $$;
    -- What still stands of what was signed, as it was last put right: neither who signed, nor where.
    -- The codes with spaces between: read faster than an array of so many.
    create function shared_sign_offs(at_organisation text, of_edition text, of_person uuid)
      returns table (holder_id uuid, signing_id uuid, assessed_on date, at timestamptz,
        review_on date, codes text, pause_id uuid, paused_until date, paused_since timestamptz,
        paused_by text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query
            with sharer as materialized (
              select person_id from standing_sharers(at_organisation, of_person)),
            correction as materialized (
              select distinct on (corrected.signing_id) corrected.signing_id,
                corrected.assessed_on, corrected.review_on
              from sharer join signing_correction corrected
                on corrected.holder_id = sharer.person_id
              order by corrected.signing_id, corrected.at desc),
            standing as materialized (
              select sign_off.signing_id, string_agg(sign_off.code, ' ') as codes
              from sharer join sign_off on sign_off.holder_id = sharer.person_id
                and sign_off.edition = of_edition
              where stands(sign_off)
              group by sign_off.signing_id)
            select signing.holder_id, signing.id,
              coalesce(correction.assessed_on, signing.assessed_on), signing.at,
              case when correction.signing_id is null then signing.review_on
                else correction.review_on end, standing.codes,
              pause.id, pause.until, pause.since, pause.by_name
            from standing join signing on signing.id = standing.signing_id
              left join correction on correction.signing_id = signing.id
              left join lateral pause_of(signing.id) pause on true;
        end
      $$;
    -- The latest answer to each statement, of those who also show what they say of themselves.
    create function shared_answers(at_organisation text, of_edition text, of_person uuid)
      returns table (holder_id uuid, codes text[], answers text[])
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query
            with latest as (
              select distinct on (said.holder_id, said.code) said.holder_id, said.code, said.answer
              from standing_sharers(at_organisation, of_person) sharer
                join self_assessment said on said.holder_id = sharer.person_id
              where sharer.depth = 'own-words' and said.edition = of_edition
              order by said.holder_id, said.code, said.at desc)
            select latest.holder_id, array_agg(latest.code), array_agg(latest.answer)
            from latest group by latest.holder_id;
        end
      $$;
    -- What they put in themselves and count towards a statement: nothing of what it is called or
    -- says, and nothing at all of what is private or of life.
    create function shared_entries(at_organisation text, of_edition text, of_person uuid)
      returns table (holder_id uuid, entry_id uuid, valid_until date, codes text[])
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query
            with latest as (
              select distinct on (written.entry_id) written.*
              from standing_sharers(at_organisation, of_person) sharer
                join passport_entry_version written on written.holder_id = sharer.person_id
              where sharer.depth = 'own-words'
              order by written.entry_id, written.version desc)
            select latest.holder_id, latest.entry_id, latest.valid_until, latest.codes
            from latest join passport_entry entry on entry.id = latest.entry_id
            where not latest.private and entry.kind <> 'lived-experience'
              and latest.edition = of_edition and cardinality(latest.codes) > 0;
        end
      $$;
    -- Credentials from elsewhere that count towards a statement, as they were last looked at. A copy
    -- of what was signed here is left out: the sign-off says whether it still stands.
    create function shared_received(at_organisation text, of_edition text, of_person uuid)
      returns table (holder_id uuid, received_id uuid, valid_until date, at timestamptz,
        outcome text, steps jsonb, made_out_to text, issuer_name text, codes text[])
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query
            with latest as (
              select distinct on (brought.id) brought.id, brought.holder_id, sharer.depth,
                brought.valid_until, brought.document, look.at, look.outcome, look.steps,
                look.made_out_to, look.issuer_name, look.edition, look.codes
              from standing_sharers(at_organisation, of_person) sharer
                join received_credential brought on brought.holder_id = sharer.person_id
                join received_check look on look.received_id = brought.id
              order by brought.id, look.at desc)
            select latest.holder_id, latest.id, latest.valid_until, latest.at, latest.outcome,
              latest.steps, latest.made_out_to, latest.issuer_name, latest.codes
            from latest
            where latest.edition = of_edition and cardinality(latest.codes) > 0
              and (latest.depth = 'own-words'
                or (latest.made_out_to = 'holder' and latest.issuer_name is not null))
              and not exists (select from signing_credential here
                              where here.holder_id = latest.holder_id
                                and position(here.credential_id::text in latest.document) > 0);
        end
      $$;

    -- Who looked is told to whom it was shown of. Both of the list and of one person's page.
    do $$
      declare
        held text := (select pg_get_constraintdef(oid) from pg_constraint
          where conname = 'viewing_what_check' and conrelid = 'viewing'::regclass);
      begin
        alter table viewing drop constraint viewing_what_check;
        execute 'alter table viewing add constraint viewing_what_check '
          || replace(held, 'ARRAY[', 'ARRAY[''standing''::text, ''standing-list''::text, ');
      end
    $$;

    create function erase_standing(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from standing_share where holder_id = of_person;
        end
      $$;
    create function end_standing_shares(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare gone bigint;
        begin
          perform require_retention();
          delete from standing_share
            where coalesce(ended_at, (ends_on + 1)::timestamp at time zone 'Europe/London') < before;
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
  `,
}
