-- Who carries a piece of work on. Without a row its owner is who shared it; when they have left, the deputy; then whoever
-- has been on the team longest.

create table work_owners (
  work_id uuid primary key references works (id) on delete cascade,
  person_id uuid not null references people (id),
  since timestamptz not null
);

create table work_deputies (
  work_id uuid primary key references works (id) on delete cascade,
  person_id uuid not null references people (id),
  named_by uuid not null references people (id),
  named_at timestamptz not null
);

-- The owner has asked somebody on the team, who has not answered yet.
create table work_handovers (
  work_id uuid primary key references works (id) on delete cascade,
  to_id uuid not null references people (id),
  words text not null default '',
  asked_by uuid not null references people (id),
  asked_at timestamptz not null
);

-- The owner says that the work seeks somebody.
create table work_seekings (
  work_id uuid primary key references works (id) on delete cascade,
  words text not null check (words <> ''),
  said_by uuid not null references people (id),
  said_at timestamptz not null
);

-- A member would carry it on.
create table work_offers (
  id uuid primary key,
  work_id uuid not null references works (id) on delete cascade,
  person_id uuid not null references people (id),
  words text not null,
  offered_at timestamptz not null,
  unique (work_id, person_id)
);
create index work_offers_by on work_offers (person_id);

-- Work whose owner says so, and work of which nobody is left who could be asked.
create view works_seeking as
  select work_id from work_seekings
  union
  select w.id from works w where not exists (
    select from work_team m join people p on p.id = m.person_id
    where m.work_id = w.id and m.accepted_at is not null and p.erased_at is null);
