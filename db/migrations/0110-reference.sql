-- Facts and vocabularies that came with Cairn, by stable key and edition. What a community edits is never overwritten by
-- a later edition, and what is retired stays for whoever chose it.

create table terms (
  id uuid not null unique, -- for the journal
  kind text not null check (kind in ('sector', 'background', 'topic', 'skill', 'language')),
  key text not null check (key ~ '^[a-z0-9][a-z0-9-]*$'),
  name text not null check (name <> ''),
  note text not null default '',
  in_group text, -- of sectors: provider, system, community, knowledge, other
  position integer not null,
  edition text, -- null: the community added it
  primary key (kind, key)
);

-- The community's own words for a term: an edition leaves it alone from then on.
create table term_edits (
  kind text not null,
  key text not null,
  edited_by uuid references people (id),
  edited_at timestamptz not null,
  primary key (kind, key),
  foreign key (kind, key) references terms (kind, key)
);

-- Offered no longer; whoever chose it keeps it.
create table term_retirements (
  kind text not null,
  key text not null,
  retired_by uuid references people (id),
  retired_at timestamptz not null,
  primary key (kind, key),
  foreign key (kind, key) references terms (kind, key)
);

-- Country, region (an NHS region, a health board, an HSC trust, an HSE region), local (an ICB, a county), and postcode
-- areas and Eircode routing keys, which are points on a map and nothing finer.
create table places (
  key text primary key check (key ~ '^[a-zA-Z0-9.-]+$'),
  kind text not null check (kind in ('country', 'region', 'local', 'area')),
  name text not null check (name <> ''),
  short_name text not null check (short_name <> ''),
  country text not null check (country in ('england', 'ireland', 'northern-ireland', 'scotland', 'wales')),
  region_key text references places (key), -- the region that it is, or lies in; null where it lies in several
  code text,
  population integer check (population > 0),
  populated_on date,
  lat double precision not null check (lat between 49 and 62),
  lon double precision not null check (lon between -11 and 3),
  valid_from date,
  valid_to date,
  edition text not null,
  check ((population is null) = (populated_on is null)),
  check ((kind = 'region') = (region_key is not distinct from key)),
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
create index places_by_country on places (country, kind);
create index places_by_region on places (region_key, kind);
create index places_named on places (plain(short_name));
create index places_coded on places (code);

-- The distance between two points of the earth's surface in kilometres, by the haversine formula on a sphere of radius
-- 6371 km (Sinnott, Sky and Telescope 68, 1984, p. 159): good to half a per cent.
create function kilometres(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
  returns double precision language sql immutable strict parallel safe
  return 2 * 6371 * asin(least(1, sqrt(
    sin(radians(lat2 - lat1) / 2) ^ 2
      + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2)));
