-- Evidence: what a piece of work is said to have brought, and how strong the evidence for it is.

-- Reference data: the words may be edited, the keys stay.
create table benefit_areas (
  key text primary key,
  name text not null check (name <> ''),
  about text not null,
  position smallint not null,
  retired_at timestamptz
);
insert into benefit_areas (key, name, about, position) values
  ('workforce', 'The workforce', 'Staff, volunteers and unpaid carers: their safety, skills, health and joy in work.', 1),
  ('people', 'Patients, service users and society', 'Safer, kinder, fairer or faster care, better health, and what it means for those around a person.', 2),
  ('organisations', 'Organisations', 'Time, money, space and reputation; being able to improve again.', 3),
  ('system', 'System bodies', 'Benefits across a place, a region or a country: boards, commissioners, regulators, departments.', 4);

-- What fixes the evidence (measure, better direction, baseline, day of the change) is said once. Only the words may change.
create table claims (
  id uuid primary key,
  short_id text not null unique,
  work_id uuid not null references works (id) on delete cascade,
  area text not null references benefit_areas (key),
  statement text not null check (statement <> ''),
  relation text not null check (relation in ('contribution', 'attribution')),
  measure_id uuid references measures (id),
  better text check (better in ('up', 'down')),
  baseline_from date,
  baseline_through date,
  changed_on date,
  claimed_by uuid not null references people (id),
  fixed_at timestamptz not null,
  check (num_nulls(measure_id, better, baseline_from, baseline_through, changed_on) in (0, 5)),
  check (baseline_from <= baseline_through and baseline_through < changed_on)
);
create index claims_of_work on claims (work_id, fixed_at);
create index claims_on_measure on claims (measure_id);

create function claims_stay_fixed() returns trigger language plpgsql as $$
begin
  if (new.id, new.short_id, new.work_id, new.claimed_by, new.fixed_at) is distinct from
     (old.id, old.short_id, old.work_id, old.claimed_by, old.fixed_at)
    or (new.measure_id, new.better, new.baseline_from, new.baseline_through, new.changed_on) is distinct from
     (old.measure_id, old.better, old.baseline_from, old.baseline_through, old.changed_on) then
    raise exception 'what a claim rests on is fixed when it is made';
  end if;
  return new;
end $$;
create trigger claims_stay_fixed before update on claims for each row execute function claims_stay_fixed();

create table claim_withdrawals (
  claim_id uuid primary key references claims (id) on delete cascade,
  withdrawn_by uuid not null references people (id),
  withdrawn_at timestamptz not null,
  reason text not null check (reason <> '')
);

-- Derived: the strength of the evidence, from the readings. One job writes it, and it can always be rebuilt.
create table claim_grades (
  claim_id uuid primary key references claims (id) on delete cascade,
  grade text not null check (grade in ('described', 'measured')),
  because jsonb not null,
  raise jsonb not null,
  inputs_hash text not null,
  computed_at timestamptz not null
);
create index claim_grades_grade on claim_grades (grade);
