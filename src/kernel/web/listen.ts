import { createServer, type Server } from 'node:http';
import { createServer as createProbe } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { StartError } from '../database/embedded/index.ts';

const DRAIN = 10_000; // a request in hand has ten seconds to end when Cairn stops

/** The port to listen on: the wanted one if nothing else has it, any free one for 0. Throws StartError. */
export async function freePort(wanted: number): Promise<number> {
  const probe = createProbe();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(wanted, resolve)).catch((error) =>
    refusePort(error, wanted),
  );
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : wanted;
}

/**
 * Serves an app; the answer stops taking requests, waits for those in hand and then closes. `onCut` hears of it if some
 * took too long and were cut off.
 */
export async function listen(
  app: { fetch: (request: Request) => Response | Promise<Response> },
  { port, host, onCut = () => undefined }: { port: number; host: string; onCut?: () => void },
): Promise<() => Promise<void>> {
  const server = createServer(getRequestListener(app.fetch));
  server.keepAliveTimeout = 65_000; // longer than a proxy's, so that it is the proxy that hangs up
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve)).catch(
    (error) => refusePort(error, port),
  );
  return () => drain(server, onCut);
}

async function drain(server: Server, onCut: () => void): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A browser keeps its connection when it has its answer: without this, each would hold us up.
  const tidying = setInterval(() => server.closeIdleConnections(), 50);
  const impatience = setTimeout(() => {
    onCut();
    server.closeAllConnections();
  }, DRAIN);
  await closed;
  clearInterval(tidying);
  clearTimeout(impatience);
}

function refusePort(error: NodeJS.ErrnoException, port: number): never {
  if (error.code === 'EADDRINUSE')
    throw new StartError(
      'in-use',
      `port ${port} is taken by another program. Choose another with --port, or --port 0 for any free one.`,
    );
  if (error.code === 'EACCES')
    throw new StartError('in-use', `this account may not listen on port ${port}. Choose one above 1023 with --port.`);
  throw error;
}
