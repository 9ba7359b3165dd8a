import { but, button, everybody, file, form, here, page, type Table, wrongToken } from '../table.ts';

const authors = (status: number) => ({
  'a public case': but(403, { team: status }),
  'a case for members': but(403, { visitor: 404, newcomer: 404, team: status }),
  'a case behind a link': but(404, { team: status }),
  'a draft case': but(404, { team: status }),
});
const withdrawers = (status: number) => ({
  'a public case': but(403, { team: status, steward: status }),
  'a case for members': but(403, { visitor: 404, newcomer: 404, team: status, steward: status }),
  'a case behind a link': but(404, { team: status }),
  'a draft case': everybody(404), // of which nothing is published
});
const published = {
  'a public case': everybody(200),
  'a case for members': but(200, { visitor: 404, newcomer: 404 }),
  'a case behind a link': but(404, { team: 200 }),
};

/** Cases and stories. */
export const TELLING: Table = {
  'GET /cases': page(here(everybody(200))),
  'GET /cases/new': page(here(but(200, { visitor: 403 }))),
  'POST /cases': form(here(but(422, { visitor: 403 }))),
  'GET /cases/:address': page({ ...published, 'a draft case': but(404, { team: 302 }) }), // to its preview
  'GET /cases/:address/versions/:number': page({ ...published, 'a draft case': everybody(404) }),
  'GET /cases/:address/edit': page(authors(200)),
  'PUT /cases/:address': form(authors(422)),
  'GET /cases/:address/preview': page(authors(200)),
  'GET /cases/:address/publication': page(authors(200)),
  'POST /cases/:address/versions': form(authors(422)),
  'GET /cases/:address/authors': page(authors(200)),
  'POST /cases/:address/authors': form(authors(422)),
  'GET /cases/:address/authors/me': page({ 'a draft case': but(404, { visitor: 403, member: 200 }) }), // was asked
  'PUT /cases/:address/authors/me': button({ 'a draft case': but(404, { visitor: 403, member: 303 }) }),
  'DELETE /cases/:address/authors/me': button({ 'a draft case': but(404, { visitor: 403, member: 303, team: 409 }) }),
  'DELETE /cases/:address/authors/:invitation': button({ 'a draft case': but(404, { team: 303 }) }),
  'GET /cases/:address/versions/:number/withdrawals': page(withdrawers(200)),
  'POST /cases/:address/versions/:number/withdrawals': form(withdrawers(422)),

  'GET /stories': page(here(everybody(200))),
  'GET /stories.atom': file(here(everybody(200))),
  'GET /stories/new': page(here(but(200, { visitor: 403, newcomer: 403 }))),
  'POST /stories': form(here(but(422, { visitor: 403, newcomer: 403 }))),
  'GET /stories/:address': page({ 'a story': everybody(200), 'a draft story': but(404, { team: 200, editor: 200 }) }),
  'GET /stories/:address/edit': page({
    'a story': but(403, { editor: 200 }), // in the editors' care, once published
    'a draft story': but(404, { team: 200, editor: 200 }),
  }),
  'PUT /stories/:address': form({
    'a story': but(403, { editor: 422 }),
    'a draft story': but(404, { team: 422, editor: 422 }),
  }),
  'DELETE /stories/:address': button({
    'a story': but(403, { editor: 409 }),
    'a draft story': but(404, { team: 303, editor: 303 }),
  }),
  'PUT /stories/:address/publication': button({
    'a draft story': but(404, { team: 403, editor: 303 }),
  }),
  'DELETE /stories/:address/publication': button({
    'a story': but(403, { editor: 303 }),
    'a draft story': but(404, { team: 403, editor: 303 }),
  }),
  'PUT /stories/:address/closure': button({
    'a story': but(403, { team: 303, moderator: 303, editor: 303 }),
    'a draft story': but(404, { team: 303, editor: 303 }),
  }),
  'DELETE /stories/:address/closure': button({
    'a story': but(403, { team: 303, moderator: 303, editor: 303 }),
    'a draft story': but(404, { team: 303, editor: 303 }),
  }),
  'GET /stories/:address/files/:id': file({
    'a story': everybody(200),
    'a draft story': but(404, { team: 200, editor: 200 }),
  }),

  'POST /stories/:address/comments': form({
    'a story': everybody(422),
    'a draft story': but(404, { team: 403, editor: 403 }), // nobody comments on a draft
    'a story that takes no comments': everybody(403),
  }),
  'DELETE /stories/:address/comments/:id': button({
    'an approved comment': but(403, { member: 303 }),
    'a waiting comment': but(404, { member: 303, moderator: 403 }),
  }),
  'GET /stories/:address/comments/:id': page({
    'an approved comment': but(403, { moderator: 200 }),
    'a waiting comment': but(404, { member: 403, moderator: 200 }),
  }),
  'PUT /stories/:address/comments/:id/approval': button({
    'a waiting comment': but(404, { member: 403, moderator: 303 }),
  }),
  'DELETE /stories/:address/comments/:id/approval': button({ 'an approved comment': but(403, { moderator: 303 }) }),
  'PUT /stories/:address/comments/:id/refusal': form({
    'a waiting comment': but(404, { member: 403, moderator: 422 }),
  }),
  'DELETE /stories/:address/comments/:id/refusal': button({
    'a refused comment': but(404, { member: 403, moderator: 303 }),
  }),
  'GET /comments/withdrawn': page(here(everybody(200))),
  'GET /comments/:token': page({ 'the link to a comment': everybody(200), ...wrongToken }),
  'PUT /comments/:token/confirmation': button({ 'the link to a comment': everybody(303), ...wrongToken }),
  'DELETE /comments/:token': button({ 'the link to a comment': everybody(303), ...wrongToken }),
};
