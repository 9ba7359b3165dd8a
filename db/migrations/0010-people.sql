-- People, organisations and what joins them. A person is a human being; an account (schema auth) is optional.

create table organisations (
  id uuid primary key,
  short_id text not null unique,
  slug text not null,
  name text not null check (name <> ''),
  sector text not null,
  country text not null check (country in ('england', 'ireland', 'northern-ireland', 'scotland', 'wales')),
  place text,
  external_id text,
  added_at timestamptz not null,
  search tsvector generated always as (to_tsvector('cairn', name || ' ' || coalesce(place, ''))) stored
);
create index organisations_search on organisations using gin (search);
create index organisations_like on organisations using gin (plain(name) gin_trgm_ops);
create index organisations_name on organisations (name collate names);

create table people (
  id uuid primary key,
  short_id text not null unique,
  slug text not null,
  name text not null check (name <> ''),
  headline text not null default '',
  about text not null default '',
  background text,
  country text check (country in ('england', 'ireland', 'northern-ireland', 'scotland', 'wales')),
  place text,
  can_help text not null default '',
  looking_for text not null default '',
  orcid text,
  photo_id uuid references files (id),
  visibility text not null default 'members' check (visibility in ('private', 'members', 'public')),
  added_at timestamptz not null,
  erased_at timestamptz
);

-- The fields of a profile whose visibility differs from the profile's own; never wider than it.
create table profile_visibilities (
  person_id uuid not null references people (id) on delete cascade,
  field text not null,
  visibility text not null check (visibility in ('private', 'members', 'public')),
  primary key (person_id, field)
);

-- What may be searched for, by the reader's audience: built from the fields that this audience may see.
create table people_search (
  person_id uuid not null references people (id) on delete cascade,
  audience text not null check (audience in ('members', 'public')),
  words tsvector not null,
  name_plain text not null,
  primary key (person_id, audience)
);
create index people_search_words on people_search using gin (words);
create index people_search_names on people_search using gin (name_plain gin_trgm_ops);
create index people_by_name on people (name collate names, id);

create table person_emails (
  id uuid primary key,
  person_id uuid not null references people (id) on delete cascade,
  email citext not null unique,
  is_primary boolean not null default false,
  verified_at timestamptz not null
);
create unique index person_emails_primary on person_emails (person_id) where is_primary;

create table role_grants (
  id uuid primary key,
  person_id uuid not null references people (id) on delete cascade,
  role text not null check (role in ('member', 'assessor', 'editor', 'moderator', 'data-lead', 'steward')),
  country text check (country in ('england', 'ireland', 'northern-ireland', 'scotland', 'wales')),
  granted_at timestamptz not null,
  granted_by uuid,
  unique nulls not distinct (person_id, role, country),
  check ((role = 'assessor') = (country is not null))
);
create index role_grants_role on role_grants (role, country);

create table affiliations (
  id uuid primary key,
  person_id uuid not null references people (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  title text not null default '',
  since date,
  until date,
  check (until is null or since is null or until >= since)
);
create index affiliations_person on affiliations (person_id);
create index affiliations_organisation on affiliations (organisation_id);

-- May this audience see this field of a profile? A field without a row is as visible as its profile.
create function sees(person uuid, audience text, field text) returns boolean
  language sql stable
  return coalesce(
    (select v.visibility = 'public' or (v.visibility = 'members' and $2 = 'members')
      from public.profile_visibilities v where v.person_id = $1 and v.field = $3),
    true);
