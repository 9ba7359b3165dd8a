-- People write to each other through Cairn: no address is shown, unless the writer ticks that theirs may be.

alter table letters add column reply_to citext;

create table messages (
  id uuid primary key,
  short_id text not null unique,
  from_id uuid not null references people (id),
  to_id uuid not null references people (id),
  answers_id uuid references messages (id),
  body text not null, -- empty once its writer is erased
  sent_at timestamptz not null,
  check (from_id <> to_id)
);
create index messages_from on messages (from_id, sent_at);
create index messages_to on messages (to_id, sent_at);
create index messages_answers on messages (answers_id);

-- Whoever reads a message may show it to the moderators: then, and only then, they can read it.
create table message_reports (
  message_id uuid primary key references messages (id),
  reported_at timestamptz not null
);

-- "Nobody, for now", and "not this one". Whoever is not let through is told the same in both cases.
create table message_closures (
  person_id uuid primary key references people (id) on delete cascade,
  closed_at timestamptz not null
);
create table message_blocks (
  person_id uuid not null references people (id) on delete cascade,
  blocked_id uuid not null references people (id) on delete cascade,
  blocked_at timestamptz not null,
  primary key (person_id, blocked_id),
  check (person_id <> blocked_id)
);
create index message_blocks_blocked on message_blocks (blocked_id);
