import type { Migration } from './list.ts'

export const consultations: Migration = {
  name: '0005-consultations',
  sql: `
    create table consultation_response (
      id uuid primary key,
      consultation text not null,
      digest text not null,
      respondent text not null,
      -- Our own example is public; a real response is the stewards' until its sender chose otherwise.
      example boolean not null default false,
      parsed jsonb not null,
      source text not null,
      imported_by text not null,
      at timestamptz not null default clock_timestamp(),
      -- Who imports the example for themselves does not take its place.
      unique (consultation, digest, example)
    );
    create function decides_consultations() returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select from membership
          where person_id::text = actor() and 'decide-consultation' = any (permissions)
            and valid_from <= current_date and (valid_to is null or valid_to >= current_date))
      $$;
    alter table consultation_response enable row level security;
    create policy consultation_response_example on consultation_response for select using (example);
    create policy consultation_response_read on consultation_response for select using (
      actor() in ('job:load-content', 'job:import-response') or decides_consultations());
    create policy consultation_response_import on consultation_response for insert with check (
      imported_by = actor() and (actor() = 'job:load-content' or (not example
        and (actor() = 'job:import-response' or decides_consultations()))));
    create trigger consultation_response_append_only before update or delete
      on consultation_response for each row execute function refuse_change();
    grant select, insert on consultation_response to lanyard_app;
  `,
}
