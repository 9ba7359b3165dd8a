-- Introductions: who would like to meet another member, the rounds, who met whom, and how it was.

-- Who would like to meet somebody. Leaving deletes the row; who met whom stays.
create table introduction_opt_ins (
  person_id uuid primary key references people (id),
  meets text not null check (meets in ('either', 'online', 'in-person')),
  language text, -- a key of the vocabulary: one that they would like to talk in, beside English
  shows_address boolean not null,
  since timestamptz not null
);

-- In no round until they come back.
create table introduction_pauses (
  person_id uuid primary key references introduction_opt_ins (person_id) on delete cascade,
  paused_at timestamptz not null
);

create table introduction_rounds (
  id uuid primary key,
  number integer not null unique,
  begun_by uuid references people (id), -- null: the rhythm
  begun_at timestamptz not null,
  progress smallint not null default 0 check (progress between 0 and 100),
  matched_at timestamptz, -- its pairs and their letters were written in one transaction
  asked_at timestamptz -- everybody was asked how it was
);
create unique index introduction_rounds_one_at_a_time on introduction_rounds ((true)) where matched_at is null;

-- Two people, or three.
create table introduction_groups (
  id uuid primary key,
  round_id uuid not null references introduction_rounds (id),
  unique (id, round_id)
);
create index introduction_groups_of on introduction_groups (round_id);

create table introduction_seats (
  id uuid primary key,
  round_id uuid not null,
  group_id uuid not null,
  person_id uuid not null references people (id),
  unique (round_id, person_id), -- nobody twice in a round
  foreign key (group_id, round_id) references introduction_groups (id, round_id)
);
create index introduction_seats_in on introduction_seats (group_id);
create index introduction_seats_of on introduction_seats (person_id);

-- Who has been introduced to whom; the smaller id first. Nobody is introduced to the same person twice.
create table introduction_meetings (
  one_id uuid not null references people (id),
  other_id uuid not null references people (id),
  group_id uuid not null references introduction_groups (id),
  primary key (one_id, other_id),
  check (one_id < other_id)
);
create index introduction_meetings_other on introduction_meetings (other_id);

-- For whom nobody was left, and the pair that they may join. They come first in the next round, unless they joined it.
create table introduction_leftovers (
  round_id uuid not null references introduction_rounds (id),
  person_id uuid not null references people (id),
  group_id uuid references introduction_groups (id),
  primary key (round_id, person_id)
);
create index introduction_leftovers_of on introduction_leftovers (person_id);

create table introduction_refusals (
  round_id uuid not null,
  person_id uuid not null,
  refused_at timestamptz not null,
  primary key (round_id, person_id),
  foreign key (round_id, person_id) references introduction_leftovers (round_id, person_id) on delete cascade
);

-- How it was. Words are for stewards only, and go when their writer wishes.
create table introduction_answers (
  seat_id uuid primary key references introduction_seats (id),
  answer text not null check (answer in ('met', 'not-yet', 'unsuited')),
  words text not null default '',
  answered_at timestamptz not null
);
