-- Somebody who was asked to write a case with its authors. The row goes when they answer.
create table case_author_invitations (
  id uuid primary key,
  case_id uuid not null references cases (id) on delete cascade,
  named text not null check (named <> ''), -- as it was typed: a name or an address
  email citext not null,
  invited_by uuid not null references people (id),
  invited_at timestamptz not null,
  unique (case_id, email)
);
create index case_author_invitations_to on case_author_invitations (email);

-- Why consent was withdrawn, for the authors and the stewards. Empty for somebody who was erased.
alter table case_block_withdrawals add column reason text not null default '';
create index case_block_withdrawals_by on case_block_withdrawals (withdrawn_by);
