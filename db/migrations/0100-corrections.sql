-- A reading that was changed or withdrawn counts as first recorded until a second person accepts; so it must be known who did it.
alter table readings add column withdrawn_by uuid references people (id);
update readings r set withdrawn_by = coalesce(
  (select c.changed_by from reading_changes c where c.reading_id = r.id order by c.changed_at desc, c.id desc limit 1),
  r.recorded_by)
  where withdrawn_at is not null;
alter table readings add constraint readings_withdrawn_by_somebody
  check ((withdrawn_at is null) = (withdrawn_by is null));

-- A second person looked, and what stood then is what counts from now on.
create table correction_acceptances (
  id uuid primary key,
  measure_id uuid not null references measures (id) on delete cascade,
  taken_on date not null,
  position smallint not null,
  stands boolean not null, -- false: this day has no reading any more
  value double precision,
  reason text not null, -- empty once whoever wrote it was erased
  accepted_by uuid not null references people (id),
  accepted_at timestamptz not null,
  check (stands or value is null)
);
create index correction_acceptances_of on correction_acceptances (measure_id, accepted_at);
create index correction_acceptances_by on correction_acceptances (accepted_by);
