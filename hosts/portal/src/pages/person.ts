import { html, type TemplateResult } from 'lit';
import { grantDialog, openGrant } from './grant.js';
import type { PageContext } from './index.js';

/** One person over the partner account and all its clients. */
export const personPage = (context: PageContext): TemplateResult => html`
  <cc-user-access user-id=${context.route.ids.personId ?? ''} @cc-grant-opened=${openGrant}></cc-user-access>
  ${grantDialog(context)}
`;
