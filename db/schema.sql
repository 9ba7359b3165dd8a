-- Written by `bin/cairn schema`. Do not edit: change the migrations.

create schema auth;
create schema monitoring;

create extension citext;
create extension pg_trgm;
create extension unaccent;

create collation names (provider = icu);

create text search configuration cairn (asciihword: english_stem, asciiword: english_stem, email: simple, file: simple, float: simple, host: simple, hword: unaccent english_stem, hword_asciipart: english_stem, hword_numpart: simple, hword_part: unaccent english_stem, int: simple, numhword: simple, numword: simple, sfloat: simple, uint: simple, url: simple, url_path: simple, version: simple, word: unaccent english_stem);

CREATE OR REPLACE FUNCTION public.claims_stay_fixed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.id, new.short_id, new.work_id, new.claimed_by, new.fixed_at) is distinct from
     (old.id, old.short_id, old.work_id, old.claimed_by, old.fixed_at)
    or (new.measure_id, new.better, new.baseline_from, new.baseline_through, new.changed_on) is distinct from
     (old.measure_id, old.better, old.baseline_from, old.baseline_through, old.changed_on) then
    raise exception 'what a claim rests on is fixed when it is made';
  end if;
  return new;
end $function$;
CREATE OR REPLACE FUNCTION public.comment_decided_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform 1 from public.comments where id = new.comment_id for update;
  if exists (select from public.comment_approvals where comment_id = new.comment_id)
    and exists (select from public.comment_refusals where comment_id = new.comment_id) then
    raise exception 'comment % is both approved and refused', new.comment_id;
  end if;
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.judged_before(submission uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from application_submissions u
    where u.id = submission and u.appeal_id is not null and (
      exists (select from application_submissions e join assessments s on s.submission_id = e.id
        where e.application_id = u.application_id and e.appeal_id is distinct from u.appeal_id
          and s.assessor_id = person)
      or exists (select from application_submissions e join decisions d on d.submission_id = e.id
        where e.application_id = u.application_id and e.appeal_id is distinct from u.appeal_id
          and d.decided_by = person)
      or exists (select from appeal_outcomes o where o.appeal_id = u.appeal_id and o.decided_by = person)))
$function$;
CREATE OR REPLACE FUNCTION public.kilometres(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (((2 * 6371))::double precision * asin(LEAST((1)::double precision, sqrt(((sin((radians((lat2 - lat1)) / (2)::double precision)) ^ (2)::double precision) + ((cos(radians(lat1)) * cos(radians(lat2))) * (sin((radians((lon2 - lon1)) / (2)::double precision)) ^ (2)::double precision)))))));
CREATE OR REPLACE FUNCTION public.organisations_alike()
 RETURNS TABLE(one_id uuid, other_id uuid, likeness real)
 LANGUAGE sql
 STABLE ROWS 50
 SET "pg_trgm.similarity_threshold" TO '0.6'
AS $function$select a.id, b.id, public.similarity(public.plain(a.name), public.plain(b.name))
    from public.organisations a
    join public.organisations b on a.country = b.country and a.id < b.id
      and public.plain(a.name) operator(public.%) public.plain(b.name)$function$;
CREATE OR REPLACE FUNCTION public.organisations_nearly_named(words text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE ROWS 20
 SET "pg_trgm.word_similarity_threshold" TO '0.5'
AS $function$select id from public.organisations where public.plain(name) operator(public.%>) public.plain($1)$function$;
CREATE OR REPLACE FUNCTION public.plain(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, $1));
CREATE OR REPLACE FUNCTION public.published_is_published()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what was published does not change';
end $function$;
CREATE OR REPLACE FUNCTION public.sees(person uuid, audience text, field text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN COALESCE((SELECT ((p.visibility = ANY (reader.circles)) AND (COALESCE(v.visibility, 'members'::text) = ANY (reader.circles))) FROM (((SELECT CASE sees.audience WHEN 'members'::text THEN ARRAY['members'::text, 'public'::text] ELSE ARRAY['public'::text] END AS circles) reader JOIN people p ON (((p.id = sees.person) AND (p.erased_at IS NULL)))) LEFT JOIN profile_visibilities v ON (((v.person_id = p.id) AND (v.field = sees.field))))), false);
CREATE OR REPLACE FUNCTION public.tally_of(nos integer[])
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (SELECT COALESCE(sum((('1'::text || repeat('0'::text, (8 * n.n))))::numeric), (0)::numeric) AS "coalesce" FROM unnest(tally_of.nos) n(n));
CREATE OR REPLACE FUNCTION public.withdrawn_first()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from public.case_block_withdrawals w
    where w.version_id = old.version_id and w.position = old.position) then
    raise exception 'what was published does not change';
  end if;
  return old;
end $function$;
CREATE OR REPLACE FUNCTION public.works_nearly_titled(words text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE ROWS 20
 SET "pg_trgm.word_similarity_threshold" TO '0.45'
AS $function$select id from public.works where public.plain(title) operator(public.%>) public.plain($1)$function$;


create table adaptation_letters (
  adaptation_id uuid not null,
  written_at timestamp with time zone not null
);

create table adaptation_notes (
  adaptation_id uuid not null,
  words text not null,
  noted_by uuid not null,
  noted_at timestamp with time zone not null
);

create table adaptations (
  id uuid not null,
  short_id text not null,
  work_id uuid not null,
  of_id uuid not null,
  changed text not null,
  stayed text default ''::text not null,
  happened text default ''::text not null,
  told_by uuid not null,
  told_at timestamp with time zone not null
);

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

create table appeal_assignments (
  appeal_id uuid not null,
  person_id uuid not null,
  assigned_at timestamp with time zone not null
);

create table appeal_outcomes (
  appeal_id uuid not null,
  outcome text not null,
  letter text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null
);

create table appeal_turns (
  id uuid not null,
  appeal_id uuid not null,
  answered_by uuid,
  words text not null,
  said_at timestamp with time zone not null
);

create table appeals (
  id uuid not null,
  short_id text not null,
  application_id uuid not null,
  decision_id uuid not null,
  opened_at timestamp with time zone not null
);

create table application_adjustments (
  application_id uuid not null,
  needs text not null
);

create table application_answers (
  application_id uuid not null,
  criterion_id uuid not null,
  answer text not null,
  changed_at timestamp with time zone not null
);

create table application_calls (
  application_id uuid not null,
  phone text not null,
  times text default ''::text not null,
  asked_at timestamp with time zone not null
);

create table application_confirmations (
  application_id uuid not null,
  confirmed_at timestamp with time zone not null
);

create table application_files (
  application_id uuid not null,
  criterion_id uuid not null,
  file_id uuid not null,
  added_at timestamp with time zone not null
);

create table application_openings (
  email citext not null,
  application_id uuid not null
);

create table application_submissions (
  id uuid not null,
  application_id uuid not null,
  number smallint not null,
  submitted_at timestamp with time zone not null,
  compact_version text not null,
  assessments_needed smallint not null,
  appeal_id uuid
);

create table application_withdrawals (
  application_id uuid not null,
  withdrawn_at timestamp with time zone not null
);

create table application_works (
  application_id uuid not null,
  "position" smallint not null,
  address text not null
);

create table applications (
  id uuid not null,
  short_id text not null,
  criteria_version_id uuid not null,
  email citext,
  name text default ''::text not null,
  country text not null,
  pathway text not null,
  compact_version text,
  started_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  anonymised_at timestamp with time zone
);

create table assessment_assignments (
  id uuid not null,
  submission_id uuid not null,
  assessor_id uuid not null,
  assigned_at timestamp with time zone not null,
  reason text not null
);

create table assessment_views (
  assessment_id uuid not null,
  criterion_id uuid not null,
  view text not null,
  reason text not null
);

create table assessments (
  id uuid not null,
  submission_id uuid not null,
  assessor_id uuid not null,
  given_at timestamp with time zone not null
);

create table benefit_areas (
  key text not null,
  name text not null,
  about text not null,
  "position" smallint not null,
  retired_at timestamp with time zone
);

create table call_notes (
  submission_id uuid not null,
  notes text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null
);

create table campaign_applications (
  application_id uuid not null,
  campaign_id uuid not null,
  begun_at timestamp with time zone not null
);

create table campaign_arrivals (
  campaign_id uuid not null,
  day date not null,
  arrivals integer not null
);

create table campaign_closures (
  campaign_id uuid not null,
  closed_by uuid not null,
  closed_at timestamp with time zone not null
);

create table campaigns (
  id uuid not null,
  slug text not null,
  title text not null,
  words text not null,
  country text,
  sector text,
  background text,
  opens_on date not null,
  closes_on date not null,
  goal integer not null,
  made_by uuid not null,
  made_at timestamp with time zone not null
);

create table case_author_invitations (
  id uuid not null,
  case_id uuid not null,
  named text not null,
  email citext not null,
  invited_by uuid not null,
  invited_at timestamp with time zone not null
);

create table case_authors (
  case_id uuid not null,
  person_id uuid not null,
  added_at timestamp with time zone not null
);

create table case_block_contents (
  version_id uuid not null,
  "position" smallint not null,
  salt text not null,
  content jsonb not null
);

create table case_block_withdrawals (
  version_id uuid not null,
  "position" smallint not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone not null,
  reason text default ''::text not null
);

create table case_claims (
  case_id uuid not null,
  claim_id uuid not null,
  "position" smallint not null
);

create table case_narratives (
  case_id uuid not null,
  "position" smallint not null,
  heading text not null,
  body text not null
);

create table case_version_blocks (
  version_id uuid not null,
  "position" smallint not null,
  kind text not null,
  digest text not null
);

create table case_versions (
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  head jsonb not null,
  hash text not null,
  visibility text not null,
  published_by uuid not null,
  published_at timestamp with time zone not null
);

create table cases (
  id uuid not null,
  short_id text not null,
  slug text not null,
  title text not null,
  audience text not null,
  ask text default ''::text not null,
  context text default ''::text not null,
  link_key text not null,
  started_by uuid not null,
  started_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);

create table claim_grades (
  claim_id uuid not null,
  grade text not null,
  because jsonb not null,
  raise jsonb not null,
  inputs_hash text not null,
  computed_at timestamp with time zone not null
);

create table claim_withdrawals (
  claim_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamp with time zone not null,
  reason text not null
);

create table claims (
  id uuid not null,
  short_id text not null,
  work_id uuid not null,
  area text not null,
  statement text not null,
  relation text not null,
  measure_id uuid,
  better text,
  baseline_from date,
  baseline_through date,
  changed_on date,
  claimed_by uuid not null,
  fixed_at timestamp with time zone not null
);

create table comment_approvals (
  comment_id uuid not null,
  approved_by uuid not null,
  approved_at timestamp with time zone not null
);

create table comment_confirmations (
  comment_id uuid not null,
  confirmed_at timestamp with time zone not null
);

create table comment_refusals (
  comment_id uuid not null,
  refused_by uuid not null,
  refused_at timestamp with time zone not null,
  reason text not null
);

create table comment_withdrawals (
  comment_id uuid not null,
  withdrawn_at timestamp with time zone not null
);

create table comments (
  id uuid not null,
  short_id text not null,
  story_id uuid not null,
  reply_to uuid,
  person_id uuid,
  name text not null,
  email citext,
  body text not null,
  lang text default 'en'::text not null,
  written_at timestamp with time zone not null
);

create table conflicts (
  application_id uuid not null,
  person_id uuid not null,
  declared_at timestamp with time zone not null
);

create table correction_acceptances (
  id uuid not null,
  measure_id uuid not null,
  taken_on date not null,
  "position" smallint not null,
  stands boolean not null,
  value double precision,
  reason text not null,
  accepted_by uuid not null,
  accepted_at timestamp with time zone not null
);

create table criteria (
  id uuid not null,
  version_id uuid not null,
  key text not null,
  "position" smallint not null,
  title text not null,
  looks_for text not null,
  counts_equally text[] default '{}'::text[] not null
);

create table criteria_versions (
  id uuid not null,
  number integer not null,
  edition text not null,
  lang text default 'en'::text not null,
  published_at timestamp with time zone,
  published_by uuid,
  begun_at timestamp with time zone,
  begun_by uuid
);

create table criterion_questions (
  criterion_id uuid not null,
  pathway text not null,
  question text not null,
  hint text default ''::text not null
);

create table cycle_decisions (
  cycle_id uuid not null,
  decision text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null
);

create table cycles (
  id uuid not null,
  work_id uuid not null,
  number integer not null,
  question text not null,
  prediction text default ''::text not null,
  plan text default ''::text not null,
  happened text default ''::text not null,
  learning text default ''::text not null,
  starts_on date,
  ends_on date,
  owner_id uuid,
  change_id uuid,
  measure_id uuid,
  after_id uuid,
  begun_by uuid not null,
  begun_at timestamp with time zone not null
);

create table decisions (
  id uuid not null,
  application_id uuid not null,
  submission_id uuid not null,
  outcome text not null,
  letter text not null,
  reasons text default ''::text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null
);

create table disagreements (
  submission_id uuid not null,
  noted_at timestamp with time zone not null
);

create table draft_warnings (
  application_id uuid not null,
  warned_at timestamp with time zone not null
);

create table driver_aims (
  work_id uuid not null,
  aim text not null,
  stated_by uuid not null,
  stated_at timestamp with time zone not null
);

create table driver_links (
  work_id uuid not null,
  parent_id uuid not null,
  child_id uuid not null
);

create table drivers (
  id uuid not null,
  short_id text not null,
  work_id uuid not null,
  tier text not null,
  words text not null,
  "position" integer not null,
  added_by uuid not null,
  added_at timestamp with time zone not null
);

create table facet_values (
  no integer not null,
  value text not null
);

create table files (
  id uuid not null,
  key text not null,
  name text not null,
  type text not null,
  bytes bigint not null,
  sha256 text not null,
  width integer,
  height integer,
  added_at timestamp with time zone not null,
  added_by uuid
);

create table founding_admissions (
  id uuid not null,
  person_id uuid not null,
  invitation_id uuid,
  compact_version text not null,
  admitted_at timestamp with time zone not null
);

create table founding_invitations (
  id uuid not null,
  email citext,
  name text not null,
  reason text not null,
  invited_by uuid not null,
  invited_at timestamp with time zone not null
);

create table founding_withdrawals (
  invitation_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamp with time zone not null
);

create table import_admissions (
  id uuid not null,
  person_id uuid not null,
  import_id uuid not null,
  is_new boolean not null,
  admitted_at timestamp with time zone not null
);

create table import_confirmations (
  admission_id uuid not null,
  compact_version text not null,
  confirmed_at timestamp with time zone not null
);

create table import_refusals (
  admission_id uuid not null,
  refused_at timestamp with time zone not null
);

create table introduction_answers (
  seat_id uuid not null,
  answer text not null,
  words text default ''::text not null,
  answered_at timestamp with time zone not null
);

create table introduction_groups (
  id uuid not null,
  round_id uuid not null
);

create table introduction_leftovers (
  round_id uuid not null,
  person_id uuid not null,
  group_id uuid
);

create table introduction_meetings (
  one_id uuid not null,
  other_id uuid not null,
  group_id uuid not null
);

create table introduction_opt_ins (
  person_id uuid not null,
  meets text not null,
  language text,
  shows_address boolean not null,
  since timestamp with time zone not null
);

create table introduction_pauses (
  person_id uuid not null,
  paused_at timestamp with time zone not null
);

create table introduction_refusals (
  round_id uuid not null,
  person_id uuid not null,
  refused_at timestamp with time zone not null
);

create table introduction_rounds (
  id uuid not null,
  number integer not null,
  begun_by uuid,
  begun_at timestamp with time zone not null,
  progress smallint default 0 not null,
  matched_at timestamp with time zone,
  asked_at timestamp with time zone
);

create table introduction_seats (
  id uuid not null,
  round_id uuid not null,
  group_id uuid not null,
  person_id uuid not null
);

create table invitation_applications (
  invitation_id uuid not null,
  application_id uuid not null,
  accepted_at timestamp with time zone not null
);

create table invitation_permissions (
  invitation_id uuid not null,
  about text not null,
  allowed_at timestamp with time zone not null,
  told_at timestamp with time zone
);

create table invitation_postponements (
  invitation_id uuid not null,
  postponed_at timestamp with time zone not null
);

create table invitation_refusals (
  digest text not null,
  refused_on date not null
);

create table invitations (
  id uuid not null,
  email citext,
  name text not null,
  note text not null,
  invited_by uuid not null,
  invited_at timestamp with time zone not null
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
  sent_at timestamp with time zone,
  reply_to citext
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

create table measure_reminders (
  measure_id uuid not null,
  person_id uuid not null,
  every text not null,
  next_on date not null,
  asked_at timestamp with time zone not null
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
  defined_at timestamp with time zone not null,
  numerator text default ''::text not null,
  denominator text default ''::text not null
);

create table member_import_results (
  import_id uuid not null,
  row_number integer not null,
  outcome text not null
);

create table member_import_rows (
  import_id uuid not null,
  row_number integer not null,
  cells text[] not null
);

create table member_import_starts (
  import_id uuid not null,
  started_by uuid not null,
  started_at timestamp with time zone not null
);

create table member_imports (
  id uuid not null,
  file_name text not null,
  columns text[] not null,
  rows_in_all integer not null,
  fields jsonb not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null
);

create table memberships (
  id uuid not null,
  person_id uuid not null,
  decision_id uuid,
  founding_admission_id uuid,
  admitted_at timestamp with time zone not null,
  import_admission_id uuid
);

create table message_blocks (
  person_id uuid not null,
  blocked_id uuid not null,
  blocked_at timestamp with time zone not null
);

create table message_closures (
  person_id uuid not null,
  closed_at timestamp with time zone not null
);

create table message_reports (
  message_id uuid not null,
  reported_at timestamp with time zone not null
);

create table messages (
  id uuid not null,
  short_id text not null,
  from_id uuid not null,
  to_id uuid not null,
  answers_id uuid,
  body text not null,
  sent_at timestamp with time zone not null
);

create table migrations (
  name text not null,
  applied_at timestamp with time zone default now() not null
);

create table monitoring_release_counts (
  quarter text not null,
  country text not null,
  question text not null,
  category text not null,
  people integer not null
);

create table monitoring_releases (
  quarter text not null,
  country text not null,
  question text not null,
  counted_in text
);

create table offers (
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  skill text not null,
  skill_kind text generated always as ('skill'::text) stored not null,
  hours smallint not null,
  note text default ''::text not null,
  until date,
  made_at timestamp with time zone not null
);

create table organisation_distinctions (
  one_id uuid not null,
  other_id uuid not null,
  said_by uuid,
  said_at timestamp with time zone not null
);

create table organisation_identifiers (
  scheme text not null,
  value text not null,
  organisation_id uuid not null
);

create table organisation_mergers (
  merged_id uuid not null,
  into_id uuid not null,
  merged_by uuid,
  merged_at timestamp with time zone not null
);

create table organisations (
  id uuid not null,
  short_id text not null,
  slug text not null,
  name text not null,
  sector text not null,
  country text not null,
  place text,
  added_at timestamp with time zone not null,
  search tsvector generated always as (to_tsvector('cairn'::regconfig, ((name || ' '::text) || COALESCE(place, ''::text)))) stored,
  place_key text
);

create table page_versions (
  id uuid not null,
  page text not null,
  version integer not null,
  title text not null,
  body text not null,
  edition text,
  written_by uuid,
  written_at timestamp with time zone not null,
  note text default ''::text not null
);

create table path_counts (
  quarter text not null,
  cohort text not null,
  step text not null,
  people integer not null
);

create table people (
  id uuid not null,
  short_id text not null,
  slug text not null,
  name text not null,
  headline text default ''::text not null,
  about text default ''::text not null,
  country text,
  can_help text default ''::text not null,
  looking_for text default ''::text not null,
  orcid text,
  photo_id uuid,
  visibility text default 'members'::text not null,
  added_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  background_words text default ''::text not null,
  place_key text,
  place_shown text default 'town'::text not null
);

create table people_search (
  person_id uuid not null,
  audience text not null,
  words tsvector not null,
  name_plain text not null,
  name text not null,
  added_at timestamp with time zone not null,
  facets text[] not null,
  place_key text,
  facet_nos integer[] default '{}'::integer[] not null,
  tally numeric generated always as (tally_of(facet_nos)) stored not null,
  hours_seen boolean not null
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

create table places (
  key text not null,
  kind text not null,
  name text not null,
  short_name text not null,
  country text not null,
  region_key text,
  code text,
  population integer,
  populated_on date,
  lat double precision not null,
  lon double precision not null,
  valid_from date,
  valid_to date,
  edition text not null
);

create table profile_listings (
  person_id uuid not null,
  listed_at timestamp with time zone not null
);

create table profile_terms (
  person_id uuid not null,
  kind text not null,
  key text not null,
  term_kind text generated always as (
CASE
    WHEN (kind = ANY (ARRAY['mode'::text, 'method'::text])) THEN NULL::text
    ELSE kind
END) stored
);

create table profile_visibilities (
  person_id uuid not null,
  field text not null,
  visibility text not null
);

create table range_counts (
  quarter text not null,
  kind text not null,
  key text not null,
  people integer not null
);

create table range_snapshots (
  quarter text not null,
  members integer not null
);

create table range_variety (
  quarter text not null,
  kind text not null,
  people integer not null,
  richness integer not null,
  common integer not null,
  dominant integer not null,
  among_25 double precision
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
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid
);

create table rebases (
  id uuid not null,
  measure_id uuid not null,
  starts_on date not null,
  reason text not null,
  rebased_by uuid not null,
  rebased_at timestamp with time zone not null
);

create table referee_answers (
  referee_id uuid not null,
  answer text not null,
  words text default ''::text not null,
  answered_at timestamp with time zone not null
);

create table referee_letters (
  referee_id uuid not null,
  kind text not null,
  sent_at timestamp with time zone not null
);

create table referee_removals (
  referee_id uuid not null,
  removed_at timestamp with time zone not null
);

create table referees (
  id uuid not null,
  application_id uuid not null,
  name text not null,
  email citext,
  named_at timestamp with time zone not null
);

create table removal_outcomes (
  request_id uuid not null,
  outcome text not null,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null
);

create table removal_requests (
  id uuid not null,
  work_id uuid not null,
  organisation text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null
);

create table removal_words (
  id uuid not null,
  request_id uuid not null,
  side text not null,
  words text not null,
  said_by uuid not null,
  said_at timestamp with time zone not null
);

create table report_resolutions (
  report_id uuid not null,
  outcome text not null,
  explanation text not null,
  resolved_by uuid not null,
  resolved_at timestamp with time zone not null
);

create table reports (
  id uuid not null,
  short_id text not null,
  address text not null,
  reason text not null,
  details text default ''::text not null,
  person_id uuid,
  email citext,
  reported_at timestamp with time zone not null
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

create table stories (
  id uuid not null,
  short_id text not null,
  slug text not null,
  title text not null,
  standfirst text not null,
  body text not null,
  author_id uuid not null,
  picture_id uuid,
  picture_alt text default ''::text not null,
  lang text default 'en'::text not null,
  written_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  search tsvector generated always as (((setweight(to_tsvector('cairn'::regconfig, title), 'A'::"char") || setweight(to_tsvector('cairn'::regconfig, standfirst), 'B'::"char")) || to_tsvector('cairn'::regconfig, body))) stored
);

create table story_comment_closures (
  story_id uuid not null,
  closed_by uuid not null,
  closed_at timestamp with time zone not null
);

create table story_publications (
  story_id uuid not null,
  published_by uuid not null,
  published_at timestamp with time zone not null
);

create table story_works (
  story_id uuid not null,
  work_id uuid not null,
  "position" smallint not null
);

create table submission_answers (
  submission_id uuid not null,
  criterion_id uuid not null,
  answer text not null
);

create table submission_files (
  submission_id uuid not null,
  criterion_id uuid not null,
  file_id uuid not null
);

create table term_edits (
  kind text not null,
  key text not null,
  edited_by uuid,
  edited_at timestamp with time zone not null
);

create table term_retirements (
  kind text not null,
  key text not null,
  retired_by uuid,
  retired_at timestamp with time zone not null
);

create table terms (
  id uuid not null,
  kind text not null,
  key text not null,
  name text not null,
  note text default ''::text not null,
  in_group text,
  "position" integer not null,
  edition text
);

create table welcome_dismissals (
  person_id uuid not null,
  dismissed_at timestamp with time zone not null
);

create table work_deputies (
  work_id uuid not null,
  person_id uuid not null,
  named_by uuid not null,
  named_at timestamp with time zone not null
);

create table work_handovers (
  work_id uuid not null,
  to_id uuid not null,
  words text default ''::text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null
);

create table work_hidings (
  work_id uuid not null,
  request_id uuid not null,
  hidden_by uuid not null,
  hidden_at timestamp with time zone not null
);

create table work_imports (
  id uuid not null,
  short_id text not null,
  imported_by uuid not null,
  owner_id uuid not null,
  uploaded_at timestamp with time zone not null,
  sheet jsonb,
  mapping jsonb,
  started_at timestamp with time zone,
  taken integer default 0 not null,
  total integer not null,
  finished_at timestamp with time zone,
  left_out jsonb,
  undone_at timestamp with time zone
);

create table work_offers (
  id uuid not null,
  work_id uuid not null,
  person_id uuid not null,
  words text not null,
  offered_at timestamp with time zone not null
);

create table work_owners (
  work_id uuid not null,
  person_id uuid not null,
  since timestamp with time zone not null
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

create table work_seekings (
  work_id uuid not null,
  words text not null,
  said_by uuid not null,
  said_at timestamp with time zone not null
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
END)))) stored,
  import_id uuid,
  licence text default 'all-rights'::text not null
);

create table auth.accounts (
  id uuid not null,
  user_id uuid not null,
  provider_id text not null,
  account_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table auth.passkeys (
  id uuid not null,
  user_id uuid not null,
  name text,
  public_key text not null,
  credential_id text not null,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamp with time zone
);

create table auth.sessions (
  id uuid not null,
  user_id uuid not null,
  token text not null,
  way text,
  shared boolean default false not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table auth.two_factors (
  id uuid not null,
  user_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamp with time zone
);

create table auth.users (
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean default false not null,
  image text,
  two_factor_enabled boolean default false,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  person_id uuid
);

create table auth.verifications (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table monitoring.answers (
  pseudonym text not null,
  key_mark text not null,
  answers jsonb not null
);

create table monitoring.exact_counts (
  quarter text not null,
  country text not null,
  question text not null,
  category text not null,
  people integer not null
);

alter table auth.accounts add constraint accounts_pkey PRIMARY KEY (id);
alter table auth.accounts add constraint accounts_provider_id_account_id_key UNIQUE (provider_id, account_id);
alter table auth.accounts add constraint accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;
alter table auth.passkeys add constraint passkeys_credential_id_key UNIQUE (credential_id);
alter table auth.passkeys add constraint passkeys_pkey PRIMARY KEY (id);
alter table auth.passkeys add constraint passkeys_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;
alter table auth.sessions add constraint sessions_pkey PRIMARY KEY (id);
alter table auth.sessions add constraint sessions_token_key UNIQUE (token);
alter table auth.sessions add constraint sessions_way_check CHECK ((way = ANY (ARRAY['link'::text, 'code'::text, 'password'::text, 'passkey'::text, 'organisation'::text, 'demo'::text])));
alter table auth.sessions add constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;
alter table auth.two_factors add constraint two_factors_pkey PRIMARY KEY (id);
alter table auth.two_factors add constraint two_factors_user_id_key UNIQUE (user_id);
alter table auth.two_factors add constraint two_factors_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;
alter table auth.users add constraint users_email_check CHECK ((email = lower(email)));
alter table auth.users add constraint users_email_key UNIQUE (email);
alter table auth.users add constraint users_person_id_key UNIQUE (person_id);
alter table auth.users add constraint users_pkey PRIMARY KEY (id);
alter table auth.users add constraint users_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table auth.verifications add constraint verifications_pkey PRIMARY KEY (id);
alter table monitoring.answers add constraint answers_answers_check CHECK ((jsonb_typeof(answers) = 'object'::text));
alter table monitoring.answers add constraint answers_key_mark_check CHECK ((key_mark ~ '^[0-9a-f]{8}$'::text));
alter table monitoring.answers add constraint answers_pkey PRIMARY KEY (pseudonym);
alter table monitoring.answers add constraint answers_pseudonym_check CHECK ((pseudonym ~ '^[0-9a-f]{64}$'::text));
alter table monitoring.exact_counts add constraint exact_counts_country_check CHECK ((country = ANY (ARRAY['england'::text, 'ireland'::text, 'northern-ireland'::text, 'scotland'::text, 'wales'::text])));
alter table monitoring.exact_counts add constraint exact_counts_people_check CHECK ((people >= 0));
alter table monitoring.exact_counts add constraint exact_counts_pkey PRIMARY KEY (country, question, quarter, category);
alter table monitoring.exact_counts add constraint exact_counts_quarter_check CHECK ((quarter ~ '^\d{4}-Q[1-4]$'::text));
alter table adaptation_letters add constraint adaptation_letters_pkey PRIMARY KEY (adaptation_id);
alter table adaptation_letters add constraint adaptation_letters_adaptation_id_fkey FOREIGN KEY (adaptation_id) REFERENCES adaptations(id) ON DELETE CASCADE;
alter table adaptation_notes add constraint adaptation_notes_pkey PRIMARY KEY (adaptation_id);
alter table adaptation_notes add constraint adaptation_notes_words_check CHECK ((words <> ''::text));
alter table adaptation_notes add constraint adaptation_notes_adaptation_id_fkey FOREIGN KEY (adaptation_id) REFERENCES adaptations(id) ON DELETE CASCADE;
alter table adaptation_notes add constraint adaptation_notes_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id);
alter table adaptations add constraint adaptations_check CHECK ((work_id <> of_id));
alter table adaptations add constraint adaptations_pkey PRIMARY KEY (id);
alter table adaptations add constraint adaptations_short_id_key UNIQUE (short_id);
alter table adaptations add constraint adaptations_work_id_of_id_key UNIQUE (work_id, of_id);
alter table adaptations add constraint adaptations_of_id_fkey FOREIGN KEY (of_id) REFERENCES works(id) ON DELETE CASCADE;
alter table adaptations add constraint adaptations_told_by_fkey FOREIGN KEY (told_by) REFERENCES people(id);
alter table adaptations add constraint adaptations_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table affiliations add constraint affiliations_check CHECK (((until IS NULL) OR (since IS NULL) OR (until >= since)));
alter table affiliations add constraint affiliations_pkey PRIMARY KEY (id);
alter table affiliations add constraint affiliations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table affiliations add constraint affiliations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table annotations add constraint annotations_label_check CHECK ((label <> ''::text));
alter table annotations add constraint annotations_pkey PRIMARY KEY (id);
alter table annotations add constraint annotations_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measures(id) ON DELETE CASCADE;
alter table annotations add constraint annotations_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id);
alter table appeal_assignments add constraint appeal_assignments_pkey PRIMARY KEY (appeal_id);
alter table appeal_assignments add constraint appeal_assignments_appeal_id_fkey FOREIGN KEY (appeal_id) REFERENCES appeals(id);
alter table appeal_assignments add constraint appeal_assignments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table appeal_outcomes add constraint appeal_outcomes_outcome_check CHECK ((outcome = ANY (ARRAY['admitted'::text, 'reopened'::text, 'not-upheld'::text])));
alter table appeal_outcomes add constraint appeal_outcomes_pkey PRIMARY KEY (appeal_id);
alter table appeal_outcomes add constraint appeal_outcomes_appeal_id_fkey FOREIGN KEY (appeal_id) REFERENCES appeals(id);
alter table appeal_outcomes add constraint appeal_outcomes_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id);
alter table appeal_turns add constraint appeal_turns_pkey PRIMARY KEY (id);
alter table appeal_turns add constraint appeal_turns_words_check CHECK ((words <> ''::text));
alter table appeal_turns add constraint appeal_turns_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id);
alter table appeal_turns add constraint appeal_turns_appeal_id_fkey FOREIGN KEY (appeal_id) REFERENCES appeals(id);
alter table appeals add constraint appeals_decision_id_key UNIQUE (decision_id);
alter table appeals add constraint appeals_pkey PRIMARY KEY (id);
alter table appeals add constraint appeals_short_id_key UNIQUE (short_id);
alter table appeals add constraint appeals_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table appeals add constraint appeals_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id);
alter table application_adjustments add constraint application_adjustments_needs_check CHECK ((needs <> ''::text));
alter table application_adjustments add constraint application_adjustments_pkey PRIMARY KEY (application_id);
alter table application_adjustments add constraint application_adjustments_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table application_answers add constraint application_answers_pkey PRIMARY KEY (application_id, criterion_id);
alter table application_answers add constraint application_answers_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table application_answers add constraint application_answers_criterion_id_fkey FOREIGN KEY (criterion_id) REFERENCES criteria(id);
alter table application_calls add constraint application_calls_phone_check CHECK ((phone <> ''::text));
alter table application_calls add constraint application_calls_pkey PRIMARY KEY (application_id);
alter table application_calls add constraint application_calls_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table application_confirmations add constraint application_confirmations_pkey PRIMARY KEY (application_id);
alter table application_confirmations add constraint application_confirmations_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table application_files add constraint application_files_file_id_key UNIQUE (file_id);
alter table application_files add constraint application_files_pkey PRIMARY KEY (application_id, criterion_id);
alter table application_files add constraint application_files_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table application_files add constraint application_files_criterion_id_fkey FOREIGN KEY (criterion_id) REFERENCES criteria(id);
alter table application_files add constraint application_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);
alter table application_openings add constraint application_openings_application_id_key UNIQUE (application_id);
alter table application_openings add constraint application_openings_pkey PRIMARY KEY (email);
alter table application_openings add constraint application_openings_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table application_submissions add constraint application_submissions_application_id_number_key UNIQUE (application_id, number);
alter table application_submissions add constraint application_submissions_assessments_needed_check CHECK ((assessments_needed > 0));
alter table application_submissions add constraint application_submissions_number_check CHECK ((number > 0));
alter table application_submissions add constraint application_submissions_pkey PRIMARY KEY (id);
alter table application_submissions add constraint application_submissions_appeal_id_fkey FOREIGN KEY (appeal_id) REFERENCES appeals(id) DEFERRABLE;
alter table application_submissions add constraint application_submissions_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table application_withdrawals add constraint application_withdrawals_pkey PRIMARY KEY (application_id);
alter table application_withdrawals add constraint application_withdrawals_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table application_works add constraint application_works_address_check CHECK ((address <> ''::text));
alter table application_works add constraint application_works_pkey PRIMARY KEY (application_id, "position");
alter table application_works add constraint application_works_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table applications add constraint applications_check CHECK (((email IS NULL) = (anonymised_at IS NOT NULL)));
alter table applications add constraint applications_country_check CHECK ((country = ANY (ARRAY['england'::text, 'ireland'::text, 'northern-ireland'::text, 'scotland'::text, 'wales'::text])));
alter table applications add constraint applications_pathway_check CHECK ((pathway = ANY (ARRAY['professional'::text, 'public'::text, 'volunteer'::text])));
alter table applications add constraint applications_pkey PRIMARY KEY (id);
alter table applications add constraint applications_short_id_key UNIQUE (short_id);
alter table applications add constraint applications_criteria_version_id_fkey FOREIGN KEY (criteria_version_id) REFERENCES criteria_versions(id);
alter table assessment_assignments add constraint assessment_assignments_pkey PRIMARY KEY (id);
alter table assessment_assignments add constraint assessment_assignments_reason_check CHECK ((reason = ANY (ARRAY['load'::text, 'returning'::text, 'third'::text, 'offered'::text])));
alter table assessment_assignments add constraint assessment_assignments_submission_id_assessor_id_key UNIQUE (submission_id, assessor_id);
alter table assessment_assignments add constraint assessment_assignments_assessor_id_fkey FOREIGN KEY (assessor_id) REFERENCES people(id);
alter table assessment_assignments add constraint assessment_assignments_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES application_submissions(id);
alter table assessment_views add constraint assessment_views_pkey PRIMARY KEY (assessment_id, criterion_id);
alter table assessment_views add constraint assessment_views_reason_check CHECK ((reason <> ''::text));
alter table assessment_views add constraint assessment_views_view_check CHECK ((view = ANY (ARRAY['met'::text, 'met-another-way'::text, 'more-needed'::text, 'cannot-tell'::text])));
alter table assessment_views add constraint assessment_views_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessments(id);
alter table assessment_views add constraint assessment_views_criterion_id_fkey FOREIGN KEY (criterion_id) REFERENCES criteria(id);
alter table assessments add constraint assessments_pkey PRIMARY KEY (id);
alter table assessments add constraint assessments_submission_id_assessor_id_key UNIQUE (submission_id, assessor_id);
alter table assessments add constraint assessments_assessor_id_fkey FOREIGN KEY (assessor_id) REFERENCES people(id);
alter table assessments add constraint assessments_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES application_submissions(id);
alter table benefit_areas add constraint benefit_areas_name_check CHECK ((name <> ''::text));
alter table benefit_areas add constraint benefit_areas_pkey PRIMARY KEY (key);
alter table call_notes add constraint call_notes_notes_check CHECK ((notes <> ''::text));
alter table call_notes add constraint call_notes_pkey PRIMARY KEY (submission_id);
alter table call_notes add constraint call_notes_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES application_submissions(id);
alter table call_notes add constraint call_notes_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id);
alter table campaign_applications add constraint campaign_applications_pkey PRIMARY KEY (application_id);
alter table campaign_applications add constraint campaign_applications_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table campaign_applications add constraint campaign_applications_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
alter table campaign_arrivals add constraint campaign_arrivals_arrivals_check CHECK ((arrivals > 0));
alter table campaign_arrivals add constraint campaign_arrivals_pkey PRIMARY KEY (campaign_id, day);
alter table campaign_arrivals add constraint campaign_arrivals_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
alter table campaign_closures add constraint campaign_closures_pkey PRIMARY KEY (campaign_id);
alter table campaign_closures add constraint campaign_closures_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
alter table campaign_closures add constraint campaign_closures_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people(id);
alter table campaigns add constraint campaigns_check CHECK ((closes_on >= opens_on));
alter table campaigns add constraint campaigns_country_check CHECK ((country = ANY (ARRAY['england'::text, 'ireland'::text, 'northern-ireland'::text, 'scotland'::text, 'wales'::text])));
alter table campaigns add constraint campaigns_goal_check CHECK ((goal > 0));
alter table campaigns add constraint campaigns_pkey PRIMARY KEY (id);
alter table campaigns add constraint campaigns_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{1,59}$'::text));
alter table campaigns add constraint campaigns_slug_key UNIQUE (slug);
alter table campaigns add constraint campaigns_title_check CHECK ((title <> ''::text));
alter table campaigns add constraint campaigns_words_check CHECK ((words <> ''::text));
alter table campaigns add constraint campaigns_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id);
alter table case_author_invitations add constraint case_author_invitations_case_id_email_key UNIQUE (case_id, email);
alter table case_author_invitations add constraint case_author_invitations_named_check CHECK ((named <> ''::text));
alter table case_author_invitations add constraint case_author_invitations_pkey PRIMARY KEY (id);
alter table case_author_invitations add constraint case_author_invitations_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table case_author_invitations add constraint case_author_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people(id);
alter table case_authors add constraint case_authors_pkey PRIMARY KEY (case_id, person_id);
alter table case_authors add constraint case_authors_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table case_authors add constraint case_authors_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table case_block_contents add constraint case_block_contents_pkey PRIMARY KEY (version_id, "position");
alter table case_block_contents add constraint case_block_contents_version_id_position_fkey FOREIGN KEY (version_id, "position") REFERENCES case_version_blocks(version_id, "position");
alter table case_block_withdrawals add constraint case_block_withdrawals_pkey PRIMARY KEY (version_id, "position");
alter table case_block_withdrawals add constraint case_block_withdrawals_version_id_position_fkey FOREIGN KEY (version_id, "position") REFERENCES case_version_blocks(version_id, "position");
alter table case_block_withdrawals add constraint case_block_withdrawals_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people(id);
alter table case_claims add constraint case_claims_pkey PRIMARY KEY (case_id, claim_id);
alter table case_claims add constraint case_claims_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table case_claims add constraint case_claims_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES claims(id) ON DELETE CASCADE;
alter table case_narratives add constraint case_narratives_body_check CHECK ((body <> ''::text));
alter table case_narratives add constraint case_narratives_heading_check CHECK ((heading <> ''::text));
alter table case_narratives add constraint case_narratives_pkey PRIMARY KEY (case_id, "position");
alter table case_narratives add constraint case_narratives_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table case_version_blocks add constraint case_version_blocks_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table case_version_blocks add constraint case_version_blocks_kind_check CHECK ((kind = ANY (ARRAY['narrative'::text, 'claim'::text, 'measures'::text, 'person'::text])));
alter table case_version_blocks add constraint case_version_blocks_pkey PRIMARY KEY (version_id, "position");
alter table case_version_blocks add constraint case_version_blocks_version_id_fkey FOREIGN KEY (version_id) REFERENCES case_versions(id);
alter table case_versions add constraint case_versions_case_id_number_key UNIQUE (case_id, number);
alter table case_versions add constraint case_versions_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));
alter table case_versions add constraint case_versions_number_check CHECK ((number > 0));
alter table case_versions add constraint case_versions_pkey PRIMARY KEY (id);
alter table case_versions add constraint case_versions_visibility_check CHECK ((visibility = ANY (ARRAY['link'::text, 'members'::text, 'public'::text])));
alter table case_versions add constraint case_versions_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id);
alter table case_versions add constraint case_versions_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id);
alter table cases add constraint cases_audience_check CHECK ((audience = ANY (ARRAY['policy'::text, 'executive'::text, 'operational'::text, 'front-line'::text])));
alter table cases add constraint cases_link_key_key UNIQUE (link_key);
alter table cases add constraint cases_pkey PRIMARY KEY (id);
alter table cases add constraint cases_short_id_key UNIQUE (short_id);
alter table cases add constraint cases_title_check CHECK ((title <> ''::text));
alter table cases add constraint cases_started_by_fkey FOREIGN KEY (started_by) REFERENCES people(id);
alter table claim_grades add constraint claim_grades_grade_check CHECK ((grade = ANY (ARRAY['described'::text, 'measured'::text])));
alter table claim_grades add constraint claim_grades_pkey PRIMARY KEY (claim_id);
alter table claim_grades add constraint claim_grades_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES claims(id) ON DELETE CASCADE;
alter table claim_withdrawals add constraint claim_withdrawals_pkey PRIMARY KEY (claim_id);
alter table claim_withdrawals add constraint claim_withdrawals_reason_check CHECK ((reason <> ''::text));
alter table claim_withdrawals add constraint claim_withdrawals_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES claims(id) ON DELETE CASCADE;
alter table claim_withdrawals add constraint claim_withdrawals_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people(id);
alter table claims add constraint claims_better_check CHECK ((better = ANY (ARRAY['up'::text, 'down'::text])));
alter table claims add constraint claims_check CHECK ((num_nulls(measure_id, better, baseline_from, baseline_through, changed_on) = ANY (ARRAY[0, 5])));
alter table claims add constraint claims_check1 CHECK (((baseline_from <= baseline_through) AND (baseline_through < changed_on)));
alter table claims add constraint claims_pkey PRIMARY KEY (id);
alter table claims add constraint claims_relation_check CHECK ((relation = ANY (ARRAY['contribution'::text, 'attribution'::text])));
alter table claims add constraint claims_short_id_key UNIQUE (short_id);
alter table claims add constraint claims_statement_check CHECK ((statement <> ''::text));
alter table claims add constraint claims_area_fkey FOREIGN KEY (area) REFERENCES benefit_areas(key);
alter table claims add constraint claims_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES people(id);
alter table claims add constraint claims_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measures(id);
alter table claims add constraint claims_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table comment_approvals add constraint comment_approvals_pkey PRIMARY KEY (comment_id);
alter table comment_approvals add constraint comment_approvals_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people(id);
alter table comment_approvals add constraint comment_approvals_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment_confirmations(comment_id) ON DELETE CASCADE;
alter table comment_confirmations add constraint comment_confirmations_pkey PRIMARY KEY (comment_id);
alter table comment_confirmations add constraint comment_confirmations_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comments(id) ON DELETE CASCADE;
alter table comment_refusals add constraint comment_refusals_pkey PRIMARY KEY (comment_id);
alter table comment_refusals add constraint comment_refusals_reason_check CHECK ((reason <> ''::text));
alter table comment_refusals add constraint comment_refusals_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment_confirmations(comment_id) ON DELETE CASCADE;
alter table comment_refusals add constraint comment_refusals_refused_by_fkey FOREIGN KEY (refused_by) REFERENCES people(id);
alter table comment_withdrawals add constraint comment_withdrawals_pkey PRIMARY KEY (comment_id);
alter table comment_withdrawals add constraint comment_withdrawals_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comments(id) ON DELETE CASCADE;
alter table comments add constraint comments_check CHECK ((reply_to <> id));
alter table comments add constraint comments_pkey PRIMARY KEY (id);
alter table comments add constraint comments_short_id_key UNIQUE (short_id);
alter table comments add constraint comments_story_id_id_key UNIQUE (story_id, id);
alter table comments add constraint comments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table comments add constraint comments_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE;
alter table comments add constraint comments_story_id_reply_to_fkey FOREIGN KEY (story_id, reply_to) REFERENCES comments(story_id, id) ON DELETE CASCADE;
alter table conflicts add constraint conflicts_pkey PRIMARY KEY (application_id, person_id);
alter table conflicts add constraint conflicts_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table conflicts add constraint conflicts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table correction_acceptances add constraint correction_acceptances_check CHECK ((stands OR (value IS NULL)));
alter table correction_acceptances add constraint correction_acceptances_pkey PRIMARY KEY (id);
alter table correction_acceptances add constraint correction_acceptances_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES people(id);
alter table correction_acceptances add constraint correction_acceptances_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measures(id) ON DELETE CASCADE;
alter table criteria add constraint criteria_key_check CHECK ((key ~ '^[a-z][a-z0-9-]*$'::text));
alter table criteria add constraint criteria_looks_for_check CHECK ((looks_for <> ''::text));
alter table criteria add constraint criteria_pkey PRIMARY KEY (id);
alter table criteria add constraint criteria_title_check CHECK ((title <> ''::text));
alter table criteria add constraint criteria_version_id_key_key UNIQUE (version_id, key);
alter table criteria add constraint criteria_version_id_position_key UNIQUE (version_id, "position") DEFERRABLE;
alter table criteria add constraint criteria_version_id_fkey FOREIGN KEY (version_id) REFERENCES criteria_versions(id);
alter table criteria_versions add constraint criteria_versions_check CHECK (((published_at IS NOT NULL) OR (begun_at IS NOT NULL)));
alter table criteria_versions add constraint criteria_versions_edition_key UNIQUE (edition);
alter table criteria_versions add constraint criteria_versions_number_check CHECK ((number > 0));
alter table criteria_versions add constraint criteria_versions_number_key UNIQUE (number);
alter table criteria_versions add constraint criteria_versions_pkey PRIMARY KEY (id);
alter table criteria_versions add constraint criteria_versions_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES people(id);
alter table criteria_versions add constraint criteria_versions_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id);
alter table criterion_questions add constraint criterion_questions_pathway_check CHECK ((pathway = ANY (ARRAY['professional'::text, 'public'::text, 'volunteer'::text])));
alter table criterion_questions add constraint criterion_questions_pkey PRIMARY KEY (criterion_id, pathway);
alter table criterion_questions add constraint criterion_questions_question_check CHECK ((question <> ''::text));
alter table criterion_questions add constraint criterion_questions_criterion_id_fkey FOREIGN KEY (criterion_id) REFERENCES criteria(id);
alter table cycle_decisions add constraint cycle_decisions_decision_check CHECK ((decision = ANY (ARRAY['adopt'::text, 'adapt'::text, 'abandon'::text])));
alter table cycle_decisions add constraint cycle_decisions_pkey PRIMARY KEY (cycle_id);
alter table cycle_decisions add constraint cycle_decisions_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles(id) ON DELETE CASCADE;
alter table cycle_decisions add constraint cycle_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id);
alter table cycles add constraint cycles_check CHECK ((after_id <> id));
alter table cycles add constraint cycles_check1 CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (ends_on >= starts_on)));
alter table cycles add constraint cycles_number_check CHECK ((number > 0));
alter table cycles add constraint cycles_pkey PRIMARY KEY (id);
alter table cycles add constraint cycles_question_check CHECK ((question <> ''::text));
alter table cycles add constraint cycles_work_id_number_key UNIQUE (work_id, number);
alter table cycles add constraint cycles_after_id_fkey FOREIGN KEY (after_id) REFERENCES cycles(id) ON DELETE SET NULL;
alter table cycles add constraint cycles_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES people(id);
alter table cycles add constraint cycles_change_id_fkey FOREIGN KEY (change_id) REFERENCES drivers(id) ON DELETE SET NULL;
alter table cycles add constraint cycles_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measures(id) ON DELETE SET NULL;
alter table cycles add constraint cycles_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id);
alter table cycles add constraint cycles_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table decisions add constraint decisions_outcome_check CHECK ((outcome = ANY (ARRAY['admitted'::text, 'more-needed'::text, 'not-now'::text])));
alter table decisions add constraint decisions_pkey PRIMARY KEY (id);
alter table decisions add constraint decisions_submission_id_key UNIQUE (submission_id);
alter table decisions add constraint decisions_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table decisions add constraint decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id);
alter table decisions add constraint decisions_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES application_submissions(id);
alter table disagreements add constraint disagreements_pkey PRIMARY KEY (submission_id);
alter table disagreements add constraint disagreements_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES application_submissions(id);
alter table draft_warnings add constraint draft_warnings_pkey PRIMARY KEY (application_id);
alter table draft_warnings add constraint draft_warnings_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table driver_aims add constraint driver_aims_aim_check CHECK ((aim <> ''::text));
alter table driver_aims add constraint driver_aims_pkey PRIMARY KEY (work_id);
alter table driver_aims add constraint driver_aims_stated_by_fkey FOREIGN KEY (stated_by) REFERENCES people(id);
alter table driver_aims add constraint driver_aims_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table driver_links add constraint driver_links_check CHECK ((parent_id <> child_id));
alter table driver_links add constraint driver_links_pkey PRIMARY KEY (parent_id, child_id);
alter table driver_links add constraint driver_links_child_id_work_id_fkey FOREIGN KEY (child_id, work_id) REFERENCES drivers(id, work_id) ON DELETE CASCADE;
alter table driver_links add constraint driver_links_parent_id_work_id_fkey FOREIGN KEY (parent_id, work_id) REFERENCES drivers(id, work_id) ON DELETE CASCADE;
alter table drivers add constraint drivers_id_work_id_key UNIQUE (id, work_id);
alter table drivers add constraint drivers_pkey PRIMARY KEY (id);
alter table drivers add constraint drivers_short_id_key UNIQUE (short_id);
alter table drivers add constraint drivers_tier_check CHECK ((tier = ANY (ARRAY['primary'::text, 'secondary'::text, 'change'::text])));
alter table drivers add constraint drivers_words_check CHECK ((words <> ''::text));
alter table drivers add constraint drivers_work_id_tier_position_key UNIQUE (work_id, tier, "position") DEFERRABLE INITIALLY DEFERRED;
alter table drivers add constraint drivers_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id);
alter table drivers add constraint drivers_work_id_fkey FOREIGN KEY (work_id) REFERENCES driver_aims(work_id) ON DELETE CASCADE;
alter table facet_values add constraint facet_values_no_check CHECK ((no >= 0));
alter table facet_values add constraint facet_values_pkey PRIMARY KEY (no);
alter table facet_values add constraint facet_values_value_key UNIQUE (value);
alter table files add constraint files_bytes_check CHECK ((bytes >= 0));
alter table files add constraint files_height_check CHECK ((height > 0));
alter table files add constraint files_key_key UNIQUE (key);
alter table files add constraint files_pkey PRIMARY KEY (id);
alter table files add constraint files_width_check CHECK ((width > 0));
alter table founding_admissions add constraint founding_admissions_invitation_id_key UNIQUE (invitation_id);
alter table founding_admissions add constraint founding_admissions_person_id_key UNIQUE (person_id);
alter table founding_admissions add constraint founding_admissions_pkey PRIMARY KEY (id);
alter table founding_admissions add constraint founding_admissions_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES founding_invitations(id);
alter table founding_admissions add constraint founding_admissions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table founding_invitations add constraint founding_invitations_pkey PRIMARY KEY (id);
alter table founding_invitations add constraint founding_invitations_reason_check CHECK ((reason <> ''::text));
alter table founding_invitations add constraint founding_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people(id);
alter table founding_withdrawals add constraint founding_withdrawals_pkey PRIMARY KEY (invitation_id);
alter table founding_withdrawals add constraint founding_withdrawals_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES founding_invitations(id);
alter table founding_withdrawals add constraint founding_withdrawals_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people(id);
alter table import_admissions add constraint import_admissions_person_id_key UNIQUE (person_id);
alter table import_admissions add constraint import_admissions_pkey PRIMARY KEY (id);
alter table import_admissions add constraint import_admissions_import_id_fkey FOREIGN KEY (import_id) REFERENCES member_imports(id);
alter table import_admissions add constraint import_admissions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table import_confirmations add constraint import_confirmations_pkey PRIMARY KEY (admission_id);
alter table import_confirmations add constraint import_confirmations_admission_id_fkey FOREIGN KEY (admission_id) REFERENCES import_admissions(id);
alter table import_refusals add constraint import_refusals_pkey PRIMARY KEY (admission_id);
alter table import_refusals add constraint import_refusals_admission_id_fkey FOREIGN KEY (admission_id) REFERENCES import_admissions(id);
alter table introduction_answers add constraint introduction_answers_answer_check CHECK ((answer = ANY (ARRAY['met'::text, 'not-yet'::text, 'unsuited'::text])));
alter table introduction_answers add constraint introduction_answers_pkey PRIMARY KEY (seat_id);
alter table introduction_answers add constraint introduction_answers_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES introduction_seats(id);
alter table introduction_groups add constraint introduction_groups_id_round_id_key UNIQUE (id, round_id);
alter table introduction_groups add constraint introduction_groups_pkey PRIMARY KEY (id);
alter table introduction_groups add constraint introduction_groups_round_id_fkey FOREIGN KEY (round_id) REFERENCES introduction_rounds(id);
alter table introduction_leftovers add constraint introduction_leftovers_pkey PRIMARY KEY (round_id, person_id);
alter table introduction_leftovers add constraint introduction_leftovers_group_id_fkey FOREIGN KEY (group_id) REFERENCES introduction_groups(id);
alter table introduction_leftovers add constraint introduction_leftovers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table introduction_leftovers add constraint introduction_leftovers_round_id_fkey FOREIGN KEY (round_id) REFERENCES introduction_rounds(id);
alter table introduction_meetings add constraint introduction_meetings_check CHECK ((one_id < other_id));
alter table introduction_meetings add constraint introduction_meetings_pkey PRIMARY KEY (one_id, other_id);
alter table introduction_meetings add constraint introduction_meetings_group_id_fkey FOREIGN KEY (group_id) REFERENCES introduction_groups(id);
alter table introduction_meetings add constraint introduction_meetings_one_id_fkey FOREIGN KEY (one_id) REFERENCES people(id);
alter table introduction_meetings add constraint introduction_meetings_other_id_fkey FOREIGN KEY (other_id) REFERENCES people(id);
alter table introduction_opt_ins add constraint introduction_opt_ins_meets_check CHECK ((meets = ANY (ARRAY['either'::text, 'online'::text, 'in-person'::text])));
alter table introduction_opt_ins add constraint introduction_opt_ins_pkey PRIMARY KEY (person_id);
alter table introduction_opt_ins add constraint introduction_opt_ins_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table introduction_pauses add constraint introduction_pauses_pkey PRIMARY KEY (person_id);
alter table introduction_pauses add constraint introduction_pauses_person_id_fkey FOREIGN KEY (person_id) REFERENCES introduction_opt_ins(person_id) ON DELETE CASCADE;
alter table introduction_refusals add constraint introduction_refusals_pkey PRIMARY KEY (round_id, person_id);
alter table introduction_refusals add constraint introduction_refusals_round_id_person_id_fkey FOREIGN KEY (round_id, person_id) REFERENCES introduction_leftovers(round_id, person_id) ON DELETE CASCADE;
alter table introduction_rounds add constraint introduction_rounds_number_key UNIQUE (number);
alter table introduction_rounds add constraint introduction_rounds_pkey PRIMARY KEY (id);
alter table introduction_rounds add constraint introduction_rounds_progress_check CHECK (((progress >= 0) AND (progress <= 100)));
alter table introduction_rounds add constraint introduction_rounds_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES people(id);
alter table introduction_seats add constraint introduction_seats_pkey PRIMARY KEY (id);
alter table introduction_seats add constraint introduction_seats_round_id_person_id_key UNIQUE (round_id, person_id);
alter table introduction_seats add constraint introduction_seats_group_id_round_id_fkey FOREIGN KEY (group_id, round_id) REFERENCES introduction_groups(id, round_id);
alter table introduction_seats add constraint introduction_seats_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table invitation_applications add constraint invitation_applications_pkey PRIMARY KEY (invitation_id);
alter table invitation_applications add constraint invitation_applications_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table invitation_applications add constraint invitation_applications_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitations(id) ON DELETE CASCADE;
alter table invitation_permissions add constraint invitation_permissions_about_check CHECK ((about = ANY (ARRAY['applied'::text, 'joined'::text])));
alter table invitation_permissions add constraint invitation_permissions_pkey PRIMARY KEY (invitation_id, about);
alter table invitation_permissions add constraint invitation_permissions_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitations(id) ON DELETE CASCADE;
alter table invitation_postponements add constraint invitation_postponements_pkey PRIMARY KEY (invitation_id);
alter table invitation_postponements add constraint invitation_postponements_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitations(id) ON DELETE CASCADE;
alter table invitation_refusals add constraint invitation_refusals_pkey PRIMARY KEY (digest);
alter table invitations add constraint invitations_pkey PRIMARY KEY (id);
alter table invitations add constraint invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people(id);
alter table journal add constraint journal_pkey PRIMARY KEY (id);
alter table journal_details add constraint journal_details_pkey PRIMARY KEY (entry_id);
alter table journal_details add constraint journal_details_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES journal(id) ON DELETE CASCADE;
alter table letters add constraint letters_pkey PRIMARY KEY (id);
alter table links add constraint links_digest_key UNIQUE (digest);
alter table links add constraint links_pkey PRIMARY KEY (id);
alter table measure_publications add constraint measure_publications_pkey PRIMARY KEY (measure_id);
alter table measure_publications add constraint measure_publications_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measures(id) ON DELETE CASCADE;
alter table measure_publications add constraint measure_publications_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id);
alter table measure_reminders add constraint measure_reminders_every_check CHECK ((every = ANY (ARRAY['week'::text, 'month'::text])));
alter table measure_reminders add constraint measure_reminders_pkey PRIMARY KEY (measure_id);
alter table measure_reminders add constraint measure_reminders_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measures(id) ON DELETE CASCADE;
alter table measure_reminders add constraint measure_reminders_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table measures add constraint measures_better_check CHECK ((better = ANY (ARRAY['up'::text, 'down'::text, 'neither'::text])));
alter table measures add constraint measures_chart_known CHECK ((chart = ANY (ARRAY['run'::text, 'xmr'::text, 'c'::text, 'u'::text, 'p'::text, 'g'::text, 't'::text])));
alter table measures add constraint measures_name_check CHECK ((name <> ''::text));
alter table measures add constraint measures_pkey PRIMARY KEY (id);
alter table measures add constraint measures_short_id_key UNIQUE (short_id);
alter table measures add constraint measures_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'members'::text, 'public'::text])));
alter table measures add constraint measures_defined_by_fkey FOREIGN KEY (defined_by) REFERENCES people(id);
alter table measures add constraint measures_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table member_import_results add constraint member_import_results_outcome_check CHECK ((outcome = ANY (ARRAY['brought-in'::text, 'member-already'::text, 'left-out'::text])));
alter table member_import_results add constraint member_import_results_pkey PRIMARY KEY (import_id, row_number);
alter table member_import_results add constraint member_import_results_import_id_fkey FOREIGN KEY (import_id) REFERENCES member_imports(id) ON DELETE CASCADE;
alter table member_import_rows add constraint member_import_rows_pkey PRIMARY KEY (import_id, row_number);
alter table member_import_rows add constraint member_import_rows_row_number_check CHECK ((row_number > 1));
alter table member_import_rows add constraint member_import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES member_imports(id) ON DELETE CASCADE;
alter table member_import_starts add constraint member_import_starts_pkey PRIMARY KEY (import_id);
alter table member_import_starts add constraint member_import_starts_import_id_fkey FOREIGN KEY (import_id) REFERENCES member_imports(id) ON DELETE CASCADE;
alter table member_import_starts add constraint member_import_starts_started_by_fkey FOREIGN KEY (started_by) REFERENCES people(id);
alter table member_imports add constraint member_imports_pkey PRIMARY KEY (id);
alter table member_imports add constraint member_imports_rows_in_all_check CHECK ((rows_in_all > 0));
alter table member_imports add constraint member_imports_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES people(id);
alter table memberships add constraint memberships_by CHECK ((num_nonnulls(decision_id, founding_admission_id, import_admission_id) = 1));
alter table memberships add constraint memberships_decision_id_key UNIQUE (decision_id);
alter table memberships add constraint memberships_founding_admission_id_key UNIQUE (founding_admission_id);
alter table memberships add constraint memberships_import_admission_id_key UNIQUE (import_admission_id);
alter table memberships add constraint memberships_person_id_key UNIQUE (person_id);
alter table memberships add constraint memberships_pkey PRIMARY KEY (id);
alter table memberships add constraint memberships_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id);
alter table memberships add constraint memberships_founding_admission_id_fkey FOREIGN KEY (founding_admission_id) REFERENCES founding_admissions(id);
alter table memberships add constraint memberships_import_admission_id_fkey FOREIGN KEY (import_admission_id) REFERENCES import_admissions(id);
alter table memberships add constraint memberships_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table message_blocks add constraint message_blocks_check CHECK ((person_id <> blocked_id));
alter table message_blocks add constraint message_blocks_pkey PRIMARY KEY (person_id, blocked_id);
alter table message_blocks add constraint message_blocks_blocked_id_fkey FOREIGN KEY (blocked_id) REFERENCES people(id) ON DELETE CASCADE;
alter table message_blocks add constraint message_blocks_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table message_closures add constraint message_closures_pkey PRIMARY KEY (person_id);
alter table message_closures add constraint message_closures_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table message_reports add constraint message_reports_pkey PRIMARY KEY (message_id);
alter table message_reports add constraint message_reports_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id);
alter table messages add constraint messages_check CHECK ((from_id <> to_id));
alter table messages add constraint messages_pkey PRIMARY KEY (id);
alter table messages add constraint messages_short_id_key UNIQUE (short_id);
alter table messages add constraint messages_answers_id_fkey FOREIGN KEY (answers_id) REFERENCES messages(id);
alter table messages add constraint messages_from_id_fkey FOREIGN KEY (from_id) REFERENCES people(id);
alter table messages add constraint messages_to_id_fkey FOREIGN KEY (to_id) REFERENCES people(id);
alter table migrations add constraint migrations_pkey PRIMARY KEY (name);
alter table monitoring_release_counts add constraint monitoring_release_counts_people_check CHECK (((people >= 0) AND ((people % 5) = 0)));
alter table monitoring_release_counts add constraint monitoring_release_counts_pkey PRIMARY KEY (quarter, country, question, category);
alter table monitoring_release_counts add constraint monitoring_release_counts_quarter_country_question_fkey FOREIGN KEY (quarter, country, question) REFERENCES monitoring_releases(quarter, country, question);
alter table monitoring_releases add constraint monitoring_releases_check CHECK ((counted_in <= quarter));
alter table monitoring_releases add constraint monitoring_releases_counted_in_check CHECK ((counted_in ~ '^\d{4}-Q[1-4]$'::text));
alter table monitoring_releases add constraint monitoring_releases_country_check CHECK ((country = ANY (ARRAY['england'::text, 'ireland'::text, 'northern-ireland'::text, 'scotland'::text, 'wales'::text])));
alter table monitoring_releases add constraint monitoring_releases_pkey PRIMARY KEY (quarter, country, question);
alter table monitoring_releases add constraint monitoring_releases_quarter_check CHECK ((quarter ~ '^\d{4}-Q[1-4]$'::text));
alter table monitoring_releases add constraint monitoring_releases_counted_in_country_question_fkey FOREIGN KEY (counted_in, country, question) REFERENCES monitoring_releases(quarter, country, question);
alter table offers add constraint offers_hours_check CHECK (((hours >= 1) AND (hours <= 200)));
alter table offers add constraint offers_kind_check CHECK ((kind = ANY (ARRAY['offer'::text, 'ask'::text])));
alter table offers add constraint offers_pkey PRIMARY KEY (id);
alter table offers add constraint offers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table offers add constraint offers_skill_kind_skill_fkey FOREIGN KEY (skill_kind, skill) REFERENCES terms(kind, key);
alter table organisation_distinctions add constraint organisation_distinctions_check CHECK ((one_id < other_id));
alter table organisation_distinctions add constraint organisation_distinctions_pkey PRIMARY KEY (one_id, other_id);
alter table organisation_distinctions add constraint organisation_distinctions_one_id_fkey FOREIGN KEY (one_id) REFERENCES organisations(id);
alter table organisation_distinctions add constraint organisation_distinctions_other_id_fkey FOREIGN KEY (other_id) REFERENCES organisations(id);
alter table organisation_distinctions add constraint organisation_distinctions_said_by_fkey FOREIGN KEY (said_by) REFERENCES people(id);
alter table organisation_identifiers add constraint organisation_identifiers_pkey PRIMARY KEY (scheme, value);
alter table organisation_identifiers add constraint organisation_identifiers_scheme_check CHECK ((scheme = ANY (ARRAY['ods'::text, 'charity-england-wales'::text, 'charity-scotland'::text, 'charity-northern-ireland'::text, 'charity-ireland'::text, 'company-uk'::text, 'company-ireland'::text, 'ror'::text])));
alter table organisation_identifiers add constraint organisation_identifiers_value_check CHECK ((value <> ''::text));
alter table organisation_identifiers add constraint organisation_identifiers_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table organisation_mergers add constraint organisation_mergers_check CHECK ((merged_id <> into_id));
alter table organisation_mergers add constraint organisation_mergers_pkey PRIMARY KEY (merged_id);
alter table organisation_mergers add constraint organisation_mergers_into_id_fkey FOREIGN KEY (into_id) REFERENCES organisations(id);
alter table organisation_mergers add constraint organisation_mergers_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES people(id);
alter table organisation_mergers add constraint organisation_mergers_merged_id_fkey FOREIGN KEY (merged_id) REFERENCES organisations(id);
alter table organisations add constraint organisations_country_check CHECK ((country = ANY (ARRAY['england'::text, 'ireland'::text, 'northern-ireland'::text, 'scotland'::text, 'wales'::text])));
alter table organisations add constraint organisations_name_check CHECK ((name <> ''::text));
alter table organisations add constraint organisations_pkey PRIMARY KEY (id);
alter table organisations add constraint organisations_short_id_key UNIQUE (short_id);
alter table organisations add constraint organisations_place_key_fkey FOREIGN KEY (place_key) REFERENCES places(key);
alter table page_versions add constraint page_versions_body_check CHECK ((body <> ''::text));
alter table page_versions add constraint page_versions_check CHECK (((edition IS NULL) = (written_by IS NOT NULL)));
alter table page_versions add constraint page_versions_page_check CHECK ((page = ANY (ARRAY['accessibility'::text, 'comments'::text, 'compact'::text, 'privacy'::text])));
alter table page_versions add constraint page_versions_page_version_key UNIQUE (page, version);
alter table page_versions add constraint page_versions_pkey PRIMARY KEY (id);
alter table page_versions add constraint page_versions_title_check CHECK ((title <> ''::text));
alter table page_versions add constraint page_versions_version_check CHECK ((version > 0));
alter table page_versions add constraint page_versions_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id);
alter table path_counts add constraint path_counts_cohort_check CHECK ((cohort ~ '^(\d{4}-Q[1-4]|all)$'::text));
alter table path_counts add constraint path_counts_people_check CHECK (((people >= 0) AND ((people % 5) = 0)));
alter table path_counts add constraint path_counts_pkey PRIMARY KEY (quarter, cohort, step);
alter table path_counts add constraint path_counts_step_check CHECK ((step = ANY (ARRAY['invited'::text, 'applied'::text, 'admitted'::text, 'took-part'::text, 'shared-work'::text])));
alter table path_counts add constraint path_counts_quarter_fkey FOREIGN KEY (quarter) REFERENCES range_snapshots(quarter);
alter table people add constraint people_country_check CHECK ((country = ANY (ARRAY['england'::text, 'ireland'::text, 'northern-ireland'::text, 'scotland'::text, 'wales'::text])));
alter table people add constraint people_name_check CHECK ((name <> ''::text));
alter table people add constraint people_orcid_check CHECK ((orcid ~ '^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$'::text));
alter table people add constraint people_pkey PRIMARY KEY (id);
alter table people add constraint people_place_shown_check CHECK ((place_shown = ANY (ARRAY['town'::text, 'region'::text, 'country'::text])));
alter table people add constraint people_short_id_key UNIQUE (short_id);
alter table people add constraint people_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'members'::text, 'public'::text])));
alter table people add constraint people_photo_id_fkey FOREIGN KEY (photo_id) REFERENCES files(id);
alter table people add constraint people_place_key_fkey FOREIGN KEY (place_key) REFERENCES places(key);
alter table people_search add constraint people_search_audience_check CHECK ((audience = ANY (ARRAY['members'::text, 'public'::text])));
alter table people_search add constraint people_search_pkey PRIMARY KEY (audience, person_id);
alter table people_search add constraint people_search_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table people_search add constraint people_search_place_key_fkey FOREIGN KEY (place_key) REFERENCES places(key);
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
alter table places add constraint places_check CHECK (((population IS NULL) = (populated_on IS NULL)));
alter table places add constraint places_check1 CHECK (((kind = 'region'::text) = (NOT (region_key IS DISTINCT FROM key))));
alter table places add constraint places_check2 CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_to >= valid_from)));
alter table places add constraint places_country_check CHECK ((country = ANY (ARRAY['england'::text, 'ireland'::text, 'northern-ireland'::text, 'scotland'::text, 'wales'::text])));
alter table places add constraint places_key_check CHECK ((key ~ '^[a-zA-Z0-9.-]+$'::text));
alter table places add constraint places_kind_check CHECK ((kind = ANY (ARRAY['country'::text, 'region'::text, 'local'::text, 'area'::text])));
alter table places add constraint places_lat_check CHECK (((lat >= (49)::double precision) AND (lat <= (62)::double precision)));
alter table places add constraint places_lon_check CHECK (((lon >= ('-11'::integer)::double precision) AND (lon <= (3)::double precision)));
alter table places add constraint places_name_check CHECK ((name <> ''::text));
alter table places add constraint places_pkey PRIMARY KEY (key);
alter table places add constraint places_population_check CHECK ((population > 0));
alter table places add constraint places_short_name_check CHECK ((short_name <> ''::text));
alter table places add constraint places_region_key_fkey FOREIGN KEY (region_key) REFERENCES places(key);
alter table profile_listings add constraint profile_listings_pkey PRIMARY KEY (person_id);
alter table profile_listings add constraint profile_listings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table profile_terms add constraint profile_terms_check CHECK (((kind <> 'mode'::text) OR (key = ANY (ARRAY['iterative'::text, 'pathways'::text, 'operating-model'::text, 'community'::text]))));
alter table profile_terms add constraint profile_terms_kind_check CHECK ((kind = ANY (ARRAY['background'::text, 'sector'::text, 'topic'::text, 'skill'::text, 'language'::text, 'mode'::text, 'method'::text])));
alter table profile_terms add constraint profile_terms_pkey PRIMARY KEY (person_id, kind, key);
alter table profile_terms add constraint profile_terms_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table profile_terms add constraint profile_terms_term_kind_key_fkey FOREIGN KEY (term_kind, key) REFERENCES terms(kind, key);
alter table profile_visibilities add constraint profile_visibilities_field_check CHECK ((field = ANY (ARRAY['photo'::text, 'about'::text, 'background'::text, 'sectors'::text, 'place'::text, 'affiliations'::text, 'canHelp'::text, 'lookingFor'::text, 'hours'::text, 'topics'::text, 'modes'::text, 'methods'::text, 'languages'::text, 'orcid'::text])));
alter table profile_visibilities add constraint profile_visibilities_pkey PRIMARY KEY (person_id, field);
alter table profile_visibilities add constraint profile_visibilities_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'members'::text, 'public'::text])));
alter table profile_visibilities add constraint profile_visibilities_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table range_counts add constraint range_counts_kind_check CHECK ((kind = ANY (ARRAY['sector'::text, 'background'::text, 'country'::text])));
alter table range_counts add constraint range_counts_people_check CHECK (((people > 0) AND ((people % 5) = 0)));
alter table range_counts add constraint range_counts_pkey PRIMARY KEY (quarter, kind, key);
alter table range_counts add constraint range_counts_quarter_fkey FOREIGN KEY (quarter) REFERENCES range_snapshots(quarter);
alter table range_snapshots add constraint range_snapshots_members_check CHECK (((members >= 0) AND ((members % 5) = 0)));
alter table range_snapshots add constraint range_snapshots_pkey PRIMARY KEY (quarter);
alter table range_snapshots add constraint range_snapshots_quarter_check CHECK ((quarter ~ '^\d{4}-Q[1-4]$'::text));
alter table range_variety add constraint range_variety_among_25_check CHECK (((among_25 >= (1)::double precision) AND (among_25 <= (25)::double precision)));
alter table range_variety add constraint range_variety_common_check CHECK ((common >= 0));
alter table range_variety add constraint range_variety_dominant_check CHECK ((dominant >= 0));
alter table range_variety add constraint range_variety_kind_check CHECK ((kind = ANY (ARRAY['organisation'::text, 'place'::text, 'sector'::text, 'background'::text])));
alter table range_variety add constraint range_variety_people_check CHECK (((people >= 0) AND ((people % 5) = 0)));
alter table range_variety add constraint range_variety_pkey PRIMARY KEY (quarter, kind);
alter table range_variety add constraint range_variety_richness_check CHECK ((richness >= 0));
alter table range_variety add constraint range_variety_quarter_fkey FOREIGN KEY (quarter) REFERENCES range_snapshots(quarter);
alter table rate_limits add constraint rate_limits_pkey PRIMARY KEY (key, window_start);
alter table reading_changes add constraint reading_changes_pkey PRIMARY KEY (id);
alter table reading_changes add constraint reading_changes_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);
alter table reading_changes add constraint reading_changes_reading_id_fkey FOREIGN KEY (reading_id) REFERENCES readings(id) ON DELETE CASCADE;
alter table readings add constraint readings_pkey PRIMARY KEY (id);
alter table readings add constraint readings_withdrawn_by_somebody CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)));
alter table readings add constraint readings_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measures(id) ON DELETE CASCADE;
alter table readings add constraint readings_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id);
alter table readings add constraint readings_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people(id);
alter table rebases add constraint rebases_measure_id_starts_on_key UNIQUE (measure_id, starts_on);
alter table rebases add constraint rebases_pkey PRIMARY KEY (id);
alter table rebases add constraint rebases_reason_check CHECK ((reason <> ''::text));
alter table rebases add constraint rebases_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measures(id) ON DELETE CASCADE;
alter table rebases add constraint rebases_rebased_by_fkey FOREIGN KEY (rebased_by) REFERENCES people(id);
alter table referee_answers add constraint referee_answers_answer_check CHECK ((answer = ANY (ARRAY['confirm'::text, 'cannot-say'::text, 'concern'::text])));
alter table referee_answers add constraint referee_answers_pkey PRIMARY KEY (referee_id);
alter table referee_answers add constraint referee_answers_referee_id_fkey FOREIGN KEY (referee_id) REFERENCES referees(id);
alter table referee_letters add constraint referee_letters_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'reminded'::text])));
alter table referee_letters add constraint referee_letters_pkey PRIMARY KEY (referee_id, kind);
alter table referee_letters add constraint referee_letters_referee_id_fkey FOREIGN KEY (referee_id) REFERENCES referees(id);
alter table referee_removals add constraint referee_removals_pkey PRIMARY KEY (referee_id);
alter table referee_removals add constraint referee_removals_referee_id_fkey FOREIGN KEY (referee_id) REFERENCES referees(id);
alter table referees add constraint referees_pkey PRIMARY KEY (id);
alter table referees add constraint referees_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id);
alter table removal_outcomes add constraint removal_outcomes_outcome_check CHECK ((outcome = ANY (ARRAY['stays'::text, 'changed'::text, 'removed'::text])));
alter table removal_outcomes add constraint removal_outcomes_pkey PRIMARY KEY (request_id);
alter table removal_outcomes add constraint removal_outcomes_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id);
alter table removal_outcomes add constraint removal_outcomes_request_id_fkey FOREIGN KEY (request_id) REFERENCES removal_requests(id) ON DELETE CASCADE;
alter table removal_requests add constraint removal_requests_organisation_check CHECK ((organisation <> ''::text));
alter table removal_requests add constraint removal_requests_pkey PRIMARY KEY (id);
alter table removal_requests add constraint removal_requests_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id);
alter table removal_requests add constraint removal_requests_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table removal_words add constraint removal_words_pkey PRIMARY KEY (id);
alter table removal_words add constraint removal_words_side_check CHECK ((side = ANY (ARRAY['organisation'::text, 'team'::text, 'editor'::text])));
alter table removal_words add constraint removal_words_request_id_fkey FOREIGN KEY (request_id) REFERENCES removal_requests(id) ON DELETE CASCADE;
alter table removal_words add constraint removal_words_said_by_fkey FOREIGN KEY (said_by) REFERENCES people(id);
alter table report_resolutions add constraint report_resolutions_explanation_check CHECK ((explanation <> ''::text));
alter table report_resolutions add constraint report_resolutions_outcome_check CHECK ((outcome = ANY (ARRAY['changed'::text, 'removed'::text, 'kept'::text, 'passed-on'::text])));
alter table report_resolutions add constraint report_resolutions_pkey PRIMARY KEY (report_id);
alter table report_resolutions add constraint report_resolutions_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports(id) ON DELETE CASCADE;
alter table report_resolutions add constraint report_resolutions_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES people(id);
alter table reports add constraint reports_address_check CHECK ((address ~ '^/([^/\\]|$)'::text));
alter table reports add constraint reports_pkey PRIMARY KEY (id);
alter table reports add constraint reports_reason_check CHECK ((reason = ANY (ARRAY['identifies'::text, 'unkind'::text, 'unsafe'::text, 'wrong'::text, 'rights'::text, 'other'::text])));
alter table reports add constraint reports_short_id_key UNIQUE (short_id);
alter table reports add constraint reports_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table role_grants add constraint role_grants_check CHECK (((role = 'assessor'::text) = (country IS NOT NULL)));
alter table role_grants add constraint role_grants_country_check CHECK ((country = ANY (ARRAY['england'::text, 'ireland'::text, 'northern-ireland'::text, 'scotland'::text, 'wales'::text])));
alter table role_grants add constraint role_grants_person_id_role_country_key UNIQUE NULLS NOT DISTINCT (person_id, role, country);
alter table role_grants add constraint role_grants_pkey PRIMARY KEY (id);
alter table role_grants add constraint role_grants_role_check CHECK ((role = ANY (ARRAY['member'::text, 'assessor'::text, 'editor'::text, 'moderator'::text, 'data-lead'::text, 'steward'::text])));
alter table role_grants add constraint role_grants_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table settings add constraint settings_pkey PRIMARY KEY (key);
alter table stories add constraint stories_body_check CHECK ((body <> ''::text));
alter table stories add constraint stories_check CHECK (((picture_id IS NULL) OR (picture_alt <> ''::text)));
alter table stories add constraint stories_pkey PRIMARY KEY (id);
alter table stories add constraint stories_short_id_key UNIQUE (short_id);
alter table stories add constraint stories_standfirst_check CHECK ((standfirst <> ''::text));
alter table stories add constraint stories_title_check CHECK ((title <> ''::text));
alter table stories add constraint stories_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id);
alter table stories add constraint stories_picture_id_fkey FOREIGN KEY (picture_id) REFERENCES files(id);
alter table story_comment_closures add constraint story_comment_closures_pkey PRIMARY KEY (story_id);
alter table story_comment_closures add constraint story_comment_closures_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people(id);
alter table story_comment_closures add constraint story_comment_closures_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE;
alter table story_publications add constraint story_publications_pkey PRIMARY KEY (story_id);
alter table story_publications add constraint story_publications_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id);
alter table story_publications add constraint story_publications_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE;
alter table story_works add constraint story_works_pkey PRIMARY KEY (story_id, work_id);
alter table story_works add constraint story_works_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE;
alter table story_works add constraint story_works_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table submission_answers add constraint submission_answers_pkey PRIMARY KEY (submission_id, criterion_id);
alter table submission_answers add constraint submission_answers_criterion_id_fkey FOREIGN KEY (criterion_id) REFERENCES criteria(id);
alter table submission_answers add constraint submission_answers_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES application_submissions(id);
alter table submission_files add constraint submission_files_pkey PRIMARY KEY (submission_id, criterion_id);
alter table submission_files add constraint submission_files_criterion_id_fkey FOREIGN KEY (criterion_id) REFERENCES criteria(id);
alter table submission_files add constraint submission_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);
alter table submission_files add constraint submission_files_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES application_submissions(id);
alter table term_edits add constraint term_edits_pkey PRIMARY KEY (kind, key);
alter table term_edits add constraint term_edits_edited_by_fkey FOREIGN KEY (edited_by) REFERENCES people(id);
alter table term_edits add constraint term_edits_kind_key_fkey FOREIGN KEY (kind, key) REFERENCES terms(kind, key);
alter table term_retirements add constraint term_retirements_pkey PRIMARY KEY (kind, key);
alter table term_retirements add constraint term_retirements_kind_key_fkey FOREIGN KEY (kind, key) REFERENCES terms(kind, key);
alter table term_retirements add constraint term_retirements_retired_by_fkey FOREIGN KEY (retired_by) REFERENCES people(id);
alter table terms add constraint terms_id_key UNIQUE (id);
alter table terms add constraint terms_key_check CHECK ((key ~ '^[a-z0-9][a-z0-9-]*$'::text));
alter table terms add constraint terms_kind_check CHECK ((kind = ANY (ARRAY['sector'::text, 'background'::text, 'topic'::text, 'skill'::text, 'language'::text])));
alter table terms add constraint terms_name_check CHECK ((name <> ''::text));
alter table terms add constraint terms_pkey PRIMARY KEY (kind, key);
alter table welcome_dismissals add constraint welcome_dismissals_pkey PRIMARY KEY (person_id);
alter table welcome_dismissals add constraint welcome_dismissals_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table work_deputies add constraint work_deputies_pkey PRIMARY KEY (work_id);
alter table work_deputies add constraint work_deputies_named_by_fkey FOREIGN KEY (named_by) REFERENCES people(id);
alter table work_deputies add constraint work_deputies_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table work_deputies add constraint work_deputies_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table work_handovers add constraint work_handovers_pkey PRIMARY KEY (work_id);
alter table work_handovers add constraint work_handovers_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id);
alter table work_handovers add constraint work_handovers_to_id_fkey FOREIGN KEY (to_id) REFERENCES people(id);
alter table work_handovers add constraint work_handovers_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table work_hidings add constraint work_hidings_pkey PRIMARY KEY (work_id);
alter table work_hidings add constraint work_hidings_hidden_by_fkey FOREIGN KEY (hidden_by) REFERENCES people(id);
alter table work_hidings add constraint work_hidings_request_id_fkey FOREIGN KEY (request_id) REFERENCES removal_requests(id);
alter table work_hidings add constraint work_hidings_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table work_imports add constraint work_imports_check CHECK (((finished_at IS NULL) OR (started_at IS NOT NULL)));
alter table work_imports add constraint work_imports_check1 CHECK (((mapping IS NULL) = (started_at IS NULL)));
alter table work_imports add constraint work_imports_pkey PRIMARY KEY (id);
alter table work_imports add constraint work_imports_short_id_key UNIQUE (short_id);
alter table work_imports add constraint work_imports_total_check CHECK ((total >= 0));
alter table work_imports add constraint work_imports_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES people(id);
alter table work_imports add constraint work_imports_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id);
alter table work_offers add constraint work_offers_pkey PRIMARY KEY (id);
alter table work_offers add constraint work_offers_work_id_person_id_key UNIQUE (work_id, person_id);
alter table work_offers add constraint work_offers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table work_offers add constraint work_offers_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
alter table work_owners add constraint work_owners_pkey PRIMARY KEY (work_id);
alter table work_owners add constraint work_owners_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table work_owners add constraint work_owners_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
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
alter table work_seekings add constraint work_seekings_pkey PRIMARY KEY (work_id);
alter table work_seekings add constraint work_seekings_words_check CHECK ((words <> ''::text));
alter table work_seekings add constraint work_seekings_said_by_fkey FOREIGN KEY (said_by) REFERENCES people(id);
alter table work_seekings add constraint work_seekings_work_id_fkey FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
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
alter table works add constraint works_licence_check CHECK ((licence = ANY (ARRAY['all-rights'::text, 'cc-by-4.0'::text])));
alter table works add constraint works_pkey PRIMARY KEY (id);
alter table works add constraint works_short_id_key UNIQUE (short_id);
alter table works add constraint works_state_check CHECK ((state = ANY (ARRAY['idea'::text, 'testing'::text, 'sustained'::text, 'spreading'::text, 'stopped'::text])));
alter table works add constraint works_title_check CHECK ((title <> ''::text));
alter table works add constraint works_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'members'::text, 'public'::text])));
alter table works add constraint works_import_id_fkey FOREIGN KEY (import_id) REFERENCES work_imports(id) ON DELETE SET NULL;
alter table works add constraint works_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table works add constraint works_shared_by_fkey FOREIGN KEY (shared_by) REFERENCES people(id);

CREATE INDEX accounts_user ON auth.accounts USING btree (user_id);
CREATE INDEX passkeys_user ON auth.passkeys USING btree (user_id);
CREATE INDEX sessions_user ON auth.sessions USING btree (user_id);
CREATE INDEX verifications_identifier ON auth.verifications USING btree (identifier);
CREATE INDEX adaptations_of ON adaptations USING btree (of_id);
CREATE INDEX adaptations_told_by ON adaptations USING btree (told_by);
CREATE INDEX affiliations_organisation ON affiliations USING btree (organisation_id);
CREATE INDEX affiliations_person ON affiliations USING btree (person_id);
CREATE INDEX annotations_of ON annotations USING btree (measure_id, happened_on);
CREATE INDEX appeal_assignments_person ON appeal_assignments USING btree (person_id);
CREATE INDEX appeal_turns_of ON appeal_turns USING btree (appeal_id, said_at);
CREATE INDEX appeals_of ON appeals USING btree (application_id);
CREATE INDEX application_submissions_appeal ON application_submissions USING btree (appeal_id) WHERE (appeal_id IS NOT NULL);
CREATE INDEX applications_by_email ON applications USING btree (email);
CREATE INDEX assessment_assignments_assessor ON assessment_assignments USING btree (assessor_id);
CREATE INDEX campaign_applications_of ON campaign_applications USING btree (campaign_id);
CREATE INDEX case_author_invitations_to ON case_author_invitations USING btree (email);
CREATE INDEX case_authors_person ON case_authors USING btree (person_id);
CREATE INDEX case_block_withdrawals_by ON case_block_withdrawals USING btree (withdrawn_by);
CREATE INDEX case_claims_claim ON case_claims USING btree (claim_id);
CREATE INDEX case_versions_recent ON case_versions USING btree (visibility, published_at DESC);
CREATE INDEX claim_grades_grade ON claim_grades USING btree (grade);
CREATE INDEX claims_of_work ON claims USING btree (work_id, fixed_at);
CREATE INDEX claims_on_measure ON claims USING btree (measure_id);
CREATE INDEX comment_approvals_recent ON comment_approvals USING btree (approved_at DESC);
CREATE INDEX comment_refusals_recent ON comment_refusals USING btree (refused_at DESC);
CREATE INDEX comments_by ON comments USING btree (person_id);
CREATE INDEX comments_from ON comments USING btree (email);
CREATE INDEX comments_of ON comments USING btree (story_id, written_at);
CREATE INDEX comments_replies ON comments USING btree (story_id, reply_to);
CREATE INDEX correction_acceptances_by ON correction_acceptances USING btree (accepted_by);
CREATE INDEX correction_acceptances_of ON correction_acceptances USING btree (measure_id, accepted_at);
CREATE UNIQUE INDEX criteria_versions_one_draft ON criteria_versions USING btree (((published_at IS NULL))) WHERE (published_at IS NULL);
CREATE INDEX cycles_after ON cycles USING btree (after_id);
CREATE INDEX cycles_change ON cycles USING btree (change_id);
CREATE INDEX cycles_measure ON cycles USING btree (measure_id, starts_on);
CREATE INDEX cycles_owner ON cycles USING btree (owner_id);
CREATE INDEX decisions_of ON decisions USING btree (application_id, decided_at);
CREATE INDEX driver_links_child ON driver_links USING btree (child_id);
CREATE INDEX driver_links_work ON driver_links USING btree (work_id);
CREATE INDEX introduction_groups_of ON introduction_groups USING btree (round_id);
CREATE INDEX introduction_leftovers_of ON introduction_leftovers USING btree (person_id);
CREATE INDEX introduction_meetings_other ON introduction_meetings USING btree (other_id);
CREATE UNIQUE INDEX introduction_rounds_one_at_a_time ON introduction_rounds USING btree ((true)) WHERE (matched_at IS NULL);
CREATE INDEX introduction_seats_in ON introduction_seats USING btree (group_id);
CREATE INDEX introduction_seats_of ON introduction_seats USING btree (person_id);
CREATE INDEX invitation_applications_of ON invitation_applications USING btree (application_id);
CREATE INDEX invitations_by ON invitations USING btree (invited_by, invited_at DESC);
CREATE INDEX invitations_to ON invitations USING btree (email, invited_at DESC);
CREATE INDEX journal_about ON journal USING btree (subject_type, subject_id, at DESC);
CREATE INDEX journal_by ON journal USING btree (actor_id, at DESC);
CREATE INDEX journal_time ON journal USING btree (at DESC);
CREATE INDEX letters_time ON letters USING btree (written_at DESC);
CREATE INDEX letters_to ON letters USING btree (to_email, written_at DESC);
CREATE INDEX links_old ON links USING btree (expires_at);
CREATE INDEX measure_reminders_due ON measure_reminders USING btree (next_on);
CREATE INDEX measure_reminders_of ON measure_reminders USING btree (person_id);
CREATE INDEX measures_of_work ON measures USING btree (work_id, defined_at);
CREATE INDEX message_blocks_blocked ON message_blocks USING btree (blocked_id);
CREATE INDEX messages_answers ON messages USING btree (answers_id);
CREATE INDEX messages_from ON messages USING btree (from_id, sent_at);
CREATE INDEX messages_to ON messages USING btree (to_id, sent_at);
CREATE INDEX offers_person ON offers USING btree (person_id);
CREATE INDEX offers_skill ON offers USING btree (kind, skill, hours);
CREATE INDEX organisation_identifiers_of ON organisation_identifiers USING btree (organisation_id);
CREATE INDEX organisation_mergers_into ON organisation_mergers USING btree (into_id);
CREATE INDEX organisations_like ON organisations USING gin (plain(name) gin_trgm_ops);
CREATE INDEX organisations_name ON organisations USING btree (name COLLATE names);
CREATE INDEX organisations_search ON organisations USING gin (search);
CREATE INDEX people_by_name ON people USING btree (name COLLATE names, id);
CREATE INDEX people_visible ON people USING btree (visibility, id) WHERE (erased_at IS NULL);
CREATE INDEX people_search_by_name ON people_search USING btree (audience, name, person_id);
CREATE INDEX people_search_facets_members ON people_search USING gin (facets) WHERE (audience = 'members'::text);
CREATE INDEX people_search_facets_public ON people_search USING gin (facets) WHERE (audience = 'public'::text);
CREATE INDEX people_search_names_members ON people_search USING gin (name_plain gin_trgm_ops) WHERE (audience = 'members'::text);
CREATE INDEX people_search_names_public ON people_search USING gin (name_plain gin_trgm_ops) WHERE (audience = 'public'::text);
CREATE INDEX people_search_newest ON people_search USING btree (audience, added_at DESC, person_id);
CREATE INDEX people_search_person ON people_search USING btree (person_id);
CREATE INDEX people_search_words_members ON people_search USING gin (words) WHERE (audience = 'members'::text);
CREATE INDEX people_search_words_public ON people_search USING gin (words) WHERE (audience = 'public'::text);
CREATE UNIQUE INDEX person_emails_primary ON person_emails USING btree (person_id) WHERE is_primary;
CREATE INDEX placements_by ON placements USING btree (person_id);
CREATE INDEX places_by_country ON places USING btree (country, kind);
CREATE INDEX places_by_region ON places USING btree (region_key, kind);
CREATE INDEX places_coded ON places USING btree (code);
CREATE INDEX places_named ON places USING btree (plain(short_name));
CREATE INDEX profile_terms_key ON profile_terms USING btree (kind, key);
CREATE INDEX reading_changes_of ON reading_changes USING btree (reading_id, changed_at);
CREATE INDEX readings_of ON readings USING btree (measure_id, taken_on);
CREATE UNIQUE INDEX readings_once ON readings USING btree (measure_id, taken_on, "position") WHERE (withdrawn_at IS NULL);
CREATE INDEX referees_of ON referees USING btree (application_id);
CREATE INDEX removal_requests_by ON removal_requests USING btree (asked_by);
CREATE INDEX removal_requests_work ON removal_requests USING btree (work_id);
CREATE INDEX removal_words_of ON removal_words USING btree (request_id, said_at);
CREATE INDEX report_resolutions_recent ON report_resolutions USING btree (resolved_at DESC);
CREATE INDEX reports_by ON reports USING btree (person_id);
CREATE INDEX reports_from ON reports USING btree (email);
CREATE INDEX reports_recent ON reports USING btree (reported_at DESC);
CREATE INDEX role_grants_members ON role_grants USING btree (person_id) WHERE (role = 'member'::text);
CREATE INDEX role_grants_role ON role_grants USING btree (role, country);
CREATE INDEX stories_by_author ON stories USING btree (author_id);
CREATE INDEX stories_search ON stories USING gin (search);
CREATE INDEX story_publications_recent ON story_publications USING btree (published_at DESC);
CREATE INDEX story_works_of ON story_works USING btree (work_id);
CREATE INDEX submission_files_file ON submission_files USING btree (file_id);
CREATE INDEX work_imports_by ON work_imports USING btree (imported_by, uploaded_at DESC);
CREATE INDEX work_imports_for ON work_imports USING btree (owner_id, uploaded_at DESC);
CREATE INDEX work_offers_by ON work_offers USING btree (person_id);
CREATE UNIQUE INDEX work_team_once ON work_team USING btree (work_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX work_team_person ON work_team USING btree (person_id);
CREATE INDEX work_team_work ON work_team USING btree (work_id);
CREATE INDEX work_updates_of ON work_updates USING btree (work_id, written_at DESC);
CREATE INDEX works_by_import ON works USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX works_by_method ON works USING gin (methods);
CREATE INDEX works_by_organisation ON works USING btree (organisation_id);
CREATE INDEX works_by_sharer ON works USING btree (shared_by);
CREATE INDEX works_recent ON works USING btree (visibility, changed_at DESC);
CREATE INDEX works_search ON works USING gin (search);
CREATE INDEX works_stopped ON works USING btree (visibility) WHERE (state = 'stopped'::text);
CREATE INDEX works_stopped_with_a_lesson ON works USING btree (visibility) WHERE ((state = 'stopped'::text) AND (lesson <> ''::text));
CREATE INDEX works_title_like ON works USING gin (plain(title) gin_trgm_ops);

CREATE TRIGGER contents_leave_by_withdrawal BEFORE DELETE ON public.case_block_contents FOR EACH ROW EXECUTE FUNCTION withdrawn_first();
CREATE TRIGGER contents_stay BEFORE UPDATE ON public.case_block_contents FOR EACH ROW EXECUTE FUNCTION published_is_published();
CREATE TRIGGER blocks_stay BEFORE DELETE OR UPDATE ON public.case_version_blocks FOR EACH ROW EXECUTE FUNCTION published_is_published();
CREATE TRIGGER versions_stay BEFORE DELETE OR UPDATE ON public.case_versions FOR EACH ROW EXECUTE FUNCTION published_is_published();
CREATE TRIGGER claims_stay_fixed BEFORE UPDATE ON public.claims FOR EACH ROW EXECUTE FUNCTION claims_stay_fixed();
CREATE CONSTRAINT TRIGGER comment_approved_or_refused AFTER INSERT ON public.comment_approvals NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION comment_decided_once();
CREATE CONSTRAINT TRIGGER comment_refused_or_approved AFTER INSERT ON public.comment_refusals NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION comment_decided_once();
