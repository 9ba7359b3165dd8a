-- An appeal against "not now": a dialogue with somebody who neither assessed nor decided, and how it ended.
create table appeals (
  id uuid primary key,
  short_id text not null unique,
  application_id uuid not null references applications (id),
  decision_id uuid not null unique references decisions (id), -- one for each decision
  opened_at timestamptz not null
);
create index appeals_of on appeals (application_id);

-- Who was asked to answer. Anybody who may hear it can; this one sees to it.
create table appeal_assignments (
  appeal_id uuid primary key references appeals (id),
  person_id uuid not null references people (id),
  assigned_at timestamptz not null
);
create index appeal_assignments_person on appeal_assignments (person_id);

create table appeal_turns (
  id uuid primary key,
  appeal_id uuid not null references appeals (id),
  answered_by uuid references people (id), -- null: the applicant speaks
  words text not null check (words <> ''),
  said_at timestamptz not null
);
create index appeal_turns_of on appeal_turns (appeal_id, said_at);

create table appeal_outcomes (
  appeal_id uuid primary key references appeals (id),
  outcome text not null check (outcome in ('admitted', 'reopened', 'not-upheld')),
  letter text not null, -- with the reasons, as it was sent
  decided_by uuid not null references people (id),
  decided_at timestamptz not null
);

-- The same words once more, for people who have not read them: what an upheld appeal brings. Deferrable, because an appeal is
-- about a decision, which is about a submission: a restore fills the tables one after the other, and checks this at its end.
alter table application_submissions add column appeal_id uuid references appeals (id) deferrable;
create index application_submissions_appeal on application_submissions (appeal_id) where appeal_id is not null;

-- Has this person judged the application before its appeal, or heard the appeal? Then they do not judge it again.
create function judged_before(submission uuid, person uuid) returns boolean language sql stable as $$
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
$$;
