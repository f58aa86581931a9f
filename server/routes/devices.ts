import { endpoint, type Endpoint } from '../endpoint.js';
import { forgetDevice, listDevices, voidDevices } from '../services/devices.js';
import { trustedDeviceList } from './schemas/factor.js';

const own = { tag: 'Second factor', access: 'session', shownAccount: false } as const;

export const deviceEndpoints: readonly Endpoint[] = [
  endpoint({
    ...own,
    method: 'GET',
    path: '/me/trusted-devices',
    summary: 'Browsers that skip my second factor',
    reply: { 200: trustedDeviceList },
    handle: async ({ context, headers }) => ({
      status: 200,
      body: { items: await listDevices(context, headers) },
    }),
  }),
  endpoint({
    ...own,
    method: 'DELETE',
    path: '/me/trusted-devices',
    summary: 'Forget all of them',
    stepUp: true,
    reply: { 204: null },
    async handle({ context }) {
      await voidDevices(context, context.actor.user.id);
      return { status: 204 };
    },
  }),
  endpoint({
    ...own,
    method: 'DELETE',
    path: '/me/trusted-devices/:deviceId',
    summary: 'Forget one of them',
    stepUp: true,
    reply: { 204: null },
    async handle({ context, params }) {
      await forgetDevice(context, params.deviceId);
      return { status: 204 };
    },
  }),
];
