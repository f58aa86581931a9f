import { createApp } from '../app.js';
import { createConfig, demoSecretKey } from '../config.js';
import type { Config } from '../config.js';
import { createJobWorker } from '../jobs/worker.js';
import { createMailboxTransport } from '../mail/mailbox.js';
import { createOutbox } from '../mail/outbox.js';
import { createSmtpTransport } from '../mail/smtp.js';
import type { Log, Ports } from '../ports.js';
import { hasDemoData, scenarioOf, seed } from '../scenarios/index.js';
import { cleanUp } from '../services/clean-up.js';
import { expireLinks } from '../services/link-requests.js';
import { expireTransfers } from '../services/transfers.js';
import { takeOver } from '../services/take-over.js';
import type { Store } from '../stores/port.js';
import { createDemoLogins } from './demo-logins.js';
import { readEnvironment } from './environment.js';
import type { Settings } from './environment.js';
import { beginWith } from './first-owner.js';
import { listen } from './listen.js';
import type { Answer } from './listen.js';
import { createLog } from './log.js';
import { createMailboxPages } from './mailbox-page.js';
import { openStore } from './open-store.js';
import { readPortal } from './portal-files.js';
import { createSampleProduct } from './sample-product.js';
import type { PortalFiles } from './portal-files.js';
import { createSite } from './site.js';
import { StartError, reasonOf } from './start-error.js';
import { createSteadyClock } from './steady-clock.js';
import { argon2, systemRandom, systemScheduler } from './system-ports.js';
import { resetPasswordPages } from './reset-password-page.js';
import { undoAddressPages } from './undo-address-page.js';

/** V10: answers under way have so long to end; with all that follows the process is gone after 10 s. */
const graceMs = 8_000;
const endingMs = 9_500;
const cleanUpMs = 60 * 60 * 1000;

/** Runs the portal until a signal ends it; a start that is not possible ends it with one line and code 1. */
export async function main({
  portalDir,
  env = process.env,
}: {
  portalDir: string;
  env?: NodeJS.ProcessEnv;
}): Promise<void> {
  const log = createLog();
  /** What has to be undone at the end, newest first. */
  const undo: (() => Promise<void>)[] = [];
  // Heard from the first moment, so that a signal during the start ends in order as well.
  const signalled = new Promise<string>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => resolve(signal));
  });
  try {
    const settings = readEnvironment(env);
    const portal = await readPortal(portalDir);
    const stop = await start(settings, portal, log, undo);
    void signalled.then(stop);
    process.stdout.write(`Crew portal: http://localhost:${settings.port}\n`);
  } catch (error) {
    await unwind(undo, log);
    const sentence =
      error instanceof StartError ? error.message : `The portal can't start (${reasonOf(error)}).`;
    process.stderr.write(`${sentence}\n`);
    process.exit(1);
  }
}

async function start(
  settings: Settings,
  portal: PortalFiles,
  log: Log,
  undo: (() => Promise<void>)[],
): Promise<(signal: string) => Promise<void>> {
  let answer: Answer = async () =>
    new Response('The portal is starting.\n', { status: 503, headers: { 'Retry-After': '2' } });
  const listening = await listen(settings.port, settings.hosts, (request, peer) => answer(request, peer));
  undo.push(() => listening.close(graceMs));
  const { store, close } = await openStore(settings);
  undo.unshift(close);
  // A folder is locked for this process alone; a database server may have others at work on it.
  const ports = portsOf(settings, store, log);
  if (settings.databaseUrl === null) await takeOver(ports);
  await prepareData(settings, ports);
  const config = configOf(settings);
  if (settings.production && settings.firstOwner) {
    log.info('first-owner', { outcome: await beginWith(settings.firstOwner, ports, config) });
  }
  const outbox = createOutbox(ports, config);
  await outbox.start();
  const jobs = createJobWorker(ports, config);
  await jobs.start();
  const stopCleaning = cleanRegularly(ports, config);
  const pages =
    settings.production || settings.smtpUrl !== null ? [] : [createMailboxPages(store, config.publicUrl)];
  const hosts = [new URL(config.publicUrl).host, ...config.allowedHosts];
  const app = createApp(ports, config);
  const demo = settings.production
    ? []
    : [createDemoLogins(store, scenarioOf(settings.scenario).logins), createSampleProduct(app)];
  answer = createSite(app, [...pages, ...demo, undoAddressPages, resetPasswordPages, portal], hosts, ports);
  return async (signal) => {
    log.info('stopping', { signal });
    // A mail server that says nothing must not hold the process: its mail keeps its id and is sent by the next.
    setTimeout(() => process.exit(0), endingMs);
    stopCleaning();
    app.stop();
    const settled = Promise.all([outbox.stop(), jobs.stop()]);
    await listening.close(graceMs);
    await settled;
    await close();
    log.info('stopped');
    process.exit(0);
  };
}

/** A demonstration gets its sample data once; a deployment refuses to run on any (T30). */
async function prepareData({ production, scenario }: Settings, ports: Ports): Promise<void> {
  const { store } = ports;
  if (!production) {
    await seed(store, scenarioOf(scenario), ports);
  } else if (await hasDemoData(store)) {
    throw new StartError(
      'The database holds the sample people of the demo, whose password is public. Use another database.',
    );
  }
}

function configOf(settings: Settings): Config {
  const { port, publicUrl, production, allowedOrigins, trustedHops, embed, productName, sender } = settings;
  const product = productName ?? 'Crew';
  // While developing, the loopback addresses are the same place as localhost.
  const loopback = production ? [] : ['localhost', '127.0.0.1', '[::1]'].map((host) => `${host}:${port}`);
  return createConfig({
    identityPolicy: production ? settings.identityPolicy : scenarioOf(settings.scenario).identityPolicy,
    publicUrl,
    productName: product,
    sender: { name: product, address: sender },
    allowedOrigins: [...allowedOrigins, ...loopback.map((host) => `http://${host}`)],
    allowedHosts: loopback,
    trustedHops,
    production,
    embed,
    hostKey: settings.hostKey,
    ...(settings.plans && { plans: settings.plans }),
    emailCodeOnNewDevice: settings.emailCodeOnNewDevice,
    trustedDevices: settings.trustedDevices,
    secretKey: settings.secretKey ?? demoSecretKey,
  });
}

function portsOf(settings: Settings, store: Store, log: Log): Ports {
  const ports = { store, clock: createSteadyClock(log), random: systemRandom };
  const mail =
    settings.smtpUrl === null ? createMailboxTransport(ports) : createSmtpTransport(settings.smtpUrl);
  return { ...ports, passwordHash: argon2, mail, scheduler: systemScheduler, log };
}

function cleanRegularly(ports: Ports, config: Config): () => void {
  const clean = (): void => {
    Promise.all([cleanUp(ports), expireTransfers(ports, config), expireLinks(ports, config)]).catch(
      (error: unknown) => ports.log.warn('clean-up-failed', { reason: reasonOf(error) }),
    );
  };
  clean();
  const timer = setInterval(clean, cleanUpMs);
  return () => clearInterval(timer);
}

/** Ends what had been started, in spite of anything that fails on the way. */
async function unwind(undo: readonly (() => Promise<void>)[], log: Log): Promise<void> {
  for (const step of undo) {
    await step().catch((error: unknown) => log.warn('unwind-failed', { reason: reasonOf(error) }));
  }
}
