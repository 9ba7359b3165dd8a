import type { Settings } from './settings.ts';

/** What a steward opens and closes. People, work and stories are always open: without them there is no community. */
export const ROOMS = ['landscape', 'cases', 'joining'] as const;
export type Room = (typeof ROOMS)[number];

export function isOpen(community: Settings, room: Room): boolean {
  return community[`rooms.${room}`];
}
