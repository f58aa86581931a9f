import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { demoPassword } from '../../server/scenarios/index.js';
import { launchBrowser } from '../support/browser.js';
import { startPortal, type RunningPortal } from '../support/portal.js';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { letterTo, mailedLink } from './post-office.js';
import { Visitor } from './visitor.js';

const priya = 'priya.nair@studio-nair.test';

describe('one login per account: an address that is a sign-in name elsewhere', () => {
  let sink: SmtpSink;
  let portal: RunningPortal;
  let browser: Browser;

  before(async () => {
    sink = await startSmtpSink();
    portal = await startPortal({ SMTP_URL: sink.url, SCENARIO: 'username-conflict' });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
    await portal?.clean();
    await sink?.close();
  });

  it('story 5: the clash is explained, she changes the old username, "check again" continues, the invite goes out', async () => {
    const owner = await Visitor.arrive(browser, portal.url);
    await owner.signIn('partner.owner');
    await owner.press('button', 'Add New User');
    await owner.type('textbox', 'Email address', priya);
    await owner.press('button', 'Send invite');
    await owner.think();
    await owner.pressLast('button', 'Send invite');
    await owner.find('heading', 'This address is already a username');
    await owner.sees('this has nothing to do with MFA');
    await owner.press('radio', 'Free the name on Bluebird Dental');
    await owner.press('button', 'Hold the invite');
    await owner.find('heading', `Waiting for ${priya}`);
    await owner.press('button', 'Check again');
    await owner.sees('Still in use.');

    const told = await letterTo(sink, priya, /nothing to do with MFA/);
    const page = /http:\S+(\/security)/.exec(told.text)?.[1] ?? '';
    assert.equal(page, '/security', 'the mail leads to the right page');
    const holder = await Visitor.arrive(browser, portal.url);
    await holder.open(page);
    await holder.type('textbox', 'Username', priya);
    await holder.typePassword('current-password', demoPassword);
    await holder.press('button', 'Sign in');
    await holder.find('heading', 'Your username');
    await holder.type('textbox', 'New username', 'priya.at.bluebird');
    await holder.press('button', 'Change username');
    await holder.find('heading', 'Your username is changed');
    await letterTo(sink, priya, /Now: priya\.at\.bluebird/);

    await owner.press('button', 'Check again');
    await owner.find('heading', 'Invite sent').catch(() => owner.find('heading', 'Add a collaborator'));
    const invitee = await Visitor.arrive(browser, portal.url);
    await invitee.open(await mailedLink(sink, priya));
    await invitee.type('textbox', 'Username', priya);
    await invitee.typePassword('new-password', 'a quiet river at dawn');
    await invitee.press('button', 'Join Northwind Partners');
    await invitee.find('button', 'Sign out');
    await invitee.sees(priya);
  });
});
