-- The range of the community and the path into it, once a quarter, in rounded counts: pages read nothing else.
create table range_snapshots (
  quarter text primary key check (quarter ~ '^\d{4}-Q[1-4]$'),
  members integer not null check (members >= 0 and members % 5 = 0)
);

create table range_counts (
  quarter text not null references range_snapshots (quarter),
  kind text not null check (kind in ('sector', 'background', 'country')),
  key text not null,
  people integer not null check (people > 0 and people % 5 = 0),
  primary key (quarter, kind, key)
);

-- How many different ones there are and, of order 1 and 2, how many there seem to be (Hill numbers); `people` had one.
create table range_variety (
  quarter text not null references range_snapshots (quarter),
  kind text not null check (kind in ('organisation', 'place', 'sector', 'background')),
  people integer not null check (people >= 0 and people % 5 = 0),
  richness integer not null check (richness >= 0),
  common integer not null check (common >= 0),
  dominant integer not null check (dominant >= 0),
  among_25 double precision check (among_25 between 1 and 25), -- different ones to expect among any 25 of them (rarefaction)
  primary key (quarter, kind)
);

create table path_counts (
  quarter text not null references range_snapshots (quarter),
  cohort text not null check (cohort ~ '^(\d{4}-Q[1-4]|all)$'),
  step text not null check (step in ('invited', 'applied', 'admitted', 'took-part', 'shared-work')),
  people integer not null check (people >= 0 and people % 5 = 0),
  primary key (quarter, cohort, step)
);
