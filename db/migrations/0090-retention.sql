-- Retention clocks: a draft that nobody sent is warned of, then made anonymous; so are closed applications, in their time.

-- The letter that says when a draft ends. Whoever writes in it again starts the clock anew.
create table draft_warnings (
  application_id uuid primary key references applications (id),
  warned_at timestamptz not null
);

create index links_old on links (expires_at);

-- A state of its own for what was never finished: it was not withdrawn, and nobody decided it.
create or replace view application_states as
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
    when a.anonymised_at is not null and (s.id is null or d.outcome = 'more-needed') then 'lapsed'
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
