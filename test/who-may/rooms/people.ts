import { type Answers, but, button, everybody, file, form, here, page, type Table, wrongToken } from '../table.ts';

/** Its owner, where everybody else sees the profile. */
const owner = (status: number) => but(403, { team: status });
/** Where the profile is not its owner's, and only members see it. */
const hidden = (answers: Answers): Answers => ({ ...answers, visitor: 404, newcomer: 404 });
const signedIn = (status: number) => but(status, { visitor: 403 });
/** Members, but not to themselves. */
const writers = (status: number) => but(status, { visitor: 403, newcomer: 403, team: 403 });

/** Profiles, the directory, where people work, and what they write to each other. */
export const PEOPLE: Table = {
  'GET /people': page(here(everybody(200))),
  'GET /people/map': page(here(everybody(200))),
  'GET /people/:address': page({ 'a profile': everybody(200), 'a profile for members': hidden(everybody(200)) }),
  'GET /people/:address/photo': file({ 'a profile': everybody(404) }), // it shows none
  'GET /people/:address/edit': page({ 'a profile': owner(200), 'a profile for members': hidden(everybody(403)) }),
  'GET /people/:address/edit/photo': page({ 'a profile': owner(200) }),
  'GET /people/:address/edit/hours': page({ 'a profile': owner(200) }),
  'GET /people/:address/edit/:section': page({ 'a part of a profile': owner(200) }),
  'PUT /people/:address/edit/:section': form({ 'a part of a profile': owner(422) }),
  'PUT /people/:address/photo': form({ 'a profile': owner(422) }),
  'DELETE /people/:address/photo': button({ 'a profile': owner(303) }),
  'POST /people/:address/offers': form({ 'a profile': owner(422) }),
  'DELETE /people/:address/offers/:id': button({ 'an offer': owner(303) }),

  'GET /people/:address/affiliations': page({ 'a profile': owner(200) }),
  'POST /people/:address/affiliations': form({ 'a profile': owner(422) }),
  'GET /people/:address/affiliations/:id': page({ 'an affiliation': owner(200) }),
  'PUT /people/:address/affiliations/:id': button({ 'an affiliation': owner(303) }), // every field may be empty
  'DELETE /people/:address/affiliations/:id': button({ 'an affiliation': owner(303) }),

  'GET /people/:address/messages/new': page({
    'a profile': writers(200),
    'a profile for members': hidden(everybody(200)),
  }),
  'POST /people/:address/messages': form({
    'a profile': writers(422),
    'a profile for members': hidden(everybody(422)),
  }),
  'PUT /people/:address/block': button({ 'a profile': but(303, { visitor: 403, team: 403 }) }),
  'DELETE /people/:address/block': button({ 'a profile': but(303, { visitor: 403, team: 403 }) }),
  'GET /messages': page(here(signedIn(200))),
  'PUT /messages/closure': button(here(signedIn(303))),
  'DELETE /messages/closure': button(here(signedIn(303))),
  'GET /messages/reported/:short': page({
    'a reported message': but(404, { moderator: 200 }),
    'a message that nobody reported': everybody(404),
  }),
  'GET /messages/answers/:token': page({ 'the link to a message': everybody(200), ...wrongToken }),
  'POST /messages/answers/:token': form({ 'the link to a message': everybody(422), ...wrongToken }),
  'PUT /messages/answers/:token/block': button({ 'the link to a message': everybody(303), ...wrongToken }),
  'POST /messages/answers/:token/report': button({ 'the link to a message': everybody(303), ...wrongToken }),
};
