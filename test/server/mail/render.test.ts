import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueFor, catalogues } from '../../../server/mail/catalogue/catalogue.js';
import { composeMail } from '../../../server/mail/compose.js';
import { say } from '../../../server/mail/content.js';
import { renderMail } from '../../../server/mail/render.js';
import type { MailTemplate, MailTemplates } from '../../../server/mail/templates.js';
import { badInputs } from '../../support/bad-inputs.js';

const config = {
  sender: { name: 'Reseller', address: 'no-reply@reseller.test' },
  productName: 'Reseller Suite',
};
const url = 'https://crew.example/accept#cci_x';

/** One set of values for every mail, with this text wherever somebody may have typed one. */
const samples = (typed: string): MailTemplates => ({
  sign_in_code: { code: '012345', minutes: 5 },
  mfa_enrolled: { securityUrl: url },
  mfa_removed: { securityUrl: url },
  mfa_locked: { securityUrl: url },
  recovery_code_used: { left: 9, securityUrl: url },
  recovery_codes_renewed: { securityUrl: url },
  mfa_reset: { accountName: typed, actorName: typed, securityUrl: url },
  mfa_reset_by: { accountName: typed, actorName: typed, memberName: typed },
  mfa_reminder: { accountName: typed, required: true, securityUrl: url },
  invitation: {
    url,
    accountName: typed,
    inviterName: typed,
    inviteeName: typed,
    roleId: 'campaign_creator',
    expiresAt: '2026-11-29T09:00:00.000Z',
    message: typed,
    again: false,
  },
  invitation_held: { accountName: typed, inviterName: typed, username: typed, securityUrl: url },
  invitation_revoked: { accountName: typed },
  invitation_renewal: { accountName: typed, email: typed, usersUrl: url },
  invitation_declined: { accountName: typed, email: typed, usersUrl: url },
  invitation_bounced: { accountName: typed, email: typed, usersUrl: url },
  invitation_code: { code: '012345', accountName: typed, minutes: 10 },
  email_code: { code: '012345', minutes: 10 },
  email_changed: { newAddress: typed, undoUrl: url, hours: 72 },
  email_change_undone: { address: typed },
  username_changed: { oldUsername: typed, newUsername: typed },
  member_removed: { accountName: typed },
  password_reset: { username: typed, url, minutes: 60 },
  first_owner: { username: typed, accountName: typed, url, hours: 72 },
  password_changed: { username: typed },
  account_closed: { accountName: typed, restoreUntil: '2027-03-22T09:00:00.000Z' },
  account_restored: { accountName: typed, restoreUntil: '2027-03-22T09:00:00.000Z' },
  bulk_invitation: {
    url,
    inviterName: typed,
    inviteeName: typed,
    accounts: [{ accountName: typed, roleId: 'campaign_creator' }],
    expiresAt: '2026-11-29T09:00:00.000Z',
    message: typed,
  },
  access_given: { actorName: typed, accounts: [{ accountName: typed, roleId: 'account_manager' }], url },
  access_ended: { accountNames: [typed] },
  link_requested: { ...linked(typed, 'child'), note: typed },
  link_reminder: { ...linked(typed, 'child'), note: typed },
  link_approved: linked(typed, 'parent'),
  link_declined: linked(typed, 'parent'),
  link_cancelled: linked(typed, 'child'),
  link_expired: linked(typed, 'parent'),
  link_ended: linked(typed, 'child'),
  ownership_started: transferred(typed, 'member'),
  ownership_accepted: transferred(typed, 'member'),
  ownership_cancelled: transferred(typed, 'owner'),
  ownership_expired: transferred(typed, 'owner'),
});

function linked(typed: string, you: 'parent' | 'child') {
  return { parentName: typed, childName: typed, you, expiresAt: '2026-12-22T09:00:00.000Z', url };
}

function transferred(typed: string, you: 'owner' | 'member') {
  const names = { accountName: typed, ownerName: typed, memberName: typed };
  return { ...names, you, expiresAt: '2026-11-25T09:00:00.000Z', url };
}

const templates = Object.keys(samples('')) as MailTemplate[];

const compose = (template: MailTemplate, data: unknown, locale = 'en') =>
  composeMail(
    { messageId: '<1@reseller.test>', recipient: 'jane@example.test', template, locale, data },
    config,
  );

/** Tags of a text, for comparing structure whatever the words are. */
const tags = (html: string): string[] => [...html.matchAll(/<\/?[a-z][^>]*>/g)].map(([tag]) => tag);

describe('mails', () => {
  for (const template of templates) {
    it(`${template}: text and HTML say the same, under the deployment's sender and name`, () => {
      const mail = compose(template, samples('Bluebird Dental')[template]);
      assert.deepEqual(mail.from, config.sender);
      assert.ok(mail.subject.length > 5 && !mail.subject.includes('undefined'));
      assert.ok(mail.text.endsWith('-- \nReseller Suite\n'));
      assert.match(mail.html, /^<!doctype html>\n<html lang="en" dir="ltr">/);
      const wordsOf = (text: string) => new Set(text.match(/[\p{L}\p{N}]+/gu));
      const seen = wordsOf(mail.html.replace(/<title>.*?<\/title>|<[^>]+>/gs, ' ').replaceAll('&#39;', "'"));
      for (const word of wordsOf(mail.text)) assert.ok(seen.has(word), `${word} in HTML`);
    });

    it(`${template}: every language says it in words of its own, with every value and link of the English one`, () => {
      const english = compose(template, samples('Bluebird Dental')[template]);
      const valuesIn = (html: string): string[] =>
        [...html.matchAll(/href="([^"]*)"|<bdi>(Bluebird Dental)<\/bdi>|<p style="[^"]*mono[^"]*">(\d+)</g)]
          .map(([, ...found]) => found.find((one) => one !== undefined) ?? '')
          .sort();
      for (const { lang, dir } of catalogues.filter((one) => one.lang !== 'en')) {
        const mail = compose(template, samples('Bluebird Dental')[template], lang);
        assert.match(mail.html, new RegExp(`^<!doctype html>\\n<html lang="${lang}" dir="${dir}">`));
        assert.notEqual(mail.subject, english.subject, lang);
        assert.deepEqual(
          [...new Set(valuesIn(mail.html))],
          [...new Set(valuesIn(english.html))],
          `${lang}: links, codes and names`,
        );
        const sentences = (html: string): string[] => html.match(/>[^<>]*[\p{L}][^<>]*</gu) ?? [];
        const own = new Set<string>(sentences(mail.html));
        const kept = sentences(english.html).filter((one) => own.has(one));
        assert.deepEqual(
          [...new Set(kept)].filter((one) => !/Bluebird|Reseller|https?:|crew/.test(one)),
          [],
          `${lang}: nothing is left in English`,
        );
        if (dir === 'rtl') assert.match(mail.subject, /\p{Script=Arabic}/u);
      }
    });

    it(`${template}: whatever was typed stays text`, () => {
      const plain = tags(compose(template, samples('x')[template]).html);
      const shows = compose(template, samples('Marigold')[template]).text.includes('Marigold');
      for (const row of [...badInputs('name'), ...badInputs('email')].filter(
        ({ verdict }) => verdict === 'accept-and-escape',
      )) {
        const mail = compose(template, samples(String(row.value))[template]);
        assert.deepEqual(tags(mail.html), plain, row.why);
        assert.ok(!/[\r\n]/.test(mail.subject), row.why);
        if (shows) assert.ok(mail.text.includes(String(row.value)), row.why);
      }
    });
  }

  it('a line break or a header in a name starts no header and no paragraph', () => {
    const typed = 'Jane\r\nBcc: joe@evil.test\u2028<b>';
    const mail = compose('member_removed', { accountName: typed });
    assert.equal(mail.subject, 'You no longer have access to Jane Bcc: joe@evil.test <b>');
    assert.ok(!mail.text.includes('\nBcc'));
    assert.ok(mail.html.includes('&lt;b&gt;'));
  });

  it('the words of the inviter are quoted line by line, so that none passes for ours', () => {
    const message = 'Hi\n\nAccept the invite:\nhttps://evil.test';
    const mail = compose('invitation', { ...samples('A').invitation, message });
    assert.match(mail.text, /\n> Hi\n> ?\n> Accept the invite:\n> https:\/\/evil\.test\n/);
    assert.ok(!mail.html.includes('href="https://evil.test'));
  });

  it('P34: a mail links to web addresses only, and shows them in full', () => {
    const mail = compose('invitation', samples('A').invitation);
    const links = [...mail.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    assert.deepEqual(links, [url]);
    assert.ok(mail.text.includes(`\n${url}\n`));
    assert.throws(() => compose('invitation', { ...samples('A').invitation, url: 'data:text/html,x' }));
  });

  it('right-to-left names are isolated in both forms', () => {
    const mail = compose('invitation_revoked', { accountName: 'مخبز السلام' });
    assert.equal(mail.subject, 'Your invite to \u2068مخبز السلام\u2069 was withdrawn');
    assert.ok(mail.html.includes('<bdi>مخبز السلام</bdi>'));
    assert.equal(
      compose('invitation_revoked', { accountName: 'Bluebird' }).subject,
      'Your invite to Bluebird was withdrawn',
    );
  });

  it('a left-to-right name is isolated in a right-to-left mail, and numbers take the form their word wants', () => {
    const mail = compose('invitation_code', samples('Bluebird').invitation_code, 'ar');
    assert.ok(mail.subject.includes('\u2068Bluebird\u2069'));
    assert.ok(mail.html.includes('<bdi>Bluebird</bdi>') && mail.html.includes('<bdi>10 دقائق</bdi>'));
    assert.ok(compose('password_reset', samples('A').password_reset, 'ar').text.includes('60 دقيقة'));
  });

  it('a name of 100 graphemes makes no endless subject', () => {
    const mail = compose('invitation', samples('👩🏽‍🚀'.repeat(100)).invitation);
    assert.ok([...mail.subject].length <= 200);
  });

  it('a resent invitation says that earlier links stopped', () => {
    const first = compose('invitation', samples('A').invitation);
    const again = compose('invitation', { ...samples('A').invitation, again: true });
    assert.ok(!first.text.includes('replaces') && again.text.includes('replaces the earlier ones'));
    assert.notEqual(first.subject, again.subject);
  });

  it('languages fall back from region to language to English', () => {
    for (const locale of ['en', 'en-GB', 'EN-us', 'xx', '']) assert.equal(catalogueFor(locale).lang, 'en');
    for (const locale of ['de', 'de-CH', 'DE']) assert.equal(catalogueFor(locale).lang, 'de');
    for (const locale of ['ar', 'ar-EG']) assert.equal(catalogueFor(locale).lang, 'ar');
  });

  it('brand words are escaped as well', () => {
    const content = { subject: say`x`, heading: say`x`, blocks: [] };
    const mail = renderMail(
      content,
      { productName: '<A & B>', footer: 'Legal <line>' },
      { lang: 'en', dir: 'ltr' },
    );
    assert.ok(mail.html.includes('&lt;A &amp; B&gt;<br>Legal &lt;line&gt;'));
  });
});
