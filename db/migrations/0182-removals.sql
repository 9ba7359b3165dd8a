-- An organisation asks that work be taken down; its team answers; an editor decides. The work stays visible meanwhile.

create table removal_requests (
  id uuid primary key,
  work_id uuid not null references works (id) on delete cascade,
  organisation text not null check (organisation <> ''), -- for whom they say that they speak
  asked_by uuid not null references people (id),
  asked_at timestamptz not null
);
create index removal_requests_work on removal_requests (work_id);
create index removal_requests_by on removal_requests (asked_by);

create table removal_words (
  id uuid primary key,
  request_id uuid not null references removal_requests (id) on delete cascade,
  side text not null check (side in ('organisation', 'team', 'editor')),
  words text not null,
  said_by uuid not null references people (id),
  said_at timestamptz not null
);
create index removal_words_of on removal_words (request_id, said_at);

create table removal_outcomes (
  request_id uuid primary key references removal_requests (id) on delete cascade,
  outcome text not null check (outcome in ('stays', 'changed', 'removed')),
  reason text not null,
  decided_by uuid not null references people (id),
  decided_at timestamptz not null
);

-- An editor hides the work: meanwhile, or for good. Its team cannot make it visible until this row is gone.
create table work_hidings (
  work_id uuid primary key references works (id) on delete cascade,
  request_id uuid not null references removal_requests (id),
  hidden_by uuid not null references people (id),
  hidden_at timestamptz not null
);
