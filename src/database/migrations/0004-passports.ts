import type { Migration } from './list.ts'

export const passports: Migration = {
  name: '0004-passports',
  sql: `
    create table self_assessment (
      id uuid primary key,
      holder_id uuid not null references person,
      edition text not null,
      code text not null,
      answer text not null check (answer in
        ('confident', 'with-support', 'not-yet', 'not-now', 'not-my-role')),
      at timestamptz not null default clock_timestamp(),
      foreign key (edition, code) references statement (edition, code)
    );
    create index on self_assessment (holder_id, edition, code, at desc);

    -- Private to the holder; nobody else's policy ever names this table.
    create table private_note (
      id uuid primary key,
      holder_id uuid not null references person,
      edition text not null,
      section text not null,
      note text not null,
      at timestamptz not null default clock_timestamp()
    );
    create index on private_note (holder_id, edition, section, at desc);

    create table sign_off_request (
      id uuid primary key,
      holder_id uuid not null references person,
      assessor_id uuid not null references person,
      organisation text not null references organisation,
      edition text not null references edition,
      section text not null,
      level text not null,
      codes text[] not null check (cardinality(codes) > 0),
      message text,
      at timestamptz not null default clock_timestamp(),
      check (holder_id <> assessor_id)
    );
    create index on sign_off_request (holder_id, at desc);
    create index on sign_off_request (assessor_id, at desc);
    create index on sign_off_request (holder_id, assessor_id);

    -- What became of a request: signed or declined, once.
    create table sign_off_answer (
      request_id uuid primary key references sign_off_request,
      outcome text not null check (outcome in ('signed', 'declined', 'taken-back')),
      reason text,
      at timestamptz not null default clock_timestamp()
    );

    -- What an assessor has entered and is checking; it goes when the request is answered.
    create table signing_draft (
      request_id uuid primary key references sign_off_request,
      assessor_id uuid not null references person,
      entered jsonb not null
    );

    create table signing (
      id uuid primary key,
      request_id uuid not null unique references sign_off_request,
      holder_id uuid not null references person,
      assessor_id uuid not null references person,
      organisation text not null references organisation,
      edition text not null references edition,
      section text not null,
      level text not null,
      method text not null check (method in
        ('observed', 'discussion', 'simulation', 'testimony', 'prior-learning')),
      assessed_on date not null,
      setting text not null,
      review_on date,
      note text,
      -- What its credentials show of the people, as it stood that day: people move and change names.
      shown jsonb not null,
      at timestamptz not null default clock_timestamp(),
      check (holder_id <> assessor_id),
      check (review_on is null or review_on > assessed_on)
    );
    create index on signing (holder_id);
    create index on signing (assessor_id);
    create index on signing (organisation, at desc);

    create table sign_off (
      id uuid primary key,
      signing_id uuid not null references signing,
      holder_id uuid not null references person,
      edition text not null,
      code text not null,
      foreign key (edition, code) references statement (edition, code),
      unique (signing_id, code)
    );
    create index on sign_off (holder_id, edition, code);
    create index on sign_off (signing_id);

    create table sign_off_withdrawal (
      sign_off_id uuid primary key references sign_off,
      holder_id uuid not null references person,
      cause text not null check (cause in ('error', 'fraud', 'later-assessment')),
      explanation text not null,
      withdrawn_by uuid not null references person,
      at timestamptz not null default clock_timestamp()
    );
    create index on sign_off_withdrawal (holder_id);

    -- Which credential shows a signing. A withdrawal in part issues another one.
    create table signing_credential (
      signing_id uuid not null references signing,
      credential_id uuid not null references credential,
      holder_id uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      primary key (signing_id, credential_id)
    );
    create index on signing_credential (credential_id);

    create table share (
      id uuid primary key,
      holder_id uuid not null references person,
      token_hash bytea not null unique,
      expires_at timestamptz not null,
      at timestamptz not null default clock_timestamp()
    );
    create index on share (holder_id, at desc);
    create table share_credential (
      share_id uuid not null references share,
      credential_id uuid not null references credential,
      primary key (share_id, credential_id)
    );
    create table share_end (
      share_id uuid primary key references share,
      at timestamptz not null default clock_timestamp()
    );

    alter table self_assessment enable row level security;
    alter table private_note enable row level security;
    alter table sign_off_request enable row level security;
    alter table sign_off_answer enable row level security;
    alter table signing_draft enable row level security;
    alter table signing enable row level security;
    alter table sign_off enable row level security;
    alter table sign_off_withdrawal enable row level security;
    alter table signing_credential enable row level security;
    alter table share enable row level security;
    alter table share_credential enable row level security;
    alter table share_end enable row level security;

    create function asked_to_assess(request uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from sign_off_request
                       where id = request and assessor_id::text = actor())
      $$;
    create function may_see_signing(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from signing where id = wanted and
          (holder_id::text = actor() or assessor_id::text = actor()
           or has_permission('issue', organisation)))
      $$;
    -- The credentials that a live share link opens.
    create function shared_by_link(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select from share join share_credential on share_id = share.id
          where credential_id = wanted and 'link:' || share.id = actor() and expires_at > now()
            and not exists (select from share_end where share_end.share_id = share.id))
      $$;
    create function shares_by_link(holder uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select from share
          where holder_id = holder and 'link:' || share.id = actor() and expires_at > now()
            and not exists (select from share_end where share_end.share_id = share.id))
      $$;

    -- One policy a reading, the cheapest reason first: each further one is asked of every row.
    -- An assessor sees the answers to the statements of a request that is still open, while they
    -- work where it was made.
    create policy self_assessment_write on self_assessment for insert
      with check (holder_id::text = actor());
    create policy self_assessment_read on self_assessment for select using (
      holder_id::text = actor() or exists (select from sign_off_request asked
              where asked.holder_id = self_assessment.holder_id
                and asked.edition = self_assessment.edition
                and self_assessment.code = any (asked.codes)
                and asked.assessor_id::text = actor()
                and has_permission('assess', asked.organisation)
                and not exists (select from sign_off_answer where request_id = asked.id)));
    create policy private_note_own on private_note for all
      using (holder_id::text = actor()) with check (holder_id::text = actor());
    -- Of a colleague only: a request shows its two people each other's name.
    create policy sign_off_request_ask on sign_off_request for insert
      with check (holder_id::text = actor() and works_with(assessor_id));
    create policy sign_off_request_read on sign_off_request for select
      using (holder_id::text = actor() or assessor_id::text = actor());
    create policy sign_off_answer_read on sign_off_answer for select using (
      exists (select from sign_off_request where id = request_id));
    create policy sign_off_answer_assessor on sign_off_answer for insert with check (
      outcome in ('signed', 'declined') and asked_to_assess(request_id));
    create policy sign_off_answer_holder on sign_off_answer for insert with check (
      outcome = 'taken-back' and exists (select from sign_off_request
        where id = request_id and holder_id::text = actor()));
    create policy signing_draft_own on signing_draft for all
      using (assessor_id::text = actor())
      with check (assessor_id::text = actor() and exists (
        select from sign_off_request asked
        where asked.id = request_id and asked.assessor_id = signing_draft.assessor_id
          and has_permission('assess', asked.organisation)
          and not exists (select from sign_off_answer answer where answer.request_id = asked.id)));
    create policy signing_read on signing for select using (
      holder_id::text = actor() or assessor_id::text = actor()
      or has_permission('issue', organisation));
    -- What was asked for, once its assessor has said yes.
    create policy signing_sign on signing for insert with check (
      assessor_id::text = actor() and has_permission('assess', organisation)
      and exists (select from sign_off_request asked
                  join sign_off_answer answer on answer.request_id = asked.id
                  where asked.id = signing.request_id and asked.assessor_id = signing.assessor_id
                    and asked.holder_id = signing.holder_id
                    and asked.organisation = signing.organisation
                    and asked.edition = signing.edition and asked.section = signing.section
                    and asked.level = signing.level and answer.outcome = 'signed'));
    create policy sign_off_read on sign_off for select
      using (holder_id::text = actor() or may_see_signing(signing_id));
    create policy sign_off_assessor on sign_off for insert with check (
      exists (select from signing join sign_off_request asked on asked.id = request_id
              where signing.id = signing_id and signing.assessor_id::text = actor()
                and signing.holder_id = sign_off.holder_id
                and signing.edition = sign_off.edition and sign_off.code = any (asked.codes)));
    create policy sign_off_withdrawal_read on sign_off_withdrawal for select using (
      holder_id::text = actor() or exists (select from sign_off where sign_off.id = sign_off_id));
    create policy sign_off_withdrawal_issuer on sign_off_withdrawal for insert with check (
      withdrawn_by::text = actor() and exists (
        select from sign_off join signing on signing.id = signing_id
        where sign_off.id = sign_off_id and sign_off.holder_id = sign_off_withdrawal.holder_id
          and has_permission('issue', signing.organisation)));
    create policy signing_credential_read on signing_credential for select
      using (holder_id::text = actor() or may_see_signing(signing_id));
    create policy signing_credential_issue on signing_credential for insert with check (
      exists (select from signing
              join credential on credential.id = credential_id
                and credential.holder_id = signing.holder_id
                and credential.organisation = signing.organisation
              where signing.id = signing_id and signing.holder_id = signing_credential.holder_id
                and (assessor_id::text = actor() or has_permission('issue', signing.organisation))));
    create policy share_own on share for all
      using (holder_id::text = actor()) with check (holder_id::text = actor());
    create policy share_open on share for select
      using (actor() = 'job:open-share' or 'link:' || id = actor());
    create policy share_credential_own on share_credential for all
      using (exists (select from share where share.id = share_id and holder_id::text = actor()))
      with check (
        exists (select from share where share.id = share_id and holder_id::text = actor())
        and exists (select from credential where credential.id = credential_id
                    and holder_id::text = actor()));
    create policy share_credential_open on share_credential for select
      using ('link:' || share_id = actor());
    create policy share_end_own on share_end for all
      using (exists (select from share where share.id = share_id and holder_id::text = actor()))
      with check (exists (select from share where share.id = share_id and holder_id::text = actor()));
    create policy share_end_open on share_end for select using (actor() = 'job:open-share');
    create policy credential_shared on credential for select using (shared_by_link(id));
    -- An issuer sees who holds and who signed what they answer for, also after somebody has left.
    create function answers_for(other uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select from membership mine join signing on signing.organisation = mine.organisation
          where mine.person_id::text = actor() and 'issue' = any (mine.permissions)
            and mine.valid_from <= current_date
            and (mine.valid_to is null or mine.valid_to >= current_date)
            and other in (signing.holder_id, signing.assessor_id))
      $$;
    -- A holder and an assessor who are joined by a request see each other's name, and whoever
    -- opens a live share link sees whose it is.
    drop policy person_read on person;
    create policy person_read on person for select using (
      id::text = actor() or actor() in ('job:sign-in', 'job:load-content')
      or exists (select from sign_off_request
                 where holder_id = actor_id() and assessor_id = person.id)
      or exists (select from sign_off_request
                 where assessor_id = actor_id() and holder_id = person.id)
      or works_with(id) or (actor() like 'link:%' and shares_by_link(id)) or answers_for(id));

    -- How somebody showed who they are (a residence permit, say) is for whom they ask to sign off.
    drop policy identity_check_read on identity_check;
    create policy identity_check_read on identity_check for select using (
      person_id::text = actor() or actor() = 'job:load-content'
      or exists (select from sign_off_request
                 where assessor_id = actor_id() and holder_id = person_id));

    -- Whoever answers the request, its draft is of no more use, and the holder may not see it.
    create function forget_signing_draft() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          delete from signing_draft where request_id = new.request_id;
          return null;
        end
      $$;
    create trigger sign_off_answer_ends_draft after insert on sign_off_answer
      for each row execute function forget_signing_draft();

    create trigger self_assessment_append_only before update or delete on self_assessment
      for each row execute function refuse_change();
    create trigger private_note_append_only before update or delete on private_note
      for each row execute function refuse_change();
    create trigger sign_off_request_append_only before update or delete on sign_off_request
      for each row execute function refuse_change();
    create trigger sign_off_answer_append_only before update or delete on sign_off_answer
      for each row execute function refuse_change();
    create trigger signing_append_only before update or delete on signing
      for each row execute function refuse_change();
    create trigger sign_off_append_only before update or delete on sign_off
      for each row execute function refuse_change();
    create trigger sign_off_withdrawal_append_only before update or delete on sign_off_withdrawal
      for each row execute function refuse_change();
    create trigger signing_credential_append_only before update or delete on signing_credential
      for each row execute function refuse_change();
    create trigger share_append_only before update or delete on share
      for each row execute function refuse_change();
    create trigger share_end_append_only before update or delete on share_end
      for each row execute function refuse_change();

    grant select, insert on self_assessment, private_note, sign_off_request, sign_off_answer,
      signing, sign_off, sign_off_withdrawal, signing_credential, share, share_credential, share_end
      to lanyard_app;
    grant select, insert, update on signing_draft to lanyard_app;
  `,
}
