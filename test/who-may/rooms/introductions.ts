import { but, button, everybody, form, here, page, type Table, wrongToken } from '../table.ts';

const members = (status: number) => here(but(status, { visitor: 403, newcomer: 403 }));
/** Of the readers, two take part. */
const takingPart = (status: number) => here(but(404, { visitor: 403, newcomer: 403, member: status, team: status }));
const stewards = (status: number) => here(but(403, { steward: status }));

/** Introductions. */
export const INTRODUCTIONS: Table = {
  'GET /introductions': page(members(200)),
  'PUT /introductions/mine': form(members(422)),
  'DELETE /introductions/mine': button(takingPart(303)),
  'PUT /introductions/mine/pause': button(takingPart(303)),
  'DELETE /introductions/mine/pause': button(takingPart(303)),
  'PUT /introductions/third': button(members(404)), // everybody has somebody
  'DELETE /introductions/third': button(members(404)),
  'GET /introductions/answers/:token': page({ 'the link to a question': everybody(200), ...wrongToken }),
  'PUT /introductions/answers/:token': form({ 'the link to a question': everybody(422), ...wrongToken }),
  'GET /introductions/rounds': page(stewards(200)),
  'POST /introductions/rounds': button(stewards(303)),
  'PUT /introductions/rounds/rhythm': form(stewards(422)),
  'DELETE /introductions/rounds/words/:seat': button({ 'words about an introduction': but(403, { steward: 303 }) }),
};
