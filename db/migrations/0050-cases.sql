-- Cases: an argument for a decision. A draft is its authors' own; a published version never changes.

create table cases (
  id uuid primary key,
  short_id text not null unique,
  slug text not null,
  title text not null check (title <> ''),
  audience text not null check (audience in ('policy', 'executive', 'operational', 'front-line')),
  ask text not null default '',
  context text not null default '',
  link_key text not null unique, -- opens what was published by private link
  started_by uuid not null references people (id),
  started_at timestamptz not null,
  changed_at timestamptz not null
);

create table case_authors (
  case_id uuid not null references cases (id) on delete cascade,
  person_id uuid not null references people (id),
  added_at timestamptz not null,
  primary key (case_id, person_id)
);
create index case_authors_person on case_authors (person_id);

create table case_claims (
  case_id uuid not null references cases (id) on delete cascade,
  claim_id uuid not null references claims (id) on delete cascade,
  position smallint not null,
  primary key (case_id, claim_id)
);
create index case_claims_claim on case_claims (claim_id);

create table case_narratives (
  case_id uuid not null references cases (id) on delete cascade,
  position smallint not null,
  heading text not null check (heading <> ''),
  body text not null check (body <> ''),
  primary key (case_id, position)
);

-- The head as it was published, and the hash over it and the digests of its blocks.
create table case_versions (
  id uuid primary key,
  case_id uuid not null references cases (id),
  number integer not null check (number > 0),
  head jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  visibility text not null check (visibility in ('link', 'members', 'public')),
  published_by uuid not null references people (id),
  published_at timestamptz not null,
  unique (case_id, number)
);
create index case_versions_recent on case_versions (visibility, published_at desc);

create table case_version_blocks (
  version_id uuid not null references case_versions (id),
  position smallint not null,
  kind text not null check (kind in ('narrative', 'claim', 'measures', 'person')),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (version_id, position)
);

create table case_block_withdrawals (
  version_id uuid not null,
  position smallint not null,
  withdrawn_by uuid references people (id),
  withdrawn_at timestamptz not null,
  primary key (version_id, position),
  foreign key (version_id, position) references case_version_blocks (version_id, position)
);

-- What a block says, with its salt: gone once consent is withdrawn, while its digest stays.
create table case_block_contents (
  version_id uuid not null,
  position smallint not null,
  salt text not null,
  content jsonb not null,
  primary key (version_id, position),
  foreign key (version_id, position) references case_version_blocks (version_id, position)
);

create function published_is_published() returns trigger language plpgsql as $$
begin
  raise exception 'what was published does not change';
end $$;
create trigger versions_stay before update or delete on case_versions
  for each row execute function published_is_published();
create trigger blocks_stay before update or delete on case_version_blocks
  for each row execute function published_is_published();
create trigger contents_stay before update on case_block_contents
  for each row execute function published_is_published();

create function withdrawn_first() returns trigger language plpgsql as $$
begin
  if not exists (select from public.case_block_withdrawals w
    where w.version_id = old.version_id and w.position = old.position) then
    raise exception 'what was published does not change';
  end if;
  return old;
end $$;
create trigger contents_leave_by_withdrawal before delete on case_block_contents
  for each row execute function withdrawn_first();
