/** Where a place lies on the map of the UK and Ireland: degrees (WGS84) → the map's own units, which are about kilometres. */
export const SIZE = { width: 820, height: 1250 } as const;

const WEST = -10.9;
const NORTH = 60.95;
const KM_A_DEGREE = 111.2;
/** Degrees east are narrower up here: true in the middle of the map, some seven per cent off at its ends. */
const EAST = KM_A_DEGREE * Math.cos((55.2 * Math.PI) / 180);

export function project({ lat, lon }: { lat: number; lon: number }): { x: number; y: number } {
  return { x: Math.round((lon - WEST) * EAST), y: Math.round((NORTH - lat) * KM_A_DEGREE) };
}
