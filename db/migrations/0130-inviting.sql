-- Members invite people who might benefit. What comes of it belongs to the one who was invited.

create table invitations (
  id uuid primary key,
  email citext, -- null: no letter went there, or the address was forgotten since
  name text not null, -- as the inviter calls them; empty once forgotten
  note text not null,
  invited_by uuid not null references people (id),
  invited_at timestamptz not null
);
create index invitations_by on invitations (invited_by, invited_at desc);
create index invitations_to on invitations (email, invited_at desc);

-- "Not now."
create table invitation_postponements (
  invitation_id uuid primary key references invitations (id) on delete cascade,
  postponed_at timestamptz not null
);

-- "Yes": the application that an invitation led to.
create table invitation_applications (
  invitation_id uuid primary key references invitations (id) on delete cascade,
  application_id uuid not null references applications (id),
  accepted_at timestamptz not null
);
create index invitation_applications_of on invitation_applications (application_id);

-- What the invited person lets the inviter know, and when the inviter was told.
create table invitation_permissions (
  invitation_id uuid not null references invitations (id) on delete cascade,
  about text not null check (about in ('applied', 'joined')),
  allowed_at timestamptz not null,
  told_at timestamptz,
  primary key (invitation_id, about)
);

-- "Never again": a keyed digest of the address, whose key lies outside the database. It says nothing of whom it was.
create table invitation_refusals (
  digest text primary key,
  refused_on date not null
);

-- A drive to reach people who are missing. Who arrived is counted and not known.
create table campaigns (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  title text not null check (title <> ''),
  words text not null check (words <> ''),
  country text check (country in ('england', 'ireland', 'northern-ireland', 'scotland', 'wales')),
  sector text,
  background text,
  opens_on date not null,
  closes_on date not null,
  goal integer not null check (goal > 0),
  made_by uuid not null references people (id),
  made_at timestamptz not null,
  check (closes_on >= opens_on)
);

create table campaign_closures (
  campaign_id uuid primary key references campaigns (id),
  closed_by uuid not null references people (id),
  closed_at timestamptz not null
);

create table campaign_arrivals (
  campaign_id uuid not null references campaigns (id),
  day date not null,
  arrivals integer not null check (arrivals > 0),
  primary key (campaign_id, day)
);

create table campaign_applications (
  application_id uuid primary key references applications (id),
  campaign_id uuid not null references campaigns (id),
  begun_at timestamptz not null
);
create index campaign_applications_of on campaign_applications (campaign_id);

-- The welcome path is gone when its reader says so.
create table welcome_dismissals (
  person_id uuid primary key references people (id) on delete cascade,
  dismissed_at timestamptz not null
);
