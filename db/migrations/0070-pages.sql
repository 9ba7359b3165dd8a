-- Pages that stewards write, in versions, and the reports of those who saw something wrong.

-- The newest version is the page. What applicants accept is a version of the compact, so none is ever changed.
create table page_versions (
  id uuid primary key,
  page text not null check (page in ('accessibility', 'comments', 'compact', 'privacy')),
  version integer not null check (version > 0),
  title text not null check (title <> ''),
  body text not null check (body <> ''),
  edition text, -- of our own text in reference/pages; null when people of this community wrote it
  written_by uuid references people (id),
  written_at timestamptz not null,
  note text not null default '',
  unique (page, version),
  check ((edition is null) = (written_by is not null))
);

create table reports (
  id uuid primary key,
  short_id text not null unique,
  address text not null check (address ~ '^/([^/\\]|$)'), -- of a page in this house
  reason text not null check (reason in ('identifies', 'unkind', 'unsafe', 'wrong', 'rights', 'other')),
  details text not null default '',
  person_id uuid references people (id),
  email citext, -- where the outcome goes; null: nobody asked for it
  reported_at timestamptz not null
);
create index reports_recent on reports (reported_at desc);
create index reports_by on reports (person_id);
create index reports_from on reports (email);

create table report_resolutions (
  report_id uuid primary key references reports (id) on delete cascade,
  outcome text not null check (outcome in ('changed', 'removed', 'kept', 'passed-on')),
  explanation text not null check (explanation <> ''), -- goes to who reported it
  resolved_by uuid not null references people (id),
  resolved_at timestamptz not null
);
create index report_resolutions_recent on report_resolutions (resolved_at desc);
