/**
 * For pages without a bundler: one script tag. Each element is fetched when its tag first stands in the page, with
 * Lit and everything else it needs.
 */
const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  'cc-accept-invite': () => import('../define/accept-invite.js'),
  'cc-access-grant': () => import('../define/access-grant.js'),
  'cc-account-links': () => import('../define/account-links.js'),
  'cc-account-list': () => import('../define/account-list.js'),
  'cc-account-switcher': () => import('../define/account-switcher.js'),
  'cc-audit-log': () => import('../define/audit-log.js'),
  'cc-can': () => import('../define/can.js'),
  'cc-device-list': () => import('../define/device-list.js'),
  'cc-invite-dialog': () => import('../define/invite-dialog.js'),
  'cc-mfa-challenge': () => import('../define/mfa-challenge.js'),
  'cc-mfa-setup': () => import('../define/mfa-setup.js'),
  'cc-provider': () => import('../define/provider.js'),
  'cc-role-matrix': () => import('../define/role-matrix.js'),
  'cc-role-picker': () => import('../define/role-picker.js'),
  'cc-seat-meter': () => import('../define/seat-meter.js'),
  'cc-sign-in': () => import('../define/sign-in.js'),
  'cc-user-access': () => import('../define/user-access.js'),
  'cc-user-detail': () => import('../define/user-detail.js'),
  'cc-user-roster': () => import('../define/user-roster.js'),
  'cc-username-conflict': () => import('../define/username-conflict.js'),
};

const waiting = Object.keys(elements)
  .map((tag) => `${tag}:not(:defined)`)
  .join();

/** Fetches the elements that stand below a node and are not there yet; the module system fetches each once. */
export function load(below: ParentNode = document): void {
  for (const { localName } of below.querySelectorAll(waiting)) {
    // A failed fetch leaves the tag as it is, shows in the browser's own log, and the next one tries again.
    void elements[localName]?.();
  }
}

load();
new MutationObserver(() => load()).observe(document.documentElement, { childList: true, subtree: true });
