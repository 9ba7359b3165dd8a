-- What every room stands on: words for searching and sorting, settings, the journal, letters, links, files, limits.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists citext;

-- Searching in English without accents: "Siân" finds "Sian".
create text search configuration cairn (copy = english);
alter text search configuration cairn
  alter mapping for hword, hword_part, word with unaccent, english_stem;

-- Names sort as people expect: Ó beside O, 2 before 10.
create collation if not exists names (provider = icu, locale = 'en-GB-u-kn-true');

-- unaccent() is only stable because its dictionary can be replaced; ours is not, so that an index may use it.
create function plain(text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, $1));

create table settings (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid
);

-- Ids, verb and time; no personal text.
create table journal (
  id uuid primary key,
  at timestamptz not null,
  actor_id uuid,
  verb text not null,
  subject_type text not null,
  subject_id uuid not null,
  digest text
);
create index journal_about on journal (subject_type, subject_id, at desc);
create index journal_by on journal (actor_id, at desc);
create index journal_time on journal (at desc);

-- Before and after, as text: erasable, while the entry keeps its salted digest.
create table journal_details (
  entry_id uuid primary key references journal (id) on delete cascade,
  salt text not null,
  change text not null
);

create table letters (
  id uuid primary key,
  to_email citext not null,
  subject text not null,
  body text not null,
  written_at timestamptz not null,
  sent_at timestamptz
);
create index letters_to on letters (to_email, written_at desc);
create index letters_time on letters (written_at desc);

create table links (
  id uuid primary key,
  purpose text not null,
  subject text not null,
  email citext not null,
  digest text not null unique,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table rate_limits (
  key text not null,
  window_start timestamptz not null,
  hits integer not null,
  primary key (key, window_start)
);

create table files (
  id uuid primary key,
  key text not null unique,
  name text not null,
  type text not null,
  bytes bigint not null check (bytes >= 0),
  sha256 text not null,
  width integer check (width > 0), -- of pictures
  height integer check (height > 0),
  added_at timestamptz not null,
  added_by uuid
);
