import { but, button, everybody, file, here, page, type Table } from '../table.ts';

/** Who the community is: what members say about themselves, and the tables that are released. */
export const MIRROR: Table = {
  'GET /insight': page(here(everybody(303))),
  'GET /insight/reflection': page(here(everybody(200))),
  'GET /insight/reflection.csv': file(here(everybody(200))),
  'GET /insight/range': page(here(everybody(200))),
  'GET /insight/range.csv': file(here(everybody(200))),
  'GET /insight/law': page(here(everybody(200))),
  'GET /account/about-you': page(here(but(200, { visitor: 303, newcomer: 403 }))),
  'PUT /account/about-you': button(here(but(303, { visitor: 403, newcomer: 403 }))), // each question may be left out
  'DELETE /account/about-you': button(here(but(303, { visitor: 403 }))),
};
