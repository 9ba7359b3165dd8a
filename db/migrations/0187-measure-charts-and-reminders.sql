-- What is divided by what, in words; the readings keep the numbers.
alter table measures add column numerator text not null default '';
alter table measures add column denominator text not null default '';
alter table measures add constraint measures_chart_known
  check (chart in ('run', 'xmr', 'c', 'u', 'p', 'g', 't'));

-- Somebody of the team asked to be reminded, by a letter whose link holds one field.
create table measure_reminders (
  measure_id uuid primary key references measures (id) on delete cascade,
  person_id uuid not null references people (id),
  every text not null check (every in ('week', 'month')),
  next_on date not null,
  asked_at timestamptz not null
);
create index measure_reminders_due on measure_reminders (next_on);
create index measure_reminders_of on measure_reminders (person_id);
