import type { CredentialField } from '../../../controllers/credential-fields.js';
import type { SecondStep } from './second-step.js';

/** The field of the second step, to which the step lends its words once it is loaded. */
export function secondStepField(step: () => SecondStep | undefined, shown: () => boolean): CredentialField {
  return {
    name: 'code',
    type: 'text',
    autocomplete: 'one-time-code',
    get inputMode() {
      return step()?.inputMode ?? 'numeric';
    },
    required: true,
    shown,
    label: () => step()?.label() ?? '',
    hint: () => step()?.hint(),
  };
}
