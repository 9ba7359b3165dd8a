-- Writing is one way to answer. A file, a recording or a telephone call are others, and none of them counts less.

-- The draft's file for one question, beside typed words or instead of them.
create table application_files (
  application_id uuid not null references applications (id),
  criterion_id uuid not null references criteria (id),
  file_id uuid not null unique references files (id),
  added_at timestamptz not null,
  primary key (application_id, criterion_id)
);

-- The file as it was sent.
create table submission_files (
  submission_id uuid not null references application_submissions (id),
  criterion_id uuid not null references criteria (id),
  file_id uuid not null references files (id),
  primary key (submission_id, criterion_id)
);
create index submission_files_file on submission_files (file_id);

-- "Please phone me": what is not written down is told.
create table application_calls (
  application_id uuid primary key references applications (id),
  phone text not null check (phone <> ''),
  times text not null default '',
  asked_at timestamptz not null
);

-- What was told, written down by whoever rang, for everybody who reads the application.
create table call_notes (
  submission_id uuid primary key references application_submissions (id),
  notes text not null check (notes <> ''),
  written_by uuid not null references people (id),
  written_at timestamptz not null
);

-- What makes this easier for the applicant. For the panel to act on, never to judge.
create table application_adjustments (
  application_id uuid primary key references applications (id),
  needs text not null check (needs <> '')
);
