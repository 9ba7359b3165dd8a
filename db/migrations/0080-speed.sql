-- Counting and searching by index alone.

-- The directory: how many people an audience may see, and which of the found are among them.
create index people_visible on people (visibility, id) where erased_at is null;

-- Words and names, an index for each audience: what another audience may see is not even looked at.
drop index people_search_words;
drop index people_search_names;
create index people_search_words_public on people_search using gin (words) where audience = 'public';
create index people_search_words_members on people_search using gin (words) where audience = 'members';
create index people_search_names_public on people_search using gin (name_plain gin_trgm_ops) where audience = 'public';
create index people_search_names_members on people_search using gin (name_plain gin_trgm_ops) where audience = 'members';

-- The numbers on the home page.
create index works_stopped on works (visibility) where state = 'stopped';
create index works_stopped_with_a_lesson on works (visibility) where state = 'stopped' and lesson <> '';
create index role_grants_members on role_grants (person_id) where role = 'member';
