import type { Migration } from './list.ts'

export const credentials: Migration = {
  name: '0003-credentials',
  sql: `
    -- The address inside every credential for ever: stored with the first key.
    create table base_address (
      only_one boolean primary key default true check (only_one),
      base_url text not null,
      stored_at timestamptz not null default now()
    );

    -- Public keys are public; the private half is sealed with the key-encryption key.
    create table issuer_key (
      id text primary key,
      organisation text not null references organisation,
      public_key bytea not null,
      sealed_private_key bytea not null,
      created_at timestamptz not null default now()
    );
    create index on issuer_key (organisation);
    create table holder_key (
      did text primary key,
      holder_id uuid not null references person unique,
      sealed_private_key bytea not null,
      created_at timestamptz not null default now()
    );

    -- One list an organisation and purpose; both purposes share a credential's index.
    create table status_list (
      id text primary key,
      organisation text not null references organisation,
      length integer not null,
      -- Indexes are handed out in a scattered order, so that neighbours say nothing of each other.
      step integer not null,
      start integer not null,
      used integer not null default 0,
      created_at timestamptz not null default now()
    );
    create table status_change (
      id uuid primary key,
      list text not null references status_list,
      index integer not null,
      purpose text not null check (purpose in ('revocation', 'suspension')),
      set boolean not null,
      at timestamptz not null default clock_timestamp(),
      -- A revocation is for good (Bitstring Status List 1.0 §2.1).
      check (set or purpose = 'suspension')
    );
    create index on status_change (list, index);

    create table credential (
      id uuid primary key,
      holder_id uuid not null references person,
      organisation text not null references organisation,
      issued_by uuid references person,
      status_list text not null references status_list,
      status_index integer not null,
      document jsonb not null,
      issued_at timestamptz not null default now(),
      replaces uuid references credential,
      unique (status_list, status_index)
    );
    create index on credential (holder_id);

    alter table base_address enable row level security;
    alter table issuer_key enable row level security;
    alter table holder_key enable row level security;
    alter table status_list enable row level security;
    alter table status_change enable row level security;
    alter table credential enable row level security;

    create policy base_address_read on base_address for select using (true);
    create policy base_address_first on base_address for insert
      with check (actor() = 'job:keys');
    create policy issuer_key_read on issuer_key for select using (true);
    create policy issuer_key_first on issuer_key for insert
      with check (actor() = 'job:keys');
    create policy holder_key_own on holder_key for select
      using (holder_id::text = actor() or actor() = 'job:keys');
    create policy holder_key_first on holder_key for insert
      with check (actor() = 'job:keys');
    create policy status_list_read on status_list for select using (true);
    create policy status_list_first on status_list for insert with check (actor() = 'job:keys');
    create policy status_list_use on status_list for update
      using (has_permission('assess', organisation) or has_permission('issue', organisation));
    create policy status_change_read on status_change for select using (true);
    -- An assessor signs off; withdrawing is the issuer's.
    create policy status_change_issuer on status_change for insert with check (
      exists (select from status_list where status_list.id = list
              and has_permission('issue', organisation)));
    create policy credential_holder on credential for select using (holder_id::text = actor());
    create policy credential_issuer on credential for select
      using (has_permission('issue', organisation) or issued_by::text = actor());
    create policy credential_issue on credential for insert with check (
      issued_by::text = actor()
      and (has_permission('issue', organisation) or has_permission('assess', organisation))
      and exists (select from status_list where status_list.id = credential.status_list
                  and status_list.organisation = credential.organisation));

    create trigger status_change_append_only before update or delete on status_change
      for each row execute function refuse_change();
    create trigger credential_append_only before update or delete on credential
      for each row execute function refuse_change();

    grant select, insert on base_address, issuer_key, holder_key, status_change, credential
      to lanyard_app;
    grant select, insert on status_list to lanyard_app;
    grant update (used) on status_list to lanyard_app;
  `,
}
