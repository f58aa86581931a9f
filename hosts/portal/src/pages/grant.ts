import { html, nothing, type TemplateResult } from 'lit';
import type {
  CcAccessGrant,
  CcAccountChangeRequestEvent,
  CcGrantOpenedEvent,
  CcGrantStartedEvent,
} from '../../../../src/index.js';
import { usersPath } from '../routes.js';
import type { PageContext } from './index.js';

/** Names the job at work in the address, so that a page that was closed or reloaded finds it again. */
const parameter = 'grant';

/** Gives one person access to many accounts; opened by whatever on the page asks for it. */
export const grantDialog = ({ go }: PageContext): TemplateResult => {
  const job = new URLSearchParams(location.search).get(parameter);
  return html`
    <cc-access-grant
      resume=${job ?? nothing}
      ?open=${job !== null}
      @cc-grant-started=${({ detail }: CcGrantStartedEvent) => remember(detail.job.id)}
      @cc-closed=${leave}
      @cc-account-change-request=${(event: CcAccountChangeRequestEvent) => {
        const { accountId } = event.detail.input;
        if (accountId) event.respondWith(go(usersPath(accountId)));
      }}
    ></cc-access-grant>
  `;
};

/** Opens it for the selected accounts, or for one person. */
export function openGrant({ currentTarget, detail }: CcGrantOpenedEvent): void {
  const dialog = (currentTarget as Element).parentElement?.querySelector<CcAccessGrant>('cc-access-grant');
  if (!dialog) return;
  dialog.accountIds = detail.accountIds;
  dialog.subject = detail.subject;
  dialog.show();
}

/** Opens it at a job that was started before. */
export function watchGrant(job: string): void {
  const dialog = document.querySelector<CcAccessGrant>('cc-access-grant');
  if (!dialog) return;
  dialog.resume = job;
  remember(job);
  dialog.show();
}

/** A job whose results were seen is done with; one at work stays in the address. */
function leave({ currentTarget }: Event): void {
  const dialog = currentTarget as CcAccessGrant;
  if (dialog.matches(':state(busy)')) return;
  dialog.resume = undefined;
  remember(null);
}

function remember(job: string | null): void {
  const url = new URL(location.href);
  if (job) url.searchParams.set(parameter, job);
  else url.searchParams.delete(parameter);
  history.replaceState(history.state, '', url);
}
