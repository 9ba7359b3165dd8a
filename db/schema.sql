-- Written by `bin/cairn schema`. Do not edit: change the migrations.

create extension citext;
create extension pg_trgm;
create extension unaccent;

create collation names (provider = icu);

create text search configuration cairn (asciihword: english_stem, asciiword: english_stem, email: simple, file: simple, float: simple, host: simple, hword: unaccent english_stem, hword_asciipart: english_stem, hword_numpart: simple, hword_part: unaccent english_stem, int: simple, numhword: simple, numword: simple, sfloat: simple, uint: simple, url: simple, url_path: simple, version: simple, word: unaccent english_stem);

CREATE OR REPLACE FUNCTION public.plain(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, $1));
CREATE OR REPLACE FUNCTION public.sees(person uuid, audience text, field text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN COALESCE((SELECT ((v.visibility = 'public'::text) OR ((v.visibility = 'members'::text) AND (sees.audience = 'members'::text))) FROM profile_visibilities v WHERE ((v.person_id = sees.person) AND (v.field = sees.field))), true);


create table affiliations (
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  title text default ''::text not null,
  since date,
  until date
);

create table annotations (
  id uuid not null,
  measure_id uuid not null,
  happened_on date not null,
  label text not null,
  noted_by uuid not null,
  noted_at timestamp with time zone not null
);

create table files (
  id uuid not null,
  key text not null,
  name text not null,
  type text not null,
  bytes bigint not null,
  sha256 text not null,
  added_at timestamp with time zone not null,
  added_by uuid
);

create table journal (
  id uuid not null,
  at timestamp with time zone not null,
  actor_id uuid,
  verb text not null,
  subject_type text not null,
  subject_id uuid not null,
  digest text
);

create table journal_details (
  entry_id uuid not null,
  salt text not null,
  change text not null
);

create table letters (
  id uuid not null,
  to_email citext not null,
  subject text not null,
  body text not null,
  written_at timestamp with time zone not null,
  sent_at timestamp with time zone
);

create table links (
  id uuid not null,
  purpose text not null,
  subject text not null,
  email citext not null,
  digest text not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);

create table measure_publications (
  measure_id uuid not null,
  published_by uuid not null,
  published_at timestamp with time zone not null,
  answers jsonb not null
);

create table measures (
  id uuid not null,
  short_id text not null,
  work_id uuid not null,
  name text not null,
  definition text default ''::text not null,
  unit text default ''::text not null,
  better text default 'down'::text not null,
  target double precision,
  chart text default 'xmr'::text not null,
  profile text default 'nhs-mdc'::text not null,
  places smallint,
  visibility text default 'private'::text not null,
  defined_by uuid not null,
  defined_at timestamp with time zone not null
);

create table migrations (
  name text not null,
  applied_at timestamp with time zone default now() not null
);

create table organisations (
  id uuid not null,
  short_id text not null,
  slug text not null,
  name text not null,
  sector text not null,
  country text not null,
  place text,
  external_id text,
  added_at timestamp with time zone not null,
  search tsvector generated always as (to_tsvector('cairn'::regconfig, ((name || ' '::text) || COALESCE(place, ''::text)))) stored
);

create table people (
  id uuid not null,
  short_id text not null,
  slug text not null,
  name text not null,
  headline text default ''::text not null,
  about text default ''::text not null,
  background text,
  country text,
  place text,
  can_help text default ''::text not null,
  looking_for text default ''::text not null,
  orcid text,
  photo_id uuid,
  visibility text default 'members'::text not null,
  added_at timestamp with time zone not null,
  erased_at timestamp with time zone
);

create table people_search (
  person_id uuid not null,
  audience text not null,
  words tsvector not null,
  name_plain text not null
);

create table person_emails (
  id uuid not null,
  person_id uuid not null,
  email citext not null,
  is_primary boolean default false not null,
  verified_at timestamp with time zone not null
);

create table placements (
  work_id uuid not null,
  person_id uuid not null,
  iterative double precision not null,
  pathways double precision not null,
  operating_model double precision not null,
  community double precision not null,
  placed_at timestamp with time zone not null
);

create table profile_visibilities (
  person_id uuid not null,
  field text not null,
  visibility text not null
);

create table rate_limits (
  key text not null,
  window_start timestamp with time zone not null,
  hits integer not null
);

create table reading_changes (
  id uuid not null,
  reading_id uuid not null,
  before double precision,
  after double precision,
  reason text default ''::text not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null
);

create table readings (
  id uuid not null,
  measure_id uuid not null,
  taken_on date not null,
  value double precision,
  numerator double precision,
  denominator double precision,
  "position" smallint default 1 not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  batch_id uuid not null,
  withdrawn_at timestamp with time zone
);

create table rebases (
  id uuid not null,
  measure_id uuid not null,
  starts_on date not null,
  reason text not null,
  rebased_by uuid not null,
  rebased_at timestamp with time zone not null
);

create table role_grants (
  id uuid not null,
  person_id uuid not null,
  role text not null,
  country text,
  granted_at timestamp with time zone not null,
  granted_by uuid
);

create table settings (
  key text not null,
  value jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by uuid
);

create table work_publications (
  work_id uuid not null,
  visibility text not null,
  published_by uuid not null,
  published_at timestamp with time zone not null,
  answers jsonb not null
);

create table work_release_refusals (
  work_id uuid not null,
  refused_by uuid not null,
  refused_at timestamp with time zone not null,
  reason text not null
);

create table work_releases (
  work_id uuid not null,
  released_by uuid,
  released_at timestamp with time zone not null
);

create table work_team (
  id uuid not null,
  work_id uuid not null,
  person_id uuid,
  name text not null,
  email citext,
  role text default ''::text not null,
  invited_by uuid not null,
  invited_at timestamp with time zone not null,
  accepted_at timestamp with time zone
);

create table work_updates (
  id uuid not null,
  work_id uuid not null,
  body text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null
);

create table works (
  id uuid not null,
  short_id text not null,
  slug text not null,
  title text not null,
  problem text default ''::text not null,
  aim text default ''::text not null,
  tried text default ''::text not null,
  lesson text default ''::text not null,
  state text not null,
  country text not null,
  place text default ''::text not null,
  organisation_id uuid,
  shown_as text default ''::text not null,
  methods text[] default '{}'::text[] not null,
  topics text[] default '{}'::text[] not null,
  started_on date,
  ended_on date,
  visibility text default 'private'::text not null,
  lang text default 'en'::text not null,
  shared_by uuid not null,
  shared_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  search tsvector generated always as (((setweight(to_tsvector('cairn'::regconfig, title), 'A'::"char") || setweight(to_tsvector('cairn'::regconfig, aim), 'B'::"char")) || to_tsvector('cairn'::regconfig, ((((((problem || ' '::text) || tried) || ' '::text) || lesson) || ' '::text) ||
CASE
    WHEN (shown_as = ''::text) THEN place
    ELSE shown_as
END)))) stored
);

alter table affiliations add constraint affiliations_check CHECK (((until IS NULL) OR (since IS NULL) OR (until >= since)));
alter table affiliations add constraint affiliations_pkey PRIMARY KEY (id);
alter table affiliations add constraint affiliations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table affiliations add constraint affiliations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table annotations add constraint annotations_label_check CHECK ((label <> ''::text));
alter table annotations add constraint annotations_pkey PRIMARY KEY (id);
alter table annotations add constraint annotations_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measures(id) ON DELETE CASCADE;
alter table annotations add constraint annotations_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id);
alter table files add constraint files_bytes_check CHECK ((bytes >= 0));
alter table files add constraint files_key_key UNIQUE (key);
alter table files add constraint files_pkey PRIMARY KEY (id);
alter table journal add constraint journal_pkey PRIMARY KEY (id);
alter table journal_details add constraint journal_details_pkey PRIMARY KEY (entry_id);
alter table journal_details add constraint journal_details_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES journal(id) ON DELETE CASCADE;
alter table letters add constraint letters_pkey PRIMARY KEY (id);
alter table links add constraint links_digest_key UNIQUE (digest);
alter table links add constraint links_pkey PRIMARY KEY (id);
alter table measure_publications add constraint measure_publications_pkey PRIMARY KEY (measure_id);
alter table measure_publications add constraint measure_publications_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measures(id) ON DELETE CASCADE;
alter table measure_publications add constraint measure_publications_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id);
alter table measures add constraint measures_better_check CHECK ((better = ANY (ARRAY['up'::text, 'down'::text, 'neither'::text])));
alter table measures add constraint measures_name_check CHECK ((name <> ''::text));
alter table measures add constraint measures_pkey PRIMARY KEY (id);
alter table measures add constraint measures_short_id_key UNIQUE (short_id);
alter table measures add constraint measures_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'members'::text, 'public'::text])));
alter table measures add constraint measures_defined_by_fkey FOREIGN KEY (defined_by) REFERENCES people(id);
alter table measures add constraint measures_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table migrations add constraint migrations_pkey PRIMARY KEY (name);
alter table organisations add constraint organisations_country_check CHECK ((country = ANY (ARRAY['england'::text, 'ireland'::text, 'northern-ireland'::text, 'scotland'::text, 'wales'::text])));
alter table organisations add constraint organisations_name_check CHECK ((name <> ''::text));
alter table organisations add constraint organisations_pkey PRIMARY KEY (id);
alter table organisations add constraint organisations_short_id_key UNIQUE (short_id);
alter table people add constraint people_country_check CHECK ((country = ANY (ARRAY['england'::text, 'ireland'::text, 'northern-ireland'::text, 'scotland'::text, 'wales'::text])));
alter table people add constraint people_name_check CHECK ((name <> ''::text));
alter table people add constraint people_pkey PRIMARY KEY (id);
alter table people add constraint people_short_id_key UNIQUE (short_id);
alter table people add constraint people_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'members'::text, 'public'::text])));
alter table people add constraint people_photo_id_fkey FOREIGN KEY (photo_id) REFERENCES files(id);
alter table people_search add constraint people_search_audience_check CHECK ((audience = ANY (ARRAY['members'::text, 'public'::text])));
alter table people_search add constraint people_search_pkey PRIMARY KEY (person_id, audience);
alter table people_search add constraint people_search_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table person_emails add constraint person_emails_email_key UNIQUE (email);
alter table person_emails add constraint person_emails_pkey PRIMARY KEY (id);
alter table person_emails add constraint person_emails_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table placements add constraint placements_check CHECK ((abs(((((iterative + pathways) + operating_model) + community) - (1)::double precision)) < (0.000000001)::double precision));
alter table placements add constraint placements_community_check CHECK (((community >= (0)::double precision) AND (community <= (1)::double precision)));
alter table placements add constraint placements_iterative_check CHECK (((iterative >= (0)::double precision) AND (iterative <= (1)::double precision)));
alter table placements add constraint placements_operating_model_check CHECK (((operating_model >= (0)::double precision) AND (operating_model <= (1)::double precision)));
alter table placements add constraint placements_pathways_check CHECK (((pathways >= (0)::double precision) AND (pathways <= (1)::double precision)));
alter table placements add constraint placements_pkey PRIMARY KEY (work_id, person_id);
alter table placements add constraint placements_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table placements add constraint placements_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table profile_visibilities add constraint profile_visibilities_pkey PRIMARY KEY (person_id, field);
alter table profile_visibilities add constraint profile_visibilities_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'members'::text, 'public'::text])));
alter table profile_visibilities add constraint profile_visibilities_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table rate_limits add constraint rate_limits_pkey PRIMARY KEY (key, window_start);
alter table reading_changes add constraint reading_changes_pkey PRIMARY KEY (id);
alter table reading_changes add constraint reading_changes_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);
alter table reading_changes add constraint reading_changes_reading_id_fkey FOREIGN KEY (reading_id) REFERENCES readings(id) ON DELETE CASCADE;
alter table readings add constraint readings_pkey PRIMARY KEY (id);
alter table readings add constraint readings_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measures(id) ON DELETE CASCADE;
alter table readings add constraint readings_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id);
alter table rebases add constraint rebases_measure_id_starts_on_key UNIQUE (measure_id, starts_on);
alter table rebases add constraint rebases_pkey PRIMARY KEY (id);
alter table rebases add constraint rebases_reason_check CHECK ((reason <> ''::text));
alter table rebases add constraint rebases_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measures(id) ON DELETE CASCADE;
alter table rebases add constraint rebases_rebased_by_fkey FOREIGN KEY (rebased_by) REFERENCES people(id);
alter table role_grants add constraint role_grants_check CHECK (((role = 'assessor'::text) = (country IS NOT NULL)));
alter table role_grants add constraint role_grants_country_check CHECK ((country = ANY (ARRAY['england'::text, 'ireland'::text, 'northern-ireland'::text, 'scotland'::text, 'wales'::text])));
alter table role_grants add constraint role_grants_person_id_role_country_key UNIQUE NULLS NOT DISTINCT (person_id, role, country);
alter table role_grants add constraint role_grants_pkey PRIMARY KEY (id);
alter table role_grants add constraint role_grants_role_check CHECK ((role = ANY (ARRAY['member'::text, 'assessor'::text, 'editor'::text, 'moderator'::text, 'data-lead'::text, 'steward'::text])));
alter table role_grants add constraint role_grants_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table settings add constraint settings_pkey PRIMARY KEY (key);
alter table work_publications add constraint work_publications_pkey PRIMARY KEY (work_id);
alter table work_publications add constraint work_publications_visibility_check CHECK ((visibility = ANY (ARRAY['members'::text, 'public'::text])));
alter table work_publications add constraint work_publications_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id);
alter table work_publications add constraint work_publications_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table work_release_refusals add constraint work_release_refusals_pkey PRIMARY KEY (work_id);
alter table work_release_refusals add constraint work_release_refusals_reason_check CHECK ((reason <> ''::text));
alter table work_release_refusals add constraint work_release_refusals_refused_by_fkey FOREIGN KEY (refused_by) REFERENCES people(id);
alter table work_release_refusals add constraint work_release_refusals_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table work_releases add constraint work_releases_pkey PRIMARY KEY (work_id);
alter table work_releases add constraint work_releases_released_by_fkey FOREIGN KEY (released_by) REFERENCES people(id);
alter table work_releases add constraint work_releases_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table work_team add constraint work_team_check CHECK (((accepted_at IS NULL) OR (person_id IS NOT NULL)));
alter table work_team add constraint work_team_pkey PRIMARY KEY (id);
alter table work_team add constraint work_team_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people(id);
alter table work_team add constraint work_team_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table work_team add constraint work_team_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table work_updates add constraint work_updates_pkey PRIMARY KEY (id);
alter table work_updates add constraint work_updates_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table work_updates add constraint work_updates_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id);
alter table works add constraint works_check CHECK (((ended_on IS NULL) OR (started_on IS NULL) OR (ended_on >= started_on)));
alter table works add constraint works_country_check CHECK ((country = ANY (ARRAY['england'::text, 'ireland'::text, 'northern-ireland'::text, 'scotland'::text, 'wales'::text])));
alter table works add constraint works_pkey PRIMARY KEY (id);
alter table works add constraint works_short_id_key UNIQUE (short_id);
alter table works add constraint works_state_check CHECK ((state = ANY (ARRAY['idea'::text, 'testing'::text, 'sustained'::text, 'spreading'::text, 'stopped'::text])));
alter table works add constraint works_title_check CHECK ((title <> ''::text));
alter table works add constraint works_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'members'::text, 'public'::text])));
alter table works add constraint works_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table works add constraint works_shared_by_fkey FOREIGN KEY (shared_by) REFERENCES people(id);

CREATE INDEX affiliations_organisation ON affiliations USING btree (organisation_id);
CREATE INDEX affiliations_person ON affiliations USING btree (person_id);
CREATE INDEX annotations_of ON annotations USING btree (measure_id, happened_on);
CREATE INDEX journal_about ON journal USING btree (subject_type, subject_id, at DESC);
CREATE INDEX journal_by ON journal USING btree (actor_id, at DESC);
CREATE INDEX journal_time ON journal USING btree (at DESC);
CREATE INDEX letters_time ON letters USING btree (written_at DESC);
CREATE INDEX letters_to ON letters USING btree (to_email, written_at DESC);
CREATE INDEX measures_of_work ON measures USING btree (work_id, defined_at);
CREATE INDEX organisations_like ON organisations USING gin (plain(name) gin_trgm_ops);
CREATE INDEX organisations_name ON organisations USING btree (name COLLATE names);
CREATE INDEX organisations_search ON organisations USING gin (search);
CREATE INDEX people_by_name ON people USING btree (name COLLATE names, id);
CREATE INDEX people_search_names ON people_search USING gin (name_plain gin_trgm_ops);
CREATE INDEX people_search_words ON people_search USING gin (words);
CREATE UNIQUE INDEX person_emails_primary ON person_emails USING btree (person_id) WHERE is_primary;
CREATE INDEX placements_by ON placements USING btree (person_id);
CREATE INDEX reading_changes_of ON reading_changes USING btree (reading_id, changed_at);
CREATE INDEX readings_of ON readings USING btree (measure_id, taken_on);
CREATE UNIQUE INDEX readings_once ON readings USING btree (measure_id, taken_on, "position") WHERE (withdrawn_at IS NULL);
CREATE INDEX role_grants_role ON role_grants USING btree (role, country);
CREATE UNIQUE INDEX work_team_once ON work_team USING btree (work_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX work_team_person ON work_team USING btree (person_id);
CREATE INDEX work_updates_of ON work_updates USING btree (work_id, written_at DESC);
CREATE INDEX works_by_method ON works USING gin (methods);
CREATE INDEX works_by_organisation ON works USING btree (organisation_id);
CREATE INDEX works_by_sharer ON works USING btree (shared_by);
CREATE INDEX works_recent ON works USING btree (visibility, changed_at DESC);
CREATE INDEX works_search ON works USING gin (search);
CREATE INDEX works_title_like ON works USING gin (plain(title) gin_trgm_ops);
