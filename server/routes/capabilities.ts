import { endpoint, type Endpoint } from '../endpoint.js';
import type { ReadContext, Actor } from '../context.js';
import { capabilities } from './schemas/session.js';

/** What this backend offers, so that elements hide instead of fail. */
function features({ config }: ReadContext<Actor | null>): string[] {
  const always = ['accounts', 'members', 'invitations', 'partner_people', 'own_sign_in', 'step_up'];
  const resources = ['ownership', 'audit', 'live_events', 'closing', 'password_reset'];
  const partnership = ['links', 'people', 'bulk_grants', 'offboarding'];
  const factors = ['mfa', 'recovery_codes', 'mfa_policy', 'mfa_reset'];
  return [
    ...always,
    ...resources,
    ...partnership,
    ...factors,
    ...(config.trustedDevices ? ['trusted_devices'] : []),
    ...(config.emailCodeOnNewDevice ? ['email_code_on_new_device'] : []),
    ...(config.embed ? ['embed_tokens'] : []),
  ];
}

export const capabilitiesEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/capabilities',
    summary: 'Features and limits of this backend',
    tag: 'Backend',
    access: 'public',
    reply: { 200: capabilities },
    async handle({ context }) {
      const { config } = context;
      const { inviteDays, bulkAccounts, csvRows, pageSize, pageSizeMax, stepUpMinutes } = config.limits;
      const { passwordMin, passwordMinWithMfa } = config.limits;
      return {
        status: 200,
        body: {
          features: features(context),
          identityPolicy: config.identityPolicy,
          limits: {
            inviteDays,
            bulkAccounts,
            csvRows,
            pageSize,
            pageSizeMax,
            stepUpMinutes,
            passwordMin,
            passwordMinWithMfa,
          },
          productName: config.productName,
          plans: config.plans.map(({ id, name }) => ({ id, name })),
        },
      };
    },
  }),
];
