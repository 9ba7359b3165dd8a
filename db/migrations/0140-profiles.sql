-- What people say of themselves, field by field, and how others find them by it.

-- A field without a row is for members: who opens a profile to everybody opens its fields one by one. It was as open as the
-- profile; nothing becomes wider by this.
create or replace function sees(person uuid, audience text, field text) returns boolean
  language sql stable
  return coalesce(
    (select p.visibility = any (circles) and coalesce(v.visibility, 'members') = any (circles)
      from (select case $2 when 'members' then array['members', 'public'] else array['public'] end as circles) as reader
      join public.people p on p.id = $1 and p.erased_at is null
      left join public.profile_visibilities v on v.person_id = p.id and v.field = $3),
    false);
delete from profile_visibilities
  where field not in ('about', 'place', 'canHelp', 'lookingFor');
alter table profile_visibilities add check (field in ('photo', 'about', 'background', 'sectors', 'place', 'affiliations',
  'canHelp', 'lookingFor', 'hours', 'topics', 'modes', 'methods', 'languages', 'orcid'));

-- A place is one of the vocabulary's, an area at the finest; what was typed to find it is not kept.
alter table people
  drop column place,
  drop column background,
  add column background_words text not null default '',
  add column place_key text references places (key),
  add column place_shown text not null default 'town' check (place_shown in ('town', 'region', 'country')),
  add check (orcid ~ '^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$');

-- Whoever may be found by search engines too: never by being public alone.
create table profile_listings (
  person_id uuid primary key references people (id) on delete cascade,
  listed_at timestamptz not null
);

-- What a person chose from vocabularies. Modes and methods have theirs elsewhere.
create table profile_terms (
  person_id uuid not null references people (id) on delete cascade,
  kind text not null check (kind in ('background', 'sector', 'topic', 'skill', 'language', 'mode', 'method')),
  key text not null,
  term_kind text generated always as (case when kind in ('mode', 'method') then null else kind end) stored,
  primary key (person_id, kind, key),
  foreign key (term_kind, key) references terms (kind, key),
  check (kind <> 'mode' or key in ('iterative', 'pathways', 'operating-model', 'community'))
);
create index profile_terms_key on profile_terms (kind, key);

-- Hours that a person would lend, or would like to borrow, of one skill.
create table offers (
  id uuid primary key,
  person_id uuid not null references people (id) on delete cascade,
  kind text not null check (kind in ('offer', 'ask')),
  skill text not null,
  skill_kind text not null generated always as ('skill') stored,
  hours smallint not null check (hours between 1 and 200),
  note text not null default '',
  until date, -- the last day on which it holds; null: until it is withdrawn
  made_at timestamptz not null,
  foreign key (skill_kind, skill) references terms (kind, key)
);
create index offers_person on offers (person_id);
create index offers_skill on offers (kind, skill, hours);

-- Every value that a facet has had, numbered in the order of coming, without gaps: its number is its place in the tallies.
create table facet_values (
  no integer primary key check (no >= 0),
  value text collate "C" not null unique -- 'topic:falls'
);

-- A one in the n-th group of eight decimal digits for each number n: the sum of the tallies of any people is the count of
-- every value among them, in one pass.
create function tally_of(nos integer[]) returns numeric
  language sql immutable strict parallel safe
  return (select coalesce(sum(('1' || repeat('0', 8 * n))::numeric), 0) from unnest($1) as n);

-- The search document: one row for each person and audience, made of the fields that this audience may see.
drop table people_search;
create table people_search (
  person_id uuid not null references people (id) on delete cascade,
  audience text not null check (audience in ('members', 'public')),
  words tsvector not null,
  name_plain text not null,
  name text collate names not null,
  added_at timestamptz not null,
  facets text[] collate "C" not null, -- 'topic:falls', 'country:wales'
  place_key text references places (key), -- as finely as the person shows it
  facet_nos integer[] not null default '{}', -- the same by their numbers
  tally numeric not null generated always as (tally_of(facet_nos)) stored,
  hours_seen boolean not null,
  primary key (audience, person_id)
);
alter table people_search alter column tally set storage plain; -- summed for thousands of rows at once: never compressed
create index people_search_words_public on people_search using gin (words) where audience = 'public';
create index people_search_words_members on people_search using gin (words) where audience = 'members';
create index people_search_names_public on people_search using gin (name_plain gin_trgm_ops) where audience = 'public';
create index people_search_names_members on people_search using gin (name_plain gin_trgm_ops) where audience = 'members';
create index people_search_facets_public on people_search using gin (facets) where audience = 'public';
create index people_search_facets_members on people_search using gin (facets) where audience = 'members';
create index people_search_by_name on people_search (audience, name, person_id);
create index people_search_newest on people_search (audience, added_at desc, person_id);
create index people_search_person on people_search (person_id);
