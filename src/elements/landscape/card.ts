/** A small card beside a point, that says what it is; the point's link says the same. */
export class Card {
  #card = document.createElement('div');
  #stage: HTMLElement;

  constructor(stage: HTMLElement) {
    this.#stage = stage;
    this.#card.className = 'landscape-card';
    this.#card.hidden = true;
    this.#card.setAttribute('aria-hidden', 'true');
    stage.append(this.#card);
  }

  /** At a place of the stage, in pixels. */
  show(label: string, x: number, y: number): void {
    this.#card.textContent = label;
    this.#card.hidden = false;
    const [width, height] = [this.#card.offsetWidth, this.#card.offsetHeight];
    const above = y > height + 30;
    this.#card.style.left = `${Math.max(4, Math.min(this.#stage.clientWidth - width - 4, x - width / 2))}px`;
    this.#card.style.top = `${y + (above ? -height - 20 : 20)}px`;
  }

  hide(): void {
    this.#card.hidden = true;
  }
}
