import {
  checkName,
  checkRecoveryCode,
  checkTotpCode,
  enrolmentStates,
  limits,
  mfaMethods,
  mfaPolicies,
  type Check,
} from '../../../src/domain/index.js';
import type {
  EnrolmentDraft,
  EnrolmentProof,
  EnrolmentStarted,
  EnrolmentVerified,
  MfaEnrolment,
  MfaForecast,
  MfaOverview,
  MfaReminder,
  RecoveryCodeBatch,
  TrustedDeviceList,
} from '../../../src/client/wire/index.js';
import { z } from '../../zod.js';
import { checked, open, timestamp, type Accepts } from './common.js';

/** A code as it has to arrive: null is a code of the wrong form, never "no code needed" (TC-035). */
function typedCode(check: (value: unknown) => Check<string>, pattern: string) {
  return z
    .string()
    .nullable()
    .transform((value, context): string => {
      const result = check(value);
      if (result.ok) return result.value;
      context.issues.push({ code: 'custom', params: { code: result.code }, input: value });
      return z.NEVER;
    })
    .meta({ type: 'string', pattern });
}

export const totpCode = typedCode(checkTotpCode, '^[0-9]{6}$');
export const recoveryCode = typedCode(
  checkRecoveryCode,
  '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$',
);

const enrolment = {
  id: z.string(),
  method: open(mfaMethods),
  state: open(enrolmentStates),
  label: z.string().nullable(),
  createdAt: timestamp,
  lastUsedAt: timestamp.nullable(),
  version: z.int(),
};

export const mfaEnrolment = z
  .object(enrolment)
  .meta({ id: 'MfaEnrolment' }) satisfies z.ZodType<MfaEnrolment>;

export const mfaOverview = z
  .object({
    enrolments: z.array(mfaEnrolment),
    recoveryCodes: z.object({
      remaining: z.int(),
      createdAt: timestamp.nullable(),
      saved: z.boolean().meta({ description: 'Did the person say that they keep them (S04)?' }),
    }),
    policy: open(mfaPolicies).meta({ description: "The strictest among the person's accounts (R70)." }),
    demand: z.enum(['required', 'suggested', 'none']),
  })
  .meta({ id: 'MfaOverview' }) satisfies z.ZodType<MfaOverview>;

const label = checked((value): Check<string> => {
  const name = checkName(value);
  return name.ok && [...name.value].length > limits.factorLabelChars
    ? { ok: false, code: 'name_too_long' }
    : name;
});

export const enrolmentDraft = z
  .object({ method: z.literal('totp').optional(), label: label.optional() })
  .meta({ id: 'EnrolmentDraft' });
export type EnrolmentDraftTaken = Accepts<typeof enrolmentDraft, EnrolmentDraft>;

export const enrolmentStarted = z
  .object({
    ...enrolment,
    secret: z.string().meta({ description: '160 bits in Base32, told once (R63).' }),
    otpauthUri: z.string(),
    expiresAt: timestamp,
  })
  .meta({ id: 'EnrolmentStarted' }) satisfies z.ZodType<EnrolmentStarted>;

export const enrolmentProof = z.object({ code: totpCode }).meta({ id: 'EnrolmentProof' });
export type EnrolmentProofTaken = Accepts<typeof enrolmentProof, EnrolmentProof>;

export const enrolmentVerified = z
  .object({
    ...enrolment,
    recoveryCodes: z
      .array(z.string())
      .nullable()
      .meta({ description: 'Told once; null where an earlier batch is still good (R65).' }),
  })
  .meta({ id: 'EnrolmentVerified' }) satisfies z.ZodType<EnrolmentVerified>;

export const recoveryCodeBatch = z
  .object({ codes: z.array(z.string()) })
  .meta({ id: 'RecoveryCodeBatch' }) satisfies z.ZodType<RecoveryCodeBatch>;

export const trustedDeviceList = z
  .object({
    items: z.array(
      z
        .object({
          id: z.string(),
          label: z.string(),
          current: z.boolean().meta({ description: 'Is it the browser that asks?' }),
          firstSeenAt: timestamp,
          lastSeenAt: timestamp,
          expiresAt: timestamp,
          lastCountry: z.string().nullable(),
        })
        .meta({ id: 'TrustedDevice' }),
    ),
  })
  .meta({ id: 'TrustedDeviceList' }) satisfies z.ZodType<TrustedDeviceList>;

export const mfaForecast = z
  .object({
    accountId: z.string(),
    policy: open(mfaPolicies),
    members: z.int(),
    without: z.int().meta({ description: 'Active members without a second factor.' }),
    partnerWithout: z.int().meta({ description: 'The same among the partner people who reach this client.' }),
    you: z.boolean().meta({ description: 'Is the caller one of them?' }),
    remindAt: timestamp.nullable().meta({ description: 'From when on a reminder may be sent; null is now.' }),
  })
  .meta({ id: 'MfaForecast' }) satisfies z.ZodType<MfaForecast>;

export const mfaReminder = z
  .object({ sent: z.int(), nextAt: timestamp })
  .meta({ id: 'MfaReminder' }) satisfies z.ZodType<MfaReminder>;
