import { but, button, everybody, file, form, page, type Table } from '../table.ts';

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
/** Who adapts in these scenes is the member; `team` is who came first. */
const onlyAdapter = (status: number) => ({
  'an adaptation': but(403, { member: status }),
  'an adaptation by private work': but(404, { member: status }),
});

export const PRACTICE: Table = {
  'GET /work/:address/cycles/new': page(onlyTeam(200)),
  'POST /work/:address/cycles': form(onlyTeam(422)),
  'GET /work/:address/cycles/:number': page(asTheWork),
  'GET /work/:address/cycles/:number/edit': page(onlyTeam(200)),
  'PUT /work/:address/cycles/:number': form(onlyTeam(422)),
  'DELETE /work/:address/cycles/:number': button(onlyTeam(303)),

  'GET /work/:address/drivers.csv': file(asTheWork),
  'GET /work/:address/drivers.svg': file(asTheWork),
  'GET /work/:address/drivers.png': file(asTheWork),
  'GET /work/:address/drivers': page(asTheWork),
  'PUT /work/:address/drivers': form(onlyTeam(422)),
  'GET /work/:address/drivers/new': page(onlyTeam(200)),
  'POST /work/:address/drivers': form(onlyTeam(422)),
  'GET /work/:address/drivers/:driver': page(onlyTeam(200)),
  'PUT /work/:address/drivers/:driver': form(onlyTeam(422)),
  'PUT /work/:address/drivers/:driver/position': button(onlyTeam(303)),
  'GET /work/:address/drivers/:driver/removal': page(onlyTeam(200)),
  'DELETE /work/:address/drivers/:driver': button(onlyTeam(303)),

  'GET /work/:address/adaptations/new': page({
    'public work': but(200, { visitor: 403 }),
    'private work': but(404, { team: 200 }),
  }),
  'POST /work/:address/adaptations': form({
    'public work': but(422, { visitor: 403 }),
    'private work': but(404, { team: 422 }),
  }),
  'GET /work/:address/adaptations/:adaptation': page({
    'an adaptation': everybody(200),
    'an adaptation by private work': but(404, { member: 200 }), // the first team does not see it yet
  }),
  'GET /work/:address/adaptations/:adaptation/edit': page(onlyAdapter(200)),
  'PUT /work/:address/adaptations/:adaptation': form(onlyAdapter(422)),
  'DELETE /work/:address/adaptations/:adaptation': button(onlyAdapter(303)),
  'PUT /work/:address/adaptations/:adaptation/note': form({
    'an adaptation': but(403, { team: 422 }),
    'an adaptation by private work': but(404, { member: 403 }),
  }),
  'DELETE /work/:address/adaptations/:adaptation/note': button({
    'an adaptation': but(403, { team: 303 }),
    'an adaptation by private work': but(404, { member: 403 }),
  }),
};
