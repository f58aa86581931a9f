import type { CcAccountLinks, CcLinkApproveRequestEvent } from '../../src/index.js';

declare const links: CcAccountLinks;

links.mode = 'decide';
links.linkId = 'lnk_1';
// @ts-expect-error no such mode
links.mode = 'approve';

links.addEventListener('cc-link-approve-request', (event) => {
  const request: CcLinkApproveRequestEvent = event;
  request.detail.input.maxRole = 'account_manager';
  // @ts-expect-error a ceiling is a role
  request.detail.input.maxRole = 3;
});
links.addEventListener('cc-link-created', ({ detail }) => {
  const id: string = detail.link.id;
  return id;
});
links.addEventListener('cc-link-create-request', (event) => {
  // @ts-expect-error who answers in its place gives the link
  event.respondWith(Promise.resolve());
});
links.strings = { accountLinks: { heading: 'Agency access' } };
// @ts-expect-error no such word
links.strings = { accountLinks: { title: 'Agency access' } };
