/**
 * The landscape with a pointer or arrow keys: the point that is nearest shows its title; arrow keys go from point to
 * point, so that the map is one stop for the tab key. Without this element each point is a link of its own.
 */
class Landscape extends HTMLElement {
  #links: SVGAElement[] = [];
  #card = document.createElement('div');

  connectedCallback(): void {
    this.#links = [...this.querySelectorAll<SVGAElement>('.spots a')];
    const frame = this.querySelector<HTMLElement>('.landscape-frame');
    const map = this.querySelector<SVGSVGElement>('.landscape-map');
    if (!frame || !map || this.#links.length === 0) return;
    this.#card.className = 'landscape-card';
    this.#card.hidden = true;
    this.#card.setAttribute('aria-hidden', 'true'); // the link says the same
    frame.append(this.#card);
    for (const link of this.#links) link.setAttribute('tabindex', '-1');
    this.#links[0]?.setAttribute('tabindex', '0');
    map.addEventListener('pointermove', (event) => this.#show(this.#near(event), frame));
    map.addEventListener('pointerleave', () => this.#hide());
    map.addEventListener('click', (event) => this.#open(event));
    map.addEventListener('focusin', (event) => this.#show(linkOf(event.target), frame));
    map.addEventListener('focusout', () => this.#hide());
    map.addEventListener('keydown', (event) => this.#walk(event));
  }

  /** The point under the pointer, or within twelve pixels of it. */
  #near(event: MouseEvent): SVGAElement | null {
    const under = linkOf(event.target);
    if (under) return under;
    const [nearest] = this.#links
      .map((link) => ({ link, away: distance(centre(link), { x: event.clientX, y: event.clientY }) }))
      .sort((a, b) => a.away - b.away);
    return nearest && nearest.away <= 12 ? nearest.link : null;
  }

  #open(event: MouseEvent): void {
    if (linkOf(event.target)) return;
    const link = this.#near(event);
    if (link) location.assign(link.href.baseVal);
  }

  #show(link: SVGAElement | null, frame: HTMLElement): void {
    if (!link) {
      this.#hide();
      return;
    }
    const box = frame.getBoundingClientRect();
    const { x, y } = centre(link);
    this.#card.textContent = link.getAttribute('aria-label');
    this.#card.hidden = false;
    const [width, height] = [this.#card.offsetWidth, this.#card.offsetHeight];
    const above = y - box.top > height + 30;
    this.#card.style.left = `${Math.max(4, Math.min(box.width - width - 4, x - box.left - width / 2))}px`;
    this.#card.style.top = `${y - box.top + (above ? -height - 24 : 24)}px`;
  }

  #hide(): void {
    this.#card.hidden = true;
  }

  #walk(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#hide();
    const current = linkOf(event.target);
    const way = WAYS[event.key];
    if (!current || !way) return;
    event.preventDefault();
    const from = centre(current);
    const [next] = this.#links
      .filter((link) => link !== current)
      .map((link) => ({ link, cost: cost(from, centre(link), way) }))
      .filter(({ cost }) => cost < Number.POSITIVE_INFINITY)
      .sort((a, b) => a.cost - b.cost);
    if (!next) return;
    current.setAttribute('tabindex', '-1');
    next.link.setAttribute('tabindex', '0');
    next.link.focus();
  }
}

type Point = { x: number; y: number };

const WAYS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** How far it is that way: what lies to the side counts double, what lies behind cannot be reached. */
function cost(from: Point, to: Point, way: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const ahead = dx * way.x + dy * way.y;
  return ahead <= 0 ? Number.POSITIVE_INFINITY : ahead + 2 * Math.abs(dx * way.y + dy * way.x);
}

function centre(link: SVGAElement): Point {
  const { left, top, width, height } = link.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function linkOf(target: EventTarget | null): SVGAElement | null {
  return target instanceof Element ? target.closest<SVGAElement>('.spots a') : null;
}

customElements.define('cairn-landscape', Landscape);
