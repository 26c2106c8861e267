import type { Migration } from './list.ts'

export const recognition: Migration = {
  name: '0021-recognition',
  sql: `
    -- Who says what an organisation accepts, and decides on what is shared with it: whoever takes
    -- people on there, and whoever issues in its name.
    create function recognising_organisations() returns text[]
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return organisations_where('manage-team') || organisations_where('issue');
        end
      $$;
    create function may_recognise(at_organisation text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return has_permission('manage-team', at_organisation)
            or has_permission('issue', at_organisation);
        end
      $$;

    -- What an organisation accepts: public. A change is a new version.
    create table acceptance_policy (
      id uuid primary key,
      organisation text not null references organisation,
      version integer not null check (version > 0),
      rules jsonb not null,
      also_local text[] not null,
      from_on date not null,
      made_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      unique (organisation, version)
    );
    create index on acceptance_policy (made_by);
    create index on acceptance_policy (organisation) where version = 1;
    alter table acceptance_policy enable row level security;
    create policy acceptance_policy_read on acceptance_policy for select using (true);
    create policy acceptance_policy_write on acceptance_policy for insert with check (
      actor() = 'job:load-content' or (made_by = actor_id() and may_recognise(organisation)));
    create trigger acceptance_policy_append_only before update or delete on acceptance_policy
      for each row execute function refuse_change();
    grant select, insert on acceptance_policy to lanyard_app;

    -- Two organisations accept from each other. One proposes and the other agrees: two people.
    create table acceptance_agreement (
      id uuid primary key,
      organisation text not null references organisation,
      other text not null references organisation,
      -- What the proposer takes from the other, and the other from the proposer.
      takes jsonb not null,
      gives jsonb not null,
      from_on date not null,
      review_on date not null,
      proposed_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      check (organisation <> other),
      check (review_on > from_on)
    );
    create index on acceptance_agreement (organisation);
    create index on acceptance_agreement (other);
    create index on acceptance_agreement (proposed_by);
    create table acceptance_agreement_step (
      agreement_id uuid not null references acceptance_agreement,
      step text not null check (step in ('agreed', 'declined', 'taken-back', 'ended')),
      organisation text not null references organisation,
      stepped_by uuid not null references person,
      ends_on date,
      at timestamptz not null default clock_timestamp(),
      primary key (agreement_id, step),
      check ((step = 'ended') = (ends_on is not null))
    );
    create unique index on acceptance_agreement_step (agreement_id) where step <> 'ended';
    create index on acceptance_agreement_step (stepped_by);
    create function is_agreed(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from acceptance_agreement_step
            where agreement_id = wanted and step = 'agreed');
        end
      $$;
    alter table acceptance_agreement enable row level security;
    alter table acceptance_agreement_step enable row level security;
    -- Public once it is agreed; until then for these two.
    create policy acceptance_agreement_read on acceptance_agreement for select using (
      organisation = any ((select recognising_organisations())::text[])
      or other = any ((select recognising_organisations())::text[])
      or actor() = 'job:load-content' or is_agreed(id));
    create policy acceptance_agreement_write on acceptance_agreement for insert with check (
      actor() = 'job:load-content' or (proposed_by = actor_id() and may_recognise(organisation)));
    create policy acceptance_agreement_step_read on acceptance_agreement_step for select
      using (exists (select from acceptance_agreement where id = agreement_id));
    -- Never one person for both.
    create policy acceptance_agreement_step_write on acceptance_agreement_step for insert
      with check (
        (actor() = 'job:load-content'
          or (stepped_by = actor_id() and may_recognise(organisation)))
        and exists (select from acceptance_agreement asked where asked.id = agreement_id
          and case step
            when 'agreed' then acceptance_agreement_step.organisation = asked.other
              and stepped_by <> asked.proposed_by
            when 'declined' then acceptance_agreement_step.organisation = asked.other
            when 'taken-back' then acceptance_agreement_step.organisation = asked.organisation
            else acceptance_agreement_step.organisation in (asked.organisation, asked.other)
              and is_agreed(asked.id)
          end));
    create trigger acceptance_agreement_append_only before update or delete on acceptance_agreement
      for each row execute function refuse_change();
    create trigger acceptance_agreement_step_append_only
      before update or delete on acceptance_agreement_step
      for each row execute function refuse_change();
    grant select, insert on acceptance_agreement, acceptance_agreement_step to lanyard_app;

    -- A set that a holder shows one organisation, until a day or until they stop.
    create table recognition_share (
      id uuid primary key,
      holder_id uuid not null references person,
      organisation text not null references organisation,
      purpose text not null check (purpose in ('apply', 'join')),
      ends_on date not null,
      at timestamptz not null default clock_timestamp()
    );
    create index on recognition_share (holder_id, at desc);
    create index on recognition_share (organisation, at desc);
    create index on recognition_share (at);
    create table recognition_share_end (
      share_id uuid primary key references recognition_share on delete cascade,
      at timestamptz not null default clock_timestamp()
    );
    -- An entry may be taken out of the passport: then its item shows nothing any more.
    create table recognition_item (
      id uuid primary key default gen_random_uuid(),
      share_id uuid not null references recognition_share on delete cascade,
      holder_id uuid not null references person,
      organisation text not null references organisation,
      credential_id uuid references credential on delete cascade,
      entry_id uuid,
      entry_version integer,
      check (num_nonnulls(credential_id, entry_id) = 1),
      check ((entry_id is null) = (entry_version is null))
    );
    create index on recognition_item (share_id);
    create index on recognition_item (holder_id);
    create index on recognition_item (credential_id);

    -- What the machine said, and what a person decided: in columns of their own. A later decision
    -- stands beside the earlier one and takes its place.
    create table recognition_decision (
      id uuid primary key,
      item_id uuid not null references recognition_item on delete cascade,
      share_id uuid not null references recognition_share on delete cascade,
      holder_id uuid not null references person,
      organisation text not null references organisation,
      sequence integer not null check (sequence > 0),
      kind text not null check (kind in ('sign-off', 'training', 'qualification', 'experience')),
      title text check (length(title) between 1 and 300),
      verdict text not null check (verdict in ('valid', 'seen', 'invalid', 'unknown')),
      suggested text not null
        check (suggested in ('accept', 'accept-with-top-up', 'do-not-accept', 'unknown')),
      suggested_by_rule text,
      policy_id uuid references acceptance_policy,
      outcome text not null check (outcome in ('accept', 'accept-with-top-up', 'do-not-accept')),
      top_up text check (length(top_up) between 1 and 300),
      reason text,
      words text check (length(words) between 1 and 500),
      decided_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      unique (item_id, sequence),
      check (decided_by <> holder_id),
      check (top_up is null or outcome = 'accept-with-top-up'),
      check ((outcome = 'do-not-accept') = (reason is not null))
    );
    create index on recognition_decision (holder_id);
    create index on recognition_decision (organisation, at desc);
    create index on recognition_decision (share_id);
    create index on recognition_decision (decided_by);
    create table recognition_reply (
      id uuid primary key,
      decision_id uuid not null references recognition_decision on delete cascade,
      holder_id uuid not null references person,
      organisation text not null references organisation,
      words text not null check (length(words) between 1 and 1000),
      at timestamptz not null default clock_timestamp()
    );
    create index on recognition_reply (decision_id);
    create index on recognition_reply (holder_id);

    create function is_live_recognition(share uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from recognition_share shared
            where shared.id = share and ends_on >= london_day()
              and not exists (select from recognition_share_end where share_id = shared.id));
        end
      $$;

    alter table recognition_share enable row level security;
    alter table recognition_share_end enable row level security;
    alter table recognition_item enable row level security;
    alter table recognition_decision enable row level security;
    alter table recognition_reply enable row level security;
    create policy recognition_share_read on recognition_share for select using (
      holder_id = (select actor_id())
      or organisation = any ((select recognising_organisations())::text[]));
    -- Only with an organisation that is known to be who it says.
    create policy recognition_share_write on recognition_share for insert
      with check (holder_id = actor_id() and may_issue(organisation));
    create policy recognition_share_end_read on recognition_share_end for select
      using (exists (select from recognition_share where id = share_id));
    create policy recognition_share_end_write on recognition_share_end for insert
      with check (exists (select from recognition_share
        where id = share_id and holder_id = actor_id()));
    create policy recognition_item_read on recognition_item for select using (
      holder_id = (select actor_id())
      or (organisation = any ((select recognising_organisations())::text[])
          and is_live_recognition(share_id)));
    create policy recognition_item_write on recognition_item for insert with check (
      holder_id = actor_id()
      and exists (select from recognition_share shared where shared.id = share_id
        and shared.holder_id = recognition_item.holder_id
        and shared.organisation = recognition_item.organisation)
      and (exists (select from credential where credential.id = credential_id
            and credential.holder_id = recognition_item.holder_id)
        or exists (select from passport_entry_version written where written.entry_id = recognition_item.entry_id
            and written.version = entry_version and written.holder_id = recognition_item.holder_id
            and not private)));
    create policy recognition_decision_read on recognition_decision for select using (
      holder_id = (select actor_id()) or decided_by = (select actor_id())
      or organisation = any ((select recognising_organisations())::text[]));
    create policy recognition_decision_write on recognition_decision for insert with check (
      decided_by = actor_id() and may_recognise(organisation) and is_live_recognition(share_id)
      and exists (select from recognition_item item where item.id = item_id
        and item.share_id = recognition_decision.share_id
        and item.holder_id = recognition_decision.holder_id
        and item.organisation = recognition_decision.organisation));
    create policy recognition_reply_read on recognition_reply for select using (
      holder_id = (select actor_id())
      or organisation = any ((select recognising_organisations())::text[]));
    create policy recognition_reply_write on recognition_reply for insert with check (
      holder_id = actor_id() and exists (select from recognition_decision decided
        where decided.id = decision_id and decided.holder_id = recognition_reply.holder_id
          and decided.organisation = recognition_reply.organisation));
    create trigger recognition_share_append_only before update or delete on recognition_share
      for each row execute function refuse_change();
    create trigger recognition_share_end_append_only
      before update or delete on recognition_share_end
      for each row execute function refuse_change();
    create trigger recognition_item_append_only before update or delete on recognition_item
      for each row execute function refuse_change();
    create trigger recognition_decision_append_only before update or delete on recognition_decision
      for each row execute function refuse_change();
    create trigger recognition_reply_append_only before update or delete on recognition_reply
      for each row execute function refuse_change();
    grant select, insert on recognition_share, recognition_share_end, recognition_item,
      recognition_decision, recognition_reply to lanyard_app;

    -- What a receiver sees of a live set. Their own rights end where the set does.
    create function may_see_recognition(share uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from recognition_share shared where shared.id = share
            and (holder_id = actor_id()
              or (may_recognise(shared.organisation) and is_live_recognition(shared.id))));
        end
      $$;
    -- Afterwards only the name of somebody who works there.
    create function name_of_recognised(share uuid) returns text
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return (select person.name from recognition_share shared
            join person on person.id = shared.holder_id
            where shared.id = share and not is_erased(person.id)
              and (may_see_recognition(shared.id)
                or (may_recognise(shared.organisation)
                    and works_at(person.id, shared.organisation))));
        end
      $$;
    -- With the days as they were last put right.
    create function recognition_credentials(share uuid)
      returns table (item uuid, credential uuid, document jsonb, section text, level text,
        assessed_on date, review_on date, issuer text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not may_see_recognition(share) then
            return;
          end if;
          return query select one.id, shown.id, shown.document, signing.section, signing.level,
              coalesce(latest.assessed_on, signing.assessed_on),
              coalesce(latest.review_on, signing.review_on), shown.organisation
            from recognition_item one join credential shown on shown.id = one.credential_id
            join signing_credential on signing_credential.credential_id = shown.id
            join signing on signing.id = signing_id
            left join lateral (select * from signing_correction corrected
              where corrected.signing_id = signing.id order by corrected.at desc limit 1) latest
              on true
            where one.share_id = share order by signing.section, signing.level, one.id;
        end
      $$;
    -- In the version that was shared, and not once it is private; with who saw an original of just
    -- what that version says.
    create function recognition_entries(share uuid)
      returns table (item uuid, entry uuid, kind text, title text, from_on date, to_on date,
        valid_until date, facts jsonb, seen_by text, seen_on date, seen_until date)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not may_see_recognition(share) then
            return;
          end if;
          return query select one.id, written.entry_id, entry.kind, written.title, written.from_on,
              written.to_on, written.valid_until, written.facts, seen.shown ->> 'organisation',
              seen.seen_on, seen.until
            from recognition_item one
            join passport_entry entry on entry.id = one.entry_id
            join passport_entry_version written
              on written.entry_id = entry.id and written.version = one.entry_version
            left join lateral (select answer.shown, answer.seen_on, answer.until
              from original_request asked join original_answer answer on answer.request_id = asked.id
              where asked.entry_id = entry.id and asked.ended_at is null
                and answer.outcome = 'seen' and answer.taken_back_at is null
                and asked.shown ->> 'kind' = entry.kind and asked.shown ->> 'title' = written.title
                and (asked.shown ->> 'from')::date is not distinct from written.from_on
                and (asked.shown ->> 'validUntil')::date is not distinct from written.valid_until
                and asked.shown -> 'facts' = written.facts
              order by answer.seen_on desc limit 1) seen on true
            where one.share_id = share and not (select latest.private
              from passport_entry_version latest where latest.entry_id = entry.id
              order by latest.version desc limit 1)
            order by written.title, one.id;
        end
      $$;
    -- Of a colleague or not: who decided, for the one it is about and for those who decide there.
    create function name_of_decider(decision uuid) returns text
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return (select person.name from recognition_decision decided
            join person on person.id = decided.decided_by
            where decided.id = decision and not is_erased(person.id)
              and (decided.holder_id = actor_id() or may_recognise(decided.organisation)));
        end
      $$;

    -- One more kind of look, whatever other kinds have been added by then.
    do $$
      declare
        held text := (select pg_get_constraintdef(oid) from pg_constraint
          where conname = 'viewing_what_check' and conrelid = 'viewing'::regclass);
      begin
        alter table viewing drop constraint viewing_what_check;
        execute 'alter table viewing add constraint viewing_what_check '
          || replace(held, 'ARRAY[', 'ARRAY[''recognition''::text, ');
      end
    $$;
    create policy viewing_of_recognition on viewing for insert with check (
      what = 'recognition' and viewer_id = actor_id() and may_recognise(organisation)
      and exists (select from recognition_share shared where shared.id = subject_id
        and shared.holder_id = viewing.holder_id
        and shared.organisation = viewing.organisation and may_see_recognition(shared.id)));

    -- A decision stays with the organisation: what was decided, by number and without words.
    create function erase_recognition(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from recognition_reply where holder_id = of_person;
          update recognition_decision set title = null, top_up = null, words = null
            where holder_id = of_person;
          delete from recognition_share shared where holder_id = of_person
            and not exists (select from recognition_decision where share_id = shared.id);
        end
      $$;
    create function end_recognitions(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare gone bigint;
        begin
          perform require_retention();
          delete from recognition_share where at < before;
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
  `,
}
