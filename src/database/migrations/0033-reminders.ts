import type { Migration } from './list.ts'

export const reminders: Migration = {
  name: '0033-reminders',
  sql: `
    -- Whether somebody wants letters that remind them. Without a row they do, once a week.
    create table reminder_choice (
      person_id uuid primary key references person,
      letters text not null check (letters in ('weekly', 'none')),
      at timestamptz not null default clock_timestamp()
    );
    alter table reminder_choice enable row level security;
    create policy reminder_choice_own on reminder_choice for all
      using (person_id = (select actor_id())) with check (person_id = (select actor_id()));
    grant select, insert, update (letters, at) on reminder_choice to lanyard_app;

    -- Which weeks' letters went out. A job that is run twice sends one.
    create table weekly_letter (
      person_id uuid not null references person,
      week date not null,
      at timestamptz not null default clock_timestamp(),
      primary key (person_id, week)
    );
    alter table weekly_letter enable row level security;
    create policy weekly_letter_own on weekly_letter for select
      using (person_id = (select actor_id()));
    grant select on weekly_letter to lanyard_app;

    -- Also the letters before a review (0024).
    create or replace function may_be_reminded(person uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select not is_closing(person) and not exists (select from reminder_choice
          where person_id = person and letters = 'none')
      $$;

    -- Of these people, who is to have this week's letter, and where. Each once.
    create function take_weekly_letters(people uuid[], of_week date)
      returns table (person_id uuid, address text)
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if actor() is distinct from 'job:weekly-letter' then
            return;
          end if;
          return query
            with reachable as (
              select wanted.id, held.address
              from unnest(people) as wanted (id) cross join lateral (
                select email_address.address from email_address
                where email_address.person_id = wanted.id
                  and (ends_on is null or ends_on >= of_week)
                order by email_address.kind, confirmed_at limit 1) held
              where may_be_reminded(wanted.id)
            ), taken as (
              insert into weekly_letter (person_id, week)
                select id, of_week from reachable
                on conflict do nothing returning weekly_letter.person_id
            )
            select taken.person_id, reachable.address
            from taken join reachable on reachable.id = taken.person_id;
        end
      $$;

    -- Sign-offs that stand and whose review is due, each as it was last put right.
    create function count_reviews_due(from_day date, to_day date)
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
                    where later.holder_id = reviewed.holder_id and later.code = sign_off.code
                      and later.edition = sign_off.edition
                      and again.review_on > reviewed.review_on
                      and counts_with_second(later.signing_id, later.code, later.needs_second)
                      and not exists (select from sign_off_withdrawal gone
                        where gone.sign_off_id = later.id)))
            group by holder_id;
        end
      $$;
    create index on signing (review_on);

    create function erase_reminders(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from reminder_choice where person_id = of_person;
          delete from weekly_letter where person_id = of_person;
        end
      $$;
    create function end_weekly_letters(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          gone bigint;
        begin
          perform require_retention();
          delete from weekly_letter where at < before;
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
  `,
}
