import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { PortalProcess } from '../support/portal-process.js';
import type { Person, Reply } from '../support/deployment.js';
import { headersOf, partOf, type SmtpSink } from '../support/smtp-sink.js';
import { accountIdOf } from '../support/server.js';

const invitations = `/accounts/${accountIdOf('northwind')}/invitations`;

/** Something a person wanted: they know the answer, or they never got one. */
export interface Intent {
  email: string;
  key: string;
  /** Id of the invitation that was acknowledged. */
  acknowledged?: string;
}

/** People who invite without a pause until the server is gone. */
export interface Load {
  intents: readonly Intent[];
  /** Resolves when so many invitations have been acknowledged. */
  acknowledged(count: number): Promise<void>;
  /** Resolves when everybody has noticed that there is no server any more. */
  ended: Promise<void>;
}

let named = 0;

/** So many people start to invite at the server. */
export function startLoad(server: PortalProcess, person: Person, people: number): Load {
  const intents: Intent[] = [];
  const count = () => intents.filter(({ acknowledged }) => acknowledged !== undefined).length;
  const work = async (): Promise<void> => {
    for (;;) {
      const intent: Intent = { email: `load${(named += 1)}@example.test`, key: randomUUID() };
      intents.push(intent);
      let reply: Reply;
      try {
        reply = await send(server, person, intent);
      } catch {
        return;
      }
      assert.equal(reply.status, 201, JSON.stringify(reply.body));
      intent.acknowledged = String(reply.body['id']);
    }
  };
  const ended = Promise.all(Array.from({ length: people }, work)).then(() => undefined);
  return {
    intents,
    ended,
    async acknowledged(wanted) {
      while (count() < wanted) await Promise.race([wait(5), ended]);
    },
  };
}

/** Sends what was intended; the same key every time. */
export const send = (server: PortalProcess, person: Person, { email, key }: Intent): Promise<Reply> =>
  person(server.url, 'POST', invitations, { email, roleId: 'campaign_creator' }, { 'idempotency-key': key });

/** What the server holds of an intent. */
export async function held(server: PortalProcess, person: Person, { email }: Intent): Promise<string[]> {
  const { body } = await person(server.url, 'GET', `${invitations}?q=${email}`);
  const { items } = body as { items: { id: string; email: string }[] };
  return items.filter((one) => one.email === email).map(({ id }) => id);
}

/** Mails with the link of this invitation: how many letters, under how many message ids. */
export function mailed({ mails }: SmtpSink, { email }: Intent): { letters: number; ids: number } {
  const own = mails.filter(({ to, raw }) => to[0] === email && partOf(raw, 'text/plain').includes('#cci_'));
  return {
    letters: own.length,
    ids: new Set(own.flatMap(({ raw }) => headersOf(raw).get('message-id'))).size,
  };
}
