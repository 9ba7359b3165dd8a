-- Members brought in from another list: the sheet, what was chosen for it, and what became of each row.

create table member_imports (
  id uuid primary key,
  file_name text not null,
  columns text[] not null, -- the headings of the sheet
  rows_in_all integer not null check (rows_in_all > 0),
  fields jsonb not null, -- which column holds what: {"email": 2}; and the country of rows that name none
  uploaded_by uuid not null references people (id),
  uploaded_at timestamptz not null
);

-- What a row says is kept until it has been brought in or left out, and no longer.
create table member_import_rows (
  import_id uuid not null references member_imports (id) on delete cascade,
  row_number integer not null check (row_number > 1), -- the headings are row 1
  cells text[] not null,
  primary key (import_id, row_number)
);

create table member_import_starts (
  import_id uuid primary key references member_imports (id) on delete cascade,
  started_by uuid not null references people (id),
  started_at timestamptz not null
);

create table member_import_results (
  import_id uuid not null references member_imports (id) on delete cascade,
  row_number integer not null,
  outcome text not null check (outcome in ('brought-in', 'member-already', 'left-out')),
  primary key (import_id, row_number)
);

-- Membership of its own kind: who brought them in, when and from which file, the import says.
create table import_admissions (
  id uuid primary key,
  person_id uuid not null unique references people (id),
  import_id uuid not null references member_imports (id),
  is_new boolean not null, -- the person was not known here before
  admitted_at timestamptz not null
);

create table import_confirmations (
  admission_id uuid primary key references import_admissions (id),
  compact_version text not null,
  confirmed_at timestamptz not null
);

create table import_refusals (
  admission_id uuid primary key references import_admissions (id),
  refused_at timestamptz not null
);

alter table memberships
  add column import_admission_id uuid unique references import_admissions (id),
  drop constraint memberships_check,
  add constraint memberships_by check (num_nonnulls(decision_id, founding_admission_id, import_admission_id) = 1);
