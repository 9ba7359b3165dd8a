import { but, button, everybody, file, form, here, json, page, type Table } from '../table.ts';

const keepers = (status: number) => but(403, { editor: status, steward: status });

/** Home, organisations, landscape, pages, desks, and what only a demo or a developer has. */
export const HOUSE: Table = {
  'GET /': page(here(everybody(200))),
  'GET /healthz': file(here(everybody(200))),
  'GET /readyz': file(here(everybody(200))),
  'GET /landscape': page(here(everybody(200))),
  'GET /landscape/points': json(here(everybody(200))),
  'GET /landscape/names': json(here(everybody(200))),
  'GET /landscape/changes': page(here(everybody(200))),
  'GET /landscape/changes/:file{[a-z-]+\\.csv}': file({
    'a figure of the landscape': everybody(200),
    'no such figure': everybody(404),
  }),
  'GET /gallery': page(here(everybody(200))),
  'GET /demo': page(here(everybody(200))),
  'POST /demo/session': button(here(everybody(404))), // as nobody
  'GET /outbox': page(here(everybody(200))),

  'GET /organisations': page(here(everybody(200))),
  'GET /organisations/alike': page(here(keepers(200))),
  'GET /organisations/:address': page({ 'an organisation': everybody(200) }),
  'GET /organisations/:address/edit': page({ 'an organisation': keepers(200) }),
  'PUT /organisations/:address': form({ 'an organisation': keepers(422) }),
  'POST /organisations/:address/merger': form({ 'an organisation': keepers(422) }),
  'POST /organisations/:address/distinctions': button({ 'an organisation': keepers(422) }), // the other travels with it

  'GET /vocabulary': page(here(keepers(302))), // to the sectors
  'GET /vocabulary/:kind': page({ 'a word': keepers(200), 'no such words': but(403, { editor: 404, steward: 404 }) }),
  'POST /vocabulary/:kind': form({ 'a word': keepers(422) }),
  'GET /vocabulary/:kind/:key': page({ 'a word': keepers(200) }),
  'PUT /vocabulary/:kind/:key': form({ 'a word': keepers(422) }),
  'PUT /vocabulary/:kind/:key/retirement': button({ 'a word': keepers(303) }),
  'DELETE /vocabulary/:kind/:key/retirement': button({ 'a word': keepers(303) }),

  'GET /pages/:page': page({ 'the compact': everybody(200), 'a page that is not there': everybody(404) }),
  'GET /pages/:page/edit': page({
    'the compact': but(403, { steward: 200 }),
    'a page that is not there': everybody(404),
  }),
  'PUT /pages/:page': form({ 'the compact': but(403, { steward: 422 }), 'a page that is not there': everybody(404) }),
  'GET /pages/:page/versions': page({ 'the compact': everybody(200), 'a page that is not there': everybody(404) }),
  'GET /pages/:page/versions/:version{[0-9]{1,6}}': page({
    'the compact': everybody(200),
    'a page that is not there': everybody(404),
  }),

  'GET /report': page(here(everybody(200))),
  'POST /report': form(here(everybody(422))),
  'GET /report/thanks': page(here(everybody(200))),
  'GET /moderation': page(here(but(403, { moderator: 200 }))),
  'GET /moderation/reports/:id': page({ 'an open report': but(403, { moderator: 200 }) }),
  'PUT /moderation/reports/:id/resolution': form({ 'an open report': but(403, { moderator: 422 }) }),
  'DELETE /moderation/reports/:id/resolution': button({ 'a resolved report': but(403, { moderator: 303 }) }),

  'GET /steward': page(here(but(403, { steward: 200 }))),
  'PUT /steward/settings': form(here(but(403, { steward: 422 }))),
  'PUT /steward/keeping': form(here(but(403, { steward: 422 }))),
  'PUT /steward/advice': button(here(but(403, { steward: 303 }))), // empty is an answer: there is none
  'PUT /steward/evidence': form(here(but(403, { steward: 422 }))),
  'PUT /steward/rooms/:room/opening': button({ 'the cases’ room': but(403, { steward: 303 }) }),
  'DELETE /steward/rooms/:room/opening': button({ 'the cases’ room': but(403, { steward: 303 }) }), // its sentence is optional
  'POST /steward/roles': form(here(but(403, { steward: 422 }))),
  'DELETE /steward/roles/:person/:role/:country': button({
    'an editor': but(403, { steward: 303 }),
    'nobody at all': but(403, { steward: 404 }),
  }),
  'PUT /steward/jobs/:job{[0-9]{1,18}}': button({ 'a job that failed': but(403, { steward: 303 }) }),
};

const own = (status: number) => here(but(status, { visitor: 303 })); // a visitor signs in first
const sent = (status: number) => here(but(status, { visitor: 403 }));

/** Signing in, and what belongs to one person alone. */
export const ACCOUNT: Table = {
  'GET /sign-in': page(here(but(303, { visitor: 200 }))), // who is in goes on
  'POST /sign-in': form(here(everybody(422))),
  'GET /sign-in/code': page(here(everybody(200))),
  'POST /sign-in/code': form(here(everybody(422))),
  'GET /sign-in/link': page(here(everybody(410))), // without a token, used up
  'POST /sign-in/link': button(here(everybody(410))),
  'GET /sign-in/password': page(here(everybody(200))),
  'POST /sign-in/password': form(here(everybody(422))),
  'GET /sign-in/second-factor': page(here(everybody(200))),
  'POST /sign-in/second-factor': form(here(everybody(422))),
  'GET /sign-in/name': page(here(everybody(303))), // only between a first sign-in and a name
  'POST /sign-in/name': button(here(everybody(303))),
  'GET /sign-in/passkey': json(here(everybody(200))),
  'POST /sign-in/passkey': json(here(everybody(422))),
  'GET /sign-in/organisation': page(here(everybody(404))), // none is configured
  'GET /sign-in/organisation/return': page(here(everybody(404))),
  'GET /farewell': page(here(everybody(200))),
  'DELETE /session': button(here(everybody(303))),

  'GET /account': page(own(200)),
  'GET /account/data': file(own(200)),
  'GET /account/deletion': page(own(200)),
  'DELETE /account': form(sent(422)),
  'GET /account/emails/confirmation': page(here(everybody(410))), // without a token, used up
  'POST /account/emails/confirmation': button(here(everybody(409))),
  'POST /account/emails': form(sent(422)),
  'PUT /account/emails/:id/primary': button({ 'an address of the account': but(404, { visitor: 403, team: 303 }) }),
  'DELETE /account/emails/:id': button({ 'an address of the account': but(404, { visitor: 403, team: 303 }) }),
  'DELETE /account/sessions': button(sent(303)),
  'DELETE /account/sessions/:id': button({ 'a session of the account': but(404, { visitor: 403, team: 303 }) }),
  'GET /account/password': page(own(200)),
  'PUT /account/password': form(sent(422)),
  'GET /account/two-factor': page(own(200)),
  'POST /account/two-factor': form(here(but(303, { visitor: 403, team: 422 }))), // proves it, with a password
  'PUT /account/two-factor': form(here(but(404, { visitor: 403, team: 422 }))), // is setting it up
  'DELETE /account/two-factor': button(here(but(303, { visitor: 403, team: 422 }))), // its form is there once it is on
  'PATCH /account/two-factor': button(sent(422)), // as well
  'GET /account/passkeys/question': json(own(200)),
  'POST /account/passkeys': json(sent(422)),
  'DELETE /account/passkeys/:id': button({ 'a passkey of the account': but(404, { visitor: 403, team: 303 }) }),
};
