import type { Migration } from './list.ts'

export const learning: Migration = {
  name: '0031-learning',
  sql: `
    -- What a provider offers is filled in by whoever leads learning or manages people there.
    create function fills_catalogue(at_organisation text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return has_permission('issue', at_organisation)
            or has_permission('manage-team', at_organisation);
        end
      $$;

    create table course (
      id uuid primary key,
      organisation text not null references organisation,
      title text not null check (length(title) between 1 and 120),
      summary text check (length(summary) <= 1000),
      edition text not null references edition,
      codes text[] not null check (cardinality(codes) between 1 and 60),
      level text not null check (level in ('entry', 'intermediate', 'assistant-practitioner', 'any')),
      mode text not null check (mode in ('in-person', 'online', 'mixed')),
      place text check (length(place) between 1 and 120),
      nation text not null check (nation in
        ('england', 'wales', 'scotland', 'northern-ireland', 'united-kingdom')),
      minutes integer not null check (minutes between 5 and 600000),
      pence integer not null check (pence between 0 and 5000000),
      -- Without it, somebody can start at any time.
      starts_on date,
      -- The last day to ask for it: after it, and once it has begun, it is not listed.
      listed_until date not null,
      link text check (length(link) <= 300),
      added_at timestamptz not null default clock_timestamp(),
      changed_at timestamptz not null default clock_timestamp(),
      removed_at timestamptz,
      check (mode = 'online' or place is not null),
      check (listed_until <= starts_on)
    );
    -- Of two who add the same at once, or of the same row twice, one is there.
    create unique index course_once on course (organisation, lower(title), mode,
      lower(coalesce(place, '')), coalesce(starts_on, '0001-01-01'::date))
      where removed_at is null;
    create index course_covers on course using gin (codes) where removed_at is null;
    create index course_listed on course (listed_until) where removed_at is null;
    alter table course enable row level security;
    -- A catalogue is public. What is no longer offered is still read by those who asked for it.
    create policy course_read on course for select using (true);
    create policy course_add on course for insert with check (
      removed_at is null and fills_catalogue(organisation) and may_issue(organisation));
    create policy course_change on course for update
      using (fills_catalogue(organisation)) with check (fills_catalogue(organisation));
    grant select, insert on course to lanyard_app;
    grant update (title, summary, edition, codes, level, mode, place, nation, minutes, pence, starts_on,
      listed_until, link, changed_at, removed_at) on course to lanyard_app;

    -- A file of courses: looked at, and then taken in behind the page. It says nothing of people.
    create table course_file (
      id uuid primary key,
      organisation text not null references organisation,
      made_at timestamptz not null default clock_timestamp(),
      edition text not null references edition,
      head text[] not null,
      rows jsonb,
      drafts jsonb,
      started_at timestamptz,
      total integer not null default 0,
      done integer not null default 0,
      imported integer not null default 0,
      finished_at timestamptz,
      cancelled_at timestamptz,
      check (done between 0 and total and imported between 0 and done)
    );
    create index on course_file (organisation, made_at desc);
    alter table course_file enable row level security;
    create policy course_file_read on course_file for select
      using (actor() = 'job:import-courses' or fills_catalogue(organisation));
    create policy course_file_keep on course_file for insert with check (
      fills_catalogue(organisation) and may_issue(organisation)
      and started_at is null and finished_at is null and imported = 0);
    create policy course_file_change on course_file for update
      using (fills_catalogue(organisation)) with check (fills_catalogue(organisation));
    grant select, insert on course_file to lanyard_app;
    grant update (rows, drafts, started_at, total, cancelled_at) on course_file to lanyard_app;

    -- The next rows. What is there already is left as it is. True while there are more.
    create function import_courses(file uuid, most integer) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          of_file course_file;
          reached integer;
          made integer;
        begin
          if actor() is distinct from 'job:import-courses' then
            raise exception 'only the job that imports courses'
              using errcode = 'insufficient_privilege';
          end if;
          select * into of_file from course_file
            where id = file and started_at is not null and finished_at is null
              and cancelled_at is null
            for update;
          if of_file.id is null then
            return false;
          end if;
          reached := least(of_file.done + most, of_file.total);
          insert into course (id, organisation, title, summary, edition, codes, level, mode, place,
              nation, minutes, pence, starts_on, listed_until, link)
            select gen_random_uuid(), of_file.organisation, row.title, row.summary, of_file.edition,
              row.codes, row.level, row.mode, row.place, row.nation, row.minutes, row.pence,
              row.starts_on, row.listed_until, row.link
            from jsonb_array_elements(of_file.drafts) with ordinality as given (draft, place),
              jsonb_to_record(draft) as row (title text, summary text, codes text[], level text,
                mode text, place text, nation text, minutes integer, pence integer, starts_on date,
                listed_until date, link text)
            where given.place > of_file.done and given.place <= reached
            on conflict do nothing;
          get diagnostics made = row_count;
          update course_file set done = reached, imported = of_file.imported + made,
              finished_at = case when reached = of_file.total then clock_timestamp() end
            where id = file;
          if reached = of_file.total then
            update course_file set drafts = null where id = file;
          end if;
          return reached < of_file.total;
        end
      $$;

    -- Whether somebody has worked there ever since, in one job: who comes back begins anew.
    create function works_since(person uuid, at_organisation text, since timestamptz)
      returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from membership
            where person_id = person and organisation = at_organisation
              and valid_from <= (since at time zone 'Europe/London')::date
              and (valid_to is null or valid_to >= current_date));
        end
      $$;

    -- Somebody asks their employer for a course. What it was that day is kept: it may change.
    create table learning_request (
      id uuid primary key,
      course_id uuid not null references course,
      holder_id uuid not null references person,
      organisation text not null references organisation,
      shown jsonb not null,
      words text check (length(words) between 1 and 500),
      asked_at timestamptz not null default clock_timestamp(),
      outcome text check (outcome in ('approved', 'declined')),
      reply text check (length(reply) between 1 and 1000),
      answered_by uuid references person,
      answered_at timestamptz,
      withdrawn_at timestamptz,
      attended_on date,
      check (num_nulls(outcome, answered_by, answered_at) in (0, 3)),
      check (answered_by <> holder_id),
      check (outcome is distinct from 'declined' or reply is not null),
      check (attended_on is null or (outcome = 'approved' and withdrawn_at is null))
    );
    create index on learning_request (holder_id, asked_at desc);
    create index on learning_request (organisation, asked_at desc);
    create index on learning_request (answered_by) where answered_by is not null;
    -- Pressed twice, it is asked once.
    create unique index learning_request_once on learning_request (holder_id, course_id)
      where withdrawn_at is null and attended_on is null and outcome is distinct from 'declined';
    alter table learning_request enable row level security;
    create policy learning_request_read on learning_request for select using (
      holder_id = (select actor_id())
      or (organisation = any ((select managed_organisations())::text[])
          and works_since(holder_id, organisation, asked_at)));
    create policy learning_request_ask on learning_request for insert with check (
      holder_id = actor_id() and works_at(holder_id, organisation) and not is_closing(holder_id)
      and num_nonnulls(outcome, withdrawn_at, attended_on) = 0);
    create policy learning_request_change on learning_request for update
      using (holder_id = actor_id() or has_permission('manage-team', organisation))
      with check (holder_id = actor_id() or has_permission('manage-team', organisation));
    grant select, insert on learning_request to lanyard_app;
    grant update (outcome, reply, answered_by, answered_at, withdrawn_at, attended_on)
      on learning_request to lanyard_app;
    -- Whoever asks takes back and attends; somebody else answers, once, and not what is taken back.
    create function keep_learning_request() returns trigger language plpgsql as $$
      begin
        if (new.outcome, new.reply, new.answered_by, new.answered_at)
            is distinct from (old.outcome, old.reply, old.answered_by, old.answered_at)
          and (old.outcome is not null or old.withdrawn_at is not null
            or actor_id() is not distinct from old.holder_id
            or new.answered_by is distinct from actor_id()
            or new.withdrawn_at is not null or new.attended_on is not null)
        then
          raise exception 'what somebody asks for is answered once, and by somebody else'
            using errcode = 'restrict_violation';
        end if;
        if (new.withdrawn_at, new.attended_on) is distinct from (old.withdrawn_at, old.attended_on)
          and (actor_id() is distinct from old.holder_id or old.withdrawn_at is not null
            or old.attended_on is not null)
        then
          raise exception 'only whoever asks takes it back or says that they were there, and once'
            using errcode = 'restrict_violation';
        end if;
        return new;
      end
    $$;
    create trigger learning_request_kept before update on learning_request
      for each row execute function keep_learning_request();

    -- "Tell providers that this is missing near me": a statement and an area, and nobody's name.
    create function my_areas() returns text[]
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return (select coalesce(array_agg(distinct found.slug), '{}')
            from unnest(my_organisations()) mine
            join organisation found on found.slug = mine and found.kind in
                ('integrated-care-system', 'health-board', 'nhs-board',
                 'health-and-social-care-partnership', 'hsc-trust')
              or found.slug in (select area from organisation_area
                where organisation_area.organisation = mine
                  and (valid_from is null or valid_from <= london_day())
                  and (valid_to is null or valid_to >= london_day())));
        end
      $$;
    create table learning_wish (
      id uuid primary key,
      holder_id uuid not null references person,
      edition text not null,
      code text not null,
      area text not null references organisation,
      at timestamptz not null default clock_timestamp(),
      foreign key (edition, code) references statement (edition, code),
      unique (holder_id, code, area)
    );
    create index on learning_wish (area, code);
    alter table learning_wish enable row level security;
    create policy learning_wish_read on learning_wish for select
      using (holder_id = (select actor_id()));
    create policy learning_wish_tell on learning_wish for insert
      with check (holder_id = actor_id() and area = any ((select my_areas())::text[]));
    create policy learning_wish_take_back on learning_wish for delete
      using (holder_id = actor_id());
    grant select, insert, delete on learning_wish to lanyard_app;

    create function sees_learning_wanted(at_organisation text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return may_issue(at_organisation) and (fills_catalogue(at_organisation)
            or has_permission('see-statistics', at_organisation));
        end
      $$;
    -- How many people say so, in the areas of one's nation, and in all of these together: whoever
    -- works in two of them is counted in both, and once in all. Whoever shows it hides what is
    -- small: src/development/learning/model/suppress-demand.ts.
    create function learning_wanted(for_organisation text)
      returns table (area text, name text, code text, people integer, in_all integer)
      language sql stable security definer set search_path = public, pg_temp as $$
        with wish as materialized (
          select told.area, found.name, told.code, told.holder_id
          from learning_wish told
          join organisation found on found.slug = told.area
          join organisation mine on mine.slug = for_organisation
          where sees_learning_wanted(for_organisation)
            and mine.nation in (found.nation, 'united-kingdom')
            and told.at > now() - interval '1 year'),
        over_all as (
          select wish.code, count(distinct wish.holder_id)::integer as people
          from wish group by wish.code)
        select wish.area, wish.name, wish.code, count(distinct wish.holder_id)::integer,
          over_all.people
        from wish join over_all on over_all.code = wish.code
        group by wish.area, wish.name, wish.code, over_all.people
      $$;
    create function count_areas(for_organisation text) returns integer
      language sql stable security definer set search_path = public, pg_temp as $$
        select count(*)::integer from organisation found
        join organisation mine on mine.slug = for_organisation
        where mine.nation in (found.nation, 'united-kingdom') and found.ended_on is null
          and found.kind in ('integrated-care-system', 'health-board', 'nhs-board',
            'health-and-social-care-partnership', 'hsc-trust')
      $$;

    -- What helps somebody, in their own words. Nobody else's until they share it, one by one.
    create table support_need (
      id uuid primary key,
      holder_id uuid not null references person,
      kind text not null check (kind in ('time', 'adjustments', 'language', 'mentor', 'other')),
      words text not null check (length(words) between 1 and 600),
      at timestamptz not null default clock_timestamp(),
      ended_at timestamptz,
      unique (id, holder_id)
    );
    create index on support_need (holder_id, at desc);
    create table support_share (
      id uuid primary key,
      need_id uuid not null,
      holder_id uuid not null,
      organisation text not null references organisation,
      at timestamptz not null default clock_timestamp(),
      stopped_at timestamptz,
      foreign key (need_id, holder_id) references support_need (id, holder_id) on delete cascade
    );
    create unique index support_share_once on support_share (need_id, organisation)
      where stopped_at is null;
    create index on support_share (organisation) where stopped_at is null;
    create index on support_share (holder_id);
    create table support_offer (
      id uuid primary key,
      need_id uuid not null,
      holder_id uuid not null,
      organisation text not null references organisation,
      offered_by uuid not null references person,
      words text not null check (length(words) between 1 and 600),
      at timestamptz not null default clock_timestamp(),
      answer text check (answer in ('taken-up', 'not-wanted')),
      answered_at timestamptz,
      foreign key (need_id, holder_id) references support_need (id, holder_id) on delete cascade,
      check ((answer is null) = (answered_at is null)),
      check (offered_by <> holder_id)
    );
    create index on support_offer (need_id, at desc);
    create index on support_offer (holder_id);
    create index on support_offer (offered_by);

    -- While it is shared, and the holder works there in the job in which they shared it.
    create function is_shared_support(need uuid, at_organisation text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from support_share shared
            join support_need on support_need.id = shared.need_id
            where shared.need_id = need and shared.organisation = at_organisation
              and shared.stopped_at is null and support_need.ended_at is null
              and works_since(shared.holder_id, shared.organisation, shared.at));
        end
      $$;
    create function sees_support(need uuid, managed text[]) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from unnest(managed) here where is_shared_support(need, here));
        end
      $$;
    alter table support_need enable row level security;
    alter table support_share enable row level security;
    alter table support_offer enable row level security;
    create policy support_need_read on support_need for select using (
      holder_id = (select actor_id())
      or sees_support(id, (select managed_organisations())));
    create policy support_need_write on support_need for insert
      with check (holder_id = actor_id() and ended_at is null);
    create policy support_need_end on support_need for update
      using (holder_id = actor_id()) with check (holder_id = actor_id());
    create policy support_share_read on support_share for select using (
      holder_id = (select actor_id())
      or (organisation = any ((select managed_organisations())::text[])
          and is_shared_support(need_id, organisation)));
    create policy support_share_write on support_share for insert with check (
      holder_id = actor_id() and stopped_at is null and works_at(holder_id, organisation));
    create policy support_share_stop on support_share for update
      using (holder_id = actor_id()) with check (holder_id = actor_id());
    create policy support_offer_read on support_offer for select using (
      holder_id = (select actor_id())
      or (organisation = any ((select managed_organisations())::text[])
          and is_shared_support(need_id, organisation)));
    create policy support_offer_make on support_offer for insert with check (
      offered_by = actor_id() and answer is null and has_permission('manage-team', organisation)
      and is_shared_support(need_id, organisation));
    create policy support_offer_answer on support_offer for update
      using (holder_id = actor_id()) with check (holder_id = actor_id());
    grant select, insert on support_need, support_share, support_offer to lanyard_app;
    grant update (ended_at) on support_need to lanyard_app;
    grant update (stopped_at) on support_share to lanyard_app;
    grant update (answer, answered_at) on support_offer to lanyard_app;

    -- Where to turn in one organisation: roles and how to reach them, and nothing about anybody.
    create table local_contact (
      id uuid primary key,
      organisation text not null references organisation,
      purpose text not null check (purpose in
        ('freedom-to-speak-up', 'whistle-blowing', 'safeguarding-adults', 'safeguarding-children',
         'statutory', 'voluntary', 'carers')),
      role text not null check (length(role) between 1 and 120),
      phone text check (length(phone) <= 40),
      email text check (length(email) <= 120),
      web text check (length(web) <= 300),
      hours text check (length(hours) <= 120),
      checked_on date not null,
      review_on date not null,
      removed_at timestamptz,
      check (num_nonnulls(phone, email, web) > 0),
      check (review_on > checked_on)
    );
    create index on local_contact (organisation) where removed_at is null;
    alter table local_contact enable row level security;
    create policy local_contact_read on local_contact for select using (true);
    create policy local_contact_add on local_contact for insert with check (
      removed_at is null and has_permission('manage-team', organisation)
      and may_issue(organisation));
    create policy local_contact_change on local_contact for update
      using (has_permission('manage-team', organisation))
      with check (has_permission('manage-team', organisation));
    grant select, insert on local_contact to lanyard_app;
    grant update (purpose, role, phone, email, web, hours, checked_on, review_on, removed_at)
      on local_contact to lanyard_app;

    -- What somebody wrote to others is theirs to have a copy of, also when they manage nobody any
    -- more: without whom it was for.
    create function learning_answers_by(person uuid)
      returns table (organisation text, outcome text, reply text, answered_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp as $$
        select organisation, outcome, reply, answered_at from learning_request
        where answered_by = person and person = actor_id()
      $$;
    create function support_offers_by(person uuid)
      returns table (organisation text, words text, at timestamptz)
      language sql stable security definer set search_path = public, pg_temp as $$
        select organisation, words, at from support_offer
        where offered_by = person and person = actor_id()
      $$;

    create function erase_learning(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from learning_wish where holder_id = of_person;
          delete from learning_request where holder_id = of_person;
          delete from support_need where holder_id = of_person;
        end
      $$;
    create function end_learning_wishes(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare gone bigint;
        begin
          perform require_retention();
          delete from learning_wish where at < before;
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
  `,
}
