-- What people chose to say about themselves, apart from everything else: under a keyed pseudonym whose key is not in any
-- database, without a time, an order or a reference to a person. Only the room `monitoring` reads this schema.
create schema monitoring;

create table monitoring.answers (
  pseudonym text primary key check (pseudonym ~ '^[0-9a-f]{64}$'),
  key_mark text not null check (key_mark ~ '^[0-9a-f]{8}$'), -- which key: answers under a lost one are nobody's, and not counted
  answers jsonb not null check (jsonb_typeof(answers) = 'object')
);

-- The exact counts behind each released table, against which the next is checked before it may be released. Never shown.
create table monitoring.exact_counts (
  quarter text not null check (quarter ~ '^\d{4}-Q[1-4]$'),
  country text not null check (country in ('england', 'ireland', 'northern-ireland', 'scotland', 'wales')),
  question text not null,
  category text not null,
  people integer not null check (people >= 0),
  primary key (country, question, quarter, category)
);

-- One row for each table of each quarter. `counted_in`: the quarter whose counts stand, this one or, while too few people
-- have changed, an earlier one; null where too few answered.
create table monitoring_releases (
  quarter text not null check (quarter ~ '^\d{4}-Q[1-4]$'),
  country text not null check (country in ('england', 'ireland', 'northern-ireland', 'scotland', 'wales')),
  question text not null,
  counted_in text check (counted_in ~ '^\d{4}-Q[1-4]$'),
  primary key (quarter, country, question),
  foreign key (counted_in, country, question) references monitoring_releases (quarter, country, question),
  check (counted_in <= quarter)
);

-- What everybody may see: counts to the nearest five, and the members at that time, rounded too.
create table monitoring_release_counts (
  quarter text not null,
  country text not null,
  question text not null,
  category text not null,
  people integer not null check (people >= 0 and people % 5 = 0),
  primary key (quarter, country, question, category),
  foreign key (quarter, country, question) references monitoring_releases (quarter, country, question)
);
