// Loaded before Cairn by the soak test: when asked, collects what nobody uses any more and says how much memory is left in use.
process.on('SIGUSR2', () => {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.stderr.write(`memory ${JSON.stringify({ used: heapUsed + external, rss })}\n`);
});
