/** A trigger on every table notes each row that comes, goes or changes. */
import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll } from 'vitest'
import type { Transaction } from '../../src/database/database.ts'

/** Noted of a session that somebody used, which is no change of it. */
export const seen = 'seen'

export async function noteChanges(client: pg.Client): Promise<void> {
  await client.query(notes)
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  for (const { name } of rows) {
    await client.query(
      `create trigger watched after insert or update or delete on public."${name}"
        for each row execute function watch.take()`,
    )
  }
  // The next file of tests has the same database.
  afterAll(() => client.query('drop schema watch cascade'))
}

/** Whoever changes a row, the note is the superuser's. */
const notes = `
  create schema watch;
  create unlogged table watch.note (name text not null);
  grant usage on schema watch to lanyard_app;
  grant select on watch.note to lanyard_app;
  create function watch.take() returns trigger language plpgsql security definer as $$
    begin
      if tg_table_name = 'session' and tg_op = 'UPDATE' then
        if (old.stepped_up_at, old.token_hash)
          is not distinct from (new.stepped_up_at, new.token_hash)
        then
          insert into watch.note values ('${seen}');
          return null;
        end if;
      end if;
      insert into watch.note values (tg_table_name);
      return null;
    end
  $$;`

/** Rows changed by this transaction, where all others before it were undone. */
export async function countChanges(db: Transaction): Promise<number> {
  const { rows } = await sql<{ changes: string }>`
    select count(*) as changes from watch.note`.execute(db)
  return Number(rows[0]?.changes ?? 0)
}
