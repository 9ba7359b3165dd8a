import { HEIGHT, WIDTH } from '../../kernel/contours.ts';
import { type View, windowOf } from '../../kernel/zoom.ts';
import type { Card } from './card.ts';
import { Names } from './names.ts';
import { cheapest, type Points } from './points.ts';

type Point = { x: number; y: number };
const SVG = 'http://www.w3.org/2000/svg';
/** How near, in pixels, is on the point. */
const NEAR = 12;

const WAYS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** From point to point: one stop for the tab key, arrow keys to the next that way, and the pointer on the nearest. */
export class Walker {
  #stage: HTMLElement;
  #spots: SVGElement | null;
  #points: Points;
  #card: Card;
  #view: () => View;
  #reveal: (place: Point) => void;
  #names = new Names();
  #links = new Map<string, SVGAElement>();
  #indexes: Map<string, number>;
  #stop: SVGAElement | null = null;
  #hovered = -1;

  constructor(
    stage: HTMLElement,
    map: SVGSVGElement,
    points: Points,
    card: Card,
    /** What is looked at, and how to look elsewhere. */
    { view, reveal }: { view: () => View; reveal: (place: Point) => void },
  ) {
    [this.#stage, this.#points, this.#card] = [stage, points, card];
    [this.#view, this.#reveal] = [view, reveal];
    this.#spots = map.querySelector('.spots');
    this.#indexes = new Map(points.ids.map((id, i) => [id, i]));
    for (const link of map.querySelectorAll<SVGAElement>('.spots a')) this.#adopt(link);
    this.settle();
    map.addEventListener('keydown', (event) => void this.#walk(event));
    map.addEventListener('focusin', (event) => this.#say(this.#indexOf(event.target)));
    map.addEventListener('focusout', () => card.hide());
    stage.addEventListener('pointermove', (event) => void this.#hover(event));
    stage.addEventListener('pointerleave', () => card.hide());
    stage.addEventListener('click', (event) => void this.#open(event));
  }

  /** After another view or year: what is not shown is no link, and one of the others is the tab key's stop. */
  settle(): void {
    for (const [id, link] of this.#links) {
      const isShown = this.#isSeen(this.#indexes.get(id) ?? -1);
      link.toggleAttribute('hidden', !isShown);
      link.style.display = isShown ? '' : 'none';
    }
    if (this.#stop && this.#stop.style.display !== 'none') return;
    const [next] = [...this.#links.values()].filter(({ style }) => style.display !== 'none');
    if (next) this.#stopAt(next);
    else void this.#stopAtMiddle();
  }

  /** None of the links is seen: the point nearest to the middle becomes one. */
  async #stopAtMiddle(): Promise<void> {
    const { x, y } = this.#view();
    const nearest = cheapest(this.#points, (i) =>
      Math.hypot((this.#points.x[i] ?? 0) - x, (this.#points.y[i] ?? 0) - y),
    );
    const link = await this.#linkOf(nearest);
    if (link) this.#stopAt(link);
  }

  #stopAt(link: SVGAElement): void {
    this.#stop?.setAttribute('tabindex', '-1');
    link.setAttribute('tabindex', '0');
    this.#stop = link;
  }

  async #walk(event: KeyboardEvent): Promise<void> {
    if (event.key === 'Escape') this.#card.hide();
    const way = WAYS[event.key];
    const current = this.#indexOf(event.target);
    if (current < 0 || !way) return;
    event.preventDefault();
    const from = this.#pixelsOf(current);
    const next = cheapest(this.#points, (i) =>
      i === current ? Number.POSITIVE_INFINITY : cost(from, this.#pixelsOf(i), way),
    );
    const link = await this.#linkOf(next);
    if (!link) return;
    this.#stopAt(link);
    if (!this.#isSeen(next)) this.#reveal(this.#placeOf(next));
    link.focus();
  }

  async #hover(event: PointerEvent): Promise<void> {
    if (event.buttons > 0) return;
    const i = this.#near(event);
    this.#hovered = i;
    if (i < 0) this.#card.hide();
    else if (await this.#names.of(this.#around(i))) {
      if (this.#hovered === i) this.#say(i);
    }
    this.#stage.classList.toggle('landscape-on-point', i >= 0);
  }

  async #open(event: MouseEvent): Promise<void> {
    if (event.defaultPrevented || this.#indexOf(event.target) >= 0) return; // a link opens itself
    const i = this.#near(event);
    const name = i < 0 ? undefined : await this.#names.of(this.#around(i));
    if (!name) return;
    if (event.ctrlKey || event.metaKey) window.open(name.href);
    else location.assign(name.href);
  }

  #say(i: number): void {
    const name = this.#names.known(this.#points.ids[i] ?? '');
    const { x, y } = this.#pixelsOf(i);
    if (name) this.#card.show(name.label, x, y);
  }

  /** The link of a point; one is made where there was none. */
  async #linkOf(i: number): Promise<SVGAElement | null> {
    const id = this.#points.ids[i];
    if (i < 0 || id === undefined) return null;
    const known = this.#links.get(id);
    if (known) return known;
    const name = await this.#names.of(this.#around(i));
    if (!name || !this.#spots) return null;
    const link = document.createElementNS(SVG, 'a');
    link.setAttribute('href', name.href);
    link.setAttribute('aria-label', name.label);
    link.dataset.id = id;
    const dot = document.createElementNS(SVG, 'path');
    const [x, y] = [(this.#points.x[i] ?? 0) * WIDTH, (this.#points.y[i] ?? 0) * HEIGHT];
    for (const [attribute, value] of Object.entries({
      class: 'dot',
      d: `M${x} ${y}h.01`,
      fill: 'none',
      'stroke-width': '7',
      'stroke-linecap': 'round',
      'vector-effect': 'non-scaling-stroke',
    }))
      dot.setAttribute(attribute, value);
    link.append(dot);
    this.#spots.append(link);
    this.#adopt(link);
    return link;
  }

  #adopt(link: SVGAElement): void {
    const id = link.dataset.id ?? '';
    link.setAttribute('tabindex', '-1');
    this.#links.set(id, link);
    this.#names.keep(id, { href: link.href.baseVal, label: link.getAttribute('aria-label') ?? '' });
  }

  /** A point and those near it: whoever looks at one will look at another. */
  #around(i: number): string[] {
    const { ids, x, y } = this.#points;
    const id = ids[i] ?? '';
    if (this.#names.known(id)) return [id];
    const { side } = windowOf(this.#view());
    const near: string[] = [];
    for (let n = 0; n < ids.length && near.length < 50; n += 1)
      if (Math.hypot((x[n] ?? 0) - (x[i] ?? 0), (y[n] ?? 0) - (y[i] ?? 0)) < side * 0.04) near.push(ids[n] ?? '');
    return [id, ...near.filter((other) => other !== id)];
  }

  #near(event: MouseEvent): number {
    const box = this.#stage.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    return cheapest(
      this.#points,
      (i) => {
        const { x, y } = this.#pixelsOf(i);
        return Math.hypot(x - at.x, y - at.y);
      },
      NEAR,
    );
  }

  #placeOf(i: number): Point {
    return { x: this.#points.x[i] ?? 0.5, y: this.#points.y[i] ?? 0.5 };
  }

  /** Where the point with the focus stands in the frame. */
  placeOfFocus(): Point | null {
    const i = this.#indexOf(document.activeElement);
    return i < 0 ? null : this.#placeOf(i);
  }

  #pixelsOf(i: number): Point {
    const { left, top, side } = windowOf(this.#view());
    return {
      x: (((this.#points.x[i] ?? 0) - left) / side) * this.#stage.clientWidth,
      y: (((this.#points.y[i] ?? 0) - top) / side) * this.#stage.clientHeight,
    };
  }

  #isSeen(i: number): boolean {
    const { left, top, side } = windowOf(this.#view());
    const [x, y] = [this.#points.x[i] ?? -1, this.#points.y[i] ?? -1];
    return this.#points.shown[i] === 1 && x >= left && x <= left + side && y >= top && y <= top + side;
  }

  #indexOf(target: EventTarget | null): number {
    const link = target instanceof Element ? target.closest<SVGAElement>('.spots a') : null;
    return this.#indexes.get(link?.dataset.id ?? '') ?? -1;
  }
}

/** How far it is that way: what lies to the side counts double, what lies behind cannot be reached. */
function cost(from: Point, to: Point, way: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const ahead = dx * way.x + dy * way.y;
  return ahead <= 0 ? Number.POSITIVE_INFINITY : ahead + 2 * Math.abs(dx * way.y + dy * way.x);
}
