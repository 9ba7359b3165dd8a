-- Work from a sheet. What was read lies here while its sender decides; it goes once the works are made, or after a week.
create table work_imports (
  id uuid primary key,
  short_id text not null unique,
  imported_by uuid not null references people (id),
  owner_id uuid not null references people (id), -- on whose shelf the works are put
  uploaded_at timestamptz not null,
  sheet jsonb, -- rows as read; null once they are works
  mapping jsonb, -- which column is which field; null until it was started
  started_at timestamptz,
  taken int not null default 0, -- rows done so far
  total int not null check (total >= 0),
  finished_at timestamptz,
  left_out jsonb, -- lines that made no work, with the reason
  undone_at timestamptz,
  check (finished_at is null or started_at is not null),
  check ((mapping is null) = (started_at is null))
);
create index work_imports_by on work_imports (imported_by, uploaded_at desc);
create index work_imports_for on work_imports (owner_id, uploaded_at desc);

alter table works add column import_id uuid references work_imports (id) on delete set null;
create index works_by_import on works (import_id) where import_id is not null;

-- What others may do with the words and data of a piece of work: chosen at publication by whoever holds the copyright.
alter table works add column licence text not null default 'all-rights' check (licence in ('all-rights', 'cc-by-4.0'));
