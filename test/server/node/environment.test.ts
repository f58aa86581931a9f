import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { demoSecretKey } from '../../../server/config.js';
import { readEnvironment } from '../../../server/node/environment.js';
import { StartError } from '../../../server/node/start-error.js';

const secret = 'f3b1c2d4e5a69788f3b1c2d4e5a69788';
const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://crew:hunter2@db.example/crew',
  SMTP_URL: 'smtps://crew:hunter2@mail.example',
  PUBLIC_URL: 'https://crew.example',
  SECRET_KEY: '0f9e8d7c6b5a49382716f5e4d3c2b1a0',
};
const embedding = { EMBED_ISSUER: 'https://host.example', EMBED_AUDIENCE: 'crew', EMBED_SECRET: secret };

describe('the environment', () => {
  it('an empty one is a demonstration on this machine alone', () => {
    assert.deepEqual(readEnvironment({}), {
      production: false,
      port: 4400,
      hosts: ['127.0.0.1', '::1'],
      dataDir: '.data',
      firstOwner: null,
      databaseUrl: null,
      databaseConnections: 10,
      smtpUrl: null,
      publicUrl: 'http://localhost:4400',
      allowedOrigins: [],
      trustedHops: 0,
      productName: null,
      sender: 'no-reply@crew.test',
      embed: null,
      hostKey: null,
      plans: null,
      secretKey: null,
      emailCodeOnNewDevice: false,
      trustedDevices: true,
      identityPolicy: 'one_identity',
      scenario: 'northwind',
    });
  });

  it('every value is taken', () => {
    const settings = readEnvironment({
      ...production,
      ...embedding,
      PORT: '8080',
      HOST: '10.0.0.1',
      DATA_DIR: '/srv/crew',
      ALLOWED_ORIGINS: 'https://app.example, https://b.example:8443',
      TRUSTED_HOPS: '1',
      PRODUCT_NAME: 'Reseller Suite',
      MAIL_FROM: 'hello@reseller.example',
      IDENTITY_POLICY: 'per_account',
      DATABASE_CONNECTIONS: '4',
      TRUSTED_DEVICES: 'off',
      FIRST_OWNER: 'maya@reseller.example',
      FIRST_ACCOUNT: 'Reseller Partners',
    });
    assert.deepEqual(settings, {
      production: true,
      port: 8080,
      hosts: ['10.0.0.1'],
      dataDir: '/srv/crew',
      firstOwner: { address: 'maya@reseller.example', accountName: 'Reseller Partners' },
      databaseUrl: production.DATABASE_URL,
      databaseConnections: 4,
      smtpUrl: production.SMTP_URL,
      publicUrl: 'https://crew.example',
      allowedOrigins: ['https://app.example', 'https://b.example:8443'],
      trustedHops: 1,
      productName: 'Reseller Suite',
      sender: 'hello@reseller.example',
      embed: { issuer: 'https://host.example', audience: 'crew', secret },
      secretKey: production.SECRET_KEY,
      hostKey: null,
      plans: null,
      emailCodeOnNewDevice: true,
      trustedDevices: false,
      identityPolicy: 'per_account',
      scenario: 'northwind',
    });
  });

  it('blank values count as not given, and mails of a deployment come from its own host', () => {
    assert.equal(readEnvironment({ PORT: ' ', DATABASE_URL: '' }).port, 4400);
    const deployed = readEnvironment(production);
    assert.deepEqual([deployed.sender, deployed.hosts], ['no-reply@crew.example', null]);
  });

  const faults: [why: string, env: Record<string, string>, says: RegExp][] = [
    ['a port that is no number', { PORT: 'http' }, /^PORT has to be a number from 1 to 65535/],
    ['port 0', { PORT: '0' }, /PORT/],
    ['a port beyond the last', { PORT: '65536' }, /PORT/],
    ['another database', { DATABASE_URL: 'mysql://u:hunter2@db/x' }, /^DATABASE_URL .*postgres/],
    ['no address at all', { DATABASE_URL: 'hunter2' }, /^DATABASE_URL/],
    ['a mail server without a scheme', { SMTP_URL: 'mail.example:25' }, /^SMTP_URL .*smtp:/],
    ['a public address with a path', { PUBLIC_URL: 'https://crew.example/app' }, /^PUBLIC_URL/],
    ['a public address with a password', { PUBLIC_URL: 'https://u:hunter2@crew.example' }, /^PUBLIC_URL/],
    ['a public address of another kind', { PUBLIC_URL: 'data:text/html,x' }, /^PUBLIC_URL/],
    ['an origin with a path', { ALLOWED_ORIGINS: 'https://a.example/x' }, /^ALLOWED_ORIGINS/],
    ['any origin', { ALLOWED_ORIGINS: '*' }, /^ALLOWED_ORIGINS/],
    ['too many trusted hops', { TRUSTED_HOPS: '99' }, /^TRUSTED_HOPS/],
    ['two senders', { MAIL_FROM: 'a@b.test, c@d.test' }, /^MAIL_FROM/],
    [
      'an identity policy nobody knows',
      { IDENTITY_POLICY: 'both' },
      /^IDENTITY_POLICY .*one_identity, per_account/,
    ],
    ['a scenario nobody knows', { SCENARIO: 'southwind' }, /^SCENARIO .*northwind/],
    ['half of the embed settings', { EMBED_SECRET: secret }, /EMBED_ISSUER/],
    ['two ways to check tokens', { ...embedding, EMBED_JWKS_URL: 'https://host.example/jwks' }, /either/],
    ['a short secret', { ...embedding, EMBED_SECRET: 'f3b1c2d4' }, /EMBED_SECRET .*32 bytes/],
    [
      'a secret out of an example',
      { ...embedding, EMBED_SECRET: 'change-me-change-me-change-me-change-me' },
      /EMBED_SECRET/,
    ],
    ['a short key of the host', { HOST_KEY: 'f3b1c2d4' }, /^HOST_KEY .*32 bytes/],
    ['plans that are no list', { PLANS: '{}' }, /^PLANS .*JSON list/],
    ['a short key', { SECRET_KEY: 'f3b1c2d4' }, /^SECRET_KEY .*32 bytes/],
    ['the key of the demo', { SECRET_KEY: demoSecretKey }, /^SECRET_KEY/],
    ['a switch that is neither on nor off', { TRUSTED_DEVICES: 'maybe' }, /^TRUSTED_DEVICES .*on, off/],
    ['a secret of one letter', { ...embedding, EMBED_SECRET: 'a'.repeat(40) }, /EMBED_SECRET/],
  ];
  for (const [why, env, says] of faults) {
    it(`refuses ${why}, in one line without the value`, () => {
      assert.throws(
        () => readEnvironment(env),
        (error) =>
          error instanceof StartError && says.test(error.message) && !/\n|hunter2/.test(error.message),
      );
    });
  }

  it('R61: a deployment asks a mailed code on a new browser unless it is switched off', () => {
    assert.equal(readEnvironment(production).emailCodeOnNewDevice, true);
    const off = { ...production, EMAIL_CODE_ON_NEW_DEVICE: 'off' };
    assert.equal(readEnvironment(off).emailCodeOnNewDevice, false);
    assert.equal(readEnvironment({ EMAIL_CODE_ON_NEW_DEVICE: 'on' }).emailCodeOnNewDevice, true);
  });

  for (const name of ['DATABASE_URL', 'SMTP_URL', 'PUBLIC_URL', 'SECRET_KEY'] as const) {
    it(`T30: production refuses to start without ${name}`, () => {
      const { [name]: _left, ...rest } = production;
      assert.throws(() => readEnvironment(rest), new RegExp(`NODE_ENV=production.*: ${name}\\.`));
    });
  }

  const secretUrl = 'http://crew:hunter2@mail.example';
  const unfit: [why: string, env: Record<string, string>, says: RegExp][] = [
    ['sample people', { SCENARIO: 'northwind' }, /^SCENARIO .*sample people.*production/],
    ['an open list of origins', { ALLOWED_ORIGINS: '*' }, /^ALLOWED_ORIGINS/],
    [
      'an origin that travels openly',
      { ALLOWED_ORIGINS: 'https://a.example,http://b.example' },
      /^ALLOWED_ORIGINS .*https/,
    ],
    ['a public address that travels openly', { PUBLIC_URL: 'http://crew.example' }, /^PUBLIC_URL .*https/],
    [
      'keys that travel openly',
      { ...embedding, EMBED_SECRET: '', EMBED_JWKS_URL: 'http://host.example/jwks' },
      /^EMBED_JWKS_URL .*https/,
    ],
    ['the embedded database', { DATABASE_URL: '' }, /: DATABASE_URL\.$/],
    ['the mailbox of the demo', { SMTP_URL: '' }, /: SMTP_URL\.$/],
    ['a mail server that is none', { SMTP_URL: secretUrl }, /^SMTP_URL/],
    [
      'the secret of an example',
      { ...embedding, EMBED_SECRET: 'northwind-northwind-northwind-northwind' },
      /^EMBED_SECRET/,
    ],
    ['the key of an example', { SECRET_KEY: 'default-default-default-default-default' }, /^SECRET_KEY/],
  ];
  for (const [why, env, says] of unfit) {
    it(`T30: production refuses ${why}, in one line without the value`, () => {
      assert.throws(
        () => readEnvironment({ ...production, ...env }),
        (error) =>
          error instanceof StartError &&
          says.test(error.message) &&
          !/\n|hunter2|northwind-/.test(error.message),
      );
    });
  }

  it('T30: production on this very machine may do without https', () => {
    for (const host of ['localhost:4400', '127.0.0.1:4400', '[::1]:4400'])
      assert.equal(
        readEnvironment({ ...production, PUBLIC_URL: `http://${host}` }).publicUrl,
        `http://${host}`,
      );
  });
});
