import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  canonicalEmail,
  checkAccountId,
  checkEmail,
  checkIdempotencyKey,
  checkInviteToken,
  checkLocale,
  checkName,
  checkPassword,
  checkQuery,
  checkReturnUrl,
  checkRoleId,
  checkThemeValue,
  checkTotpCode,
  checkUsername,
  cleanEmail,
  cleanInviteToken,
  cleanTotpCode,
  cleanUsername,
  decideRole,
  emailKey,
  isRoleId,
  neutraliseCsvCell,
  problemOf,
  restoreCsvCell,
  type AccountKind,
  type Check,
  type ProblemCode,
  type RoleId,
} from '../../src/domain/index.js';
import { badInputs, type BadInput } from '../support/bad-inputs.js';
import { directGrant } from './builders.js';

/** Each input has to be answered within this time; trust.md section 5, Z5. */
const budgetMs = 50;

/** Codes that only a backend with its data can give: here the form has to pass. */
const decidedByData = new Set([
  'username_taken',
  'username_cooling_off',
  'invite_revoked',
  'invite_expired',
  'invite_used',
  'invite_wrong_identity',
  'invite_no_longer_allowed',
  'invite_not_found',
  'email_unverified',
  'seat_limit',
  'not_found',
  'account_mismatch',
  'mfa_code_wrong',
  'mfa_code_used',
]);

type Run = (row: BadInput) => Check<unknown>;

/** Cleans as the field does where the row speaks of the field. */
const typed = (row: BadInput, clean: (text: string) => string): unknown =>
  row.layer === 'client-input' && typeof row.value === 'string' ? clean(row.value) : row.value;

const checks: Record<string, Run> = {
  email: (row) => checkEmail(typed(row, cleanEmail)),
  name: (row) => checkName(row.value),
  username: (row) => checkUsername(typed(row, cleanUsername), row.context),
  password: (row) => checkPassword(row.value, row.context),
  inviteToken: (row) => checkInviteToken(typed(row, cleanInviteToken)),
  totpCode: checkCode,
  roleId: checkRole,
  accountId: (row) => checkAccountId(row.value),
  searchQuery: (row) => checkQuery(row.value),
  locale: (row) => checkLocale(row.value),
  themeValue: checkTheme,
  returnUrl: (row) => checkReturnUrl(row.value, { base: String(row.context?.['base']) }),
};

for (const [field, run] of Object.entries(checks)) {
  describe(`every ${field} input gets its verdict`, () => {
    for (const row of badInputs(field)) {
      it(`${row.id}: ${row.why}`, () => {
        const result = run(row);
        assert.ok(Math.min(time(run, row), time(run, row), time(run, row)) < budgetMs, 'in time');
        if (row.verdict === 'reject' && !decidedByData.has(row.code ?? '')) {
          assert.deepEqual(outcome(result), `refused: ${row.code}`);
          if (row.code) assert.ok(problemOf(row.code as ProblemCode) ?? /^(theme|locale)_/.test(row.code));
        } else {
          assert.equal(outcome(result), 'accepted');
          if (result.ok && typeof row.canonical === 'string')
            assertCanonical(field, row.canonical, result.value);
        }
      });
    }
  });
}

it('equal spellings of the email rows are one mailbox, and a repeat changes nothing', () => {
  const accepted = badInputs('email').filter((row) => row.verdict !== 'reject');
  assert.ok(accepted.length > 10);
  for (const row of accepted) {
    const once = canonicalEmail(cleanEmail(String(row.value)));
    assert.equal(canonicalEmail(once), once, row.id);
  }
});

it('rows with the same meaning give the same value', () => {
  const rows = badInputs('password');
  const twins = rows.filter((row) => row.sameAs);
  assert.ok(twins.length > 0);
  for (const row of twins) {
    const other = rows.find(({ id }) => id === row.sameAs);
    assert.deepEqual(checkPassword(row.value), checkPassword(other?.value), row.id);
  }
});

it('P32: exported cells never start a formula and come back as they were', () => {
  for (const row of [...badInputs('name'), ...badInputs('email')]) {
    if (typeof row.value !== 'string') continue;
    const cell = neutraliseCsvCell(row.value);
    assert.doesNotMatch(cell, /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/, row.id);
    assert.equal(restoreCsvCell(cell), row.value, row.id);
    if (row.export === 'neutralise') assert.equal(cell, `'${row.value}`, row.id);
  }
});

it('R35: the Idempotency-Key rows', () => {
  const forms = new Map([
    ['HD-001', 'accepted'],
    ['HD-006', 'refused: idempotency_key_missing'],
    ['HD-008', 'refused: idempotency_key_malformed'],
  ]);
  for (const row of badInputs('protocolHeader')) {
    const expected = forms.get(row.id);
    const header =
      typeof row.value === 'object' && row.value ? (row.value as Record<string, unknown>) : undefined;
    const value = header ? header['Idempotency-Key'] : row.value;
    if (expected) assert.equal(outcome(checkIdempotencyKey(value)), expected, row.id);
  }
});

/** The best of a few runs counts: a busy machine is not a slow pattern. */
function time(run: Run, row: BadInput): number {
  const started = performance.now();
  run(row);
  return performance.now() - started;
}

function outcome(result: Check<unknown>): string {
  return result.ok ? 'accepted' : `refused: ${result.code}`;
}

function assertCanonical(field: string, canonical: string, value: unknown): void {
  if (field === 'email') assert.equal(emailKey(String(value)), canonical);
  else if (field === 'totpCode') assert.deepEqual(value, { kind: 'totp', code: currentCode });
  else assert.equal(value, canonical);
}

const currentCode = '081594';

/** Fills the placeholders of the corpus as a test clock would. */
function checkCode(row: BadInput): Check<unknown> {
  if (typeof row.value !== 'string') return checkTotpCode(row.value);
  const arabic = currentCode.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
  const value = row.value
    .replace('{current:arabic-indic}', arabic)
    .replace('{current:3}', currentCode.slice(0, 3))
    .replace('{current:-3}', currentCode.slice(-3))
    .replace(/\{[a-z0-9+-]+\}/, currentCode);
  return row.layer === 'client-input' ? cleanTotpCode(value) : checkTotpCode(value);
}

/** The form first, then the role decision with the actor the row names; an owner where it names none. */
function checkRole(row: BadInput): Check<unknown> {
  const form = checkRoleId(row.value);
  if (!form.ok) return form;
  const actor = String(row.context?.['actor'] ?? 'account_owner');
  const role = actor.replace(/^self:/, '');
  const kind = (row.context?.['accountKind'] ?? 'parent') as AccountKind;
  assert.ok(isRoleId(role), 'the row names a role we know');
  const decision = decideRole(form.value, {
    accountKind: kind,
    grants: [directGrant(role)],
    target: {
      isOwner: row.context?.['target'] === 'last_owner',
      isActor: actor.startsWith('self:'),
    },
  });
  return decision.available
    ? { ok: true, value: decision.roleId satisfies RoleId }
    : { ok: false, code: decision.reason };
}

/** A row with an object tries unknown keys; any other is a value, for the token it names. */
function checkTheme(row: BadInput): Check<unknown> {
  if (typeof row.value === 'object' && row.value !== null) {
    const [name, value] = Object.entries(row.value)[0] ?? ['', undefined];
    return checkThemeValue(name, value);
  }
  const token = row.context?.['token'];
  return checkThemeValue(typeof token === 'string' ? token : undefined, row.value);
}
