-- An account belongs to one person. It has none between a first sign-in and the answer to "What may we call you?".

alter table auth.users add column person_id uuid unique references people (id) on delete cascade;
