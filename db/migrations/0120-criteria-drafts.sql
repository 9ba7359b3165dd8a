-- Criteria are edited on a page: a version is a draft, which nobody answers, until a steward publishes it.
alter table criteria_versions
  alter column published_at drop not null,
  add column begun_at timestamptz,
  add column begun_by uuid references people (id), -- null: came with Cairn
  add check (published_at is not null or begun_at is not null);

-- One draft at a time: stewards see each other's changes instead of overwriting them.
create unique index criteria_versions_one_draft on criteria_versions ((published_at is null)) where published_at is null;

-- Two criteria change places in one statement.
alter table criteria
  drop constraint criteria_version_id_position_key,
  add constraint criteria_version_id_position_key unique (version_id, position) deferrable;
