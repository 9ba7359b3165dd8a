/** The part of the frame that is looked at: how many times closer, and its middle (0, 0 to 1, 1). */
export type View = { zoom: number; x: number; y: number };

export const WHOLE: View = { zoom: 1, x: 0.5, y: 0.5 };
export const CLOSEST = 32;
/** One step closer, or further away. */
const STEP = 2;

/** `2.5-370-620`: two and a half times closer, its middle in thousandths. What cannot be understood is the whole. */
export function viewIn(name: string | undefined): View {
  const [, zoom = '1', x = '500', y = '500'] = /^(\d{1,2}(?:\.\d)?)-(\d{1,4})-(\d{1,4})$/.exec(name ?? '') ?? [];
  return inside({ zoom: Number(zoom), x: Number(x) / 1000, y: Number(y) / 1000 });
}

/** What `viewIn` understands; nothing for the whole. */
export function viewName(view: View): string {
  const { zoom, x, y } = inside(view);
  return zoom < 1.05 ? '' : `${Math.round(zoom * 10) / 10}-${Math.round(x * 1000)}-${Math.round(y * 1000)}`;
}

/** The nearest view that shows nothing beyond the frame. */
export function inside({ zoom, x, y }: View): View {
  const close = Math.min(CLOSEST, Math.max(1, zoom));
  const half = 0.5 / close;
  return { zoom: close, x: Math.min(1 - half, Math.max(half, x)), y: Math.min(1 - half, Math.max(half, y)) };
}

export function closer(view: View): View {
  return inside({ ...view, zoom: view.zoom * STEP });
}

export function further(view: View): View {
  return inside({ ...view, zoom: view.zoom / STEP });
}

/** Half a window to the side. */
export function moved(view: View, right: number, down: number): View {
  const half = 0.5 / view.zoom;
  return inside({ ...view, x: view.x + right * half, y: view.y + down * half });
}

/** The window's edges in the frame. */
export function windowOf({ zoom, x, y }: View): { left: number; top: number; side: number } {
  return { left: x - 0.5 / zoom, top: y - 0.5 / zoom, side: 1 / zoom };
}
