import type { Migration } from './list.ts'

export const organisations: Migration = {
  name: '0009-organisations',
  sql: `
    -- A day of the register is a day in London, wherever the server keeps its clock.
    create function london_day() returns date language sql stable
      return (now() at time zone 'Europe/London')::date;

    -- Which kinds there are is content (content/organisations/kinds.yaml), read strictly.
    alter table organisation drop constraint organisation_kind_check;
    update organisation set kind = 'integrated-care-system' where kind = 'area';
    -- Its name is the latest of organisation_name; ended_on is kept by organisation_event_part.
    alter table organisation
      add column opened_on date,
      add column ended_on date,
      add check (ended_on > opened_on);
    create index on organisation (name, slug);

    -- Names are dated and never taken back: each holds until the next begins, the first from the
    -- organisation's own beginning.
    create table organisation_name (
      organisation text not null references organisation,
      name text not null,
      valid_from date,
      searched tsvector not null,
      unique nulls not distinct (organisation, valid_from)
    );
    create index on organisation_name using gin (searched);

    create function words_of(name text) returns tsvector
      language sql stable set search_path = public, pg_temp
      return to_tsvector('simple', unaccent(name));
    create function index_organisation_name() returns trigger language plpgsql as $$
      begin
        new.searched := words_of(new.name);
        return new;
      end
    $$;
    create trigger organisation_name_indexed before insert on organisation_name
      for each row execute function index_organisation_name();
    create function keep_first_name() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          insert into organisation_name (organisation, name) values (new.slug, new.name);
          return null;
        end
      $$;
    create trigger organisation_first_name after insert on organisation
      for each row execute function keep_first_name();
    create function keep_present_name() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if exists (select from organisation_name later
                     where later.organisation = new.organisation and later.valid_from > new.valid_from)
          then
            raise exception 'names are recorded in the order of their days'
              using errcode = 'restrict_violation';
          end if;
          update organisation set name = new.name where slug = new.organisation;
          return null;
        end
      $$;
    insert into organisation_name (organisation, name) select slug, name from organisation;
    create trigger organisation_present_name after insert on organisation_name
      for each row when (new.valid_from is not null) execute function keep_present_name();

    -- What happened to organisations: whoever ended became those that began or went on.
    create table organisation_event (
      id uuid primary key,
      kind text not null check (kind in ('renamed', 'merged', 'split', 'closed')),
      happened_on date not null,
      -- Where it was announced.
      source text,
      recorded_by uuid references person,
      recorded_at timestamptz not null default clock_timestamp()
    );
    create table organisation_event_part (
      event_id uuid not null references organisation_event,
      organisation text not null references organisation,
      part text not null check (part in ('ended', 'continued', 'began')),
      primary key (event_id, organisation)
    );
    create index on organisation_event_part (organisation);
    -- Of two who record an end at once, one does.
    create unique index organisation_ends_once on organisation_event_part (organisation)
      where part = 'ended';
    create function keep_end() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update organisation
            set ended_on = (select happened_on from organisation_event where id = new.event_id)
            where slug = new.organisation;
          return null;
        end
      $$;
    create trigger organisation_event_ends after insert on organisation_event_part
      for each row when (new.part = 'ended') execute function keep_end();

    create table organisation_area (
      organisation text not null references organisation,
      area text not null references organisation,
      valid_from date,
      valid_to date,
      unique nulls not distinct (organisation, area, valid_from),
      check (organisation <> area),
      check (valid_to >= valid_from)
    );
    create index on organisation_area (area);
    insert into organisation_area (organisation, area)
      select slug, area from organisation where area is not null;
    alter table organisation drop column area;

    -- Whoever stewards the framework for a national steward keeps the register.
    create function is_steward() returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select from permission_grant held
          join organisation steward on steward.slug = held.organisation
          where held.person_id = actor_id() and held.permission = 'steward-framework'
            and steward.kind = 'steward'
            and (steward.ended_on is null or steward.ended_on > london_day())
            and is_current_grant(held.expires_on, held.ended_on)
            and works_at(held.person_id, held.organisation))
      $$;
    create function is_steward_of(steward text) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select is_steward() and has_permission('steward-framework', steward)
          and exists (select from organisation where slug = steward and kind = 'steward')
      $$;

    -- One steward proposes, having seen the evidence; another sees it too and confirms or refuses.
    create table verification_proposal (
      id uuid primary key,
      organisation text not null references organisation,
      -- Nobody, where the register had it before two stewards were asked.
      proposed_by uuid references person,
      steward text references organisation,
      check_again_on date not null,
      proposed_on date not null,
      proposed_at timestamptz not null default clock_timestamp(),
      brought_over text,
      unique (id, organisation),
      unique (id, proposed_by),
      check (check_again_on > proposed_on and check_again_on <= proposed_on + interval '1 year'),
      check ((brought_over is null) = (proposed_by is not null and steward is not null))
    );
    create index on verification_proposal (organisation);
    create index on verification_proposal (check_again_on);

    create table verification_evidence (
      id uuid primary key,
      proposal_id uuid not null references verification_proposal,
      kind text not null check (kind in ('register-entry', 'web-domain', 'letter')),
      register text,
      number text,
      domain text,
      shown_by text check (shown_by in ('file', 'dns')),
      dated date,
      note text,
      check ((kind = 'register-entry') = (register is not null and number is not null)),
      check ((kind = 'web-domain') = (domain is not null and shown_by is not null)),
      check (kind <> 'letter' or dated is not null)
    );
    create index on verification_evidence (proposal_id);

    -- The key: two who answer at once, and one of them has. Whoever proposed may take it back and
    -- nothing else.
    create table verification_answer (
      proposal_id uuid primary key,
      organisation text not null,
      proposed_by uuid,
      answered_by uuid references person,
      steward text references organisation,
      outcome text not null check (outcome in ('confirmed', 'refused', 'taken-back')),
      reason text,
      answered_on date not null,
      answered_at timestamptz not null default clock_timestamp(),
      foreign key (proposal_id, organisation) references verification_proposal (id, organisation),
      foreign key (proposal_id, proposed_by) references verification_proposal (id, proposed_by),
      check ((proposed_by is null) = (answered_by is null)),
      check (coalesce((answered_by = proposed_by) = (outcome = 'taken-back'), true)),
      check (outcome <> 'refused' or reason is not null)
    );
    create index on verification_answer (organisation) where outcome = 'confirmed';

    create table verification_withdrawal (
      proposal_id uuid primary key references verification_answer,
      withdrawn_from date not null,
      reason text not null,
      withdrawn_by uuid not null references person,
      withdrawn_at timestamptz not null default clock_timestamp()
    );

    insert into verification_proposal (id, organisation, check_again_on, proposed_on, brought_over)
      select gen_random_uuid(), slug, verified_on + interval '1 year', verified_on, verified_by
      from organisation where verified_by is not null and verified_on is not null;
    insert into verification_answer (proposal_id, organisation, outcome, answered_on)
      select id, organisation, 'confirmed', proposed_on from verification_proposal;
    alter table organisation drop column verified_by, drop column verified_on;

    -- May this organisation issue today?
    create function may_issue(slug text) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select from verification_answer answer
          join verification_proposal proposal on proposal.id = answer.proposal_id
          left join verification_withdrawal withdrawal on withdrawal.proposal_id = answer.proposal_id
          where answer.organisation = may_issue.slug and answer.outcome = 'confirmed'
            and answer.answered_on <= london_day() and proposal.check_again_on >= london_day()
            and (withdrawal.withdrawn_from is null or withdrawal.withdrawn_from > london_day()))
        and exists (
          select from organisation where organisation.slug = may_issue.slug
            and (opened_on is null or opened_on <= london_day())
            and (ended_on is null or ended_on > london_day()))
      $$;

    -- Asked for by people: an organisation to be added, or their own to be verified.
    create table organisation_request (
      id uuid primary key,
      -- Null asks for one to be added.
      organisation text references organisation,
      name text,
      kind text,
      nation text,
      sector text,
      register text,
      number text,
      domain text,
      note text,
      asked_by uuid not null references person,
      asked_at timestamptz not null default clock_timestamp(),
      check ((organisation is null) = (name is not null and kind is not null
        and nation is not null and sector is not null))
    );
    create index on organisation_request (asked_by);
    create table organisation_request_answer (
      request_id uuid primary key references organisation_request,
      outcome text not null check (outcome in ('done', 'refused')),
      -- What was added or verified.
      organisation text references organisation,
      reason text,
      answered_by uuid not null references person,
      answered_at timestamptz not null default clock_timestamp(),
      check ((outcome = 'refused') = (reason is not null)),
      check ((outcome = 'done') = (organisation is not null))
    );

    create table site (
      id uuid primary key default gen_random_uuid(),
      organisation text not null references organisation,
      name text not null,
      address text,
      valid_from date not null default london_day(),
      valid_to date,
      unique (id, organisation),
      check (valid_to >= valid_from)
    );
    create index on site (organisation);
    create table team (
      id uuid primary key default gen_random_uuid(),
      organisation text not null references organisation,
      site_id uuid,
      name text not null,
      valid_from date not null default london_day(),
      valid_to date,
      unique (id, organisation),
      foreign key (site_id, organisation) references site (id, organisation),
      check (valid_to >= valid_from)
    );
    create index on team (organisation);
    create unique index team_named_once on team (organisation, lower(name)) where valid_to is null;
    create unique index site_named_once on site (organisation, lower(name)) where valid_to is null;

    alter table organisation_name enable row level security;
    alter table organisation_event enable row level security;
    alter table organisation_event_part enable row level security;
    alter table organisation_area enable row level security;
    alter table verification_proposal enable row level security;
    alter table verification_evidence enable row level security;
    alter table verification_answer enable row level security;
    alter table verification_withdrawal enable row level security;
    alter table organisation_request enable row level security;
    alter table organisation_request_answer enable row level security;
    alter table site enable row level security;
    alter table team enable row level security;

    -- The register is public; what a steward was shown or refused is not.
    create function keeps_register() returns boolean language sql stable
      return actor() = 'job:load-content' or is_steward();
    drop policy organisation_load on organisation;
    create policy organisation_add on organisation for insert with check (keeps_register());
    create policy organisation_name_read on organisation_name for select using (true);
    create policy organisation_name_add on organisation_name for insert
      with check (keeps_register() and valid_from <= london_day());
    create policy organisation_event_read on organisation_event for select using (true);
    create policy organisation_event_add on organisation_event for insert with check (
      happened_on <= london_day()
      and (actor() = 'job:load-content' or (is_steward() and recorded_by = actor_id())));
    create policy organisation_event_part_read on organisation_event_part for select using (true);
    create policy organisation_event_part_add on organisation_event_part for insert
      with check (keeps_register());
    create policy organisation_area_read on organisation_area for select using (true);
    create policy organisation_area_add on organisation_area for insert
      with check (keeps_register());
    create policy organisation_area_end on organisation_area for update using (keeps_register());

    create function is_confirmed(proposal uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from verification_answer
                       where proposal_id = proposal and outcome = 'confirmed')
      $$;
    -- Asked once a query, where it is not asked of each row.
    create policy verification_proposal_read on verification_proposal for select using (
      actor() = 'job:load-content' or (select is_steward()) or is_confirmed(id)
      or has_permission('manage-team', organisation));
    create policy verification_proposal_add on verification_proposal for insert with check (
      brought_over is null and (actor() = 'job:load-content'
        or (proposed_by = actor_id() and is_steward_of(steward) and proposed_on = london_day())));
    create policy verification_evidence_read on verification_evidence for select using (
      actor() = 'job:load-content' or (select is_steward())
      or exists (select from verification_proposal
                 where verification_proposal.id = proposal_id
                   and has_permission('manage-team', organisation)));
    create policy verification_evidence_add on verification_evidence for insert with check (
      actor() = 'job:load-content'
      or (is_steward() and exists (
        select from verification_proposal
        where verification_proposal.id = proposal_id and proposed_by = actor_id())));
    create policy verification_answer_read on verification_answer for select using (
      outcome = 'confirmed' or actor() = 'job:load-content' or (select is_steward())
      or has_permission('manage-team', organisation));
    create policy verification_answer_add on verification_answer for insert with check (
      actor() = 'job:load-content'
      or (answered_by = actor_id() and is_steward_of(steward) and answered_on = london_day()));
    create policy verification_withdrawal_read on verification_withdrawal for select using (true);
    create policy verification_withdrawal_add on verification_withdrawal for insert with check (
      is_steward() and withdrawn_by = actor_id() and withdrawn_from <= london_day());

    create policy organisation_request_read on organisation_request for select
      using (asked_by = actor_id() or (select is_steward()));
    create policy organisation_request_ask on organisation_request for insert with check (
      asked_by = actor_id()
      and (organisation is null or has_permission('manage-team', organisation)));
    create policy organisation_request_answer_read on organisation_request_answer for select using (
      (select is_steward()) or exists (select from organisation_request
                              where id = request_id and asked_by = actor_id()));
    create policy organisation_request_answer_add on organisation_request_answer for insert
      with check (is_steward() and answered_by = actor_id());

    -- Where people work is named in public places; who works there is not.
    create policy site_read on site for select using (true);
    create policy site_add on site for insert
      with check (has_permission('manage-team', organisation) or actor() = 'job:load-content');
    create policy site_change on site for update
      using (has_permission('manage-team', organisation));
    create policy team_read on team for select using (true);
    create policy team_add on team for insert
      with check (has_permission('manage-team', organisation) or actor() = 'job:load-content');
    create policy team_change on team for update
      using (has_permission('manage-team', organisation));

    -- Only an organisation that two stewards have verified issues anything new.
    create function is_replacement(replaced uuid, by_organisation text) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from credential
                       where id = replaced and organisation = by_organisation)
      $$;
    drop policy credential_issue on credential;
    create policy credential_issue on credential for insert with check (
      issued_by::text = actor()
      and (has_permission('issue', organisation) or has_permission('assess', organisation))
      and (may_issue(organisation) or is_replacement(replaces, organisation))
      and exists (select from status_list where status_list.id = credential.status_list
                  and status_list.organisation = credential.organisation));

    -- How many credentials would no longer be right for their day, for a steward who dates an end.
    create index on credential (organisation, issued_at);
    create function count_issued_since(slug text, day date) returns integer
      language sql stable security definer set search_path = public, pg_temp as $$
        select count(*)::integer from credential
        where organisation = slug and is_steward()
          and issued_at >= (day::timestamp at time zone 'Europe/London')
      $$;

    create trigger organisation_name_append_only before update or delete on organisation_name
      for each row execute function refuse_change();
    create trigger organisation_event_append_only before update or delete on organisation_event
      for each row execute function refuse_change();
    create trigger organisation_event_part_append_only
      before update or delete on organisation_event_part
      for each row execute function refuse_change();
    create trigger verification_proposal_append_only before update or delete on verification_proposal
      for each row execute function refuse_change();
    create trigger verification_evidence_append_only before update or delete on verification_evidence
      for each row execute function refuse_change();
    create trigger verification_answer_append_only before update or delete on verification_answer
      for each row execute function refuse_change();
    create trigger verification_withdrawal_append_only
      before update or delete on verification_withdrawal
      for each row execute function refuse_change();
    create trigger organisation_request_append_only before update or delete on organisation_request
      for each row execute function refuse_change();
    create trigger organisation_request_answer_append_only
      before update or delete on organisation_request_answer
      for each row execute function refuse_change();

    grant select, insert on organisation_name, organisation_event, organisation_event_part,
      organisation_area, verification_proposal, verification_evidence, verification_answer,
      verification_withdrawal, organisation_request, organisation_request_answer, site, team
      to lanyard_app;
    grant update (valid_to) on organisation_area to lanyard_app;
    grant update (name, address, valid_to) on site to lanyard_app;
    grant update (name, site_id, valid_to) on team to lanyard_app;
  `,
}
