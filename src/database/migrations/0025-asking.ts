import type { Migration } from './list.ts'

export const asking: Migration = {
  name: '0025-asking',
  sql: `
    -- Several colleagues asked the same at once: a request each, and the first to sign answers for all.
    alter table sign_off_request add column together uuid;
    create index on sign_off_request (together) where together is not null;
    alter table sign_off_answer add column signed_by uuid references person;
    alter table sign_off_answer drop constraint sign_off_answer_outcome_check;
    alter table sign_off_answer add constraint sign_off_answer_outcome_check
      check (outcome in ('signed', 'declined', 'taken-back', 'signed-by-other')
        and (outcome = 'signed-by-other') = (signed_by is not null));
    -- Of two who answer at once the second waits here, and then finds its own request answered.
    create function wait_for_together() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          shared uuid;
        begin
          select together into shared from sign_off_request where id = new.request_id;
          if shared is not null and new.outcome <> 'signed-by-other' then
            perform pg_advisory_xact_lock(hashtextextended('asked-together:' || shared, 0));
          end if;
          return new;
        end
      $$;
    create trigger sign_off_answer_together before insert on sign_off_answer
      for each row execute function wait_for_together();
    create function answer_for_the_others() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          insert into sign_off_answer (request_id, outcome, signed_by)
            select other.id, 'signed-by-other', new.assessor_id
            from sign_off_request answered join sign_off_request other
              on other.together = answered.together and other.holder_id = answered.holder_id
            where answered.id = new.request_id and other.id <> answered.id
            order by other.id
            on conflict do nothing;
          return null;
        end
      $$;
    create trigger sign_off_answer_for_others after insert on sign_off_answer
      for each row when (new.outcome = 'signed') execute function answer_for_the_others();
    create or replace function end_unsigned_requests(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare ended uuid[];
        begin
          perform require_retention();
          select coalesce(array_agg(request_id), '{}') into ended from sign_off_answer
            where outcome in ('declined', 'taken-back', 'signed-by-other') and at < before;
          delete from sign_off_answer where request_id = any (ended);
          delete from sign_off_request where id = any (ended);
          return cardinality(ended);
        end
      $$;

    -- Who decides about a signing: whoever issues for its organisation, or for what came of that; and,
    -- of a pause alone, whoever signed it.
    create function issues_for_signing(wanted uuid, of_holder uuid, in_name_of text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from signing
            where id = wanted and holder_id = of_holder and holder_id <> actor_id() and (
              (organisation = in_name_of and has_permission('issue', organisation))
              or exists (select from inherited_issuing() heir
                where heir.organisation = signing.organisation and heir.successor = in_name_of)));
        end
      $$;
    create function assesses_signing(wanted uuid, of_holder uuid, in_name_of text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from signing
            where id = wanted and holder_id = of_holder and assessor_id = actor_id()
              and organisation = in_name_of and has_permission('assess', organisation));
        end
      $$;
    create function is_answerable_signing(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from signing
            where id = wanted and organisation = any (answerable_organisations()));
        end
      $$;
    create function has_standing_sign_off(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from sign_off where signing_id = wanted and not exists (
            select from sign_off_withdrawal where sign_off_id = sign_off.id));
        end
      $$;

    -- A sign-off that is paused while somebody looks at it, an act a row: begun, given more time, ended.
    create table sign_off_pause (
      id uuid primary key,
      -- Of the act that began it.
      pause_id uuid not null references sign_off_pause on delete cascade,
      signing_id uuid not null references signing on delete cascade,
      holder_id uuid not null references person,
      act text not null check (act in ('paused', 'extended', 'ended')),
      cause text check (cause in ('being-checked', 'concern-raised', 'possible-mistake')),
      explanation text not null check (length(explanation) between 1 and 1000),
      -- The last day of it.
      until date,
      acted_by uuid not null references person,
      acted_for text not null references organisation,
      at timestamptz not null default clock_timestamp(),
      stepped_up_how text not null,
      stepped_up_at timestamptz not null,
      check ((act = 'ended') = (until is null)),
      check ((act = 'paused') = (cause is not null) and (act = 'paused') = (id = pause_id))
    );
    create index on sign_off_pause (signing_id, at);
    create index on sign_off_pause (holder_id);
    create index on sign_off_pause (pause_id);
    alter table sign_off_pause enable row level security;
    create policy sign_off_pause_read on sign_off_pause for select using (
      holder_id = (select actor_id())
      or may_see_signing(signing_id, (select answerable_organisations())));
    create function began_pause(wanted uuid, of_signing uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from sign_off_pause
            where id = wanted and signing_id = of_signing and acted_by = actor_id());
        end
      $$;
    -- Once an issuer has looked and let it count, only an issuer begins again.
    create function is_let_count(of_signing uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from sign_off_pause
            where signing_id = of_signing and act = 'ended' and acted_by <> actor_id());
        end
      $$;
    -- Six months for all pauses of a signing together, the first and the last day of each counted.
    create function may_pause_until(of_signing uuid, of_pause uuid, last_day date) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          begun date;
          used integer;
        begin
          select coalesce(min((at at time zone 'Europe/London')::date), london_day()) into begun
            from sign_off_pause where pause_id = of_pause;
          select coalesce(sum(greatest(1, last - first + 1)), 0) into used from (
            select min((at at time zone 'Europe/London')::date) as first,
                (array_agg(coalesce(until, (at at time zone 'Europe/London')::date)
                  order by at desc))[1] as last
              from sign_off_pause where signing_id = of_signing and pause_id <> of_pause
              group by pause_id) as before;
          return last_day <= (begun + interval '6 months')::date - used;
        end
      $$;
    create policy sign_off_pause_act on sign_off_pause for insert with check (
      acted_by = actor_id() and has_standing_sign_off(signing_id) and (
        issues_for_signing(signing_id, holder_id, acted_for)
        -- An assessor goes on with what they began, and with nothing that an issuer began.
        or (assesses_signing(signing_id, holder_id, acted_for)
          and case when act = 'paused' then not is_let_count(signing_id)
            else began_pause(pause_id, signing_id) end))
      and (until is null or may_pause_until(signing_id, pause_id, until)));
    create trigger sign_off_pause_append_only before update or delete on sign_off_pause
      for each row execute function refuse_change();
    grant select, insert on sign_off_pause to lanyard_app;

    -- After somebody has left, one person proposes a withdrawal and a second decides.
    create table withdrawal_proposal (
      id uuid primary key,
      signing_id uuid not null references signing on delete cascade,
      holder_id uuid not null references person,
      codes text[] not null check (cardinality(codes) > 0),
      cause text not null check (cause in ('error', 'fraud', 'later-assessment')),
      explanation text not null check (length(explanation) between 1 and 1000),
      proposed_by uuid not null references person,
      proposed_for text not null references organisation,
      at timestamptz not null default clock_timestamp(),
      -- The last day on which it can be decided.
      lapses_on date not null,
      stepped_up_how text not null,
      stepped_up_at timestamptz not null
    );
    create index on withdrawal_proposal (signing_id, at);
    create index on withdrawal_proposal (holder_id);
    create table withdrawal_proposal_answer (
      proposal_id uuid primary key references withdrawal_proposal on delete cascade,
      outcome text not null check (outcome in ('confirmed', 'refused', 'taken-back')),
      reason text check (length(reason) between 1 and 1000),
      answered_by uuid not null references person,
      at timestamptz not null default clock_timestamp()
    );
    alter table withdrawal_proposal enable row level security;
    alter table withdrawal_proposal_answer enable row level security;
    create policy withdrawal_proposal_read on withdrawal_proposal for select using (
      holder_id = (select actor_id())
      or is_answerable_signing(signing_id));
    create policy withdrawal_proposal_make on withdrawal_proposal for insert with check (
      proposed_by = actor_id() and has_standing_sign_off(signing_id)
      and issues_for_signing(signing_id, holder_id, proposed_for));
    create policy withdrawal_proposal_answer_read on withdrawal_proposal_answer for select using (
      exists (select from withdrawal_proposal where id = proposal_id));
    create function may_answer_proposal(wanted uuid, with_outcome text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from withdrawal_proposal proposed
            where proposed.id = wanted and case with_outcome
              when 'taken-back' then proposed.proposed_by = actor_id()
              else proposed.proposed_by <> actor_id()
                and issues_for_signing(proposed.signing_id, proposed.holder_id, proposed.proposed_for)
              end
              -- What somebody proposed who may no longer withdraw cannot be confirmed.
              and (with_outcome <> 'confirmed'
                or holds_permission(proposed.proposed_by, 'issue', proposed.proposed_for)));
        end
      $$;
    create policy withdrawal_proposal_answer_give on withdrawal_proposal_answer for insert
      with check (answered_by = actor_id() and may_answer_proposal(proposal_id, outcome));
    create trigger withdrawal_proposal_append_only before update or delete on withdrawal_proposal
      for each row execute function refuse_change();
    create trigger withdrawal_proposal_answer_append_only
      before update or delete on withdrawal_proposal_answer
      for each row execute function refuse_change();
    grant select, insert on withdrawal_proposal, withdrawal_proposal_answer to lanyard_app;
    -- Does its holder work where it was signed, or for whom it is withdrawn?
    create function holder_is_here(wanted uuid, in_name_of text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from signing where id = wanted
            and (works_at(holder_id, organisation) or works_at(holder_id, in_name_of))
            and (assessor_id = actor_id() or organisation = any (answerable_organisations())));
        end
      $$;
    create function is_confirmed_now(of_sign_off uuid) returns boolean
      language plpgsql volatile security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from sign_off
            join withdrawal_proposal proposed on proposed.signing_id = sign_off.signing_id
            join withdrawal_proposal_answer answer on answer.proposal_id = proposed.id
            where sign_off.id = of_sign_off and sign_off.code = any (proposed.codes)
              and answer.outcome = 'confirmed' and answer.answered_by = actor_id()
              and answer.xmin = pg_current_xact_id()::xid);
        end
      $$;
    create policy sign_off_withdrawal_second on sign_off_withdrawal as restrictive for insert
      with check (cause = 'taken-back' or is_confirmed_now(sign_off_id) or exists (
        select from sign_off join signing on signing.id = sign_off.signing_id
        where sign_off.id = sign_off_withdrawal.sign_off_id
          and holder_is_here(signing.id, coalesce(withdrawn_for, signing.organisation))));

    -- What the holder says to it, and what they are answered.
    create table sign_off_reply (
      id uuid primary key,
      signing_id uuid not null references signing on delete cascade,
      holder_id uuid not null references person,
      pause_id uuid references sign_off_pause on delete cascade,
      proposal_id uuid references withdrawal_proposal on delete cascade,
      by_holder boolean not null,
      words text not null check (length(words) between 1 and 2000),
      written_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      check (num_nonnulls(pause_id, proposal_id) = 1),
      check (by_holder = (written_by = holder_id))
    );
    create index on sign_off_reply (signing_id, at);
    create index on sign_off_reply (holder_id);
    create index on sign_off_reply (pause_id);
    create index on sign_off_reply (proposal_id);
    alter table sign_off_reply enable row level security;
    -- Those who decide, and not whoever only signed it.
    create policy sign_off_reply_read on sign_off_reply for select using (
      holder_id = (select actor_id()) or is_answerable_signing(signing_id)
      or began_pause(pause_id, signing_id));
    create function is_open_question(of_signing uuid, of_holder uuid, of_pause uuid, of_proposal uuid)
      returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from sign_off_pause where id = of_pause and pause_id = id
              and signing_id = of_signing and holder_id = of_holder
              and not exists (select from sign_off_pause ended
                where ended.pause_id = of_pause and ended.act = 'ended'))
            or exists (select from withdrawal_proposal proposed where proposed.id = of_proposal
              and proposed.signing_id = of_signing and proposed.holder_id = of_holder
              and not exists (select from withdrawal_proposal_answer answer
                where answer.proposal_id = of_proposal));
        end
      $$;
    create policy sign_off_reply_write on sign_off_reply for insert with check (
      written_by = actor_id() and is_open_question(signing_id, holder_id, pause_id, proposal_id)
      and (holder_id = actor_id() or is_answerable_signing(signing_id)
        or began_pause(pause_id, signing_id)));
    create trigger sign_off_reply_append_only before update or delete on sign_off_reply
      for each row execute function refuse_change();
    grant select, insert on sign_off_reply to lanyard_app;

    -- A suspension says its last day, and ends by itself when that has passed.
    alter table status_change add column until date
      check (until is null or (set and purpose = 'suspension'));
    create function is_paused_at(of_list text, of_index integer, is_set boolean, last_day date)
      returns boolean
      language plpgsql volatile security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from credential
            join signing_credential shown on shown.credential_id = credential.id
            join signing on signing.id = shown.signing_id
            join lateral (select * from sign_off_pause where sign_off_pause.signing_id = signing.id
              order by at desc limit 1) latest on true
            where credential.status_list = of_list and credential.status_index = of_index
              and is_set = (latest.act <> 'ended') and last_day is not distinct from latest.until
              and (latest.acted_by = actor_id() or signing.assessor_id = actor_id()
                or signing.organisation = any (answerable_organisations())));
        end
      $$;
    create policy status_change_pause on status_change for insert with check (
      purpose = 'suspension' and is_paused_at(list, index, set, until));

    -- Where a letter reaches somebody of whose sign-off something is asked; their own address first.
    create function addresses_of_holder(holder uuid) returns setof text
      language sql stable security definer set search_path = public, pg_temp as $$
        select address from email_address
        where actor() = 'job:tell-holder' and person_id = holder
          and (ends_on is null or ends_on >= current_date) and not is_closing(holder)
          and (exists (select from sign_off_pause where holder_id = holder)
            or exists (select from withdrawal_proposal where holder_id = holder))
        order by email_address.kind, confirmed_at limit 1
      $$;
    create function erase_questions(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from sign_off_reply where holder_id = of_person;
        end
      $$;
  `,
}
