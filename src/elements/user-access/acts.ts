import { isRoleId } from '../../domain/index.js';
import type { Invitation, Member, PersonAccessItem } from '../../client/index.js';
import { roleName } from '../../i18n/role-words.js';
import { accessId } from '../../stores/person-actions.js';
import type { Effect, Question } from '../base/confirm.js';
import { circleAlert, link, logOut, network, store, trash, userX } from '../base/icons/shapes.js';
import type { CcRequestEvent } from '../base/events.js';
import { perform } from '../base/perform.js';
import { problemText } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import type { Choices } from '../shared/choice-menu.js';
import { CcGrantOpenedEvent, CcGrantOpenRequestEvent } from '../shared/grant-open.events.js';
import {
  CcInviteChangedEvent,
  CcInviteChangeRequestEvent,
  CcInviteRevokedEvent,
  CcInviteRevokeRequestEvent,
} from '../shared/invite-life.events.js';
import {
  CcMemberRemovedEvent,
  CcMemberRemoveRequestEvent,
  CcRoleChangedEvent,
  CcRoleChangeRequestEvent,
} from '../shared/member.events.js';
import { groupsOf, nameOf } from './view.js';
import type { UserAccessWork } from './work.js';

/** The same for a member and for somebody invited, but for the name of the id. */
type RoleRequest = CcRequestEvent<{ roleId: string }, Member | Invitation>;

/** What a person does with one access of the person shown: another role, or the end of it. */
export class PersonActs {
  readonly #work: UserAccessWork;

  constructor(work: UserAccessWork) {
    this.#work = work;
  }

  /** More accounts for this person; the host shows the dialog. */
  grant(): void {
    const { host, accountId, access } = this.#work;
    if (!access) return;
    const { userId, email, displayName } = access.person;
    const name = displayName ?? undefined;
    const subject = userId ? { userId, name: name ?? nameOf(access) } : { email, ...(name && { name }) };
    const request = new CcGrantOpenRequestEvent({ accountId, input: { accountIds: [], subject } });
    const opened = () => new CcGrantOpenedEvent({ accountId, ...request.detail.input });
    void perform(host, request, () => Promise.resolve(), opened);
  }

  /** The roles of that account as the viewer may give them (2c). */
  async roleChoices(item: PersonAccessItem): Promise<Choices | undefined> {
    const { host, words } = this.#work;
    const { t } = words;
    const { id, name } = item.account;
    try {
      const { items } = (await host.stores?.client.roles.list(id)) ?? { items: [] };
      const offered = items.filter((role) => role.available || role.id === item.roleId);
      if (offered.length < 2) {
        this.#work.say(t.noRole, true);
        return undefined;
      }
      return {
        label: t.roleOn({ account: name }),
        items: offered.map((role) => ({
          label: roleName(words.roles, role.id),
          checked: role.id === item.roleId,
          act: () => {
            if (role.id !== item.roleId) void this.#changeRole(item, role.id);
          },
        })),
      };
    } catch {
      this.#work.say(t.rolesFailed({ account: name }), true);
      return undefined;
    }
  }

  choices(item: PersonAccessItem, opener: HTMLElement): Choices {
    const { t } = this.#work.words;
    const invited = item.kind === 'invitation';
    const ask = () => void this.#work.confirm.ask(this.#question(item), opener);
    return {
      label: t.actionsFor({ account: item.account.name }),
      items: [
        { label: invited ? t.cancelInvite : t.end, icon: invited ? trash : userX, danger: true, act: ask },
      ],
    };
  }

  hold(item: PersonAccessItem, held: boolean): void {
    this.#work.actions?.hold(accessId(item), held);
  }

  async undo(item: PersonAccessItem): Promise<void> {
    const { actions, host, words } = this.#work;
    const id = accessId(item);
    const state = actions?.$states.get().get(id);
    if (!actions || state?.state !== 'saved') return;
    const before = { ...state.item, roleId: state.roleId, version: state.version };
    const outcome = await perform(
      host,
      this.#roleRequest(before, state.item.roleId),
      () => actions.undo(id),
      (saved) => this.#roleFact(before, saved),
    );
    if (outcome.state !== 'done') return;
    this.#work.say(words.t.undone({ account: item.account.name }));
    await this.#work.focusAfter(id);
  }

  async #changeRole(item: PersonAccessItem, roleId: string): Promise<void> {
    const { actions, host, words } = this.#work;
    if (!actions || !isRoleId(roleId)) return;
    const { name } = item.account;
    const outcome = await perform(
      host,
      this.#roleRequest(item, roleId),
      (input) => actions.setRole(item, input.roleId),
      (saved) => this.#roleFact(item, saved),
      () => this.#changeRole(item, roleId),
    );
    if (outcome.state === 'done') {
      this.#work.say(words.t.roleSaved({ account: name, role: roleName(words.roles, roleId) }));
    }
  }

  #roleRequest(item: PersonAccessItem, roleId: string): RoleRequest {
    const accountId = item.account.id;
    const input = { version: item.version ?? 0, roleId };
    const request =
      item.kind === 'invitation'
        ? new CcInviteChangeRequestEvent({ accountId, input: { ...input, invitationId: accessId(item) } })
        : new CcRoleChangeRequestEvent({ accountId, input: { ...input, memberId: accessId(item) } });
    return request as unknown as RoleRequest;
  }

  #roleFact({ kind, account, roleId }: PersonAccessItem, saved: Member | Invitation) {
    const fact = { accountId: account.id, previousRoleId: roleId };
    return kind === 'invitation'
      ? new CcInviteChangedEvent({ ...fact, invitation: saved as Invitation })
      : new CcRoleChangedEvent({ ...fact, member: saved as Member });
  }

  /** Asked first, because there is no undo (R94). */
  #question(item: PersonAccessItem): Question {
    const { words, access } = this.#work;
    const { t } = words;
    const invited = item.kind === 'invitation';
    const name = access ? nameOf(access) : '';
    const account = item.account.name;
    let done = false;
    return {
      title: invited ? rich(t.cancelTitle, { account }) : rich(t.endTitle, { name, account }),
      effects: invited ? [{ icon: link, text: t.cancelLinks }] : this.#effects(item, name),
      label: invited ? t.cancelDo : t.endDo,
      ...(invited && { safeLabel: t.keepInvite }),
      danger: true,
      act: async () => {
        const failure = await this.#end(item);
        done = failure === undefined;
        return failure;
      },
      closed: () => {
        if (!done) return;
        this.#work.say(invited ? t.cancelled({ account }) : t.ended({ name, account }));
        void this.#work.focusAfter(accessId(item));
      },
    };
  }

  #effects({ account }: PersonAccessItem, name: string): Effect[] {
    const { words, access } = this.#work;
    const { t } = words;
    const groups = access && groupsOf(access);
    const reach = groups?.through.length ?? 0;
    const stays = groups?.clients.length ?? 0;
    const partner = account.kind === 'parent';
    const also = !partner && groups?.through.some((one) => one.account.id === account.id);
    return [
      { icon: logOut, text: rich(t.endAccess, { name }) },
      ...(partner && reach > 0 ? [{ icon: store, text: rich(t.endPartner, { name, count: reach }) }] : []),
      // R88: what ending the role on the partner account alone would leave behind.
      ...(partner && stays > 0 ? [{ icon: circleAlert, text: t.endStays({ count: stays }) }] : []),
      ...(also ? [{ icon: network, text: t.endThrough }] : []),
      { icon: circleAlert, text: t.endNoUndo },
    ];
  }

  /** The sentence that says why not; nothing where it is done, or the host wants it otherwise. */
  async #end(item: PersonAccessItem): Promise<string | undefined> {
    const { actions, host, words } = this.#work;
    const accountId = item.account.id;
    const id = accessId(item);
    const version = item.version ?? 0;
    const run = async () => actions?.end(item);
    const outcome =
      item.kind === 'invitation'
        ? await perform(
            host,
            new CcInviteRevokeRequestEvent({ accountId, input: { invitationId: id, version } }),
            run,
            () => new CcInviteRevokedEvent({ accountId, invitationId: id }),
          )
        : await perform(
            host,
            new CcMemberRemoveRequestEvent({ accountId, input: { memberId: id, version } }),
            run,
            () => new CcMemberRemovedEvent({ accountId, memberId: id }),
          );
    return outcome.state === 'failed' ? problemText(words.problems, outcome.error) : undefined;
  }
}
