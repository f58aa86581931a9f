import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  clientCodes,
  idPrefixes,
  isId,
  isProblemCode,
  isProblemSlug,
  newId,
  problemOf,
  problems,
  problemSlugs,
  type IdKind,
  type ProblemSlug,
} from '../../src/domain/index.js';

/** The closed list of domain.md 6, typed out by hand. A kind without codes has its slug in snake case. */
const list = `
400 malformed-request (json_malformed account_id_malformed)  idempotency-key-missing  idempotency-key-malformed
401 unauthenticated  credentials-wrong  step-up-required
403 forbidden (forbidden role_above_actor role_above_ceiling)  cannot-change-own-role (role_self_change)
403 link-pending  invitation-email-mismatch (invite_wrong_identity)
403 invitation-no-longer-allowed (invite_no_longer_allowed)  email-unverified  email-code-required
403 mfa-enrolment-required  mfa-required-by-policy  reset-out-of-scope  origin-refused
404 not-found
409 already-member  invitation-pending (invite_pending)  invitation-not-pending (invite_not_pending)
409 seat-limit-reached (seat_limit)  username-taken (username_taken username_cooling_off)
409 username-taken-elsewhere  identity-exists  last-owner  transfer-pending  link-exists  already-linked
409 link-cycle  link-not-pending  single-billing-active  child-without-owner  has-active-links  account-changed
409 idempotency-in-progress
410 invitation-not-found (invite_not_found)  invitation-expired (invite_expired)
410 invitation-revoked (invite_revoked)  invitation-used (invite_used)  account-unavailable  challenge-ended
412 stale-version (precondition_failed)
413 body-too-large
415 unsupported-media-type
421 host-refused
422 type-mismatch (type_mismatch invalid_unicode)
422 role-not-available (role_not_available role_not_grantable role_unknown role_required)
422 code-invalid (mfa_code_wrong mfa_code_format email_code_wrong email_code_expired)
422 code-reused (mfa_code_used recovery_code_used)  invitation-malformed (invite_malformed)
422 link-code-invalid  account-mismatch  too-many-items  idempotency-key-reused  return-url-refused
423 factor-locked (mfa_locked)
428 precondition-required
429 rate-limited
503 unavailable
`;

/** Kinds whose codes the document names by their beginning only. */
const families: Record<string, string> = {
  'email-invalid': 'email_',
  'name-invalid': 'name_',
  'username-invalid': 'username_',
  'password-rejected': 'password_',
  'query-invalid': 'query_',
};

describe('the closed list of problems', () => {
  const seen = new Set<string>(Object.keys(families));
  for (const line of list.trim().split('\n')) {
    const [status, rest = ''] = line.split(/ (.*)/);
    for (const [, slug = '', codes] of rest.matchAll(/([a-z-]+)(?: \(([a-z_ ]+)\))?/g)) {
      seen.add(slug);
      it(`${status} ${slug}`, () => {
        assert.ok(isProblemSlug(slug));
        assert.equal(problems[slug].status, Number(status));
        assert.deepEqual(problems[slug].codes, codes?.split(' ') ?? [slug.replaceAll('-', '_')]);
      });
    }
  }

  it('has no kind the document does not name', () => {
    assert.deepEqual(problemSlugs().sort(), [...seen].sort());
  });

  it('field reasons begin with the name of their field, and have status 422', () => {
    for (const [slug, start] of Object.entries(families)) {
      const { status, codes } = problems[slug as ProblemSlug];
      assert.equal(status, 422);
      assert.ok(codes.length > 1);
      for (const code of codes) assert.ok(code.startsWith(start), code);
    }
    assert.deepEqual(problems['username-invalid'].codes, [
      'username_charset',
      'username_too_short',
      'username_too_long',
      'username_reserved',
      'username_is_foreign_email',
    ]);
  });

  it('a reason belongs to one kind only', () => {
    const all = problemSlugs().flatMap((slug) => [...problems[slug].codes]);
    assert.equal(new Set(all).size, all.length);
    for (const slug of problemSlugs())
      for (const code of problems[slug].codes) assert.equal(problemOf(code), slug);
    for (const code of clientCodes) assert.equal(problemOf(code), undefined, code);
  });

  it('reasons off the wire are those of files, locales, themes and the connection', () => {
    for (const code of clientCodes) {
      assert.match(code, /^(csv_|row_|theme_|locale_invalid|offline|timeout|aborted|response_invalid)/);
      assert.ok(isProblemCode(code));
    }
  });

  it('unknown words are unknown', () => {
    for (const word of ['teapot', 'toString', '__proto__', '', null, 7]) {
      assert.equal(isProblemCode(word), false);
      assert.equal(isProblemSlug(word), false);
    }
    assert.ok(isProblemCode('seat_limit'));
  });
});

describe('ids', () => {
  const counter = (start: number) => {
    let next = start;
    return (count: number) => Uint8Array.from({ length: count }, () => next++ & 255);
  };

  it('have a prefix per kind and 22 letters or digits', () => {
    for (const kind of Object.keys(idPrefixes) as IdKind[]) {
      const id = newId(kind, counter(7));
      assert.match(id, new RegExp(`^${idPrefixes[kind]}_[0-9A-Za-z]{22}$`));
      assert.ok(isId(kind, id));
      for (const other of Object.keys(idPrefixes) as IdKind[]) assert.equal(isId(other, id), other === kind);
    }
    assert.equal(new Set(Object.values(idPrefixes)).size, Object.keys(idPrefixes).length);
  });

  it('are refused in any other form', () => {
    const id = newId('account', counter(0));
    for (const bad of [
      `${id} `,
      id.slice(1),
      `${id}0`,
      id.replace('_', '-'),
      id.slice(0, -1),
      `${id.slice(0, -1)}é`,
    ]) {
      assert.equal(isId('account', bad), false, bad);
    }
    assert.equal(isId('account', [id]), false);
    assert.equal(isId('account', `${id.slice(0, -1)}\n`), false);
  });

  it('treat every letter alike: bytes beyond the last multiple of 62 are thrown away', () => {
    assert.equal(newId('user', counter(248)), 'usr_0123456789ABCDEFGHIJKL');
    const counts = new Map<string, number>();
    const bytes = counter(0);
    for (let at = 0; at < 248; at += 1) {
      for (const letter of newId('user', bytes).slice(4)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    assert.equal(counts.size, 62);
    assert.deepEqual([...new Set(counts.values())], [88]);
  });
});
