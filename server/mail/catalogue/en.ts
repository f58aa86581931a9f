import { say } from '../content.js';
import type { MailContent } from '../content.js';
import type { MailCatalogue } from './catalogue.js';
import { factorMails } from './en-factors.js';
import { jobMails } from './en-jobs.js';
import { linkMails } from './en-links.js';
import { roleName, until } from './en-words.js';

export { roleName } from './en-words.js';

const ignoreNote = {
  kind: 'note',
  text: say`If you didn’t expect this email, you can ignore it. Nothing happens until you use the link.`,
} as const;

const notYouNote = (what: string) => ({ kind: 'note', text: [`If this wasn’t you, ${what}`] }) as const;

const text = (sentence: MailContent['heading']) => ({ kind: 'text', text: sentence }) as const;

/** English, the language every other one falls back to. */
export const en: MailCatalogue = {
  lang: 'en',
  dir: 'ltr',
  mails: {
    ...factorMails,
    ...jobMails,
    ...linkMails,
    invitation: ({ url, accountName, inviterName, inviteeName, roleId, expiresAt, message, again }) => ({
      subject: again ? say`New link: join ${accountName}` : say`${inviterName} invited you to ${accountName}`,
      heading: inviteeName === null ? say`Join ${accountName}` : say`${inviteeName}, join ${accountName}`,
      blocks: [
        text(say`${inviterName} invited you to ${accountName} as ${roleName(roleId)}.`),
        ...(message === null
          ? []
          : [{ kind: 'quote', by: say`${inviterName} wrote:`, text: message } as const]),
        text(
          again
            ? say`This link replaces the earlier ones, which no longer work. You choose your own username and password, or sign in if you already have a login.`
            : say`You choose your own username and password, or sign in if you already have a login.`,
        ),
        { kind: 'action', label: 'Accept the invite', url },
        text(
          say`The link works once, until ${until(expiresAt)}. It is meant for you alone, so don’t forward it.`,
        ),
        ignoreNote,
      ],
    }),
    invitation_held: ({ accountName, inviterName, username, securityUrl }) => ({
      subject: say`Your invite to ${accountName} is waiting for you`,
      heading: say`One step before you can join ${accountName}`,
      blocks: [
        text(
          say`${inviterName} would like to add you to ${accountName}, but ${username} is already a sign-in name on another account. This has nothing to do with MFA.`,
        ),
        text(
          say`Sign in with that name and choose another username on the Security page. The invite is then sent to this address by itself.`,
        ),
        { kind: 'action', label: 'Change my username', url: securityUrl },
        text(say`You can also ask ${inviterName} to use another username or another address for you.`),
        { kind: 'note', text: say`If you didn’t expect this email, you can ignore it.` },
      ],
    }),
    invitation_revoked: ({ accountName }) => ({
      subject: say`Your invite to ${accountName} was withdrawn`,
      heading: say`Your invite to ${accountName} was withdrawn`,
      blocks: [
        text(
          say`The links you received for it no longer work. If you think this is a mistake, ask the person who invited you.`,
        ),
      ],
    }),
    invitation_renewal: ({ accountName, email, usersUrl }) => ({
      subject: say`${email} asks for a new invite`,
      heading: say`${email} asks for a new invite to ${accountName}`,
      blocks: [
        text(
          say`Their link no longer works. Resend the invite to give them a new one, or revoke it if they shouldn’t join.`,
        ),
        { kind: 'action', label: 'Open Manage users', url: usersUrl },
      ],
    }),
    invitation_declined: ({ accountName, email, usersUrl }) => ({
      subject: say`${email} declined your invite`,
      heading: say`${email} declined your invite to ${accountName}`,
      blocks: [
        text(say`They haven’t been added, and the invite no longer takes a user place.`),
        { kind: 'action', label: 'Open Manage users', url: usersUrl },
      ],
    }),
    invitation_bounced: ({ accountName, email, usersUrl }) => ({
      subject: say`Your invite to ${email} was not delivered`,
      heading: say`Your invite to ${email} was not delivered`,
      blocks: [
        text(
          say`Their mail server refused the invite to ${accountName}. Copy the invite URL and send it another way, or revoke the invite and use a corrected address.`,
        ),
        { kind: 'action', label: 'Open Manage users', url: usersUrl },
      ],
    }),
    invitation_code: ({ code, accountName, minutes }) => ({
      subject: say`Your code to join ${accountName}`,
      heading: say`Your code to join ${accountName}`,
      blocks: [
        { kind: 'code', code },
        text(say`Type it on the page where you accept the invite. It works for ${minutes} minutes.`),
        {
          kind: 'note',
          text: say`If you didn’t ask for this code, somebody else opened your invite. Don’t share the code; without it they can’t join.`,
        },
      ],
    }),
    email_code: ({ code, minutes }) => ({
      subject: say`Your code to confirm this address`,
      heading: say`Confirm this address`,
      blocks: [
        { kind: 'code', code },
        text(say`Type it where you changed your address. It works for ${minutes} minutes.`),
        notYouNote('you can ignore this email. Without the code nothing changes.'),
      ],
    }),
    email_changed: ({ newAddress, undoUrl, hours }) => ({
      subject: say`Your email address was changed`,
      heading: say`Your email address was changed`,
      blocks: [
        text(say`Mail for your login now goes to ${newAddress}.`),
        notYouNote('undo the change and choose a new password.'),
        { kind: 'action', label: 'Undo the change', url: undoUrl },
        text(say`You can undo it for ${hours} hours.`),
      ],
    }),
    email_change_undone: ({ address }) => ({
      subject: say`Your email address is back`,
      heading: say`Your email address is back to ${address}`,
      blocks: [
        text(
          say`The change was undone and every browser was signed out. Sign in again and choose a new password.`,
        ),
      ],
    }),
    username_changed: ({ oldUsername, newUsername }) => ({
      subject: say`Your username was changed`,
      heading: say`Your username was changed`,
      blocks: [
        {
          kind: 'facts',
          items: [
            { label: 'Before', value: oldUsername },
            { label: 'Now', value: newUsername },
          ],
        },
        text(say`Use the new username the next time you sign in. Your accounts and roles stay as they are.`),
        notYouNote('change your password now and tell your account owner.'),
      ],
    }),
    member_removed: ({ accountName }) => ({
      subject: say`You no longer have access to ${accountName}`,
      heading: say`You no longer have access to ${accountName}`,
      blocks: [
        text(
          say`Your role on this account has ended. Other accounts you belong to are not affected, and what you made there stays with the account.`,
        ),
      ],
    }),
    password_reset: ({ username, url, minutes }) => ({
      subject: say`Choose a new password`,
      heading: say`Choose a new password for ${username}`,
      blocks: [
        { kind: 'action', label: 'Choose a new password', url },
        text(
          say`The link works once, for ${minutes} minutes. Your second factor stays as it is, and you need it to sign in.`,
        ),
        {
          kind: 'note',
          text: say`If you didn’t ask for this, you can ignore this email. Your password stays as it is.`,
        },
      ],
    }),
    first_owner: ({ username, accountName, url, hours }) => ({
      subject: say`${accountName} is ready: choose your password`,
      heading: say`${accountName} is ready for you`,
      blocks: [
        text(say`You are its owner. Choose a password, then sign in as ${username}.`),
        { kind: 'action', label: 'Choose a password', url },
        text(
          say`The link works once, for ${hours} hours. After that, a new one is mailed when the server starts again.`,
        ),
      ],
    }),
    password_changed: ({ username }) => ({
      subject: say`Your password was changed`,
      heading: say`The password of ${username} was changed`,
      blocks: [
        text(
          say`Every other browser was signed out, and remembered browsers ask for your second factor again.`,
        ),
        notYouNote('choose a new password with “Forgot password?” now, and tell your account owner.'),
      ],
    }),
    account_closed: ({ accountName, restoreUntil }) => ({
      subject: say`${accountName} was closed`,
      heading: say`${accountName} was closed`,
      blocks: [
        text(
          say`Nobody can enter it any more, and its open invites no longer work. Your login and your other accounts are not affected.`,
        ),
        text(say`Its owner can have it restored until ${until(restoreUntil)}, with its people.`),
      ],
    }),
    account_restored: ({ accountName }) => ({
      subject: say`${accountName} is open again`,
      heading: say`${accountName} is open again`,
      blocks: [
        text(
          say`It was restored, and you have the role you had. Invites that were open have to be sent again.`,
        ),
      ],
    }),
    ownership_started: ({ accountName, ownerName, memberName, you, expiresAt, url }) =>
      you === 'member'
        ? {
            subject: say`Become the owner of ${accountName}?`,
            heading: say`${ownerName} offers you the ownership of ${accountName}`,
            blocks: [
              text(
                say`As Account Owner you decide about users, billing and settings. ${ownerName} becomes Account Manager at the same moment.`,
              ),
              { kind: 'action', label: 'Open the account', url },
              text(say`The offer is open until ${until(expiresAt)}. Nothing changes unless you accept it.`),
            ],
          }
        : {
            subject: say`Ownership of ${accountName} was offered to ${memberName}`,
            heading: say`Ownership of ${accountName} was offered to ${memberName}`,
            blocks: [
              text(
                say`When ${memberName} accepts, you become Account Manager. Nothing changes before, and the offer ends by itself on ${until(expiresAt)}.`,
              ),
              { kind: 'action', label: 'See or cancel the transfer', url },
              notYouNote('cancel the transfer and choose a new password now.'),
            ],
          },
    ownership_accepted: ({ accountName, ownerName, memberName, you }) => ({
      subject: say`${accountName} has a new owner`,
      heading:
        you === 'member'
          ? say`You are now the owner of ${accountName}`
          : say`${memberName} is now the owner of ${accountName}`,
      blocks: [
        text(
          you === 'member'
            ? say`${ownerName} is Account Manager from now on.`
            : say`You are Account Manager from now on. To leave the account, open Manage users.`,
        ),
      ],
    }),
    ownership_cancelled: ({ accountName, ownerName, memberName, you }) => ({
      subject: say`The transfer of ${accountName} was cancelled`,
      heading: say`The transfer of ${accountName} was cancelled`,
      blocks: [
        text(
          you === 'member'
            ? say`${ownerName} stays the owner, and your role is as it was.`
            : say`You stay the owner, and ${memberName} keeps the role they had.`,
        ),
      ],
    }),
    ownership_expired: ({ accountName, ownerName, memberName, you }) => ({
      subject: say`The transfer of ${accountName} has ended`,
      heading: say`The transfer of ${accountName} has ended`,
      blocks: [
        text(
          you === 'member'
            ? say`You didn’t accept it in time, so ${ownerName} stays the owner.`
            : say`${memberName} didn’t accept it in time, so you stay the owner. You can offer it again.`,
        ),
      ],
    }),
  },
};
