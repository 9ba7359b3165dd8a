import { type Contour, contours, HEIGHT, WIDTH } from '../kernel/contours.ts';
import { closer, further, inside, moved, type View, viewIn, viewName, WHOLE, windowOf } from '../kernel/zoom.ts';
import { Card } from './landscape/card.ts';
import { moveBy } from './landscape/moving.ts';
import { Painter } from './landscape/painter.ts';
import { playYears } from './landscape/player.ts';
import { fetchPoints, type Points, placesOf, showYears, type Years } from './landscape/points.ts';
import { Walker } from './landscape/walker.ts';

const STILL = 160;

const MOVES: Record<string, (view: View) => View> = {
  closer,
  further,
  left: (view) => moved(view, -1, 0),
  right: (view) => moved(view, 1, 0),
  up: (view) => moved(view, 0, -1),
  down: (view) => moved(view, 0, 1),
  whole: () => WHOLE,
};
const KEYS: Record<string, string> = { '+': 'closer', '=': 'closer', '-': 'further', '−': 'further', '0': 'whole' };

/**
 * The landscape on a canvas: every point that the filter leaves, one stop for the tab key with arrow keys from point to
 * point, closer and further, and the years as a slider that plays. Without it there are links.
 */
class Landscape extends HTMLElement {
  #view: View = WHOLE;
  #years: Years = null;
  #grounds = new Map<string, Contour[]>();
  #frame = 0;
  #still = 0;

  async connectedCallback(): Promise<void> {
    const stage = this.querySelector<HTMLElement>('.landscape-stage');
    const map = this.querySelector<SVGSVGElement>('.landscape-map');
    const address = this.getAttribute('points');
    if (!stage || !map || !address) return;
    this.#view = viewIn(this.getAttribute('view') ?? undefined);
    const [from, to] = [Number(this.getAttribute('from')), Number(this.getAttribute('to'))];
    if (from || to) this.#years = { from, to: to || 9999 };
    const points = await fetchPoints(address, { width: WIDTH, height: HEIGHT }).catch(() => null);
    if (points) this.#takeOver(stage, map, points);
  }

  #takeOver(stage: HTMLElement, map: SVGSVGElement, points: Points): void {
    const painter = new Painter(stage);
    const card = new Card(stage);
    showYears(points, this.#years);
    this.#grounds.set(this.#yearsName(), groundOf(map));
    painter.setContours(groundOf(map));
    const walker = new Walker(stage, map, points, card, {
      view: () => this.#view,
      reveal: (place) => {
        this.#view = inside({ ...this.#view, ...place });
        rest();
      },
    });

    const draw = (moves: boolean) => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => painter.draw(this.#view, points, moves));
    };
    const rest = () => {
      const { left, top, side } = windowOf(this.#view);
      map.setAttribute('viewBox', `${left * WIDTH} ${top * HEIGHT} ${side * WIDTH} ${side * HEIGHT}`);
      walker.settle();
      this.#offer();
      this.#writeAddress();
      draw(false);
    };
    const look = (view: View) => {
      this.#view = view;
      card.hide();
      draw(true);
      clearTimeout(this.#still);
      this.#still = window.setTimeout(rest, STILL);
    };
    const step = (move: string | undefined) => {
      const next = MOVES[move ?? ''];
      if (!next) return false;
      this.#view = next({ ...this.#view, ...walker.placeOfFocus() });
      card.hide();
      rest();
      return true;
    };
    const showYear = (year: number) => {
      this.#years = { from: year, to: year };
      this.classList.add('landscape-in-a-year');
      showYears(points, this.#years);
      painter.setContours(this.#groundIn(points));
      card.hide();
      rest();
      // The next year's hills are made while this one is looked at.
      setTimeout(() => this.#prepare(points, year + 1), 300);
    };

    this.classList.add('landscape-live');
    for (const hint of this.querySelectorAll<HTMLElement>('.landscape-hint')) hint.hidden = false;
    moveBy(stage, () => this.#view, look);
    playYears(this, showYear);
    this.querySelector('.landscape-zoom')?.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-move]') : null;
      if (step(link?.dataset.move)) event.preventDefault();
    });
    map.addEventListener('keydown', (event) => {
      if (!event.ctrlKey && !event.metaKey && step(KEYS[event.key])) event.preventDefault();
    });
    const fit = () => {
      painter.fit();
      draw(false);
    };
    new ResizeObserver(fit).observe(stage);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', fit);
    draw(false);
    performance.mark('landscape-drawn');
  }

  #yearsName(years = this.#years): string {
    return years ? `${years.from} ${years.to}` : '';
  }

  #groundIn(points: Points): Contour[] {
    const name = this.#yearsName();
    const known = this.#grounds.get(name) ?? contours(placesOf(points));
    this.#grounds.set(name, known);
    return known;
  }

  #prepare(points: Points, year: number): void {
    const years = { from: year, to: year };
    if (this.#grounds.has(this.#yearsName(years))) return;
    const then = { ...points, shown: new Uint8Array(points.shown.length) };
    showYears(then, years);
    this.#grounds.set(this.#yearsName(years), contours(placesOf(then)));
  }

  /** Only the ways that lead anywhere. */
  #offer(): void {
    for (const link of this.querySelectorAll<HTMLElement>('.landscape-zoom [data-move]')) {
      const next = MOVES[link.dataset.move ?? '']?.(this.#view) ?? this.#view;
      const leads = viewName(next) !== viewName(this.#view);
      if (!leads && link === document.activeElement) this.querySelector<HTMLElement>('[data-move="closer"]')?.focus();
      link.parentElement?.toggleAttribute('hidden', !leads);
    }
  }

  /** What is seen stands in the address, to be sent to somebody or opened again. */
  #writeAddress(): void {
    const address = new URL(location.href);
    const set = (name: string, value: string) =>
      value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
    set('view', viewName(this.#view));
    if (this.#years && this.#years.from === this.#years.to) {
      set('from', String(this.#years.from));
      set('to', String(this.#years.to));
    }
    history.replaceState(null, '', address);
  }
}

/** The hills that the page came with. */
function groundOf(map: SVGSVGElement): Contour[] {
  return [...map.querySelectorAll('.ground path')].map((path) => {
    const level = Number(/height-(\d+)/.exec(path.getAttribute('class') ?? '')?.[1]);
    return { level, heavy: level % 4 === 3, path: path.getAttribute('d') ?? '' };
  });
}

customElements.define('cairn-landscape', Landscape);
