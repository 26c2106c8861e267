import type { Migration } from './list.ts'

export const review: Migration = {
  name: '0038-review',
  sql: `
    -- Somebody is asked by the address that a letter reaches. Only a digest of it with the
    -- invitation's number is kept: nobody can read from it who has an account.
    create table draft_invitation (
      id uuid primary key,
      draft_id uuid not null references draft,
      role text not null check (role in ('editor', 'reviewer')),
      address_digest bytea not null,
      asked_by uuid not null references person,
      asked_at timestamptz not null default clock_timestamp(),
      answer text check (answer in ('joined', 'declined', 'taken-back')),
      answered_at timestamptz,
      check ((answer is null) = (answered_at is null))
    );
    create index on draft_invitation (draft_id);
    create index on draft_invitation (asked_by);

    -- Words are never changed; whether they are settled is what the last row of their states says.
    create table draft_comment (
      id uuid primary key,
      draft_id uuid not null references draft,
      thing text not null check (length(thing) between 1 and 200),
      reply_to uuid,
      words text not null check (length(words) between 1 and 2000),
      by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      unique (id, draft_id),
      foreign key (reply_to, draft_id) references draft_comment (id, draft_id)
    );
    create index on draft_comment (draft_id, at);
    create index on draft_comment (reply_to);
    create index on draft_comment (by);
    create table draft_comment_state (
      number bigint generated always as identity primary key,
      comment_id uuid not null references draft_comment,
      state text not null check (state in ('settled', 'reopened')),
      by uuid not null references person,
      at timestamptz not null default clock_timestamp()
    );
    create index on draft_comment_state (comment_id, number desc);
    create index on draft_comment_state (by);

    -- It fits a finding by its code, its target and the words in its range.
    create table draft_waiver (
      id uuid primary key,
      draft_id uuid not null references draft,
      code text not null check (length(code) between 1 and 100),
      target text not null check (length(target) between 1 and 300),
      quote text not null check (length(quote) <= 20000),
      reason text not null check (length(reason) between 1 and 1000),
      by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      ended_by uuid references person,
      ended_at timestamptz,
      check ((ended_by is null) = (ended_at is null))
    );
    create unique index draft_waiver_once on draft_waiver (draft_id, code, target, md5(quote))
      where ended_at is null;
    create index on draft_waiver (by);
    create index on draft_waiver (ended_by);

    -- A round: the draft as it stood was sent to its reviewers.
    create table draft_review (
      draft_id uuid not null references draft,
      round integer not null check (round > 0),
      revision integer not null,
      message text check (length(message) between 1 and 1000),
      asked_by uuid not null references person,
      asked_at timestamptz not null default clock_timestamp(),
      primary key (draft_id, round)
    );
    create index on draft_review (asked_by);
    create table draft_review_answer (
      number bigint generated always as identity primary key,
      draft_id uuid not null,
      round integer not null,
      revision integer not null,
      answer text not null check (answer in ('ready', 'not-yet')),
      reason text check (length(reason) between 1 and 1000),
      by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      foreign key (draft_id, round) references draft_review,
      check (answer = 'ready' or reason is not null)
    );
    create index on draft_review_answer (draft_id, round);
    create index on draft_review_answer (by);
    -- Of exactly this revision under exactly this name: docs/decisions/0017.
    create table draft_approval (
      draft_id uuid not null references draft,
      revision integer not null,
      version text not null,
      by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      primary key (draft_id, revision, version, by)
    );
    create index on draft_approval (by);

    -- What is published with an edition. Nobody is named in it.
    create table edition_publication (
      edition text primary key references edition,
      draft_id uuid not null unique references draft,
      published_on date not null,
      notice text not null check (length(notice) between 1 and 2000),
      approvals integer not null check (approvals > 0),
      rounds integer not null check (rounds >= 0)
    );
    create table edition_waiver (
      edition text not null references edition,
      position integer not null check (position >= 0),
      code text not null,
      target text not null,
      quote text not null,
      reason text not null,
      waived_on date not null,
      primary key (edition, position)
    );
    create table edition_withdrawal (
      edition text primary key references edition,
      from_day date not null,
      reason text not null check (length(reason) between 1 and 1000),
      instead text references edition check (instead <> edition),
      -- What people are to do where no published edition is left.
      none_left text check (length(none_left) between 1 and 1000),
      by uuid not null references person,
      withdrawn_for text not null references organisation,
      at timestamptz not null default clock_timestamp()
    );
    create index on edition_withdrawal (by);
    create index on edition_withdrawal (instead);

    create function is_draft_steward(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from draft where id = wanted and is_steward_of(organisation));
        end
      $$;
    create function is_own_draft_invitation(wanted uuid, digest bytea) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from email_address
            where person_id = actor_id() and (ends_on is null or ends_on >= london_day())
              and sha256(convert_to(address || ':' || wanted::text, 'UTF8')) = digest);
        end
      $$;
    -- For whoever was asked: what it is about, while they can answer.
    create function find_draft_invitation(wanted uuid)
      returns table (slug text, version text, as_role text, for_organisation text, asked_by_name text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query
            select draft.slug, draft.version, asked.role, organisation.name, person.name
            from draft_invitation asked
            join draft on draft.id = asked.draft_id
            join organisation on organisation.slug = draft.organisation
            join person on person.id = asked.asked_by
            where asked.id = wanted and asked.answer is null
              and asked.asked_at > now() - interval '30 days'
              and draft.state in ('writing', 'in-review', 'approved')
              and is_own_draft_invitation(asked.id, asked.address_digest);
        end
      $$;
    -- The draft that they joined, or answered no to; null where there is nothing to answer.
    create function answer_draft_invitation(wanted uuid, given text) returns uuid
      language plpgsql volatile security definer set search_path = public, pg_temp as $$
        declare
          asked draft_invitation;
        begin
          if not exists (select from find_draft_invitation(wanted)) then return null; end if;
          update draft_invitation set answer = given, answered_at = clock_timestamp()
            where id = wanted and answer is null and given in ('joined', 'declined')
            returning * into asked;
          if asked.id is null then return null; end if;
          if given = 'joined' then
            insert into draft_person (draft_id, person_id, role, asked_by)
              values (asked.draft_id, actor_id(), asked.role, asked.asked_by)
              on conflict (draft_id, person_id) where ended_at is null do nothing;
          end if;
          return asked.draft_id;
        end
      $$;

    -- The stewards of its organisation, and whoever works on it today.
    create function people_of_draft(wanted uuid) returns table (person_id uuid, role text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not may_read_draft(wanted) and actor() is distinct from 'job:tell-of-draft' then
            return;
          end if;
          return query
            select distinct held.person_id, 'steward'
            from permission_grant held join draft on draft.organisation = held.organisation
            where draft.id = wanted and held.permission = 'steward-framework'
              and is_current_grant(held.expires_on, held.ended_on)
              and works_at(held.person_id, held.organisation)
            union all
            select working.person_id, working.role from draft_person working
            where working.draft_id = wanted and working.ended_at is null;
        end
      $$;
    -- Of everybody who has, or had, to do with it: for those who work on it.
    create function names_on_draft(wanted uuid) returns table (id uuid, name text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not may_read_draft(wanted) then return; end if;
          return query
            select person.id, person.name from person where person.id in (
              select begun_by from draft where draft.id = wanted
              union select person_id from people_of_draft(wanted)
              union select person_id from draft_person where draft_id = wanted
              union select by from draft_change where draft_id = wanted
              union select by from draft_comment where draft_id = wanted
              union select by from draft_waiver where draft_id = wanted
              union select ended_by from draft_waiver where draft_id = wanted
              union select asked_by from draft_review where draft_id = wanted
              union select by from draft_review_answer where draft_id = wanted
              union select by from draft_approval where draft_id = wanted);
        end
      $$;
    -- Where a letter about a draft reaches somebody who has to do with it; a work address first.
    create function addresses_for_draft(of_draft uuid, of_person uuid) returns setof text
      language sql stable security definer set search_path = public, pg_temp as $$
        select address from email_address
        where actor() = 'job:tell-of-draft' and person_id = of_person
          and (ends_on is null or ends_on >= london_day()) and not is_closing(of_person)
          and exists (select from people_of_draft(of_draft) one where one.person_id = of_person)
        order by email_address.kind desc, confirmed_at limit 1
      $$;

    create function may_comment_on_draft(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return may_read_draft(wanted) and exists (select from draft
            where id = wanted and state in ('writing', 'in-review', 'approved'));
        end
      $$;
    -- Of its organisation, today: an approval does not outlive the right to give it.
    create function stewards_of_draft(wanted uuid) returns setof uuid
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query select held.person_id
            from permission_grant held
            join draft on draft.organisation = held.organisation
            join organisation steward on steward.slug = held.organisation
            where draft.id = wanted and held.permission = 'steward-framework'
              and steward.kind = 'steward'
              and (steward.ended_on is null or steward.ended_on > london_day())
              and is_current_grant(held.expires_on, held.ended_on)
              and works_at(held.person_id, held.organisation);
        end
      $$;
    -- Two people: one steward who wrote, decided and waived none of it, or any two stewards.
    create function is_draft_approved(wanted uuid, at_revision integer, at_version text)
      returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          approvers uuid[] := array(
            select distinct one.by from draft_approval one
            where one.draft_id = wanted and one.revision = at_revision
              and one.version = at_version
              and one.by in (select stewards_of_draft(wanted))
              and not exists (select from draft_waiver
                where draft_waiver.draft_id = wanted and draft_waiver.at > one.at));
        begin
          return cardinality(approvers) > 1 or (cardinality(approvers) = 1
            and approvers[1] not in (
              select begun_by from draft where id = wanted
              union select by from draft_change where draft_id = wanted
              union select decided_by from draft_fate where draft_id = wanted
              union select decided_by from draft_reconfirm_by where draft_id = wanted
              union select by from draft_waiver where draft_id = wanted
              union select ended_by from draft_waiver
                where draft_id = wanted and ended_by is not null));
        end
      $$;
    -- A framework is kept by whoever published an edition of it here; until then by any steward.
    create function may_keep_framework(wanted text, steward text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return not exists (select from edition_publication published
            join draft on draft.id = published.draft_id
            where draft.slug = wanted and draft.organisation <> steward);
        end
      $$;
    create function may_publish_edition(wanted text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from draft
            where slug || '/' || version = wanted and state = 'approved'
              and is_steward_of(organisation) and may_keep_framework(slug, organisation)
              and is_draft_approved(id, revision, version));
        end
      $$;
    -- Guarded here: that each statement stands in the approved draft, word for word. Not guarded
    -- here, and seen to by the application alone: that none is left out, and the other texts of
    -- the edition (its title, sections, examples, roles, glossary, terms).
    create function may_publish_statement(of_edition text, wanted text, words text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return may_publish_edition(of_edition) and exists (
            select from draft join draft_thing on draft_thing.draft_id = draft.id
            where slug || '/' || version = of_edition and state = 'approved'
              and draft_thing.thing = 'statement/' || wanted
              and draft_thing.value ->> 'text' = words);
        end
      $$;
    create function may_withdraw_edition(wanted text, steward text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return is_steward_of(steward) and is_published(wanted)
            and may_keep_framework(split_part(wanted, '/', 1), steward);
        end
      $$;
    -- At the first moment of the day that was announced; now, where that day has begun.
    create function is_withdrawn_by_actor(wanted text, moment timestamptz) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from edition_withdrawal
            where edition = wanted and by = actor_id() and moment >= now()
              and moment between (from_day::timestamp at time zone 'Europe/London')
                and greatest(clock_timestamp(),
                  from_day::timestamp at time zone 'Europe/London'));
        end
      $$;

    alter table draft_invitation enable row level security;
    alter table draft_comment enable row level security;
    alter table draft_comment_state enable row level security;
    alter table draft_waiver enable row level security;
    alter table draft_review enable row level security;
    alter table draft_review_answer enable row level security;
    alter table draft_approval enable row level security;
    alter table edition_publication enable row level security;
    alter table edition_waiver enable row level security;
    alter table edition_withdrawal enable row level security;

    create policy draft_invitation_read on draft_invitation for select using (
      asked_by = actor_id() or is_draft_steward(draft_id));
    create policy draft_invitation_ask on draft_invitation for insert with check (
      asked_by = actor_id() and answer is null
      and is_draft_steward(draft_id) and may_write_draft(draft_id));
    create policy draft_invitation_take_back on draft_invitation for update
      using (answer is null and is_draft_steward(draft_id)) with check (answer = 'taken-back');
    create policy draft_comment_read on draft_comment for select using (
      by = actor_id() or draft_id in (select id from draft));
    create policy draft_comment_add on draft_comment for insert with check (
      by = actor_id() and may_comment_on_draft(draft_id));
    create policy draft_comment_state_read on draft_comment_state for select using (
      by = actor_id() or comment_id in (select id from draft_comment));
    create policy draft_comment_state_add on draft_comment_state for insert with check (
      by = actor_id() and exists (select from draft_comment held
        where held.id = comment_id and held.reply_to is null
          and may_comment_on_draft(held.draft_id)));
    create policy draft_waiver_read on draft_waiver for select using (
      by = actor_id() or ended_by = actor_id() or draft_id in (select id from draft));
    create policy draft_waiver_add on draft_waiver for insert with check (
      by = actor_id() and ended_at is null and exists (select from draft
        where id = draft_id and state in ('writing', 'in-review')
          and is_steward_of(organisation)));
    create policy draft_waiver_end on draft_waiver for update
      using (ended_at is null and is_draft_steward(draft_id) and may_write_draft(draft_id))
      with check (ended_by = actor_id());
    create policy draft_review_read on draft_review for select using (
      asked_by = actor_id() or draft_id in (select id from draft));
    create policy draft_review_ask on draft_review for insert with check (
      asked_by = actor_id() and may_write_draft(draft_id));
    create policy draft_review_answer_read on draft_review_answer for select using (
      by = actor_id() or draft_id in (select id from draft));
    create policy draft_review_answer_add on draft_review_answer for insert with check (
      by = actor_id() and (works_on_draft(draft_id, '{reviewer}') or is_draft_steward(draft_id))
      and exists (select from draft where id = draft_id and state in ('in-review', 'approved')));
    create policy draft_approval_read on draft_approval for select using (
      by = actor_id() or draft_id in (select id from draft));
    create policy draft_approval_add on draft_approval for insert with check (
      by = actor_id() and exists (select from draft
        where id = draft_id and state = 'in-review' and draft.revision = draft_approval.revision
          and draft.version = draft_approval.version and is_steward_of(organisation)));
    create policy edition_publication_read on edition_publication for select using (true);
    create policy edition_publication_add on edition_publication for insert with check (
      may_publish_edition(edition) and exists (select from draft
        where id = draft_id and slug || '/' || version = edition));
    create policy edition_waiver_read on edition_waiver for select using (true);
    create policy edition_waiver_add on edition_waiver for insert with check (
      may_publish_edition(edition));
    create policy edition_withdrawal_read on edition_withdrawal for select using (true);
    create policy edition_withdrawal_add on edition_withdrawal for insert with check (
      by = actor_id() and from_day >= london_day()
      and may_withdraw_edition(edition, withdrawn_for));

    -- A steward publishes what was approved, and nothing else; our own files are loaded as before.
    alter policy edition_load on edition with check (
      actor() = 'job:load-content' or may_publish_edition(ref));
    alter policy statement_load on statement with check (
      actor() = 'job:load-content' or may_publish_statement(edition, code, text));
    alter policy edition_status_load on edition_status with check (
      actor() = 'job:load-content'
      or (status = 'published' and may_publish_edition(edition)
        and at between now() and clock_timestamp())
      or (status = 'withdrawn' and is_withdrawn_by_actor(edition, at)));
    alter policy draft_begin on draft with check (
      begun_by = actor_id() and state = 'writing' and revision = 1
      and is_steward_of(organisation) and may_keep_framework(slug, organisation));
    -- "approved" and "published" are what the rows say, not what somebody writes.
    alter policy draft_set on draft with check (
      case state
        when 'approved' then is_draft_approved(id, revision, version)
        when 'published' then is_published(slug || '/' || version) and is_steward_of(organisation)
        when 'set-aside' then is_steward_of(organisation)
        else true end);
    create function refuse_closed_draft() returns trigger language plpgsql as $$
      begin
        raise exception 'draft % is closed: begin another', old.id
          using errcode = 'restrict_violation';
      end
    $$;
    create trigger draft_closed before update or delete on draft
      for each row when (old.state in ('published', 'set-aside'))
      execute function refuse_closed_draft();
    -- Whatever is written or decided makes another revision, and takes the approval from it. One
    -- revision a transaction, but never the one that somebody approved.
    create function count_revision() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update draft set revision = revision + 1, changed_in = pg_current_xact_id(),
              state = case state when 'approved' then 'writing' else state end
            where id in (select distinct draft_id from changed_things)
              and state in ('writing', 'in-review', 'approved')
              and (changed_in <> pg_current_xact_id() or state = 'approved' or exists (
                select from draft_approval one
                where one.draft_id = draft.id and one.revision = draft.revision));
          return null;
        end
      $$;
    create trigger draft_thing_added after insert on draft_thing
      referencing new table as changed_things
      for each statement execute function count_revision();
    create trigger draft_thing_changed after update on draft_thing
      referencing new table as changed_things
      for each statement execute function count_revision();
    create trigger draft_thing_removed after delete on draft_thing
      referencing old table as changed_things
      for each statement execute function count_revision();

    create trigger draft_comment_append_only before update or delete on draft_comment
      for each row execute function refuse_change();
    create trigger draft_comment_state_append_only before update or delete on draft_comment_state
      for each row execute function refuse_change();
    create trigger draft_review_append_only before update or delete on draft_review
      for each row execute function refuse_change();
    create trigger draft_review_answer_append_only before update or delete on draft_review_answer
      for each row execute function refuse_change();
    create trigger draft_approval_append_only before update or delete on draft_approval
      for each row execute function refuse_change();
    create trigger edition_publication_append_only before update or delete on edition_publication
      for each row execute function refuse_change();
    create trigger edition_waiver_append_only before update or delete on edition_waiver
      for each row execute function refuse_change();
    create trigger edition_withdrawal_append_only before update or delete on edition_withdrawal
      for each row execute function refuse_change();
    grant select, insert on draft_invitation, draft_comment, draft_comment_state, draft_waiver,
      draft_review, draft_review_answer, draft_approval, edition_publication, edition_waiver,
      edition_withdrawal to lanyard_app;
    grant update (answer, answered_at) on draft_invitation to lanyard_app;
    grant update (ended_by, ended_at) on draft_waiver to lanyard_app;
  `,
}
