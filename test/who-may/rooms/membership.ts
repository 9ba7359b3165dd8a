import { but, button, everybody, file, form, here, page, type Table, wrongToken } from '../table.ts';

/** The panel of the applicant's country and the steward find it; who knows the applicant does not. */
const READ = 'an application to read';
const TOLD = 'an application by file and by telephone';
const DECIDE = 'an application to decide';
const KNOWN = { 'an application of somebody whom the assessor knows': but(404, { steward: 200 }) };
const refusedTo = (assessor: number, steward: number) => but(404, { assessor, steward });

/** Criteria are the stewards' alone. */
const stewards = (status: number) => but(403, { steward: status });
const DRAFTED = 'criteria being written';

/** Whoever reads for another country, and the steward: the assessor decided, so they do not find it. */
const hearers = (status: number) => but(404, { elsewhere: status, editor: status, steward: status });
const REFUSED = 'an application answered not now';

export const MEMBERSHIP: Table = {
  'GET /steward/criteria': page(here(stewards(200))),
  'GET /steward/criteria/preview': page(here(stewards(200))),
  'PUT /steward/criteria/rules': form(here(stewards(422))),
  'POST /steward/criteria/draft': button({ [DRAFTED]: stewards(409) }), // one at a time
  'DELETE /steward/criteria/draft': button({ [DRAFTED]: stewards(303) }),
  'PUT /steward/criteria/draft/publication': button({ [DRAFTED]: stewards(303) }),
  'GET /steward/criteria/draft/new': page(here(stewards(200))),
  'POST /steward/criteria/draft/criteria': form({ [DRAFTED]: stewards(422) }),
  'GET /steward/criteria/draft/criteria/:criterion': page({ [DRAFTED]: stewards(200) }),
  'PUT /steward/criteria/draft/criteria/:criterion': form({ [DRAFTED]: stewards(422) }),
  'PUT /steward/criteria/draft/criteria/:criterion/position': button({ [DRAFTED]: stewards(303) }),
  'DELETE /steward/criteria/draft/criteria/:criterion': button({ [DRAFTED]: stewards(303) }),

  'GET /join': page(here(everybody(200))),
  'GET /join/letter': page(here(everybody(200))),
  'GET /join/applications/new': page(here(everybody(200))),
  'POST /join/applications': form(here(everybody(422))),
  'GET /join/applications/:token': page({
    'the link to a draft': everybody(200),
    [READ]: everybody(200),
    ...wrongToken,
  }),
  'PUT /join/applications/:token': button({
    'the link to a draft': everybody(303), // saved as far as it is
    [READ]: everybody(409),
    ...wrongToken,
  }),
  'PUT /join/applications/:token/submission': form({ 'the link to a draft': everybody(422), ...wrongToken }),
  'PUT /join/applications/:token/withdrawal': button({
    'the link to a draft': everybody(303),
    [READ]: everybody(303),
    ...wrongToken,
  }),
  'GET /join/applications/:token/answers/:key': page({
    'the link to a draft': everybody(200),
    [READ]: everybody(409), // sent
    ...wrongToken,
  }),
  'GET /join/applications/:token/answers/:key/file': file({ 'the link to a draft': everybody(200), ...wrongToken }),
  'PUT /join/applications/:token/answers/:key/file': form({
    'the link to a draft': everybody(422),
    [READ]: everybody(409),
    ...wrongToken,
  }),
  'DELETE /join/applications/:token/answers/:key/file': button({
    'the link to a draft': everybody(303),
    [READ]: everybody(409),
    ...wrongToken,
  }),
  'GET /join/applications/:token/call': page({
    'the link to a draft': everybody(200),
    [READ]: everybody(409),
    ...wrongToken,
  }),
  'PUT /join/applications/:token/call': form({
    'the link to a draft': everybody(422),
    [READ]: everybody(409),
    ...wrongToken,
  }),
  'DELETE /join/applications/:token/call': button({
    'the link to a draft': everybody(303),
    [READ]: everybody(409),
    ...wrongToken,
  }),
  'GET /join/applications/:token/appeal': page({
    [REFUSED]: everybody(200),
    'an appeal': everybody(200),
    [READ]: everybody(404),
    ...wrongToken,
  }),
  'POST /join/applications/:token/appeal': form({
    [REFUSED]: everybody(422),
    'an appeal': everybody(409),
    [READ]: everybody(404),
    ...wrongToken,
  }),
  'POST /join/applications/:token/appeal/turns': form({
    [REFUSED]: everybody(404),
    'an appeal': everybody(422),
    ...wrongToken,
  }),
  'GET /assessing/appeals': page(here(but(403, { assessor: 200, elsewhere: 200, editor: 200, steward: 200 }))),
  'GET /assessing/appeals/:short': page({ 'an appeal': hearers(200) }),
  'GET /assessing/appeals/:short/files/:key': file({ 'an appeal': everybody(404) }), // it has none
  'POST /assessing/appeals/:short/turns': form({ 'an appeal': hearers(422) }),
  'PUT /assessing/appeals/:short/outcome': form({ 'an appeal': hearers(422) }),
  'PUT /join/applications/:token/referee': form({ [READ]: everybody(422), ...wrongToken }),
  'DELETE /join/applications/:token/referee': button({ [READ]: everybody(303), ...wrongToken }),
  'GET /join/speaking/:token': page({ 'somebody who was named': everybody(200), ...wrongToken }),
  'PUT /join/speaking/:token': form({ 'somebody who was named': everybody(422), ...wrongToken }),
  'GET /join/invitations/:token': page({ 'an invitation': everybody(200), ...wrongToken }),
  'PUT /join/invitations/:token/acceptance': form({ 'an invitation': everybody(422), ...wrongToken }),

  'GET /assessing': page(here(but(403, { assessor: 200, elsewhere: 200, editor: 200, steward: 200 }))),
  'GET /assessing/:short': page({
    [READ]: refusedTo(200, 200),
    [DECIDE]: refusedTo(200, 200),
    ...KNOWN,
    'a withdrawn application': everybody(404),
  }),
  'POST /assessing/:short/assessments': form({
    [READ]: refusedTo(422, 403),
    [DECIDE]: refusedTo(403, 403), // others have read it
    'an application of somebody whom the assessor knows': but(404, { steward: 403 }),
    'a withdrawn application': everybody(404),
  }),
  'GET /assessing/:short/files/:key': file({
    [TOLD]: refusedTo(200, 200),
    'a withdrawn application': everybody(404),
  }),
  'PUT /assessing/:short/call': form({
    [TOLD]: refusedTo(422, 422),
    [READ]: refusedTo(403, 403), // nobody asked for a call
    'a withdrawn application': everybody(404),
  }),
  'PUT /assessing/:short/conflict': button({
    [READ]: refusedTo(303, 403),
    'a withdrawn application': everybody(404),
  }),
  'GET /assessing/:short/decision': page({
    [READ]: refusedTo(303, 303), // back to the application
    [DECIDE]: refusedTo(200, 200),
    'a withdrawn application': everybody(404),
  }),
  'PUT /assessing/:short/decision': form({
    [READ]: refusedTo(409, 409),
    [DECIDE]: refusedTo(422, 422),
    'a withdrawn application': everybody(404),
  }),

  'GET /membership/invitations': page(here(but(403, { steward: 200 }))),
  'POST /membership/invitations': form(here(but(403, { steward: 422 }))),
  'DELETE /membership/invitations/:id': button({ 'an invitation': but(403, { steward: 303 }) }),

  'GET /founding/:token': page(wrongToken),
  'POST /founding/:token': form(wrongToken),
};
