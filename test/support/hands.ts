/**
 * Loaded before the portal into the process of a test: somebody sets the clock of the machine forward, as after a
 * night's sleep. Only a parent that started the process with a channel can, so nothing of the portal knows of it.
 */
const seen = Date.now.bind(Date);
let ahead = 0;
Date.now = () => seen() + ahead;

process.on('message', (seconds: number) => {
  ahead += seconds * 1000;
  process.send?.('set');
});
// Waiting for that must not keep a process alive that is asked to end.
process.channel?.unref();
