import type {
  PasswordChange,
  PasswordReset,
  PasswordResetDone,
  PasswordResetRequest,
} from '../../../src/client/wire/index.js';
import { z } from '../../zod.js';
import type { Accepts } from './common.js';

export const passwordResetRequest = z
  .object({ username: z.string().meta({ description: 'Username, or the address of the login.' }) })
  .meta({ id: 'PasswordResetRequest' });
export type PasswordResetRequestTaken = Accepts<typeof passwordResetRequest, PasswordResetRequest>;

export const passwordReset = z
  .object({ token: z.string(), password: z.string() })
  .meta({ id: 'PasswordReset' });
export type PasswordResetTaken = Accepts<typeof passwordReset, PasswordReset>;

export const passwordResetDone = z
  .object({ username: z.string() })
  .meta({ id: 'PasswordResetDone' }) satisfies z.ZodType<PasswordResetDone>;

export const passwordChange = z.object({ password: z.string() }).meta({ id: 'PasswordChange' });
export type PasswordChangeTaken = Accepts<typeof passwordChange, PasswordChange>;
