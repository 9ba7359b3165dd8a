-- Stories, and what their readers say.

create table stories (
  id uuid primary key,
  short_id text not null unique,
  slug text not null,
  title text not null check (title <> ''),
  standfirst text not null check (standfirst <> ''),
  body text not null check (body <> ''), -- as it was written, Markdown or HTML; cleaned on each reading
  author_id uuid not null references people (id),
  picture_id uuid references files (id),
  picture_alt text not null default '',
  lang text not null default 'en',
  written_at timestamptz not null,
  changed_at timestamptz not null,
  search tsvector generated always as (
    setweight(to_tsvector('cairn', title), 'A') || setweight(to_tsvector('cairn', standfirst), 'B')
    || to_tsvector('cairn', body)) stored,
  check (picture_id is null or picture_alt <> '')
);
create index stories_search on stories using gin (search);
create index stories_by_author on stories (author_id);

-- A story without a row here is a draft: its author's and the editors'.
create table story_publications (
  story_id uuid primary key references stories (id) on delete cascade,
  published_by uuid not null references people (id),
  published_at timestamptz not null
);
create index story_publications_recent on story_publications (published_at desc);

-- The work that a story tells of. Who may read the story may still not see the work.
create table story_works (
  story_id uuid not null references stories (id) on delete cascade,
  work_id uuid not null references works (id) on delete cascade,
  position smallint not null,
  primary key (story_id, work_id)
);
create index story_works_of on story_works (work_id);

create table story_comment_closures (
  story_id uuid primary key references stories (id) on delete cascade,
  closed_by uuid not null references people (id),
  closed_at timestamptz not null
);

-- Name, address and text go when the comment is withdrawn; the row stays, so that answers to it keep their place.
create table comments (
  id uuid primary key,
  short_id text not null unique,
  story_id uuid not null references stories (id) on delete cascade,
  reply_to uuid,
  person_id uuid references people (id), -- null: from somebody without an account
  name text not null,
  email citext,
  body text not null,
  lang text not null default 'en',
  written_at timestamptz not null,
  unique (story_id, id),
  foreign key (story_id, reply_to) references comments (story_id, id) on delete cascade,
  check (reply_to <> id)
);
create index comments_of on comments (story_id, written_at);
create index comments_by on comments (person_id);
create index comments_from on comments (email);
create index comments_replies on comments (story_id, reply_to);

-- The address was proved: by its owner through a link, or because they were signed in.
create table comment_confirmations (
  comment_id uuid primary key references comments (id) on delete cascade,
  confirmed_at timestamptz not null
);

-- Shown to everybody since. A comment that nobody confirmed cannot be approved.
create table comment_approvals (
  comment_id uuid primary key references comment_confirmations (comment_id) on delete cascade,
  approved_by uuid not null references people (id),
  approved_at timestamptz not null
);
create index comment_approvals_recent on comment_approvals (approved_at desc);

create table comment_refusals (
  comment_id uuid primary key references comment_confirmations (comment_id) on delete cascade,
  refused_by uuid not null references people (id),
  refused_at timestamptz not null,
  reason text not null check (reason <> '')
);
create index comment_refusals_recent on comment_refusals (refused_at desc);

create table comment_withdrawals (
  comment_id uuid primary key references comments (id) on delete cascade,
  withdrawn_at timestamptz not null
);

-- A comment is approved or refused, never both, whoever writes at the same time.
create function comment_decided_once() returns trigger language plpgsql as $$
begin
  perform 1 from public.comments where id = new.comment_id for update;
  if exists (select from public.comment_approvals where comment_id = new.comment_id)
    and exists (select from public.comment_refusals where comment_id = new.comment_id) then
    raise exception 'comment % is both approved and refused', new.comment_id;
  end if;
  return null;
end $$;
create constraint trigger comment_approved_or_refused after insert on comment_approvals
  for each row execute function comment_decided_once();
create constraint trigger comment_refused_or_approved after insert on comment_refusals
  for each row execute function comment_decided_once();
