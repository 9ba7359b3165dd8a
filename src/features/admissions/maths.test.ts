import { describe, expect, test } from 'vitest';
import { cohensKappa, gwetsAC1, rawAgreement } from './agreement.ts';
import { relativeLikelihood } from './likelihood.ts';
import { quartilesOf } from './quartiles.ts';

describe('agreement, against what others have published', () => {
  // 100 patients and two abstractors: ectopic, abnormal intrauterine, normal intrauterine pregnancy. The example of
  // K. L. Gwet's own R package irrCAC 1.0 (data set cont3x3abstractors), with the coefficients that it prints.
  const abstractors = [
    [13, 0, 0],
    [0, 20, 7],
    [0, 4, 56],
  ];

  test('raw agreement is 0.89', () => expect(rawAgreement(abstractors)).toBeCloseTo(0.89, 10));

  test('Cohen’s kappa is 0.7964094 with an error of 0.05891072', () => {
    const kappa = cohensKappa(abstractors);
    expect(kappa?.value).toBeCloseTo(0.7964094, 7);
    expect(kappa?.error).toBeCloseTo(0.05891072, 8);
  });

  test('Gwet’s AC1 is 0.84933 with an error of 0.04322', () => {
    const ac1 = gwetsAC1(abstractors);
    expect(ac1?.value).toBeCloseTo(0.84933, 5);
    expect(ac1?.error).toBeCloseTo(0.04322, 5);
    expect([ac1?.low.toFixed(2), ac1?.high.toFixed(2)]).toEqual(['0.76', '0.93']); // by the normal, not by t
  });

  // By hand: agreement 118/125; both margins nearly all in one category. pe of kappa = (123·120 + 2·5)/125² = 0.94528, so
  // kappa = (0.944 − 0.94528)/0.05472; AC1 with π = 243/250: pe = 2·0.972·0.028 = 0.054432, (0.944 − pe)/(1 − pe).
  test('where nearly all are judged alike kappa collapses and AC1 does not', () => {
    const alike = [
      [118, 5],
      [2, 0],
    ];
    expect(rawAgreement(alike)).toBeCloseTo(0.944, 10);
    expect(cohensKappa(alike)?.value).toBeCloseTo(-0.02339, 5);
    expect(gwetsAC1(alike)?.value).toBeCloseTo(0.94078, 5);
  });

  test('full agreement is 1 without error; in one category only, kappa cannot be told', () => {
    expect(
      cohensKappa([
        [5, 0],
        [0, 5],
      ]),
    ).toEqual({ value: 1, error: 0, low: 1, high: 1 });
    const one = [
      [9, 0],
      [0, 0],
    ];
    expect(cohensKappa(one)).toBeNull();
    expect(gwetsAC1(one)?.value).toBe(1);
  });

  test('of nobody nothing is said', () =>
    expect([rawAgreement([[0]]), cohensKappa([[0]]), gwetsAC1([[0]])]).toEqual([null, null, null]));
});

describe('relative likelihood', () => {
  // By hand, with the counts of heart attacks in the Physicians' Health Study, as often used to teach this interval:
  // 189 of 11,034 on placebo, 104 of 11,037 on aspirin. ln 1.81780 = 0.59763; the error is √(1/189 − 1/11034 + 1/104 − 1/11037)
  // = 0.12133; e^(0.59763 ± 1.95996·0.12133) = 1.4331 to 2.3059.
  test('is the ratio of two shares, its interval by logarithms', () => {
    const ratio = relativeLikelihood({ yes: 189, all: 11034 }, { yes: 104, all: 11037 });
    expect(ratio?.value).toBeCloseTo(1.8178, 4);
    expect(ratio?.error).toBeCloseTo(0.12133, 4);
    expect([ratio?.low.toFixed(2), ratio?.high.toFixed(2)]).toEqual(['1.43', '2.31']);
  });

  test('of a few, nothing is said', () => {
    expect(relativeLikelihood({ yes: 5, all: 9 }, { yes: 50, all: 90 })).toBeNull();
    expect(relativeLikelihood({ yes: 4, all: 12 }, { yes: 50, all: 90 })).toBeNull();
    expect(relativeLikelihood({ yes: 5, all: 10 }, { yes: 5, all: 10 })?.value).toBe(1);
  });
});

// The values of the documentation of R's quantile() would be the same: definition 7 is its default.
test('quartiles lie between neighbours', () => {
  expect(quartilesOf([4, 1, 3, 2])).toEqual({ n: 4, lower: 1.75, median: 2.5, upper: 3.25 });
  expect(quartilesOf([7])).toEqual({ n: 1, lower: 7, median: 7, upper: 7 });
  expect(quartilesOf([])).toBeNull();
});
