import { but, button, everybody, file, form, here, page, type Table, wrongToken } from '../table.ts';

const onlyTeam = (status: number) => ({
  'public work': but(403, { team: status }),
  'members’ work': but(403, { visitor: 404, newcomer: 404, team: status }),
  'private work': but(404, { team: status }),
});
const asTheWork = {
  'public work': everybody(200),
  'members’ work': but(200, { visitor: 404, newcomer: 404 }),
  'private work': but(404, { team: 200 }),
};

/** The member has asked, in an organisation’s name. */
const between = (status: number) => but(404, { member: status, team: status, editor: status });
const onlyEditor = (status: number) => but(404, { member: 403, team: 403, editor: status });

export const WORK: Table = {
  'GET /work': page(here(everybody(200))),
  'GET /work/import': page(here(but(200, { visitor: 403, newcomer: 403 }))),
  'POST /work/import': form(here(but(422, { visitor: 403, newcomer: 403 }))),
  'GET /work/import/:import': page({ 'a sheet of work': but(404, { team: 200 }) }),
  'PUT /work/import/:import': form({ 'a sheet of work': but(404, { team: 422 }) }), // it names no titles
  'DELETE /work/import/:import': button({ 'a sheet of work': but(404, { team: 303 }) }),
  'GET /work/export/:format{csv|json}': file({
    'one’s own work as a sheet': but(200, { visitor: 403 }),
    'one’s own work as data': but(200, { visitor: 403 }),
  }),
  'GET /work/new': page(here(everybody(200))), // a visitor is told how to sign in
  'POST /work/new': button(here(everybody(200))), // shows work that is alike, whatever was typed
  'POST /work': form(here(but(422, { visitor: 403 }))),
  'GET /work/:address': page({
    ...asTheWork,
    'work that waits': but(404, { newcomer: 200, moderator: 200 }),
    'work that asks the member': everybody(200),
  }),
  'GET /work/:file{[^/]+\\.json}': file(asTheWork),
  'GET /s/:short': file({
    'public work': everybody(302),
    'members’ work': but(302, { visitor: 404, newcomer: 404 }),
    'private work': but(404, { team: 302 }),
    'a public case': everybody(302),
    'a case for members': but(302, { visitor: 404, newcomer: 404 }),
    'a draft case': but(404, { team: 302 }),
  }),
  'GET /work/:address/edit': page(onlyTeam(200)),
  'PUT /work/:address': form(onlyTeam(422)),

  'GET /work/releases': page(here(but(403, { moderator: 200 }))),
  'PUT /work/:address/release': button({
    'work that waits': but(404, { newcomer: 403, moderator: 303 }),
    'public work': but(403, { moderator: 409 }),
    'private work': but(404, { team: 403 }),
  }),
  'DELETE /work/:address/release': form({
    'work that waits': but(404, { newcomer: 403, moderator: 422 }),
    'private work': but(404, { team: 403 }),
  }),
  'GET /work/:address/publication': page(onlyTeam(200)),
  'PUT /work/:address/publication': form(onlyTeam(422)),
  'DELETE /work/:address/publication': button(onlyTeam(303)),

  'GET /work/:address/updates.atom': file(asTheWork),
  'POST /work/:address/updates': form(onlyTeam(422)),
  'DELETE /work/:address/updates/:id': button(onlyTeam(303)),

  'GET /work/:address/placements/mine': page({
    'public work': but(200, { visitor: 403, newcomer: 403 }),
    'private work': but(404, { team: 200 }),
  }),
  'PUT /work/:address/placements/mine': form({
    'public work': but(422, { visitor: 403, newcomer: 403 }),
    'private work': but(404, { team: 422 }),
  }),
  'DELETE /work/:address/placements/mine': button({
    'public work': but(303, { visitor: 403, newcomer: 403 }),
    'private work': but(404, { team: 303 }),
  }),

  'GET /work/:address/team': page(onlyTeam(200)),
  'POST /work/:address/team': form(onlyTeam(422)),
  'PUT /work/:address/team/me': button({
    'work that asks the member': but(403, { member: 303 }),
    'private work': but(404, { team: 403 }),
  }),
  'DELETE /work/:address/team/me': button({
    'work that asks the member': but(403, { member: 303, team: 409 }), // the last one stays
    'work with the member': but(403, { member: 303, team: 303 }),
    'private work': but(404, { team: 409 }),
  }),
  'DELETE /work/:address/team/:line': button(onlyTeam(303)),
  'GET /work/invitations/:token': page({ 'private work': everybody(200), ...wrongToken }),
  'PUT /work/invitations/:token': form({ 'private work': everybody(422), ...wrongToken }),
  'DELETE /work/invitations/:token': button({ 'private work': everybody(200), ...wrongToken }),

  'GET /work/removals': page(here(but(403, { editor: 200 }))),
  'GET /work/removals/:request': page({ 'a request about work': between(200) }),
  'POST /work/removals/:request/words': form({ 'a request about work': between(422) }),
  'PUT /work/removals/:request/hiding': button({ 'a request about work': onlyEditor(303) }),
  'DELETE /work/removals/:request/hiding': button({ 'a request about work': onlyEditor(303) }),
  'PUT /work/removals/:request/outcome': form({ 'a request about work': onlyEditor(422) }),
  'GET /work/:address/removals/new': page({
    'public work': but(200, { visitor: 403, team: 403 }), // a team takes its own work back by itself
    'private work': but(404, { team: 403 }),
  }),
  'POST /work/:address/removals': form({
    'public work': but(422, { visitor: 403, team: 403 }),
    'private work': but(404, { team: 403 }),
  }),

  'GET /work/:address/carrying': page({ ...onlyTeam(200), 'work that seeks somebody': but(403, { team: 200 }) }),
  'PUT /work/:address/deputy': form({ ...onlyTeam(422), 'work with the member': but(403, { team: 422, member: 422 }) }),
  'DELETE /work/:address/deputy': button(onlyTeam(303)),
  'PUT /work/:address/handover': form({ ...onlyTeam(422), 'work with the member': but(403, { team: 422 }) }), // the owner’s
  'DELETE /work/:address/handover': button({
    ...onlyTeam(303),
    'work with the member': but(403, { team: 303 }),
    'work handed to the member': but(403, { team: 303, member: 303 }),
  }),
  'PUT /work/:address/handover/acceptance': button({
    'work handed to the member': but(403, { member: 303 }),
    'private work': but(404, { team: 403 }),
  }),
  'PUT /work/:address/seeking': form({ ...onlyTeam(422), 'work with the member': but(403, { team: 422 }) }),
  'DELETE /work/:address/seeking': button(onlyTeam(303)),
  'GET /work/:address/offers/mine': page({
    'work that seeks somebody': but(200, { visitor: 403, newcomer: 403, team: 403 }),
    'private work': but(404, { team: 403 }),
  }),
  'PUT /work/:address/offers/mine': form({
    'work that seeks somebody': but(422, { visitor: 403, newcomer: 403, team: 403 }),
    'private work': but(404, { team: 403 }),
  }),
  'DELETE /work/:address/offers/mine': button({
    'work that seeks somebody': but(303, { visitor: 403, newcomer: 403, team: 403 }),
    'private work': but(404, { team: 403 }),
  }),
  'PUT /work/:address/offers/:offer/acceptance': button({
    'work that seeks somebody': but(403, { team: 303 }),
  }),

  'GET /work/:address/claims/new': page(onlyTeam(200)),
  'POST /work/:address/claims': form(onlyTeam(422)),
  'GET /work/:address/claims/:claim': page(asTheWork),
  'GET /work/:address/claims/:claim/edit': page(onlyTeam(200)),
  'PUT /work/:address/claims/:claim': form(onlyTeam(422)),
  'PUT /work/:address/claims/:claim/withdrawal': form(onlyTeam(422)),
};
