import type { Migration } from './list.ts'

export const supervision: Migration = {
  name: '0029-supervision',
  sql: `
    -- Whom a worker can choose: whoever assesses, delegates or manages people there.
    create function may_supervise(person uuid, at_organisation text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return holds_permission(person, 'assess', at_organisation)
            or holds_permission(person, 'delegate', at_organisation)
            or holds_permission(person, 'manage-team', at_organisation);
        end
      $$;
    -- Works there, and has without a day between since then.
    create function stayed_at(person uuid, at_organisation text, since date) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return works_at(person, at_organisation) and not exists (
            select from membership left_one
            where left_one.person_id = person and left_one.organisation = at_organisation
              and left_one.valid_to >= since and left_one.valid_to < london_day()
              and not exists (select from membership went_on
                where went_on.person_id = person and went_on.organisation = at_organisation
                  and went_on.valid_from <= left_one.valid_to + 1
                  and coalesce(went_on.valid_to, 'infinity') > left_one.valid_to));
        end
      $$;

    -- Somebody supervises a worker. Two at once is normal. It begins when both have agreed, and
    -- ends when one of them ends it, or when one of them no longer works there.
    create table supervising (
      id uuid primary key,
      worker_id uuid not null references person,
      supervisor_id uuid not null references person,
      organisation text not null references organisation,
      asked_by uuid not null references person,
      asked_at timestamptz not null default clock_timestamp(),
      -- Handed over from this one. Another than the supervisor asked for it: then the supervisor
      -- alone agrees, and the worker may object. Nobody hands over to themselves without a yes.
      follows uuid references supervising,
      worker_agreed_at timestamptz,
      supervisor_agreed_at timestamptz,
      began_on date,
      ended_on date,
      ended_by uuid references person,
      end_reason text check (end_reason in
        ('taken-back', 'declined', 'objected', 'ended', 'handed-over', 'left')),
      -- The worker lets this supervisor read the notes that were written with the one before.
      shows_earlier boolean not null default false,
      check (worker_id <> supervisor_id),
      check ((ended_on is null) = (end_reason is null)),
      check (began_on is null or supervisor_agreed_at is not null),
      check (follows is not null or not shows_earlier),
      unique (id, worker_id, supervisor_id, organisation)
    );
    create unique index supervising_once on supervising (worker_id, supervisor_id, organisation)
      where ended_on is null;
    create unique index supervising_handed_over_once on supervising (follows)
      where ended_on is null and follows is not null;
    create index on supervising (supervisor_id);
    create index on supervising (organisation);
    create index on supervising (asked_by);
    create index on supervising (follows);

    create function supervises_now(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from supervising held
            where held.id = wanted and began_on is not null and ended_on is null
              and stayed_at(worker_id, organisation, began_on)
              and stayed_at(supervisor_id, organisation, began_on)
              and may_supervise(supervisor_id, organisation));
        end
      $$;
    -- While it stands.
    create function is_in_supervising(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from supervising
              where id = wanted and actor_id() in (worker_id, supervisor_id))
            and supervises_now(wanted);
        end
      $$;
    -- Out of date rows make room for new ones.
    create function end_supervisings_left(of_worker uuid, of_supervisor uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update supervising set ended_on = london_day(), end_reason = 'left'
            where worker_id = of_worker and supervisor_id = of_supervisor and ended_on is null
              and not (stayed_at(worker_id, organisation, coalesce(began_on, asked_at::date))
                and stayed_at(supervisor_id, organisation, coalesce(began_on, asked_at::date)));
        end
      $$;
    revoke execute on function end_supervisings_left(uuid, uuid) from public;
    create function ask_is_own_yes() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if new.worker_id is distinct from new.supervisor_id then
            perform end_supervisings_left(new.worker_id, new.supervisor_id);
          end if;
          new.worker_agreed_at := case when new.asked_by = new.worker_id then clock_timestamp() end;
          new.supervisor_agreed_at :=
            case when new.asked_by = new.supervisor_id then clock_timestamp() end;
          return new;
        end
      $$;
    create trigger supervising_asked before insert on supervising
      for each row execute function ask_is_own_yes();

    -- The last supervision of a worker there, where it no longer stands, nobody else supervises them
    -- and it was not the worker who ended it.
    create function left_alone_by(of_worker uuid, at_organisation text) returns uuid
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return (select latest.id from (select * from supervising
              where worker_id = of_worker and organisation = at_organisation
                and began_on is not null
              order by began_on desc, asked_at desc limit 1) latest
            where latest.ended_by is distinct from of_worker
              and not exists (select from supervising other
                where other.worker_id = of_worker and other.organisation = at_organisation
                  and supervises_now(other.id)));
        end
      $$;
    revoke execute on function left_alone_by(uuid, text) from public;
    -- Who hands over: the supervisor while they are one, or whoever manages people there once
    -- the worker has nobody.
    create function may_hand_over(wanted uuid, of_worker uuid, at_organisation text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from supervising held
            where held.id = wanted and held.worker_id = of_worker
              and held.organisation = at_organisation and held.began_on is not null
              and ((held.supervisor_id = actor_id() and supervises_now(held.id))
                or (has_permission('manage-team', at_organisation)
                  and left_alone_by(of_worker, at_organisation) = held.id)));
        end
      $$;

    alter table supervising enable row level security;
    create policy supervising_read on supervising for select using (
      worker_id = (select actor_id()) or supervisor_id = (select actor_id())
      or organisation = any ((select managed_organisations())::text[]));
    create policy supervising_ask on supervising for insert with check (
      asked_by = actor_id() and works_at(worker_id, organisation)
      and works_at(supervisor_id, organisation) and may_supervise(supervisor_id, organisation)
      and not is_closing(worker_id) and not is_closing(supervisor_id)
      and case when follows is null
        then actor_id() in (worker_id, supervisor_id) or has_permission('manage-team', organisation)
        else may_hand_over(follows, worker_id, organisation) end);
    grant select on supervising to lanyard_app;
    grant insert (id, worker_id, supervisor_id, organisation, asked_by, follows)
      on supervising to lanyard_app;

    create function name_in_supervising(wanted uuid, of_person uuid) returns text
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return (select person.name from supervising held
            join person on person.id in (held.worker_id, held.supervisor_id)
            where held.id = wanted and person.id = of_person and not is_erased(person.id)
              and (actor_id() in (held.worker_id, held.supervisor_id)
                or has_permission('manage-team', held.organisation)));
        end
      $$;

    -- What was agreed on: read by the two, in a table of its own, since it goes along when one
    -- supervisor hands over to another.
    create table supervision_action (
      id uuid primary key,
      supervising_id uuid not null references supervising,
      session_id uuid not null,
      at timestamptz not null default clock_timestamp()
    );
    create index on supervision_action (supervising_id);
    create index on supervision_action (session_id);
    create table supervision_action_version (
      action_id uuid not null references supervision_action on delete cascade,
      version integer not null check (version > 0),
      words text not null check (length(words) between 1 and 500),
      doer text not null check (doer in ('worker', 'supervisor', 'both')),
      due_on date,
      state text not null check (state in ('open', 'done', 'dropped')),
      changed_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      primary key (action_id, version)
    );
    create index on supervision_action_version (changed_by);

    -- Yes, by one of the two. True where it changed something.
    create function agree_supervising(wanted uuid) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          asked supervising;
          me uuid := actor_id();
          begins boolean;
        begin
          -- The one before first, as where its worker ends it.
          perform 1 from supervising
            where id = (select follows from supervising where id = wanted) for update;
          select * into asked from supervising where id = wanted and ended_on is null
            and began_on is null for update;
          if not found or me is null or me not in (asked.worker_id, asked.supervisor_id)
            or is_closing(me) or not works_at(asked.worker_id, asked.organisation)
            or not works_at(asked.supervisor_id, asked.organisation)
            or not may_supervise(asked.supervisor_id, asked.organisation)
          then
            return false;
          end if;
          if me = asked.worker_id then
            asked.worker_agreed_at := coalesce(asked.worker_agreed_at, clock_timestamp());
          else
            asked.supervisor_agreed_at := coalesce(asked.supervisor_agreed_at, clock_timestamp());
          end if;
          begins := asked.supervisor_agreed_at is not null
            and (asked.worker_agreed_at is not null
              or (asked.asked_by <> asked.supervisor_id and exists (select from supervising former
                where former.id = asked.follows
                  and former.ended_by is distinct from former.worker_id)));
          update supervising set worker_agreed_at = asked.worker_agreed_at,
              supervisor_agreed_at = asked.supervisor_agreed_at,
              began_on = case when begins then london_day() end
            where id = wanted;
          if begins and asked.follows is not null then
            update supervising set ended_on = london_day(), ended_by = asked.asked_by,
                end_reason = 'handed-over'
              where id = asked.follows and ended_on is null;
            update supervision_action moved set supervising_id = wanted
              where moved.supervising_id = asked.follows
                and (select latest.state from supervision_action_version latest
                  where latest.action_id = moved.id order by latest.version desc limit 1) = 'open';
          end if;
          return true;
        end
      $$;
    -- No, or no longer. Says why it ended; null where nothing changed.
    create function end_supervising(wanted uuid) returns text
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          asked supervising;
          me uuid := actor_id();
          reason text;
        begin
          select * into asked from supervising where id = wanted and ended_on is null for update;
          -- Whoever asked for it takes it back; once it has begun it is between the two.
          if not found or me is null or not (me in (asked.worker_id, asked.supervisor_id)
              or (asked.began_on is null and asked.asked_by = me))
          then
            return null;
          end if;
          reason := case
            when asked.follows is not null and me = asked.worker_id then 'objected'
            when asked.began_on is not null then 'ended'
            when me = asked.asked_by then 'taken-back'
            else 'declined' end;
          update supervising set ended_on = london_day(), ended_by = me, end_reason = reason
            where id = wanted;
          -- Whoever wanted no more of it is handed over to nobody.
          if me = asked.worker_id then
            update supervising set ended_on = london_day(), ended_by = me, end_reason = 'objected'
              where follows = wanted and ended_on is null and began_on is null;
          end if;
          return reason;
        end
      $$;
    create function show_earlier_notes(wanted uuid, shown boolean) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update supervising set shows_earlier = shown
            where id = wanted and worker_id = actor_id() and follows is not null;
          return found;
        end
      $$;
    -- Workers there whose supervisor left or lost the permission and whom nobody supervises now: for
    -- whoever manages people there, and names only.
    create function workers_without_supervisor(at_organisation text)
      returns table (former uuid, worker_id uuid, worker_name text, supervisor_name text,
        proposed_to text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not has_permission('manage-team', at_organisation) then
            return;
          end if;
          return query
            select latest.id, worker.id, worker.name,
              case when is_erased(latest.supervisor_id) then null else supervisor.name end,
              (select asked.name from supervising next_one
                join person asked on asked.id = next_one.supervisor_id
                where next_one.follows = latest.id and next_one.ended_on is null limit 1)
            from (select distinct held.worker_id as id, held.organisation as place
              from supervising held
              where held.organisation = at_organisation and held.began_on is not null) one_of
            join supervising latest on latest.id = left_alone_by(one_of.id, one_of.place)
            join person worker on worker.id = latest.worker_id
            join person supervisor on supervisor.id = latest.supervisor_id
            where works_at(latest.worker_id, at_organisation) and not is_closing(latest.worker_id)
            order by worker.name, worker.id;
        end
      $$;

    -- A time that the two meet. What happened is confirmed by both; then nothing changes any more.
    create table supervision_session (
      id uuid primary key,
      supervising_id uuid not null,
      worker_id uuid not null,
      supervisor_id uuid not null,
      organisation text not null,
      planned_on date not null,
      made_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      happened_on date,
      minutes integer check (minutes between 5 and 600),
      worker_confirmed_at timestamptz,
      supervisor_confirmed_at timestamptz,
      check ((happened_on is null) = (minutes is null)),
      check (happened_on is not null
        or (worker_confirmed_at is null and supervisor_confirmed_at is null)),
      foreign key (supervising_id, worker_id, supervisor_id, organisation)
        references supervising (id, worker_id, supervisor_id, organisation)
    );
    create index on supervision_session (supervising_id, planned_on desc);
    create index on supervision_session (worker_id);
    create index on supervision_session (supervisor_id);
    create index on supervision_session (made_by);
    alter table supervision_action add foreign key (session_id) references supervision_session;

    create function may_read_earlier(of_supervising uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from supervising next_one
            where next_one.follows = of_supervising and next_one.shows_earlier
              and next_one.supervisor_id = actor_id() and supervises_now(next_one.id));
        end
      $$;
    -- The words of a session: for its worker always, for its supervisor while they are one, and for
    -- whoever came after where the worker says so.
    create function may_read_session(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from supervision_session held where held.id = wanted
            and (held.worker_id = actor_id()
              or (held.supervisor_id = actor_id() and supervises_now(held.supervising_id))
              or may_read_earlier(held.supervising_id)));
        end
      $$;
    create function is_confirmed_session(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from supervision_session where id = wanted
            and worker_confirmed_at is not null and supervisor_confirmed_at is not null);
        end
      $$;
    create function may_write_session(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return not is_confirmed_session(wanted) and exists (select from supervision_session
            where id = wanted and is_in_supervising(supervising_id));
        end
      $$;
    create function keep_session() returns trigger language plpgsql as $$
      begin
        if old.worker_confirmed_at is not null and old.supervisor_confirmed_at is not null then
          raise exception 'both have confirmed this session' using errcode = 'restrict_violation';
        end if;
        if (new.worker_confirmed_at is not null and actor_id() is distinct from old.worker_id
            and new.worker_confirmed_at is distinct from old.worker_confirmed_at)
          or (new.supervisor_confirmed_at is not null and actor_id() is distinct from old.supervisor_id
            and new.supervisor_confirmed_at is distinct from old.supervisor_confirmed_at)
        then
          raise exception 'nobody confirms for the other' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end
    $$;
    create trigger supervision_session_kept before update on supervision_session
      for each row execute function keep_session();

    alter table supervision_session enable row level security;
    create policy supervision_session_read on supervision_session for select using (
      worker_id = (select actor_id()) or supervisor_id = (select actor_id())
      or may_read_earlier(supervising_id));
    create policy supervision_session_plan on supervision_session for insert with check (
      made_by = actor_id() and is_in_supervising(supervising_id));
    create policy supervision_session_change on supervision_session for update
      using (is_in_supervising(supervising_id)) with check (is_in_supervising(supervising_id));
    grant select on supervision_session to lanyard_app;
    grant insert (id, supervising_id, worker_id, supervisor_id, organisation, planned_on, made_by)
      on supervision_session to lanyard_app;
    grant update (planned_on, happened_on, minutes, worker_confirmed_at, supervisor_confirmed_at)
      on supervision_session to lanyard_app;

    create table supervision_agenda (
      session_id uuid not null references supervision_session on delete cascade,
      -- What it is of: due:…, statement:…, action:…, goal:…, words:…
      key text not null check (length(key) between 3 and 120),
      words text not null check (length(words) between 1 and 600),
      added_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      primary key (session_id, key)
    );
    create index on supervision_agenda (added_by);
    alter table supervision_agenda enable row level security;
    create policy supervision_agenda_read on supervision_agenda for select
      using (may_read_session(session_id));
    create policy supervision_agenda_add on supervision_agenda for insert
      with check (added_by = actor_id() and may_write_session(session_id));
    create policy supervision_agenda_take_off on supervision_agenda for delete
      using (added_by = actor_id() and may_write_session(session_id));
    grant select, insert, delete on supervision_agenda to lanyard_app;

    create table supervision_note (
      session_id uuid not null references supervision_session on delete cascade,
      author_id uuid not null references person,
      version integer not null check (version > 0),
      words text not null check (length(words) <= 5000),
      at timestamptz not null default clock_timestamp(),
      primary key (session_id, author_id, version)
    );
    create index on supervision_note (author_id);
    alter table supervision_note enable row level security;
    create policy supervision_note_read on supervision_note for select
      using (author_id = (select actor_id()) or may_read_session(session_id));
    create policy supervision_note_write on supervision_note for insert
      with check (author_id = actor_id() and may_write_session(session_id));
    create trigger supervision_note_append_only before update or delete on supervision_note
      for each row execute function refuse_change();
    grant select, insert on supervision_note to lanyard_app;

    -- After both have confirmed: a new entry, and what it says to put right stays.
    create table supervision_correction (
      id uuid primary key,
      session_id uuid not null references supervision_session on delete cascade,
      author_id uuid not null references person,
      words text not null check (length(words) between 1 and 2000),
      at timestamptz not null default clock_timestamp()
    );
    create index on supervision_correction (session_id, at);
    create index on supervision_correction (author_id);
    create function may_correct_session(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return is_confirmed_session(wanted) and exists (select from supervision_session
            where id = wanted and (worker_id = actor_id()
              or (supervisor_id = actor_id() and supervises_now(supervising_id))));
        end
      $$;
    alter table supervision_correction enable row level security;
    create policy supervision_correction_read on supervision_correction for select
      using (author_id = (select actor_id()) or may_read_session(session_id));
    create policy supervision_correction_write on supervision_correction for insert
      with check (author_id = actor_id() and may_correct_session(session_id));
    create trigger supervision_correction_append_only before update or delete on supervision_correction
      for each row execute function refuse_change();
    grant select, insert on supervision_correction to lanyard_app;

    -- Each one's own thoughts: no policy opens them to anybody else.
    create table supervision_reflection (
      id uuid primary key,
      session_id uuid not null references supervision_session on delete cascade,
      person_id uuid not null references person,
      words text not null check (length(words) <= 5000),
      at timestamptz not null default clock_timestamp()
    );
    create index on supervision_reflection (person_id, session_id, at desc);
    create index on supervision_reflection (session_id);
    alter table supervision_reflection enable row level security;
    create policy supervision_reflection_read on supervision_reflection for select
      using (person_id = (select actor_id()));
    create policy supervision_reflection_write on supervision_reflection for insert with check (
      person_id = actor_id() and exists (select from supervision_session held
        where held.id = session_id and actor_id() in (held.worker_id, held.supervisor_id)));
    create trigger supervision_reflection_append_only before update or delete on supervision_reflection
      for each row execute function refuse_change();
    grant select, insert on supervision_reflection to lanyard_app;

    create function may_read_action(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from supervision_action held
            join supervising on supervising.id = held.supervising_id
            where held.id = wanted and (worker_id = actor_id()
              or (supervisor_id = actor_id() and supervises_now(supervising.id))));
        end
      $$;
    create function may_change_action(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          -- What a worker agreed to do they can finish, also when their supervisor has left.
          return exists (select from supervision_action where id = wanted
            and (is_in_supervising(supervising_id) or is_worker_in(supervising_id)));
        end
      $$;
    alter table supervision_action enable row level security;
    alter table supervision_action_version enable row level security;
    create function is_worker_in(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from supervising where id = wanted and worker_id = actor_id());
        end
      $$;
    create policy supervision_action_read on supervision_action for select
      using (is_worker_in(supervising_id) or is_in_supervising(supervising_id));
    create policy supervision_action_add on supervision_action for insert with check (
      is_in_supervising(supervising_id) and may_write_session(session_id)
      and exists (select from supervision_session held where held.id = session_id
        and held.supervising_id = supervision_action.supervising_id));
    create policy supervision_action_version_read on supervision_action_version for select
      using (may_read_action(action_id));
    create policy supervision_action_version_write on supervision_action_version for insert
      with check (changed_by = actor_id() and may_change_action(action_id));
    create trigger supervision_action_version_append_only
      before update or delete on supervision_action_version
      for each row execute function refuse_change();
    grant select on supervision_action to lanyard_app;
    grant insert (id, supervising_id, session_id) on supervision_action to lanyard_app;
    grant select, insert on supervision_action_version to lanyard_app;

    -- An appraisal is held by one who supervises. It ends in a plan that both agree on.
    create table appraisal (
      id uuid primary key,
      supervising_id uuid not null,
      worker_id uuid not null,
      supervisor_id uuid not null,
      organisation text not null,
      begun_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      -- The worker showed what they prepared; before that only they read it.
      shared_at timestamptz,
      meeting_on date,
      review_on date,
      worker_agreed_at timestamptz,
      supervisor_agreed_at timestamptz,
      agreed_on date,
      check (review_on > meeting_on),
      check ((agreed_on is not null) =
        (worker_agreed_at is not null and supervisor_agreed_at is not null)),
      foreign key (supervising_id, worker_id, supervisor_id, organisation)
        references supervising (id, worker_id, supervisor_id, organisation)
    );
    -- Of two who begin one at once, one does.
    create unique index appraisal_open_once on appraisal (supervising_id) where agreed_on is null;
    create index on appraisal (supervising_id);
    create index on appraisal (worker_id);
    create index on appraisal (supervisor_id);
    create index on appraisal (begun_by);
    create function keep_appraisal() returns trigger language plpgsql as $$
      begin
        if old.agreed_on is not null then
          raise exception 'both have agreed on this plan' using errcode = 'restrict_violation';
        end if;
        if (new.worker_agreed_at is not null and actor_id() is distinct from old.worker_id
            and new.worker_agreed_at is distinct from old.worker_agreed_at)
          or (new.supervisor_agreed_at is not null and actor_id() is distinct from old.supervisor_id
            and new.supervisor_agreed_at is distinct from old.supervisor_agreed_at)
          or (new.shared_at is distinct from old.shared_at
            and actor_id() is distinct from old.worker_id)
        then
          raise exception 'nobody agrees for the other' using errcode = 'insufficient_privilege';
        end if;
        if new.worker_agreed_at is not null and new.supervisor_agreed_at is not null then
          new.agreed_on := london_day();
        end if;
        return new;
      end
    $$;
    create trigger appraisal_kept before update on appraisal
      for each row execute function keep_appraisal();
    alter table appraisal enable row level security;
    create policy appraisal_read on appraisal for select using (
      worker_id = (select actor_id())
      or (supervisor_id = (select actor_id()) and is_in_supervising(supervising_id)));
    create policy appraisal_begin on appraisal for insert
      with check (begun_by = actor_id() and is_in_supervising(supervising_id));
    create policy appraisal_change on appraisal for update
      using (is_in_supervising(supervising_id)) with check (is_in_supervising(supervising_id));
    grant select on appraisal to lanyard_app;
    grant insert (id, supervising_id, worker_id, supervisor_id, organisation, begun_by)
      on appraisal to lanyard_app;
    grant update (shared_at, meeting_on, review_on, worker_agreed_at, supervisor_agreed_at)
      on appraisal to lanyard_app;

    create function may_read_appraisal(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from appraisal held where held.id = wanted
            and (held.worker_id = actor_id()
              or (held.supervisor_id = actor_id() and supervises_now(held.supervising_id))));
        end
      $$;
    create function may_write_appraisal(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from appraisal held where held.id = wanted
            and held.agreed_on is null and is_in_supervising(held.supervising_id));
        end
      $$;
    -- What the worker prepares, and what each writes of the meeting: each save is a new version.
    create table appraisal_words (
      appraisal_id uuid not null references appraisal on delete cascade,
      author_id uuid not null references person,
      part text not null check (part in ('preparation', 'meeting')),
      version integer not null check (version > 0),
      answers jsonb not null,
      at timestamptz not null default clock_timestamp(),
      primary key (appraisal_id, author_id, part, version)
    );
    create index on appraisal_words (author_id);
    -- As it was when the worker showed it, and later: an earlier draft stays theirs alone.
    create function is_shown_preparation(wanted uuid, wanted_version integer) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from appraisal held where held.id = wanted
            and held.shared_at is not null
            and not exists (select from appraisal_words later
              where later.appraisal_id = wanted and later.part = 'preparation'
                and later.version > wanted_version and later.at <= held.shared_at));
        end
      $$;
    alter table appraisal_words enable row level security;
    create policy appraisal_words_read on appraisal_words for select using (
      author_id = (select actor_id()) or (may_read_appraisal(appraisal_id)
        and (part = 'meeting' or is_shown_preparation(appraisal_id, version))));
    create policy appraisal_words_write on appraisal_words for insert with check (
      author_id = actor_id() and may_write_appraisal(appraisal_id)
      and (part = 'meeting' or exists (select from appraisal held
        where held.id = appraisal_id and held.worker_id = actor_id())));
    create trigger appraisal_words_append_only before update or delete on appraisal_words
      for each row execute function refuse_change();
    grant select, insert on appraisal_words to lanyard_app;

    -- The personal development plan. Once it is agreed only how it goes can change.
    create table plan_item (
      item_id uuid not null,
      version integer not null check (version > 0),
      appraisal_id uuid not null references appraisal on delete cascade,
      kind text not null check (kind in ('statement', 'goal', 'learning', 'other')),
      words text not null check (length(words) between 1 and 600),
      helper text check (length(helper) between 1 and 200),
      by_on date,
      state text not null check (state in ('planned', 'done', 'still-going', 'no-longer', 'taken-off')),
      changed_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      primary key (item_id, version)
    );
    create index on plan_item (appraisal_id);
    create index on plan_item (changed_by);
    create function keep_plan_item() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          former plan_item;
        begin
          select * into former from plan_item
            where item_id = new.item_id order by version desc limit 1;
          if former.item_id is not null and former.appraisal_id <> new.appraisal_id then
            raise exception 'an item stays in its plan' using errcode = 'insufficient_privilege';
          end if;
          if exists (select from appraisal where id = new.appraisal_id and agreed_on is not null)
            and (former.item_id is null or new.state = 'taken-off'
              or (former.kind, former.words, former.helper, former.by_on)
                is distinct from (new.kind, new.words, new.helper, new.by_on))
          then
            raise exception 'both have agreed on this plan' using errcode = 'restrict_violation';
          end if;
          return new;
        end
      $$;
    create trigger plan_item_kept before insert on plan_item
      for each row execute function keep_plan_item();
    create function may_change_plan(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from appraisal held where held.id = wanted
            and (is_in_supervising(held.supervising_id)
              -- Their own plan goes on without whoever it was agreed with.
              or (held.agreed_on is not null and held.worker_id = actor_id())));
        end
      $$;
    alter table plan_item enable row level security;
    create policy plan_item_read on plan_item for select using (may_read_appraisal(appraisal_id));
    create policy plan_item_write on plan_item for insert
      with check (changed_by = actor_id() and may_change_plan(appraisal_id));
    create trigger plan_item_append_only before update or delete on plan_item
      for each row execute function refuse_change();
    grant select, insert on plan_item to lanyard_app;

    -- Where a letter reaches somebody in supervision: their own address first.
    create function supervision_addresses(of_person uuid) returns setof text
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query select email_address.address from email_address
            where actor() = 'job:tell-of-supervision' and email_address.person_id = of_person
              and not is_closing(of_person)
              and (ends_on is null or ends_on >= london_day())
            order by email_address.kind, email_address.confirmed_at limit 1;
        end
      $$;

    -- A worker's words go, and what was written with them. That they met, and how long, stays in the
    -- supervisor's own record of learning, without a name.
    create function erase_supervision(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          update supervising set ended_on = london_day(), end_reason = 'left'
            where of_person in (worker_id, supervisor_id) and ended_on is null;
          delete from supervision_reflection where person_id = of_person;
          delete from appraisal where worker_id = of_person;
          delete from supervision_agenda where session_id in
            (select id from supervision_session where worker_id = of_person);
          delete from supervision_note where session_id in
            (select id from supervision_session where worker_id = of_person);
          delete from supervision_correction where session_id in
            (select id from supervision_session where worker_id = of_person);
          delete from supervision_action where session_id in
            (select id from supervision_session where worker_id = of_person);
          -- Nobody's hours any more.
          delete from supervision_session
            where (worker_id = of_person and is_erased(supervisor_id))
              or (supervisor_id = of_person and is_erased(worker_id));
        end
      $$;
  `,
}
