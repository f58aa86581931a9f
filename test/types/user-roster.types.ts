// Compiles only while the public types of cc-user-roster hold; every `@ts-expect-error` line must be an error.
import type { Member } from '../../src/client/index.js';
import type { CcRoleChangeRequestEvent } from '../../src/elements/user-roster/user-roster.events.js';
import type { CcUserRoster } from '../../src/elements/user-roster/user-roster.js';

declare const element: HTMLElement;
declare const member: Member;

export function uses(): void {
  const roster: CcUserRoster = document.createElement('cc-user-roster');
  roster.view = 'cards';
  roster.pageSize = 20;
  roster.filter = 'status=expired';
  roster.sort = '-lastActive';
  roster.queryParam = 'users';
  roster.columns = [{ id: 'team', label: 'Team', cell: (entry) => entry.id }];
  roster.rowActions = (entry) => [{ id: 'call', label: 'Call', run: () => void entry.kind }];
  roster.strings = { userRoster: { heading: 'Team' } };
  element.addEventListener('cc-role-change-request', (event) => {
    const typed: CcRoleChangeRequestEvent = event;
    typed.detail.input.roleId = 'campaign_creator';
    event.respondWith(Promise.resolve(member));
    // @ts-expect-error The answer is a member.
    event.respondWith({ id: 'mem_1' });
  });
  element.addEventListener('cc-role-changed', (event) => event.detail.previousRoleId);
  element.addEventListener('cc-member-remove-request', (event) => {
    event.respondWith();
    return event.detail.input.version;
  });
  element.addEventListener('cc-invite-link-copied', (event) => {
    // @ts-expect-error A link is never in an event.
    void event.detail.url;
  });
  element.addEventListener('cc-member-opened', (event) => {
    const ids: (string | null)[] = [event.detail.memberId, event.detail.userId];
    // @ts-expect-error A fact can't be answered.
    event.respondWith(ids);
  });
  element.addEventListener('cc-filter-changed', (event) => [event.detail.filter, event.detail.sort]);

  // @ts-expect-error A view is one of three.
  roster.view = 'grid';
  // @ts-expect-error Columns have a title.
  roster.columns = [{ id: 'team', cell: () => '' }];
}

// What is told about several people, and about a file.
export function listens(roster: CcUserRoster): void {
  roster.selectable = true;
  roster.addEventListener('cc-selection-changed', ({ detail }) => void detail.ids.length);
  roster.addEventListener('cc-roster-export-request', (event) => event.respondWith({ count: 3 }));
  roster.addEventListener('cc-roster-exported', ({ detail }) => void detail.count.toFixed());
  // @ts-expect-error the count of people is a number
  roster.addEventListener('cc-roster-export-request', (event) => event.respondWith({ count: '3' }));
}
