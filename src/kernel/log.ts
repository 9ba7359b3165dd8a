/** Structured logs: one JSON object a line. No personal data: ids, paths without queries, verbs, durations. */
export type Log = (level: 'info' | 'warn' | 'error', message: string, facts?: Record<string, unknown>) => void;

/** A mail server's refusal, for one, names the address that it refuses. */
const E_MAIL = /[^\s"'<>()\\,;:]+@[^\s"'<>()\\,;:]+/g;

export function jsonLog(write: (line: string) => void = (line) => process.stdout.write(line)): Log {
  return (level, message, facts) => {
    const line = JSON.stringify({ at: new Date().toISOString(), level, message, ...facts });
    write(`${line.replace(E_MAIL, '(an address)')}\n`);
  };
}

export const silentLog: Log = () => {};

/** An error as facts for the log. */
export function factsOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) };
  const { name, message, stack } = error;
  if (!quotes(error)) return { error: name, reason: message, stack };
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { error: name, reason: message.replace(/".*"/s, '"…"'), stack: frames?.join('\n') };
}

/** Does it quote what it could not read? PostgreSQL's errors about data (class 22) do, and those of JSON. */
function quotes(error: Error): boolean {
  return error instanceof SyntaxError || ('code' in error && /^22/.test(String(error.code)));
}
