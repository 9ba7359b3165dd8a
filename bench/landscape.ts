// Does the landscape open within a second with 20,000 works, and move without stutter? One run: `node bench/landscape.ts`,
// after `npm start` or `npm test` has built Cairn. Beside it, in the same browser, one SVG that holds every point as a link.
// `BENCH_FOLDER=DIR` keeps the filled folder for the next run.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../test/support/chromium.ts';

const WORKS = process.argv[2] ?? '20000';
const ROUNDS = 5;
const FRAMES = 90;

const kept = process.env.BENCH_FOLDER;
const folder = kept ?? (await mkdtemp(join(tmpdir(), 'cairn-bench-')));
const server = fork(fileURLToPath(new URL('../dist/bench-server.js', import.meta.url)), [folder, '0', WORKS], {
  stdio: 'inherit',
});
const [{ cairn: port }] = await once(server, 'message');
const browser = await launchBrowser();
try {
  await measure(`http://localhost:${port}`);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
  if (!kept) await rm(folder, { recursive: true, force: true });
}

async function measure(url: string): Promise<void> {
  const [html, points] = [await textOf(`${url}/landscape`), await textOf(`${url}/landscape/points`)];
  const count = (points.match(/"x":\[([^\]]*)/)?.[1] ?? '').split(',').length;
  console.log(`${count.toLocaleString('en')} works.`);
  say('page', `${kilobytes(html)}`);
  say('compact file', `${kilobytes(points)}`);

  const opened = [];
  for (let i = 0; i < ROUNDS; i += 1) opened.push(await open(url));
  say('page answered', milliseconds(opened.map(({ answered }) => answered)));
  say('map first painted', milliseconds(opened.map(({ painted }) => painted)));
  say('every point drawn', milliseconds(opened.map(({ drawn }) => drawn)));

  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  await page.goto(`${url}/landscape?view=2-500-500`);
  await page.locator('.landscape-live').waitFor();
  const ours = { panning: await frames(page, 'pan'), playing: await frames(page, 'play') };
  await page.setContent(peerOf(html, JSON.parse(points)), { waitUntil: 'load' });
  const peer = await frames(page, 'peer');
  for (const [name, times] of Object.entries({ ...ours, 'an SVG with every point, panning': peer }))
    say(`frames, ${name}`, `${milliseconds(times)}, 95th of a hundred ${at(times, 0.95).toFixed(1)} ms`);
  say('that SVG takes', `${(at(peer, 0.5) / at(ours.panning, 0.5)).toFixed(1)} times as long a frame`);
}

/** A first visit, nothing in the browser's cache: milliseconds from the click. */
async function open(url: string): Promise<{ answered: number; painted: number; drawn: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  const page = await context.newPage();
  await page.goto(`${url}/landscape`);
  await page.locator('.landscape-live').waitFor();
  const times = await page.evaluate(() => ({
    answered: performance.getEntriesByType('navigation')[0]?.toJSON().responseEnd ?? 0,
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    drawn: performance.getEntriesByName('landscape-drawn')[0]?.startTime ?? 0,
  }));
  await context.close();
  return times;
}

/** How long frames take while the map is dragged, the years are played, or the peer's SVG is moved. */
function frames(page: Page, what: 'pan' | 'play' | 'peer'): Promise<number[]> {
  return page.evaluate(
    async ({ what, count }) => {
      const stage = document.querySelector('.landscape-stage');
      const slider = document.querySelector<HTMLInputElement>('.landscape-player input');
      const svg = document.querySelector('svg.peer');
      const box = (stage ?? document.body).getBoundingClientRect();
      const pointer = (type: string, i: number) =>
        stage?.dispatchEvent(
          new PointerEvent(type, {
            bubbles: true,
            pointerId: 1,
            button: 0,
            buttons: 1,
            clientX: box.left + 500 + Math.sin(i / 9) * 300,
            clientY: box.top + 250 + Math.cos(i / 7) * 150,
          }),
        );
      if (stage) stage.setPointerCapture = () => {}; // no real pointer is down
      if (what === 'pan') pointer('pointerdown', 0);
      const times: number[] = [];
      let before = await new Promise(requestAnimationFrame);
      for (let i = 1; i <= count; i += 1) {
        if (what === 'pan') pointer('pointermove', i);
        if (what === 'play' && slider && i % 12 === 0) {
          slider.value = String(Number(slider.min) + ((i / 12) % (Number(slider.max) - Number(slider.min))));
          slider.dispatchEvent(new Event('input'));
        }
        svg?.setAttribute('viewBox', `${300 + Math.sin(i / 9) * 150} ${175 + Math.cos(i / 7) * 80} 600 350`);
        const now = await new Promise<number>(requestAnimationFrame);
        times.push(now - before);
        before = now;
      }
      if (what === 'pan') pointer('pointerup', count);
      return times;
    },
    { what, count: FRAMES },
  );
}

/** The page's map with a link for each point, and nothing else. */
function peerOf(html: string, file: { x: number[]; y: number[] }): string {
  const ground = /<g class="ground">.*?<\/g>/s.exec(html)?.[0] ?? '';
  const links = file.x
    .map((x, i) => {
      const mark = `d="M${x / 10} ${(file.y[i] ?? 0) / 10}h.01" stroke="#1f2a2e" stroke-width="5" stroke-linecap="round"`;
      return `<a href="/work/${i}" aria-label="Work ${i}"><path ${mark} vector-effect="non-scaling-stroke"></path></a>`;
    })
    .join('');
  return `<svg class="peer" width="1200" height="700" viewBox="0 0 1200 700">${ground}${links}</svg>`;
}

async function textOf(address: string): Promise<string> {
  return (await fetch(address)).text();
}

function say(what: string, found: string): void {
  console.log(`${what.padEnd(42)} ${found}`);
}

function kilobytes(text: string): string {
  return `${Math.round(text.length / 1000)} kB, ${Math.round(gzipSync(text).length / 1000)} kB on the way`;
}

function milliseconds(times: number[]): string {
  return `${at(times, 0.5).toFixed(1)} ms (longest ${Math.max(...times).toFixed(1)} ms)`;
}

function at(times: number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
}
