-- Membership: what the community asks, who applied, how their application was read, and who was admitted.
-- Nothing here is a flag: each step of an application is a row that says who and when.

-- What the community asks. A new edition never changes an application that was begun under an older one.
create table criteria_versions (
  id uuid primary key,
  number integer not null unique check (number > 0),
  edition text not null unique,
  lang text not null default 'en',
  published_at timestamptz not null,
  published_by uuid references people (id) -- null: came with Cairn
);

create table criteria (
  id uuid primary key,
  version_id uuid not null references criteria_versions (id),
  key text not null check (key ~ '^[a-z][a-z0-9-]*$'),
  position smallint not null,
  title text not null check (title <> ''),
  looks_for text not null check (looks_for <> ''),
  counts_equally text[] not null default '{}',
  unique (version_id, key),
  unique (version_id, position)
);

-- The same criterion, asked in the words of each pathway.
create table criterion_questions (
  criterion_id uuid not null references criteria (id),
  pathway text not null check (pathway in ('professional', 'public', 'volunteer')),
  question text not null check (question <> ''),
  hint text not null default '',
  primary key (criterion_id, pathway)
);

create table applications (
  id uuid primary key,
  short_id text not null unique,
  criteria_version_id uuid not null references criteria_versions (id),
  email citext, -- null once anonymised
  name text not null default '',
  country text not null check (country in ('england', 'ireland', 'northern-ireland', 'scotland', 'wales')),
  pathway text not null check (pathway in ('professional', 'public', 'volunteer')),
  compact_version text, -- the compact as the applicant accepted it; null until then
  started_at timestamptz not null,
  changed_at timestamptz not null,
  anonymised_at timestamptz,
  check ((email is null) = (anonymised_at is not null))
);
create index applications_by_email on applications (email);

-- At most one open application for an address: the row goes when the application is decided or withdrawn.
create table application_openings (
  email citext primary key,
  application_id uuid not null unique references applications (id)
);

create table application_confirmations (
  application_id uuid primary key references applications (id),
  confirmed_at timestamptz not null
);

-- The draft, whatever is missing in it.
create table application_answers (
  application_id uuid not null references applications (id),
  criterion_id uuid not null references criteria (id),
  answer text not null,
  changed_at timestamptz not null,
  primary key (application_id, criterion_id)
);

-- Shared work that the applicant points to.
create table application_works (
  application_id uuid not null references applications (id),
  position smallint not null,
  address text not null check (address <> ''),
  primary key (application_id, position)
);

-- Sent. Asked for more, an applicant sends again; what was assessed stays as it was.
create table application_submissions (
  id uuid primary key,
  application_id uuid not null references applications (id),
  number smallint not null check (number > 0),
  submitted_at timestamptz not null,
  compact_version text not null,
  assessments_needed smallint not null check (assessments_needed > 0), -- the setting at that time
  unique (application_id, number)
);

create table submission_answers (
  submission_id uuid not null references application_submissions (id),
  criterion_id uuid not null references criteria (id),
  answer text not null,
  primary key (submission_id, criterion_id)
);

create table application_withdrawals (
  application_id uuid primary key references applications (id),
  withdrawn_at timestamptz not null
);

create table assessment_assignments (
  id uuid primary key,
  submission_id uuid not null references application_submissions (id),
  assessor_id uuid not null references people (id),
  assigned_at timestamptz not null,
  reason text not null check (reason in ('load', 'returning', 'third', 'offered')),
  unique (submission_id, assessor_id)
);
create index assessment_assignments_assessor on assessment_assignments (assessor_id);

-- "I know this person." Who says so has no more to do with the application.
create table conflicts (
  application_id uuid not null references applications (id),
  person_id uuid not null references people (id),
  declared_at timestamptz not null,
  primary key (application_id, person_id)
);

create table assessments (
  id uuid primary key,
  submission_id uuid not null references application_submissions (id),
  assessor_id uuid not null references people (id),
  given_at timestamptz not null,
  unique (submission_id, assessor_id)
);

create table assessment_views (
  assessment_id uuid not null references assessments (id),
  criterion_id uuid not null references criteria (id),
  view text not null check (view in ('met', 'met-another-way', 'more-needed', 'cannot-tell')),
  reason text not null check (reason <> ''),
  primary key (assessment_id, criterion_id)
);

-- One assessor found a criterion met and another did not: a third reads before anybody decides.
create table disagreements (
  submission_id uuid primary key references application_submissions (id),
  noted_at timestamptz not null
);

create table decisions (
  id uuid primary key,
  application_id uuid not null references applications (id),
  submission_id uuid not null unique references application_submissions (id), -- two tabs decide once
  outcome text not null check (outcome in ('admitted', 'more-needed', 'not-now')),
  letter text not null, -- as it was sent
  reasons text not null default '', -- for the record, when the assessors disagreed
  decided_by uuid not null references people (id),
  decided_at timestamptz not null
);
create index decisions_of on decisions (application_id, decided_at);

-- Those who open a community are admitted by invitation, and it says so.
create table founding_invitations (
  id uuid primary key,
  email citext, -- null once anonymised
  name text not null,
  reason text not null check (reason <> ''),
  invited_by uuid not null references people (id),
  invited_at timestamptz not null
);

create table founding_withdrawals (
  invitation_id uuid primary key references founding_invitations (id),
  withdrawn_by uuid not null references people (id),
  withdrawn_at timestamptz not null
);

create table founding_admissions (
  id uuid primary key,
  person_id uuid not null unique references people (id),
  invitation_id uuid unique references founding_invitations (id), -- null: the steward who opened the community
  compact_version text not null,
  admitted_at timestamptz not null
);

create table memberships (
  id uuid primary key,
  person_id uuid not null unique references people (id),
  decision_id uuid unique references decisions (id),
  founding_admission_id uuid unique references founding_admissions (id),
  admitted_at timestamptz not null,
  check (num_nonnulls(decision_id, founding_admission_id) = 1)
);

-- Where each application stands, and since when.
create view application_states as
select
  a.id as application_id,
  s.id as submission_id,
  s.submitted_at,
  g.given,
  s.assessments_needed + (x.submission_id is not null)::int as needed,
  -- Seats that somebody holds: not who knows the applicant, nor who is an assessor no more and gave no view.
  (select count(*)::int from assessment_assignments m
    where m.submission_id = s.id
      and not exists (select from conflicts c where c.application_id = a.id and c.person_id = m.assessor_id)
      and (exists (select from assessments t where t.submission_id = s.id and t.assessor_id = m.assessor_id)
        or exists (select from role_grants r
          where r.person_id = m.assessor_id and r.role = 'assessor' and r.country = a.country))) as taken,
  case
    when w.application_id is not null then 'withdrawn'
    when s.id is null then 'started'
    when d.id is not null then d.outcome
    when g.given >= s.assessments_needed + (x.submission_id is not null)::int then 'ready'
    when x.submission_id is not null then 'third'
    when g.given > 0 then 'assessing'
    else 'submitted'
  end as state,
  coalesce(w.withdrawn_at, d.decided_at, greatest(g.last_given_at, x.noted_at), s.submitted_at, a.started_at) as since
from applications a
left join lateral (
  select * from application_submissions s where s.application_id = a.id order by s.number desc limit 1) s on true
left join lateral (
  select count(*)::int as given, max(given_at) as last_given_at from assessments where submission_id = s.id) g on true
left join disagreements x on x.submission_id = s.id
left join decisions d on d.submission_id = s.id
left join application_withdrawals w on w.application_id = a.id;
