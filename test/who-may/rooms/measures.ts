import { but, button, everybody, form, page, type Table, wrongToken } from '../table.ts';

const onlyTeam = (status: number) => ({
  'public work': but(403, { team: status }),
  'private work': but(404, { team: status }),
  'a private measure of public work': but(404, { team: status }),
});

export const MEASURES: Table = {
  'GET /work/:address/measures/new': page({
    'public work': but(403, { team: 200 }),
    'private work': but(404, { team: 200 }),
  }),
  'POST /work/:address/measures': form({
    'public work': but(403, { team: 422 }),
    'private work': but(404, { team: 422 }),
  }),
  'GET /work/:address/measures/:measure': page({
    'public work': everybody(200),
    'members’ work': but(200, { visitor: 404, newcomer: 404 }),
    'private work': but(404, { team: 200 }),
    'a private measure of public work': but(404, { team: 200 }),
    'the readings as a file': but(404, { team: 200 }),
    'the chart as a file': but(404, { team: 200 }),
  }),
  'GET /work/:address/measures/:measure/edit': page(onlyTeam(200)),
  'PUT /work/:address/measures/:measure': form(onlyTeam(422)),
  'GET /work/:address/measures/:measure/corrections': page({
    'public work': but(403, { team: 200, editor: 200 }),
    'private work': but(404, { team: 200 }),
  }),
  // Its form is there while a correction waits: corrections.test.ts sends it.
  'POST /work/:address/measures/:measure/corrections/acceptances': button({
    'public work': but(403, { team: 422, editor: 422 }),
    'private work': but(404, { team: 422 }),
  }),
  'GET /work/:address/measures/:measure/publication': page(onlyTeam(200)),
  'PUT /work/:address/measures/:measure/publication': form(onlyTeam(422)),
  'DELETE /work/:address/measures/:measure/publication': button(onlyTeam(303)),

  'GET /work/:address/measures/:measure/reminder': page(onlyTeam(200)),
  'PUT /work/:address/measures/:measure/reminder': form(onlyTeam(422)),
  'DELETE /work/:address/measures/:measure/reminder': button(onlyTeam(303)),
  'GET /work/readings/:token': page({ 'a reminder': everybody(200), ...wrongToken }),
  'PUT /work/readings/:token': form({ 'a reminder': everybody(422), ...wrongToken }),
  'DELETE /work/readings/:token': button({ 'a reminder': everybody(200), ...wrongToken }),

  'GET /work/:address/measures/:measure/readings': page(onlyTeam(200)),
  'POST /work/:address/measures/:measure/readings': form(onlyTeam(422)),
  'DELETE /work/:address/measures/:measure/batches/:batch': button(onlyTeam(303)),
  'GET /work/:address/measures/:measure/readings/:reading': page(onlyTeam(200)),
  'PUT /work/:address/measures/:measure/readings/:reading': form(onlyTeam(422)),
  'GET /work/:address/measures/:measure/readings/:reading/withdrawal': page(onlyTeam(200)),
  'PUT /work/:address/measures/:measure/readings/:reading/withdrawal': form(onlyTeam(422)),

  'GET /work/:address/measures/:measure/marks': page(onlyTeam(200)),
  'POST /work/:address/measures/:measure/rebases': form(onlyTeam(422)),
  'DELETE /work/:address/measures/:measure/rebases/:rebase': button(onlyTeam(303)),
  'POST /work/:address/measures/:measure/annotations': form(onlyTeam(422)),
  'DELETE /work/:address/measures/:measure/annotations/:annotation': button(onlyTeam(303)),
};
