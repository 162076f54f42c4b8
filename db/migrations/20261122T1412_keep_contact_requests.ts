import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table contact_requests (
      id integer generated always as identity primary key,
      -- What its sender and the help desk call it.
      reference text not null unique,
      state text not null default 'open' check (state in ('open', 'answered', 'closed')),
      member_id integer references members (id) on delete set null,
      name text not null,
      email text not null,
      subject text not null,
      message text not null,
      category text,
      locale text not null,
      -- Keyed hash; null for those who ask not to be counted.
      visitor text,
      -- What they had searched for before.
      searched text,
      created_at timestamptz not null,
      answered_at timestamptz,
      closed_at timestamptz,
      closed_by_id integer references members (id) on delete set null,
      -- When all that is personal was taken out of it.
      erased_at timestamptz
    )`.execute(db);
  await sql`create index contact_requests_newest_index on contact_requests (created_at desc, id desc)`.execute(
    db,
  );
  await sql`create index contact_requests_state_index on contact_requests (state, created_at desc, id desc)`.execute(
    db,
  );
  await sql`create index contact_requests_member_id_index on contact_requests (member_id)`.execute(
    db,
  );
  await sql`create index contact_requests_closed_by_id_index on contact_requests (closed_by_id)`.execute(
    db,
  );
  await sql`create index contact_requests_email_index on contact_requests (lower(email), created_at)`.execute(
    db,
  );

  // The articles that its sender had read, the latest first.
  await sql`
    create table contact_request_articles (
      request_id integer not null references contact_requests (id) on delete cascade,
      article_id integer not null references articles (id) on delete cascade,
      position integer not null,
      primary key (request_id, article_id)
    )`.execute(db);
  await sql`create index contact_request_articles_article_id_index on contact_request_articles (article_id)`.execute(
    db,
  );

  // Pictures wait without a request while their form is shown again.
  await sql`
    create table contact_attachments (
      name text primary key,
      request_id integer references contact_requests (id) on delete cascade,
      width integer not null,
      height integer not null,
      bytes integer not null,
      created_at timestamptz not null
    )`.execute(db);
  await sql`create index contact_attachments_request_id_index on contact_attachments (request_id)`.execute(
    db,
  );

  await sql`
    create table contact_state_changes (
      id integer generated always as identity primary key,
      request_id integer not null references contact_requests (id) on delete cascade,
      was text not null,
      became text not null,
      -- Null for the help desk's own word.
      by_id integer references members (id) on delete set null,
      at timestamptz not null
    )`.execute(db);
  await sql`create index contact_state_changes_request_id_index on contact_state_changes (request_id)`.execute(
    db,
  );
  await sql`create index contact_state_changes_by_id_index on contact_state_changes (by_id)`.execute(
    db,
  );

  // How far a request has come on its way to the help desk.
  await sql`
    create table contact_deliveries (
      id integer generated always as identity primary key,
      request_id integer not null references contact_requests (id) on delete cascade,
      way text not null check (way in ('mail', 'webhook')),
      created_at timestamptz not null,
      attempts integer not null default 0,
      attempted_at timestamptz,
      error text,
      delivered_at timestamptz,
      unique (request_id, way)
    )`.execute(db);

  // What the help desk has told us already.
  await sql`
    create table contact_desk_calls (
      id text primary key,
      called_at timestamptz not null
    )`.execute(db);
}
