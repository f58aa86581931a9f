import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { accountIdOf, demoPassword, factorSecretOf } from '../../server/scenarios/index.js';
import { codeOf, freshStep, haveAuthenticator } from '../support/authenticator.js';
import { launchBrowser } from '../support/browser.js';
import { startSeededPortal, type RunningPortal } from '../support/portal.js';
import { Visitor } from './visitor.js';

const northwind = accountIdOf('northwind');

describe('the owner retires: ownership from start to acceptance, with two people in a real browser', () => {
  let portal: RunningPortal;
  let browser: Browser;

  before(async () => {
    haveAuthenticator();
    portal = await startSeededPortal();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
    await portal?.clean();
  });

  it('story 18: R54–R58: refused to leave, offered, cancelled, offered again, accepted; the history shows every step', async () => {
    const maya = await Visitor.arrive(browser, portal.url);
    await maya.signIn('partner.owner');
    await maya.press('link', 'Your access');
    await maya.find('heading', 'Maya Okafor You');
    await maya.sees('You’re the owner. Transfer ownership first.');

    await maya.open(`/accounts/${northwind}/users`);
    await maya.press('button', 'Actions for Aisha Rahman');
    await maya.press('menuitem', 'View access');
    await maya.find('heading', 'Aisha Rahman');
    assert.match(new URL(maya.page.url()).pathname, new RegExp(`^/accounts/${northwind}/users/mem_`));
    // The history comes last, and moves what stands below it.
    await maya.sees('became a user');
    const offer = async () => {
      await maya.press('button', 'Offer ownership…');
      await maya.sees('gets an email and has 72 hours to accept.');
      await maya.think();
      await maya.press('button', 'Offer ownership');
      await maya.sees('The ownership is offered to Aisha Rahman');
    };
    await offer();
    await maya.press('button', 'Cancel the offer…');
    await maya.think();
    await maya.press('button', 'Cancel the offer');
    await maya.seesNoMore('They have until');
    await offer();

    const aisha = await Visitor.arrive(browser, portal.url);
    await aisha.open('/sign-in');
    await aisha.type('textbox', 'Username', 'aisha.rahman');
    await aisha.typePassword('current-password', demoPassword);
    await aisha.press('button', 'Sign in');
    await aisha.find('heading', 'Enter your 6-digit code');
    await freshStep();
    await aisha.type('textbox', 'Code', codeOf(factorSecretOf('aisha.rahman')));
    await aisha.press('button', 'Verify');
    // An Account Manager manages no users here, and still reaches what concerns herself.
    await aisha.sees('You can’t see the users of this account');
    await aisha.press('link', 'Your access');
    await aisha.sees('Maya Okafor offers you the ownership of this account');
    await aisha.press('button', 'Accept the ownership…');
    await aisha.sees('Maya Okafor becomes an Account Manager.');
    await aisha.think();
    await aisha.press('button', 'Become the owner');
    await aisha.seesNoMore('offers you the ownership');
    await aisha.sees('Only the owner can hand the account over.');

    // Maya's page is told by the stream; what she may do is another matter now.
    await maya.open(`/accounts/${northwind}/users/me`);
    await maya.sees('Account Manager');
    await maya.seesNoMore('You’re the owner. Transfer ownership first.');

    await aisha.open(`/accounts/${northwind}/history`);
    await aisha.sees('Aisha Rahman accepted the ownership');
    await aisha.sees('Maya Okafor took the ownership offered to Aisha Rahman back');
    await aisha.sees('Maya Okafor offered the ownership to Aisha Rahman');
    await aisha.sees('Role: from Account Owner to Account Manager');
    for (const { errors } of [maya, aisha]) {
      assert.deepEqual(
        errors.filter((text) => !/status of 40[13]/.test(text)),
        [],
      );
    }
  });
});
