import { inside, type View, windowOf } from '../../kernel/zoom.ts';

type Point = { x: number; y: number };

/** Wheel (with Ctrl, as a trackpad's pinch is sent too), two fingers and dragging → views. */
export function moveBy(stage: HTMLElement, current: () => View, go: (view: View) => void): void {
  const fingers = new Map<number, Point>();
  let dragged = false;

  /** As much closer around a point of the stage, which stays where it is. */
  const zoomAt = ({ x, y }: Point, times: number, moved: Point = { x: 0, y: 0 }) => {
    const view = current();
    const { left, top, side } = windowOf(view);
    const zoom = inside({ ...view, zoom: view.zoom * times }).zoom;
    const anchor = { x: left + (x - moved.x) * side, y: top + (y - moved.y) * side };
    go(inside({ zoom, x: anchor.x - (x - 0.5) / zoom, y: anchor.y - (y - 0.5) / zoom }));
  };
  const placeOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };

  stage.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return; // the wheel by itself scrolls the page
      event.preventDefault();
      zoomAt(placeOf(event), Math.exp(-event.deltaY / 240));
    },
    { passive: false },
  );
  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, placeOf(event));
    dragged = false;
  });
  stage.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = placeOf(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    const gone = { x: now.x - before.x, y: now.y - before.y };
    if (!other && !dragged && Math.hypot(gone.x * stage.clientWidth, gone.y * stage.clientHeight) < 5) return;
    if (!dragged) stage.setPointerCapture(event.pointerId);
    dragged = true;
    fingers.set(event.pointerId, now);
    if (!other) zoomAt(now, 1, gone);
    else {
      const times = distance(now, other) / Math.max(0.01, distance(before, other));
      zoomAt({ x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }, times, { x: gone.x / 2, y: gone.y / 2 });
    }
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    stage.addEventListener(end, ({ pointerId }) => fingers.delete(pointerId));
  // What ends a drag is no click on the point below it.
  stage.addEventListener(
    'click',
    (event) => {
      if (!dragged) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
  stage.addEventListener('dragstart', (event) => event.preventDefault());
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
