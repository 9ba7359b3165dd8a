/**
 * Where two values differ, each difference one line that names its path. Numbers agree to 1e-9, relative or, near nought,
 * absolute; all else agrees exactly. What is not in `expected` is not asked for.
 */
export function differences(actual: unknown, expected: unknown, path = ''): string[] {
  if (typeof actual === 'number' && typeof expected === 'number') {
    return close(actual, expected) ? [] : [`${path} is ${actual}, expected ${expected}`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path} is ${show(actual)}, expected a list`];
    if (actual.length !== expected.length) return [`${path} has ${actual.length} items, expected ${expected.length}`];
    return expected.flatMap((item, i) => differences(actual[i], item, `${path}[${i}]`));
  }
  if (isRecord(expected)) {
    if (!isRecord(actual)) return [`${path} is ${show(actual)}, expected an object`];
    return Object.keys(expected).flatMap((key) =>
      differences(actual[key], expected[key], path ? `${path}.${key}` : key),
    );
  }
  return Object.is(actual, expected) ? [] : [`${path} is ${show(actual)}, expected ${show(expected)}`];
}

export function close(actual: number, expected: number): boolean {
  const gap = Math.abs(actual - expected);
  return gap <= 1e-9 * Math.abs(expected) || (Math.abs(expected) < 1e-9 && gap <= 1e-9);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'absent';
}
