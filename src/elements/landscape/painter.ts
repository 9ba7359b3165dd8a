import { type Contour, HEIGHT, WIDTH } from '../../kernel/contours.ts';
import { type View, windowOf } from '../../kernel/zoom.ts';
import type { Points } from './points.ts';

/** So many ellipses, and more would be a fog. */
const MOST_DISPUTES = 300;

type Layer = { canvas: HTMLCanvasElement; pen: CanvasRenderingContext2D };
type Part = { x: number; y: number; width: number; height: number };
type Colours = { levels: string[]; contour: string; dot: string; hole: string };

/** Draws hills and points on a canvas under the map's links. */
export class Painter {
  readonly canvas: HTMLCanvasElement;
  #pen: CanvasRenderingContext2D;
  #stage: HTMLElement;
  /** What is on the canvas now, until the hills or its size change. */
  #drawn: View | null = null;
  #size = 7;
  #ground: Layer = layer(1, 1);
  #paths: { path: Path2D; level: number; heavy: boolean }[] = [];
  #sprites = new Map<string, HTMLCanvasElement>();
  #colours: Colours = { levels: [], contour: '', dot: '', hole: '' };

  constructor(stage: HTMLElement) {
    this.#stage = stage;
    const { canvas, pen } = layer(1, 1);
    canvas.className = 'landscape-canvas';
    canvas.setAttribute('aria-hidden', 'true');
    [this.canvas, this.#pen] = [canvas, pen];
    stage.prepend(canvas);
    this.fit();
  }

  /** To the size of the stage and the colours of the moment. */
  fit(): void {
    const sharp = Math.min(2, devicePixelRatio || 1);
    this.canvas.width = Math.round(this.#stage.clientWidth * sharp);
    this.canvas.height = Math.round(this.#stage.clientHeight * sharp);
    this.#sprites.clear();
    const style = getComputedStyle(this.#stage);
    const swatches = document.querySelectorAll<SVGElement>('.landscape-heights rect');
    this.#colours = {
      levels: [...swatches].map((swatch) => getComputedStyle(swatch).fill),
      contour: style.getPropertyValue('--contour').trim(),
      dot: style.getPropertyValue('--dot').trim(),
      hole: style.getPropertyValue('--hole').trim(),
    };
    this.#keepGround();
  }

  setContours(contours: readonly Contour[]): void {
    this.#paths = contours.map(({ path, level, heavy }) => ({ path: new Path2D(path), level, heavy }));
    this.#keepGround();
  }

  /**
   * Everything of a view. At rest the hills are drawn anew. While it `moves` they are stretched from a picture of the whole,
   * and what merely moves to the side is moved on the canvas, so that only what comes into view has to be drawn.
   */
  draw(view: View, points: Points, moves: boolean): void {
    const { width, height } = this.canvas;
    const whole = { x: 0, y: 0, width, height };
    if (moves && this.#drawn?.zoom === view.zoom) {
      this.#shift(this.#drawn, view, points);
      return;
    }
    this.#pen.clearRect(0, 0, width, height);
    if (moves || view.zoom === 1) this.#stretch(view);
    else this.#hills(this.#pen, view, width, height);
    this.#dots(view, points, whole, !moves);
    this.#drawn = view;
  }

  #shift(from: View, to: View, points: Points): void {
    const { width, height } = this.canvas;
    const dx = Math.round((from.x - to.x) * from.zoom * width);
    const dy = Math.round((from.y - to.y) * from.zoom * height);
    if (dx === 0 && dy === 0) return;
    // What is on the canvas now: to whole pixels, so that nothing blurs.
    const view = { ...from, x: from.x - dx / from.zoom / width, y: from.y - dy / from.zoom / height };
    this.#pen.drawImage(this.canvas, dx, dy);
    for (const strip of [
      { x: dx > 0 ? 0 : width + dx, y: 0, width: Math.abs(dx), height },
      { x: 0, y: dy > 0 ? 0 : height + dy, width, height: Math.abs(dy) },
    ]) {
      if (strip.width === 0 || strip.height === 0) continue;
      this.#pen.save();
      this.#pen.beginPath();
      this.#pen.rect(strip.x, strip.y, strip.width, strip.height);
      this.#pen.clip();
      this.#pen.clearRect(strip.x, strip.y, strip.width, strip.height);
      this.#stretch(view);
      this.#dots(view, points, strip, false);
      this.#pen.restore();
    }
    this.#drawn = view;
  }

  /** The hills from the picture of the whole, quickly. */
  #stretch(view: View): void {
    const { left, top, side } = windowOf(view);
    const { canvas } = this.#ground;
    const [w, h] = [canvas.width, canvas.height];
    this.#pen.imageSmoothingEnabled = false;
    this.#pen.drawImage(canvas, left * w, top * h, side * w, side * h, 0, 0, this.canvas.width, this.canvas.height);
  }

  #keepGround(): void {
    this.#drawn = null;
    const { width, height } = this.canvas;
    this.#ground = layer(width, height);
    this.#hills(this.#ground.pen, { zoom: 1, x: 0.5, y: 0.5 }, width, height);
  }

  #hills(pen: CanvasRenderingContext2D, view: View, width: number, height: number): void {
    const { left, top, side } = windowOf(view);
    const [across, down] = [width / (side * WIDTH), height / (side * HEIGHT)];
    const toCanvas = new DOMMatrix([across, 0, 0, down, -left * WIDTH * across, -top * HEIGHT * down]);
    pen.strokeStyle = this.#colours.contour;
    for (const { path, level, heavy } of this.#paths) {
      const placed = new Path2D();
      placed.addPath(path, toCanvas);
      pen.globalAlpha = 1;
      pen.fillStyle = this.#colours.levels[level] ?? 'transparent';
      pen.fill(placed);
      pen.globalAlpha = heavy ? 0.75 : 0.3;
      pen.lineWidth = (heavy ? 1.4 : 0.8) * (width / Math.max(1, this.#stage.clientWidth));
      pen.stroke(placed);
    }
    pen.globalAlpha = 1;
  }

  /** The points of a part of the canvas. Their size follows how many the whole view shows. */
  #dots(view: View, { x, y, stopped, spread, shown }: Points, part: Part, disputed: boolean): void {
    const { width, height } = this.canvas;
    const { left, top, side } = windowOf(view);
    const sharp = width / Math.max(1, this.#stage.clientWidth);
    const size = this.#sizeIn(view, x, y, shown) * sharp;
    const inPart: number[] = [];
    const disputes: number[] = [];
    for (let i = 0; i < shown.length; i += 1) {
      if (!shown[i]) continue;
      const px = (((x[i] ?? 0) - left) / side) * width - part.x;
      const py = (((y[i] ?? 0) - top) / side) * height - part.y;
      if (px < -size || py < -size || px > part.width + size || py > part.height + size) continue;
      inPart.push(i);
      if (spread[i]) disputes.push(i);
    }
    if (disputed && disputes.length <= MOST_DISPUTES)
      for (const i of disputes)
        this.#dispute(((x[i] ?? 0) - left) / side, ((y[i] ?? 0) - top) / side, spread[i] ?? 0, side);
    const [dot, ring] = [this.#sprite(size, false), this.#sprite(size, true)];
    for (const i of inPart) {
      const sprite = stopped[i] ? ring : dot;
      const px = (((x[i] ?? 0) - left) / side) * width - sprite.width / 2;
      const py = (((y[i] ?? 0) - top) / side) * height - sprite.height / 2;
      this.#pen.drawImage(sprite, Math.round(px), Math.round(py));
    }
  }

  /** The more there are, the smaller each; the same while a view only moves to the side. */
  #sizeIn(view: View, x: Float32Array, y: Float32Array, shown: Uint8Array): number {
    if (this.#drawn?.zoom === view.zoom) return this.#size;
    const { left, top, side } = windowOf(view);
    let seen = 0;
    for (let i = 0; i < shown.length; i += 1) {
      const [px, py] = [(x[i] ?? 0) - left, (y[i] ?? 0) - top];
      if (shown[i] && px >= 0 && py >= 0 && px <= side && py <= side) seen += 1;
    }
    this.#size = seen > 4000 ? 3.5 : seen > 500 ? 5 : 7;
    return this.#size;
  }

  #dispute(x: number, y: number, spread: number, side: number): void {
    const { width, height } = this.canvas;
    const pen = this.#pen;
    pen.beginPath();
    pen.ellipse(
      x * width,
      y * height,
      (spread * 0.1 * width) / side,
      (spread * 0.1 * height) / side,
      0,
      0,
      2 * Math.PI,
    );
    pen.strokeStyle = pen.fillStyle = this.#colours.dot;
    pen.globalAlpha = 0.04;
    pen.fill();
    pen.globalAlpha = 0.6;
    pen.setLineDash([2, 4]);
    pen.stroke();
    pen.setLineDash([]);
    pen.globalAlpha = 1;
  }

  /** A dot, or an open ring a little larger, drawn once. */
  #sprite(size: number, open: boolean): HTMLCanvasElement {
    const key = `${size} ${open}`;
    const known = this.#sprites.get(key);
    if (known) return known;
    const diameter = open ? size * 1.3 : size;
    const { canvas, pen } = layer(Math.ceil(diameter) + 2, Math.ceil(diameter) + 2);
    const middle = canvas.width / 2;
    const circle = (radius: number, colour: string) => {
      pen.beginPath();
      pen.arc(middle, middle, radius, 0, 2 * Math.PI);
      pen.fillStyle = colour;
      pen.fill();
    };
    circle(diameter / 2, this.#colours.dot);
    if (open) circle(size * 0.36, this.#colours.hole);
    this.#sprites.set(key, canvas);
    return canvas;
  }
}

function layer(width: number, height: number): Layer {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, width);
  canvas.height = Math.max(1, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas here');
  return { canvas, pen };
}
