-- Organisations: where they stand in the geography, what the outside world calls them, and which were the same all along.

select similarity('', ''); -- loads pg_trgm into this session, so that its thresholds may be set below

alter table organisations drop column external_id;
alter table organisations add column place_key text references places (key);

-- What others know it by. One identifier means one organisation.
create table organisation_identifiers (
  scheme text not null check (scheme in
    ('ods', 'charity-england-wales', 'charity-scotland', 'charity-northern-ireland', 'charity-ireland', 'company-uk', 'company-ireland', 'ror')),
  value text not null check (value <> ''),
  organisation_id uuid not null references organisations (id),
  primary key (scheme, value)
);
create index organisation_identifiers_of on organisation_identifiers (organisation_id);

-- Two rows, one organisation: the merged one stays as a signpost to the one that was kept.
create table organisation_mergers (
  merged_id uuid primary key references organisations (id),
  into_id uuid not null references organisations (id),
  merged_by uuid references people (id),
  merged_at timestamptz not null,
  check (merged_id <> into_id)
);
create index organisation_mergers_into on organisation_mergers (into_id);

-- An editor looked: alike in name, and two all the same. The smaller id comes first.
create table organisation_distinctions (
  one_id uuid not null references organisations (id),
  other_id uuid not null references organisations (id),
  said_by uuid references people (id),
  said_at timestamptz not null,
  primary key (one_id, other_id),
  check (one_id < other_id)
);

-- Pairs in the same country whose names are nearly the same. The threshold is set here, so that the index serves it.
create function organisations_alike() returns table (one_id uuid, other_id uuid, likeness real)
  language sql stable rows 50
  set pg_trgm.similarity_threshold = 0.6
  as 'select a.id, b.id, public.similarity(public.plain(a.name), public.plain(b.name))
    from public.organisations a
    join public.organisations b on a.country = b.country and a.id < b.id
      and public.plain(a.name) operator(public.%) public.plain(b.name)';

-- Organisations of this name, a slip of the pen forgiven.
create function organisations_nearly_named(words text) returns setof uuid
  language sql stable rows 20
  set pg_trgm.word_similarity_threshold = 0.5
  as 'select id from public.organisations where public.plain(name) operator(public.%>) public.plain($1)';
