import { endpoint, type Endpoint } from '../endpoint.js';
import { requireManagesPeople } from '../services/managed-accounts.js';
import { listPeople } from '../services/people-list.js';
import { personAccess } from '../services/person-access.js';
import { peoplePage, peopleQuery, personAccess as personAccessShape } from './schemas/job.js';

const tag = 'People';

export const peopleEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId/people',
    summary: 'People of a partner account and of its clients, each once',
    tag,
    // A Partner Manager manages the people of clients, not those of the partner account; the use-case knows.
    access: { account: 'accountId' },
    query: peopleQuery,
    reply: { 200: peoplePage },
    async handle({ context, access, query }) {
      requireManagesPeople(access);
      return { status: 200, body: await listPeople(context, access, query) };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId/people/:personId',
    summary: 'Everything one person reaches, and through what',
    tag,
    access: { account: 'accountId' },
    reply: { 200: personAccessShape },
    async handle({ context, access, params }) {
      requireManagesPeople(access);
      return { status: 200, body: await personAccess(context, access, params.personId) };
    },
  }),
];
