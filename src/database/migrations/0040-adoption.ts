import type { Migration } from './list.ts'

export const adoption: Migration = {
  name: '0040-adoption',
  sql: `
    -- What is published after an organisation came is in force there once it adopts it.
    alter table organisation add column added_at timestamptz not null default clock_timestamp();

    -- From which day an organisation works by which edition. Rolled back by another one.
    create table adoption (
      id uuid primary key,
      organisation text not null references organisation,
      framework text not null,
      -- Of two who decide at once, one does.
      number integer not null check (number > 0),
      edition text not null references edition,
      from_day date not null,
      reason text not null check (length(reason) between 1 and 2000),
      made_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      stepped_up_how text not null,
      stepped_up_at timestamptz not null,
      unique (organisation, framework, number)
    );
    create index on adoption (made_by);
    alter table adoption enable row level security;

    -- Published and not withdrawn yet; and of this framework.
    create function may_be_adopted(wanted text, of_framework text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from edition where ref = wanted and slug = of_framework)
            and (select status from edition_status where edition = wanted
                and at <= clock_timestamp()
              order by at desc limit 1) = 'published';
        end
      $$;
    create policy adoption_read on adoption for select using (
      organisation = any ((select my_organisations())::text[]) or made_by = (select actor_id()));
    create policy adoption_write on adoption for insert with check (
      made_by = actor_id() and has_permission('manage-team', organisation)
      and may_be_adopted(edition, framework) and from_day >= london_day() - 1);
    create trigger adoption_append_only before update or delete on adoption
      for each row execute function refuse_change();
    grant select, insert on adoption to lanyard_app;

    -- Which edition an organisation works by is no secret; who decided it, and why, is its own.
    create function editions_adopted(by_organisation text)
      returns table (edition text, framework text, number integer, from_day date)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query select made.edition, made.framework, made.number, made.from_day
            from adoption made where made.organisation = by_organisation;
        end
      $$;

    -- The statements, of every edition, that these came of or became with the same meaning: what may
    -- count for them. What does count, and until when, is worked out from the successions.
    create function came_of(to_edition text, to_codes text[])
      returns table (edition text, code text)
      language plpgsql stable rows 4 security definer set search_path = public, pg_temp as $$
        begin
          return query
            with recursive came (edition, code) as (
              select to_edition, unnest(to_codes)
              union
              select step.edition, step.code from came, lateral (
                select head.from_edition as edition, line.from_code as code
                from edition_succession head
                  join succession_line line on line.edition = head.edition
                where head.edition = came.edition and came.code = any (line.to_codes)
                union all
                select line.edition, unnest(line.to_codes)
                from edition_succession head
                  join succession_line line on line.edition = head.edition
                where head.from_edition = came.edition and line.from_code = came.code
                  and line.fate in ('unchanged', 'reworded', 'moved')) step)
            select came.edition, came.code from came;
        end
      $$;

    -- As src/frameworks/adoption/model/choose-edition-in-force.ts, for letters and counts: what was
    -- withdrawn since stays in force where it was.
    create function edition_in_force(at_organisation text, of_framework text, on_day date)
      returns text
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return coalesce(
            (select made.edition from adoption made
              where made.organisation = at_organisation and made.framework = of_framework
                and made.from_day <= on_day
              order by made.from_day desc, made.number desc limit 1),
            (select shown.edition from (
                select status.edition, min(status.at) as at from edition_status status
                  join edition on edition.ref = status.edition and edition.slug = of_framework
                where status.status = 'published' group by status.edition) shown
              order by shown.at <= (select added_at from organisation where slug = at_organisation)
                  desc,
                case when shown.at <= (select added_at from organisation where slug = at_organisation)
                  then shown.at end desc nulls last, shown.at, shown.edition limit 1));
        end
      $$;

    -- For the letter of the week: what is to be confirmed again by a day, and who begins to work by
    -- another edition. No more than a number and a day.
    create function count_carry_over_due(first_day date, last_day date)
      returns table (person_id uuid, what text, count integer, first_on date)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if actor() is distinct from 'job:weekly-letter' then
            return;
          end if;
          return query
            with recursive job as materialized (
              select distinct membership.person_id, membership.organisation from membership
              where membership.valid_from <= london_day()
                and (membership.valid_to is null or membership.valid_to >= london_day())),
            place as materialized (
              select at.organisation, edition_in_force(at.organisation, of.slug, first_day) as edition
              from (select distinct job.organisation from job) at,
                (select distinct edition.slug from edition
                  join edition_succession on edition_succession.edition = edition.ref) of),
            -- What counts for each statement in force, however many editions back, and until when.
            came (in_force, statement, edition, code, by) as (
              select statement.edition, statement.code, statement.edition, statement.code, null::date
              from statement where statement.edition in (select place.edition from place)
              union
              select came.in_force, came.statement, head.from_edition, line.from_code,
                case when line.fate in ('meaning-changed', 'split', 'merged')
                  then least(came.by, head.reconfirm_by) else came.by end
              from came join edition_succession head on head.edition = came.edition
                join succession_line line on line.edition = head.edition
                  and came.code = any (line.to_codes))
            select signed.holder_id, 'confirm', count(distinct came.statement)::integer, min(came.by)
            from came join sign_off signed on signed.edition = came.edition
                and signed.code = came.code
              join signing on signing.id = signed.signing_id
              left join lateral (select corrected.review_on from signing_correction corrected
                where corrected.signing_id = signing.id
                order by corrected.at desc limit 1) correction on true
            where came.by between first_day and last_day
              and coalesce(correction.review_on, signing.review_on, 'infinity') > came.by
              and stands(signed)
              and exists (select from job join place on place.organisation = job.organisation
                where job.person_id = signed.holder_id and place.edition = came.in_force)
              and not exists (select from came again
                join sign_off later on later.edition = again.edition and later.code = again.code
                where again.in_force = came.in_force and again.statement = came.statement
                  and (again.by is null or again.by > came.by)
                  and later.holder_id = signed.holder_id and stands(later))
            group by signed.holder_id
            union all
            select job.person_id, 'adoption', count(distinct made.id)::integer, min(made.from_day)
            from adoption made join job on job.organisation = made.organisation
            where made.from_day between first_day + 1 and last_day
              and not exists (select from adoption other
                where other.organisation = made.organisation and other.framework = made.framework
                  and other.number > made.number and other.from_day = made.from_day)
            group by job.person_id;
        end
      $$;
    -- Publishing asks of each statement what it touches; a letter, who is to confirm it again.
    create index sign_off_by_statement on sign_off (edition, code);

    -- A steward of a framework. What they are told is numbers alone, and no number under five.
    create function is_any_steward() returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from organisation
            where slug = any (organisations_where('steward-framework')) and is_steward_of(slug));
        end
      $$;
    create function unless_few(counted bigint) returns integer
      language sql immutable as $$ select case when counted >= 5 then counted::integer end $$;
    -- By the statement of this edition, what was signed on the editions before it too.
    create function count_touched(of_edition text)
      returns table (code text, sign_offs integer, holders integer, employers integer)
      language plpgsql stable security definer set search_path = public, pg_temp
      set work_mem = '64MB' as $$
        begin
          if not is_any_steward() then
            return;
          end if;
          return query
            with came as materialized (
              select statement.code as touched, line.edition, line.code
              from statement, came_of(of_edition, array[statement.code]) line
              where statement.edition = of_edition)
            select came.touched, unless_few(count(*)), unless_few(count(distinct one.holder_id)),
              unless_few(count(distinct signing.organisation))
            from came join sign_off one on one.edition = came.edition and one.code = came.code
              join signing on signing.id = one.signing_id
            where not exists (select from sign_off_withdrawal gone where gone.sign_off_id = one.id)
              and (not one.needs_second or exists (select from second_answer
                where second_answer.signing_id = one.signing_id
                  and one.code = any (second_answer.codes)))
            group by came.touched;
        end
      $$;
    create function count_delegations_touched(of_edition text)
      returns table (code text, delegations integer)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not is_any_steward() then
            return;
          end if;
          return query
            with came as materialized (
              select statement.code as touched, line.edition, line.code
              from statement, came_of(of_edition, array[statement.code]) line
              where statement.edition = of_edition)
            select came.touched, unless_few(count(distinct delegation.id))
            from delegation join came on came.edition = delegation.edition
              and came.code = any (delegation.codes)
            where delegation_has(delegation.id, '{accepted}')
              and not delegation_has(delegation.id, '{withdrawn,given-back,not-agreed}')
            group by came.touched;
        end
      $$;

    -- What is shown of a team and what a delegation rests on is read of every edition that counts.
    drop function shared_sign_offs(text, text, uuid);
    drop function shared_answers(text, text, uuid);
    drop function shared_entries(text, text, uuid);
    drop function shared_received(text, text, uuid);
    drop function signed_for_delegation(uuid);
    drop function signed_here_for(uuid, text, text, text[]);
    drop function signed_on(uuid, text, text[], text);
    create function shared_sign_offs(at_organisation text, of_editions text[], of_person uuid)
      returns table (holder_id uuid, signing_id uuid, edition text, assessed_on date, at timestamptz,
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
                and sign_off.edition = any (of_editions)
              where stands(sign_off)
              group by sign_off.signing_id)
            select signing.holder_id, signing.id, signing.edition,
              coalesce(correction.assessed_on, signing.assessed_on), signing.at,
              case when correction.signing_id is null then signing.review_on
                else correction.review_on end, standing.codes,
              pause.id, pause.until, pause.since, pause.by_name
            from standing join signing on signing.id = standing.signing_id
              left join correction on correction.signing_id = signing.id
              left join lateral pause_of(signing.id) pause on true;
        end
      $$;
    create function shared_answers(at_organisation text, of_editions text[], of_person uuid)
      returns table (holder_id uuid, edition text, codes text[], answers text[])
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query
            with latest as (
              select distinct on (said.holder_id, said.edition, said.code)
                said.holder_id, said.edition, said.code, said.answer
              from standing_sharers(at_organisation, of_person) sharer
                join self_assessment said on said.holder_id = sharer.person_id
              where sharer.depth = 'own-words' and said.edition = any (of_editions)
              order by said.holder_id, said.edition, said.code, said.at desc)
            select latest.holder_id, latest.edition, array_agg(latest.code), array_agg(latest.answer)
            from latest group by latest.holder_id, latest.edition;
        end
      $$;
    create function shared_entries(at_organisation text, of_editions text[], of_person uuid)
      returns table (holder_id uuid, entry_id uuid, edition text, valid_until date, codes text[])
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query
            with latest as (
              select distinct on (written.entry_id) written.*
              from standing_sharers(at_organisation, of_person) sharer
                join passport_entry_version written on written.holder_id = sharer.person_id
              where sharer.depth = 'own-words'
              order by written.entry_id, written.version desc)
            select latest.holder_id, latest.entry_id, latest.edition, latest.valid_until, latest.codes
            from latest join passport_entry entry on entry.id = latest.entry_id
            where not latest.private and entry.kind <> 'lived-experience'
              and latest.edition = any (of_editions) and cardinality(latest.codes) > 0;
        end
      $$;
    create function shared_received(at_organisation text, of_editions text[], of_person uuid)
      returns table (holder_id uuid, received_id uuid, edition text, valid_until date, at timestamptz,
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
            select latest.holder_id, latest.id, latest.edition, latest.valid_until, latest.at, latest.outcome,
              latest.steps, latest.made_out_to, latest.issuer_name, latest.codes
            from latest
            where latest.edition = any (of_editions) and cardinality(latest.codes) > 0
              and (latest.depth = 'own-words'
                or (latest.made_out_to = 'holder' and latest.issuer_name is not null))
              and not exists (select from signing_credential here
                              where here.holder_id = latest.holder_id
                                and position(here.credential_id::text in latest.document) > 0);
        end
      $$;
    create function signed_on(of_worker uuid, of_edition text, wanted text[], at_organisation text)
      returns table (signing_id uuid, edition text, section text, level text, organisation text,
        organisation_name text, signed_by text, assessed_on date, at timestamptz, review_on date,
        code text, counts boolean, pause_id uuid, paused_until date, paused_since timestamptz,
        paused_by text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query
            select signing.id, signing.edition, signing.section, signing.level, signing.organisation,
              signing.shown ->> 'organisation', signing.shown -> 'assessor' ->> 'name',
              coalesce(latest.assessed_on, signing.assessed_on), signing.at,
              coalesce(latest.review_on, signing.review_on), sign_off.code, stands(sign_off),
              pause.id, pause.until, pause.since, pause.by_name
            from signing
            join sign_off on sign_off.signing_id = signing.id
            join came_of(of_edition, wanted) came
              on came.edition = sign_off.edition and came.code = sign_off.code
            left join lateral (select corrected.assessed_on, corrected.review_on
              from signing_correction corrected where corrected.signing_id = signing.id
              order by corrected.at desc limit 1) latest on true
            left join lateral pause_of(signing.id) pause on true
            where signing.holder_id = of_worker
              and (at_organisation is null or signing.organisation = at_organisation);
        end
      $$;
    revoke execute on function signed_on from public;
    create function signed_here_for(worker uuid, at_organisation text, of_edition text,
        wanted text[])
      returns table (signing_id uuid, edition text, section text, level text, organisation text,
        organisation_name text, signed_by text, assessed_on date, at timestamptz, review_on date,
        code text, counts boolean, pause_id uuid, paused_until date, paused_since timestamptz,
        paused_by text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if exists (select from askable_worker(worker, at_organisation)) then
            return query select * from signed_on(worker, of_edition, wanted, at_organisation);
          end if;
        end
      $$;
    create function signed_for_delegation(wanted uuid)
      returns table (signing_id uuid, edition text, section text, level text, organisation text,
        organisation_name text, signed_by text, assessed_on date, at timestamptz, review_on date,
        code text, counts boolean, pause_id uuid, paused_until date, paused_since timestamptz,
        paused_by text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          one delegation;
        begin
          select * into one from delegation where id = wanted;
          if (part_in_delegation(wanted) in ('worker', 'job')
              or (part_in_delegation(wanted) = 'delegator' and gone_from(wanted) is null
                and is_agreed_with_delegator(wanted)))
            and delegation_has(wanted, '{accepted}')
            and not delegation_has(wanted, '{withdrawn,given-back,not-agreed}')
          then
            return query select * from signed_on(one.worker_id, one.edition, one.codes, null);
          end if;
        end
      $$;

    -- Whether a sign-off is of the same statement, or of what became of it in the next edition.
    create function is_again(later sign_off, of sign_off) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if later.edition = of.edition then
            return later.code = of.code;
          end if;
          return exists (select from edition_succession head
            join succession_line line on line.edition = head.edition
            where head.edition = later.edition and head.from_edition = of.edition
              and line.from_code = of.code and later.code = any (line.to_codes));
        end
      $$;
    create or replace function count_reviews_due(from_day date, to_day date)
      returns table (person_id uuid, count integer, first_on date)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if actor() is distinct from 'job:weekly-letter' then
            return;
          end if;
          return query
            with reviewed as (
              select signing.id, signing.holder_id, coalesce((
                select correction.review_on from signing_correction correction
                where correction.signing_id = signing.id order by correction.at desc limit 1),
                signing.review_on) as review_on
              from signing
            )
            select holder_id, count(*)::integer, min(review_on) from reviewed
            where review_on between from_day and to_day
              and exists (select from sign_off
                where sign_off.signing_id = reviewed.id
                  and counts_with_second(sign_off.signing_id, sign_off.code, sign_off.needs_second)
                  and not exists (select from sign_off_withdrawal withdrawn
                    where withdrawn.sign_off_id = sign_off.id)
                  and not exists (select from sign_off later
                    join signing again on again.id = later.signing_id
                    where later.holder_id = reviewed.holder_id
                      and is_again(later, sign_off)
                      and again.review_on > reviewed.review_on
                      and counts_with_second(later.signing_id, later.code, later.needs_second)
                      and not exists (select from sign_off_withdrawal gone
                        where gone.sign_off_id = later.id)))
            group by holder_id;
        end
      $$;
  `,
}
