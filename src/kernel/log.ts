/** Structured logs: one JSON object a line. No personal data: ids, paths without queries, verbs, durations. */
export type Log = (level: 'info' | 'warn' | 'error', message: string, facts?: Record<string, unknown>) => void;

export function jsonLog(write: (line: string) => void = (line) => process.stdout.write(line)): Log {
  return (level, message, facts) => {
    write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...facts })}\n`);
  };
}

export const silentLog: Log = () => {};

/** An error as facts for the log. */
export function factsOf(error: unknown): Record<string, unknown> {
  return error instanceof Error
    ? { error: error.name, reason: error.message, stack: error.stack }
    : { error: String(error) };
}
