import { main } from '../../server/node/main.js';

// A portal of two files, run as `npm start` runs the built one.
await main({ portalDir: process.argv[2] ?? '' });
