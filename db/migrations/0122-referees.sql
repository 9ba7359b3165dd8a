-- Somebody who can speak to an application, if its applicant wants that. Their silence decides nothing.
create table referees (
  id uuid primary key,
  application_id uuid not null references applications (id),
  name text not null,
  email citext, -- null once anonymised
  named_at timestamptz not null
);
create index referees_of on referees (application_id);

-- The letter that asks, and the one that reminds: each once.
create table referee_letters (
  referee_id uuid not null references referees (id),
  kind text not null check (kind in ('asked', 'reminded')),
  sent_at timestamptz not null,
  primary key (referee_id, kind)
);

create table referee_answers (
  referee_id uuid primary key references referees (id),
  answer text not null check (answer in ('confirm', 'cannot-say', 'concern')),
  words text not null default '',
  answered_at timestamptz not null
);

-- Replaced by somebody else, or not wanted any more.
create table referee_removals (
  referee_id uuid primary key references referees (id),
  removed_at timestamptz not null
);
