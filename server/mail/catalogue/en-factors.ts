import { say } from '../content.js';
import type { FactorMails } from '../factor-templates.js';
import { action, note, text } from './blocks.js';
import type { MailCatalogue } from './catalogue.js';

const openSecurity = (url: string) => action('Open security settings', url);

const notYou = note(say`If this wasn’t you, change your password now and tell your account owner.`);

/** English mails about second factors. */
export const factorMails: Pick<MailCatalogue['mails'], keyof FactorMails> = {
  sign_in_code: ({ code, minutes }) => ({
    subject: say`Your sign-in code`,
    heading: say`Your sign-in code`,
    blocks: [
      { kind: 'code', code },
      text(say`Type it where you sign in. It works for ${minutes} minutes.`),
      note(
        say`We ask because this browser is new to us. If you’re not signing in, somebody knows your password: change it now, and don’t share the code.`,
      ),
    ],
  }),
  mfa_enrolled: ({ securityUrl }) => ({
    subject: say`Two-factor sign-in is on`,
    heading: say`Two-factor sign-in is on`,
    blocks: [
      text(
        say`From now on, signing in takes your password and a code from your authenticator app. Keep your recovery codes where you find them without your phone.`,
      ),
      openSecurity(securityUrl),
      notYou,
    ],
  }),
  mfa_removed: ({ securityUrl }) => ({
    subject: say`Two-factor sign-in is off`,
    heading: say`Two-factor sign-in is off`,
    blocks: [
      text(
        say`Your password alone is enough to sign in now. Your recovery codes no longer work, and remembered devices were forgotten.`,
      ),
      openSecurity(securityUrl),
      notYou,
    ],
  }),
  mfa_locked: ({ securityUrl }) => ({
    subject: say`Your second factor is locked`,
    heading: say`Your second factor is locked after too many wrong codes`,
    blocks: [
      text(
        say`Codes from your authenticator app are refused from now on. Sign in with your password and a recovery code, then set up the app again.`,
      ),
      text(say`If you have no recovery code, ask your account owner to reset your second factor.`),
      openSecurity(securityUrl),
      note(say`If you didn’t type those codes, somebody knows your password: change it now.`),
    ],
  }),
  recovery_code_used: ({ left, securityUrl }) => ({
    subject: say`A recovery code was used to sign in`,
    heading: say`A recovery code was used to sign in`,
    blocks: [
      text(
        say`Somebody signed in with your password and one of your recovery codes. The app you had set up no longer counts, and remembered devices were forgotten. Codes left: ${left}.`,
      ),
      text(say`Set up an authenticator app now. You get ten new codes, and the old ones stop working.`),
      openSecurity(securityUrl),
      notYou,
    ],
  }),
  recovery_codes_renewed: ({ securityUrl }) => ({
    subject: say`You have new recovery codes`,
    heading: say`You have new recovery codes`,
    blocks: [
      text(say`Ten new codes were shown in your security settings. All earlier ones stopped working.`),
      openSecurity(securityUrl),
      notYou,
    ],
  }),
  mfa_reset: ({ accountName, actorName, securityUrl }) => ({
    subject: say`Your second factor was reset`,
    heading: say`${actorName} reset your second factor`,
    blocks: [
      text(
        say`It was done in ${accountName}. Your app and your recovery codes no longer work, and you were signed out everywhere. Your password is unchanged.`,
      ),
      text(say`Sign in and set up an authenticator app again. Your accounts stay closed until then.`),
      openSecurity(securityUrl),
      note(say`If you didn’t ask for this, change your password now and tell your account owner.`),
    ],
  }),
  mfa_reset_by: ({ accountName, actorName, memberName }) => ({
    subject: say`The second factor of ${memberName} was reset`,
    heading: say`${actorName} reset the second factor of ${memberName}`,
    blocks: [
      text(
        say`It was done in ${accountName}. ${memberName} has to set up a new one before entering any account again. Nobody else can sign in for them.`,
      ),
      note(say`If you don’t know why, ask ${actorName}.`),
    ],
  }),
  mfa_reminder: ({ accountName, required, securityUrl }) => ({
    subject: say`Set up two-factor sign-in for ${accountName}`,
    heading: say`Set up two-factor sign-in for ${accountName}`,
    blocks: [
      text(
        required
          ? say`${accountName} asks for a second factor. You can’t enter it until you have set one up.`
          : say`${accountName} asks you to protect your sign-in with a second factor.`,
      ),
      text(say`It takes an authenticator app on your phone and about two minutes.`),
      openSecurity(securityUrl),
    ],
  }),
};
