// How long do the questions of the directory take in the database? node bench/directory.ts [members] [--explain], after
// Cairn was built (npm start, npm test). What it measures, and how, stands in src/bench-directory.ts.
await import('../dist/bench-directory.js' as string);

export {};
