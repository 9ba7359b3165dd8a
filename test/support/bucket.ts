import { createServer, type IncomingHttpHeaders } from 'node:http';

/** As much of S3 as Cairn uses. */
export async function startBucket() {
  const objects = new Map<string, Buffer>();
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    if (!path.startsWith('/files/')) return void response.writeHead(403).end('<Error/>');
    seen.push(request.headers);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.method === 'PUT') {
      objects.set(path, Buffer.concat(chunks));
      return void response.writeHead(200).end();
    }
    if (request.method === 'DELETE') {
      objects.delete(path);
      return void response.writeHead(204).end();
    }
    const object = objects.get(path);
    if (!object) return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    response.writeHead(range ? 206 : 200).end(range ? object.subarray(Number(range[1]), Number(range[2]) + 1) : object);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const config = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'files',
    region: 'eu-west-2',
    keyId: 'key-id',
    secret: 'secret',
  };
  return { server, seen, config };
}
