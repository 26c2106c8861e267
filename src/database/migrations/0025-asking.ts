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
  `,
}
