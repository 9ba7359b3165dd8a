-- Practice: what a team believes will work, what it tries to find out, and who tried it elsewhere.

-- What a piece of work is for, as its driver diagram says it. One diagram for each work.
create table driver_aims (
  work_id uuid primary key references works (id) on delete cascade,
  aim text not null check (aim <> ''),
  stated_by uuid not null references people (id),
  stated_at timestamptz not null
);

-- What has to be so for the aim (primary), for that (secondary), and what one could do about it (change).
create table drivers (
  id uuid primary key,
  short_id text not null unique,
  work_id uuid not null references driver_aims (work_id) on delete cascade,
  tier text not null check (tier in ('primary', 'secondary', 'change')),
  words text not null check (words <> ''),
  position int not null, -- its place among all of its tier
  added_by uuid not null references people (id),
  added_at timestamptz not null,
  unique (id, work_id),
  unique (work_id, tier, position) deferrable initially deferred
);

-- A secondary driver serves primary ones, a change idea serves secondary ones: as many as it does.
create table driver_links (
  work_id uuid not null,
  parent_id uuid not null,
  child_id uuid not null,
  primary key (parent_id, child_id),
  check (parent_id <> child_id),
  foreign key (parent_id, work_id) references drivers (id, work_id) on delete cascade,
  foreign key (child_id, work_id) references drivers (id, work_id) on delete cascade
);
create index driver_links_child on driver_links (child_id);
create index driver_links_work on driver_links (work_id);

-- Plan, do, study, act. Only the question is needed to begin; each step is filled when it happens.
create table cycles (
  id uuid primary key,
  work_id uuid not null references works (id) on delete cascade,
  number int not null check (number > 0), -- as its team counts: cycle 1, cycle 2 …
  question text not null check (question <> ''),
  prediction text not null default '',
  plan text not null default '',
  happened text not null default '',
  learning text not null default '',
  starts_on date,
  ends_on date,
  owner_id uuid references people (id),
  change_id uuid references drivers (id) on delete set null, -- the change idea that it tries
  measure_id uuid references measures (id) on delete set null, -- on whose chart it is marked
  after_id uuid references cycles (id) on delete set null, -- the cycle that led to it
  begun_by uuid not null references people (id),
  begun_at timestamptz not null,
  unique (work_id, number),
  check (after_id <> id),
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index cycles_change on cycles (change_id);
create index cycles_measure on cycles (measure_id, starts_on);
create index cycles_after on cycles (after_id);
create index cycles_owner on cycles (owner_id);

-- What the team does with what it learned.
create table cycle_decisions (
  cycle_id uuid primary key references cycles (id) on delete cascade,
  decision text not null check (decision in ('adopt', 'adapt', 'abandon')),
  decided_by uuid not null references people (id),
  decided_at timestamptz not null
);

-- "We tried this elsewhere": this work adapts that one.
create table adaptations (
  id uuid primary key,
  short_id text not null unique,
  work_id uuid not null references works (id) on delete cascade,
  of_id uuid not null references works (id) on delete cascade,
  changed text not null,
  stayed text not null default '',
  happened text not null default '',
  told_by uuid not null references people (id),
  told_at timestamptz not null,
  unique (work_id, of_id),
  check (work_id <> of_id)
);
create index adaptations_of on adaptations (of_id);
create index adaptations_told_by on adaptations (told_by);

-- The team of the original heard of it. It waits until they may see the work that adapts theirs.
create table adaptation_letters (
  adaptation_id uuid primary key references adaptations (id) on delete cascade,
  written_at timestamptz not null
);

-- What the team of the original says to it.
create table adaptation_notes (
  adaptation_id uuid primary key references adaptations (id) on delete cascade,
  words text not null check (words <> ''),
  noted_by uuid not null references people (id),
  noted_at timestamptz not null
);
