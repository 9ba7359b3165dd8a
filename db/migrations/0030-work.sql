-- Work: one piece of improvement work, its team, where it stands in the landscape, and what was measured.

create table works (
  id uuid primary key,
  short_id text not null unique,
  slug text not null,
  title text not null check (title <> ''),
  problem text not null default '',
  aim text not null default '',
  tried text not null default '',
  lesson text not null default '', -- "what would you tell the next person?"
  state text not null check (state in ('idea', 'testing', 'sustained', 'spreading', 'stopped')),
  country text not null check (country in ('england', 'ireland', 'northern-ireland', 'scotland', 'wales')),
  place text not null default '',
  organisation_id uuid references organisations (id),
  shown_as text not null default '', -- "a community hospital in Wales", instead of the organisation
  methods text[] not null default '{}',
  topics text[] not null default '{}',
  started_on date,
  ended_on date,
  -- What holds now. Work that waits for its release is still private; its publication says what was asked for.
  visibility text not null default 'private' check (visibility in ('private', 'members', 'public')),
  lang text not null default 'en',
  shared_by uuid not null references people (id),
  shared_at timestamptz not null,
  changed_at timestamptz not null,
  search tsvector generated always as (
    setweight(to_tsvector('cairn', title), 'A') || setweight(to_tsvector('cairn', aim), 'B')
    || to_tsvector('cairn', problem || ' ' || tried || ' ' || lesson || ' '
      -- nobody finds by its place what is shown as "a community hospital in Wales"
      || case when shown_as = '' then place else shown_as end)) stored,
  check (ended_on is null or started_on is null or ended_on >= started_on)
);
create index works_search on works using gin (search);
create index works_title_like on works using gin (plain(title) gin_trgm_ops);
create index works_recent on works (visibility, changed_at desc);
create index works_by_sharer on works (shared_by);
create index works_by_method on works using gin (methods);
create index works_by_organisation on works (organisation_id);

-- Work whose title is nearly these words: "dischrage" finds "discharge". The threshold is set here, and not in the
-- session, so that the index serves it.
create function works_nearly_titled(words text) returns setof uuid
  language sql stable rows 20
  set pg_trgm.word_similarity_threshold = 0.45
  as 'select id from public.works where public.plain(title) operator(public.%>) public.plain($1)';

-- Somebody made it visible, with the answers that were given to the three questions. Until it is released it waits.
create table work_publications (
  work_id uuid primary key references works (id) on delete cascade,
  visibility text not null check (visibility in ('members', 'public')),
  published_by uuid not null references people (id),
  published_at timestamptz not null,
  answers jsonb not null
);

-- A newcomer's first piece waits for a moderator.
create table work_releases (
  work_id uuid primary key references works (id) on delete cascade,
  released_by uuid references people (id), -- null: its sharer needed no release
  released_at timestamptz not null
);

-- Not yet, and why. Publishing again asks again, and deletes this row.
create table work_release_refusals (
  work_id uuid primary key references works (id) on delete cascade,
  refused_by uuid not null references people (id),
  refused_at timestamptz not null,
  reason text not null check (reason <> '')
);

-- A name is text until that person accepts.
create table work_team (
  id uuid primary key,
  work_id uuid not null references works (id) on delete cascade,
  person_id uuid references people (id),
  name text not null,
  email citext,
  role text not null default '',
  invited_by uuid not null references people (id),
  invited_at timestamptz not null,
  accepted_at timestamptz,
  check (accepted_at is null or person_id is not null)
);
create unique index work_team_once on work_team (work_id, person_id) where person_id is not null;
create index work_team_work on work_team (work_id);
create index work_team_person on work_team (person_id);

create table work_updates (
  id uuid primary key,
  work_id uuid not null references works (id) on delete cascade,
  body text not null,
  written_by uuid not null references people (id),
  written_at timestamptz not null
);
create index work_updates_of on work_updates (work_id, written_at desc);

-- A share in each of the four modes, given by one person; they add to one.
create table placements (
  work_id uuid not null references works (id) on delete cascade,
  person_id uuid not null references people (id),
  iterative double precision not null check (iterative between 0 and 1),
  pathways double precision not null check (pathways between 0 and 1),
  operating_model double precision not null check (operating_model between 0 and 1),
  community double precision not null check (community between 0 and 1),
  placed_at timestamptz not null,
  primary key (work_id, person_id),
  check (abs(iterative + pathways + operating_model + community - 1) < 1e-9)
);

create index placements_by on placements (person_id);

-- Where a piece of work stands: the mean of its placements, and how far they differ (the root of the summed variances:
-- 0 when all agree, 0.71 when two people put it in opposite corners).
create view standings as
  select work_id, count(*)::int as people,
    avg(iterative) as iterative, avg(pathways) as pathways, avg(operating_model) as operating_model,
    avg(community) as community,
    sqrt(var_pop(iterative) + var_pop(pathways) + var_pop(operating_model) + var_pop(community)) as spread
  from placements
  group by work_id;

create table measures (
  id uuid primary key,
  short_id text not null unique,
  work_id uuid not null references works (id) on delete cascade,
  name text not null check (name <> ''),
  definition text not null default '', -- operational definition
  unit text not null default '',
  better text not null default 'down' check (better in ('up', 'down', 'neither')),
  target double precision,
  chart text not null default 'xmr',
  profile text not null default 'nhs-mdc',
  places smallint, -- decimal places to show; null: as typed
  visibility text not null default 'private' check (visibility in ('private', 'members', 'public')),
  defined_by uuid not null references people (id),
  defined_at timestamptz not null
);
create index measures_of_work on measures (work_id, defined_at);

create table measure_publications (
  measure_id uuid primary key references measures (id) on delete cascade,
  published_by uuid not null references people (id),
  published_at timestamptz not null,
  answers jsonb not null
);

-- One dated value. A withdrawn reading stays on record.
create table readings (
  id uuid primary key,
  measure_id uuid not null references measures (id) on delete cascade,
  taken_on date not null,
  value double precision,
  numerator double precision,
  denominator double precision,
  position smallint not null default 1,
  recorded_by uuid not null references people (id),
  recorded_at timestamptz not null,
  batch_id uuid not null, -- what was recorded in one go can be undone in one go
  withdrawn_at timestamptz
);
create unique index readings_once on readings (measure_id, taken_on, position) where withdrawn_at is null;
create index readings_of on readings (measure_id, taken_on);

-- Every change of a reading: who, when, before and after.
create table reading_changes (
  id uuid primary key,
  reading_id uuid not null references readings (id) on delete cascade,
  before double precision,
  after double precision,
  reason text not null default '',
  changed_by uuid not null references people (id),
  changed_at timestamptz not null
);
create index reading_changes_of on reading_changes (reading_id, changed_at);

-- From this day on the chart has limits of its own; only with a reason and a person.
create table rebases (
  id uuid primary key,
  measure_id uuid not null references measures (id) on delete cascade,
  starts_on date not null,
  reason text not null check (reason <> ''),
  rebased_by uuid not null references people (id),
  rebased_at timestamptz not null,
  unique (measure_id, starts_on)
);

create table annotations (
  id uuid primary key,
  measure_id uuid not null references measures (id) on delete cascade,
  happened_on date not null,
  label text not null check (label <> ''),
  noted_by uuid not null references people (id),
  noted_at timestamptz not null
);
create index annotations_of on annotations (measure_id, happened_on);
