import { expect, test } from 'vitest';
import { CASES, type Case } from '#test/chart-cases.ts';
import { analyse } from '../analysis.ts';
import { roundingOf } from '../rounding.ts';
import { boxOf, overlap } from './boxes.ts';
import { ChartInk } from './chart.tsx';
import { type Model, modelOf, NARROW, reachOf, type Size, WIDE } from './model.ts';

const SIZES = [
  ['', WIDE],
  ['-narrow', NARROW],
] as const;
const ALL = Object.entries(CASES).flatMap(([name, chart]) =>
  SIZES.map(([suffix, size]) => [`${name}${suffix}`, chart, size] as const),
);

function drawn({ series, measure, rebases, annotations }: Case, size: Size): Model {
  const analysis = analyse(series, measure, rebases);
  if (!analysis) throw new Error('A case has readings.');
  const marks = {
    rebases: rebases.map((rebase) => ({ ...rebase, id: rebase.date })),
    annotations: annotations.map((annotation) => ({ ...annotation, id: annotation.date })),
  };
  return modelOf(analysis, marks, roundingOf(measure, series.values), size);
}

// The committed pictures are the gallery too. After a change that is meant: npx vitest run -u src/features/work/measures/charts
test.each(ALL)('the picture of %s is as committed', async (name, chart, size) => {
  const { name: title } = chart.measure;
  const svg = String(<ChartInk model={drawn(chart, size)} title={title} says={title} id={name} />);
  await expect(`${svg.replaceAll(/>(?=<(?!\/(text|title|desc)))/g, '>\n')}\n`).toMatchFileSnapshot(`cases/${name}.svg`);
});

test.each(ALL)('in %s no words lie on a point, on other words or beyond the edge', (_, chart, size) => {
  const model = drawn(chart, size);
  const boxes = model.texts.map((text) => ({ text: text.text, box: boxOf(text, size.font) }));
  const points = model.dots.map((dot) => {
    const reach = reachOf(dot);
    return { left: dot.x - reach, right: dot.x + reach, top: dot.y - reach, bottom: dot.y + reach };
  });
  const { width, height } = model.size;
  for (const [i, { text, box }] of boxes.entries()) {
    const inside = box.left >= -0.5 && box.right <= width + 0.5 && box.top >= -0.5 && box.bottom <= height + 0.5;
    expect(inside, `“${text}” stays within the edge`).toBe(true);
    expect(
      points.some((point) => overlap(box, point)),
      `“${text}” lies on no point`,
    ).toBe(false);
    const under = boxes.slice(i + 1).find((other) => overlap(box, other.box));
    expect(under?.text, `“${text}” lies on no other words`).toBeUndefined();
  }
});

test.each(ALL)('in %s no dotted line runs through words', (_, chart, size) => {
  const model = drawn(chart, size);
  for (const flag of model.flags) {
    const line = { left: flag.x - 0.5, right: flag.x + 0.5, top: flag.top, bottom: model.plot.bottom };
    const crossed = model.texts.find((text) => overlap(boxOf(text, size.font), line));
    expect(crossed?.text).toBeUndefined();
  }
});

test.each(ALL)('in %s every mean, the target and every reason are told in whole words', (_, chart, size) => {
  const model = drawn(chart, size);
  const told = model.texts.map(({ text }) => text).join(' ');
  for (const { reason } of chart.rebases) expect(told).toContain(reason);
  for (const { label } of chart.annotations) expect(told).toContain(label);
  expect(model.texts.filter(({ kind }) => kind === 'mean')).toHaveLength(model.bands.length);
  if (chart.measure.target !== null) expect(told).toContain('target');
});
