import type { Migration } from './list.ts'

export const choices: Migration = {
  name: '0012-choices',
  sql: `
    -- A data protection complaint (DPA 2018 s.164A), about an organisation or, where that is null,
    -- about the service itself.
    create table complaint (
      id uuid primary key,
      reference text not null unique,
      organisation text references organisation,
      -- As the complainant wrote it, where nobody here has that name.
      organisation_named text,
      complainant_id uuid references person,
      name text not null,
      reply_by text not null check (reply_by in ('email', 'post', 'here')),
      reply_to text,
      what_happened text not null,
      put_right text not null,
      -- Of the code that opens it for somebody who was not signed in.
      code_hash bytea,
      received_at timestamptz not null default clock_timestamp(),
      check ((complainant_id is null) = (code_hash is not null)),
      check ((reply_by = 'here') = (reply_to is null))
    );
    create index on complaint (complainant_id);
    create index on complaint (organisation, received_at);

    create table complaint_step (
      id uuid primary key,
      complaint_id uuid not null references complaint,
      kind text not null check (kind in ('acknowledged', 'progress', 'answered')),
      outcome text check (outcome in
        ('upheld', 'upheld-in-part', 'not-upheld', 'not-data-protection', 'for-another-controller')),
      words text not null,
      by_person uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      check ((kind = 'answered') = (outcome is not null))
    );
    create index on complaint_step (complaint_id, at);
    create unique index complaint_step_once on complaint_step (complaint_id, kind)
      where kind <> 'progress';

    -- Whom it has been said to that a complaint waits, so that it is said once.
    create table complaint_warning (
      complaint_id uuid primary key references complaint,
      at timestamptz not null default clock_timestamp()
    );

    alter table complaint enable row level security;
    alter table complaint_step enable row level security;
    alter table complaint_warning enable row level security;

    -- Stewards answer for the service, and for an organisation where nobody manages people.
    create function complaint_answerers(about text) returns table (person_id uuid)
      language sql stable security definer set search_path = public, pg_temp as $$
        with manager as (
          select held.person_id from permission_grant held
          where held.organisation = about and held.permission = 'manage-team'
            and is_current_grant(held.expires_on, held.ended_on)
            and works_at(held.person_id, held.organisation))
        select manager.person_id from manager
        union
        select held.person_id from permission_grant held join organisation on slug = held.organisation
        where held.permission = 'steward-framework' and kind = 'steward'
          and (organisation.ended_on is null or organisation.ended_on > london_day())
          and is_current_grant(held.expires_on, held.ended_on)
          and works_at(held.person_id, held.organisation)
          and not exists (select from manager)
      $$;
    -- Who they are is for the two functions below alone.
    revoke execute on function complaint_answerers(text) from public;
    create function answers_complaints(about text) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select actor_id() in (select person_id from complaint_answerers(about))
      $$;
    create function addresses_of_answerers(about text) returns setof text
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if actor() is distinct from 'job:remind-of-complaints' then
            raise exception 'only the job that reminds' using errcode = 'insufficient_privilege';
          end if;
          return query select known.address from email_address known
            where known.person_id in (select person_id from complaint_answerers(about))
              and (known.ends_on is null or known.ends_on >= london_day());
        end
      $$;

    create policy complaint_read on complaint for select using (
      complainant_id = actor_id() or 'link:' || id = actor()
      or actor() in ('job:complaint-desk', 'job:remind-of-complaints')
      or (actor_id() is not null and answers_complaints(organisation)));
    create policy complaint_make on complaint for insert with check (
      complainant_id = actor_id()
      or (complainant_id is null and actor() = 'job:complaint-desk'));
    create policy complaint_step_read on complaint_step for select using (
      exists (select from complaint where complaint.id = complaint_id));
    -- Nobody answers their own complaint.
    create policy complaint_step_take on complaint_step for insert with check (
      by_person = actor_id() and exists (
        select from complaint where complaint.id = complaint_id
          and complainant_id is distinct from actor_id() and answers_complaints(organisation)));
    create policy complaint_warning_own on complaint_warning for all
      using (actor() = 'job:remind-of-complaints')
      with check (actor() = 'job:remind-of-complaints');

    create trigger complaint_append_only before update or delete on complaint
      for each row execute function refuse_change();
    create trigger complaint_step_append_only before update or delete on complaint_step
      for each row execute function refuse_change();
    grant select, insert on complaint, complaint_step, complaint_warning to lanyard_app;

    -- Whoever answers a complaint is seen to look at it, also where they see nothing else of the
    -- complainant.
    create policy viewing_of_complaint on viewing for insert with check (
      what = 'complaint' and viewer_id = actor_id()
      and exists (select from complaint
                  where complaint.id = subject_id and complainant_id = holder_id)
      and exists (select from membership where membership.person_id = viewer_id
                  and membership.organisation = viewing.organisation));

    -- What was answered loses its words with the account; what still waits is answered first.
    create function erase_complaints(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare answered uuid[];
        begin
          perform require_erasure(of_person);
          select coalesce(array_agg(complaint.id), '{}') into answered from complaint
            join complaint_step step on step.complaint_id = complaint.id and step.kind = 'answered'
            where complainant_id = of_person;
          update complaint_step set words = '' where complaint_id = any (answered);
          update complaint set name = '', reply_by = 'here', reply_to = null, what_happened = '',
              put_right = ''
            where id = any (answered);
        end
      $$;
    -- What nobody ever answered goes as long after it came as an answered one after its answer.
    create function end_complaints(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare ended uuid[];
        begin
          perform require_retention();
          select coalesce(array_agg(complaint.id), '{}') into ended from complaint
            left join complaint_step step
              on step.complaint_id = complaint.id and step.kind = 'answered'
            where coalesce(step.at, received_at + interval '3 years') < before;
          delete from complaint_warning where complaint_id = any (ended);
          delete from complaint_step where complaint_id = any (ended);
          delete from complaint where id = any (ended);
          return cardinality(ended);
        end
      $$;

    -- Who answered is told by nothing here: the pseudonym is made with a key that is not in the
    -- database (docs/decisions/0010-equality-answers.md). No dates: those would tell it too.
    create table equality_answer (
      pseudonym bytea primary key,
      sealed bytea not null
    );
    -- Shows that the key in use is the one that answers were sealed with.
    create table equality_key (
      single boolean primary key default true check (single),
      fingerprint bytea not null
    );
    alter table equality_answer enable row level security;
    alter table equality_key enable row level security;

    -- Whose answers are asked for, as set for one transaction by whoever has the key.
    create function equality_pseudonym() returns bytea language sql stable
      return decode(nullif(current_setting('app.equality_pseudonym', true), ''), 'hex');
    create policy equality_answer_own on equality_answer for all
      using (pseudonym = equality_pseudonym()) with check (pseudonym = equality_pseudonym());
    create policy equality_key_read on equality_key for select using (true);
    create policy equality_key_first on equality_key for insert with check (actor_id() is not null);
    create trigger equality_key_append_only before update or delete on equality_key
      for each row execute function refuse_change();
    grant select, insert, delete on equality_answer to lanyard_app;
    grant update (sealed) on equality_answer to lanyard_app;
    grant select, insert on equality_key to lanyard_app;

    -- A preview reads with the eyes of somebody who does not exist. They are put in for one
    -- transaction that is always undone; the trigger refuses to keep one.
    create function is_stand_in(person uuid) returns boolean language sql immutable
      return person::text like '00000000-0000-8000-8000-%';
    create policy person_stand_in on person for insert
      with check (actor() = 'job:preview' and is_stand_in(id));
    create policy membership_stand_in on membership for insert
      with check (actor() = 'job:preview' and is_stand_in(person_id));
    create policy permission_grant_stand_in on permission_grant for insert
      with check (actor() = 'job:preview' and is_stand_in(person_id));
    create function refuse_stand_in() returns trigger language plpgsql as $$
      begin
        raise exception 'a stand-in is never kept' using errcode = 'restrict_violation';
      end
    $$;
    create constraint trigger person_stand_in_undone after insert on person
      deferrable initially deferred for each row when (is_stand_in(new.id))
      execute function refuse_stand_in();
  `,
}
