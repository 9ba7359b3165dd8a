const PACE = 1100;

/** The links of the years as a slider that plays them. Whoever asked for less motion steps by the slider alone. */
export function playYears(root: HTMLElement, show: (year: number, resting: boolean) => void): void {
  const player = root.querySelector<HTMLElement>('.landscape-player');
  const button = player?.querySelector('button');
  const slider = player?.querySelector('input');
  const said = player?.querySelector('.landscape-said');
  const links = [...root.querySelectorAll<HTMLAnchorElement>('.landscape-years a')];
  if (!player || !button || !slider || !said) return;
  const words = { play: button.textContent ?? '', pause: button.dataset.pause ?? '' };
  const [first, last] = [Number(slider.min), Number(slider.max)];
  let timer = 0;

  const go = (year: number) => {
    slider.value = String(year);
    for (const link of links) link.removeAttribute('aria-current');
    const link = links.find(({ dataset }) => dataset.year === String(year));
    link?.setAttribute('aria-current', 'true');
    const says = link?.dataset.says ?? String(year);
    slider.setAttribute('aria-valuetext', says);
    said.textContent = says;
    show(year, timer === 0);
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    button.textContent = words.play;
  };
  const play = () => {
    const begin = Number(slider.value) >= last ? first : Number(slider.value);
    timer = window.setInterval(() => {
      const next = Number(slider.value) + 1;
      if (next >= last) stop();
      go(Math.min(last, next));
    }, PACE);
    button.textContent = words.pause;
    go(begin);
  };

  const current = links.find((link) => link.dataset.year && link.hasAttribute('aria-current'));
  slider.value = current?.dataset.year ?? String(last);
  slider.setAttribute('aria-valuetext', current?.dataset.says ?? (links[0]?.textContent?.trim() || ''));
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) button.remove();
  button.addEventListener('click', () => (timer ? stop() : play()));
  slider.addEventListener('input', () => {
    stop();
    go(Number(slider.value));
  });
  player.hidden = false;
}
