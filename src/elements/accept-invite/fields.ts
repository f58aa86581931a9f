import type { CredentialField } from '../../controllers/credential-fields.js';
import type { SecondStep } from '../shared/second-step/second-step.js';
import type { Strings } from '../../i18n/strings.js';

interface Situation {
  /** Which step is drawn. */
  step(): 'new' | 'existing' | 'join' | 'challenge' | 'none';
  needsCode(): boolean;
  /** The second step, while it is drawn. */
  second(): SecondStep | undefined;
  minimum(): number;
  usernameHint(): string | undefined;
  words(): { readonly t: Strings['acceptInvite'] };
}

/** The credential fields of the invitee's page, in the order they are drawn. Each changes with the step. */
export function acceptFields(on: Situation): CredentialField[] {
  const isNew = () => on.step() === 'new';
  const hasLogin = () => isNew() || on.step() === 'existing';
  return [
    {
      name: 'code',
      type: 'text',
      autocomplete: 'one-time-code',
      get inputMode() {
        return on.second()?.inputMode ?? 'numeric';
      },
      required: true,
      shown: () => on.step() === 'challenge' || (on.needsCode() && (isNew() || on.step() === 'join')),
      label: () => on.second()?.label() ?? on.words().t.code,
      hint: () => on.second()?.hint(),
    },
    {
      name: 'username',
      type: 'text',
      autocomplete: 'username',
      required: true,
      shown: hasLogin,
      label: () => on.words().t.username,
      hint: () => (isNew() ? on.usernameHint() : undefined),
    },
    {
      name: 'password',
      type: 'password',
      get autocomplete() {
        return isNew() ? 'new-password' : 'current-password';
      },
      required: true,
      shown: hasLogin,
      label: () => on.words().t.password,
      hint: () => (isNew() ? on.words().t.passwordHint({ min: on.minimum() }) : undefined),
    },
  ];
}
