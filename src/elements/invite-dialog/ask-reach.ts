import { roleName, roleSentence } from '../../i18n/role-words.js';
import type { Effect, Question } from '../base/confirm.js';
import { network, shield, users } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import type { FormView } from './form.js';

/** R3: a role on a partner account reaches every client. The number is named once more, with the way to one client. */
export function askReach(
  { account, draft, words }: FormView,
  act: { agreed(): void; send(): void; oneClient(): void },
): Question {
  const { t, roles } = words;
  const count = account?.childCount ?? 0;
  const name = account?.name ?? '';
  const people = draft.addresses.length;
  let agreed = false;
  const effects: Effect[] = [
    {
      icon: network,
      text:
        count > 0
          ? rich(t.confirmReach, { account: name, count })
          : rich(t.confirmReachNone, { account: name }),
    },
    {
      icon: shield,
      text: rich(t.confirmRole, {
        role: roleName(roles, draft.role),
        text: roleSentence(roles, { id: draft.role }, 'parent'),
      }),
    },
    ...(people > 1 ? [{ icon: users, text: t.confirmPeople({ count: people }) }] : []),
  ];
  return {
    title: count > 0 ? t.confirmTitle({ count }) : t.confirmTitleNone,
    effects,
    label: t.confirmSend({ count: people }),
    safeLabel: t.confirmBack,
    steady: true,
    ...(count > 0 && { instead: { label: t.oneClient, act: act.oneClient } }),
    act: () => {
      agreed = true;
      act.agreed();
      return Promise.resolve(undefined);
    },
    closed: () => {
      if (agreed) act.send();
    },
  };
}
