import { but, button, everybody, file, form, here, page, type Table, wrongToken } from '../table.ts';

const members = (status: number) => but(status, { visitor: 403, newcomer: 403 });
const stewards = (status: number) => but(403, { steward: status });
const INVITED = 'an invitation to join';

export const INVITING: Table = {
  'GET /invitations': page(here(members(200))),
  'POST /invitations': form(here(members(422))),
  'GET /invitations/missing': page(here(members(200))),

  'GET /join/invited/refused': page(here(everybody(200))),
  'GET /join/invited/:token': page({ [INVITED]: everybody(200), ...wrongToken }),
  'PUT /join/invited/:token/acceptance': form({ [INVITED]: everybody(422), ...wrongToken }),
  'PUT /join/invited/:token/permissions': button({ [INVITED]: everybody(303), ...wrongToken }),
  'PUT /join/invited/:token/postponement': button({ [INVITED]: everybody(303), ...wrongToken }),
  'PUT /join/invited/:token/refusal': button({ [INVITED]: everybody(303), ...wrongToken }),

  'GET /join/with/:slug': page({
    'a campaign': everybody(200),
    'a campaign of next year': but(404, { steward: 200 }),
  }),
  'POST /join/with/:slug': form({
    'a campaign': everybody(422),
    'a campaign of next year': but(404, { steward: 422 }),
  }),
  'GET /steward/campaigns': page(here(stewards(200))),
  'POST /steward/campaigns': form(here(stewards(422))),
  'PUT /steward/campaigns/:slug/closure': button({ 'a campaign': stewards(303) }),

  'GET /steward/admissions': page(here(but(403, { steward: 200, elsewhere: 200 }))), // the data lead too

  'GET /steward/members': page(here(stewards(200))),
  'GET /steward/members/export': file(here(stewards(200))),
  'POST /steward/members/imports': form(here(stewards(422))),
  'GET /steward/members/imports/:id': page({ 'a sheet with a fault': stewards(200), 'a sound sheet': stewards(200) }),
  'PUT /steward/members/imports/:id/fields': form({ 'a sheet with a fault': stewards(422) }),
  'PUT /steward/members/imports/:id/start': form({
    'a sheet with a fault': stewards(422), // nobody has said that the row is left out
    'a sound sheet': stewards(303),
  }),
  'DELETE /steward/members/imports/:id': button({ 'a sound sheet': stewards(303) }),
  'GET /join/brought-in/taken-out': page(here(everybody(200))),
  'GET /join/brought-in/:token': page({ 'somebody brought in': everybody(200), ...wrongToken }),
  'PUT /join/brought-in/:token/confirmation': form({ 'somebody brought in': everybody(422), ...wrongToken }),
  'PUT /join/brought-in/:token/refusal': button({ 'somebody brought in': everybody(303), ...wrongToken }),

  'GET /welcome': page(here(members(200))),
  'PUT /welcome/dismissal': button(here(members(303))),
};
