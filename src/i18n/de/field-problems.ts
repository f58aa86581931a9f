import type { Strings } from '../strings.js';

export const fieldProblems: Strings['fieldProblems'] = {
  email_malformed: 'Geben Sie eine E-Mail-Adresse wie name@beispiel.de ein.',
  email_required: 'Geben Sie eine E-Mail-Adresse ein.',
  email_too_long: 'Eine E-Mail-Adresse hat höchstens 254 Zeichen.',
  email_local_too_long: 'Der Teil vor dem @ hat höchstens 64 Zeichen.',
  email_local_non_ascii: 'Benutzen Sie vor dem @ nur einfache Buchstaben.',
  email_quoted_local: 'E-Mail-Adressen mit Anführungszeichen sind nicht möglich.',
  email_routing_char: 'E-Mail-Adressen mit % oder ! sind nicht möglich.',
  email_control_char: 'Die Adresse enthält ein unsichtbares Zeichen. Tippen Sie sie von Hand.',
  email_hidden_char: 'Die Adresse enthält ein unsichtbares Zeichen. Tippen Sie sie von Hand.',
  email_display_form: 'Geben Sie nur die Adresse ein, ohne Namen und Klammern.',
  email_multiple: 'Geben Sie nur eine Adresse ein.',
  email_domain_single_label: 'Ergänzen Sie die Endung der Domain, etwa .de.',
  email_domain_literal: 'Nach dem @ steht ein Domainname, keine Zahlenadresse.',
  email_domain_label: 'Prüfen Sie den Teil nach dem @.',
  email_domain_idna: 'Prüfen Sie den Teil nach dem @.',
  email_domain_mixed_script: 'Der Teil nach dem @ mischt Alphabete. Tippen Sie ihn von Hand.',

  name_required: 'Geben Sie einen Namen ein.',
  name_too_long: 'Ein Name hat höchstens 100 Zeichen.',
  name_control_char: 'Der Name enthält ein Zeichen, das sich nicht anzeigen lässt.',
  name_bidi_control: 'Der Name enthält eine versteckte Richtungsmarke. Tippen Sie ihn von Hand.',
  name_hidden_char: 'Der Name enthält ein unsichtbares Zeichen. Tippen Sie ihn von Hand.',
  name_marks: 'Ein Buchstabe des Namens hat zu viele Zusatzzeichen.',
  name_contains_url: 'Ein Name kann keine Webadresse enthalten.',

  username_charset:
    'Möglich sind a–z, Ziffern und dazwischen einzelne Punkte, Binde- oder Unterstriche; am Anfang und Ende ein Buchstabe oder eine Ziffer.',
  username_too_short: 'Ein Benutzername hat mindestens 3 Zeichen.',
  username_too_long: 'Ein Benutzername hat höchstens 64 Zeichen.',
  username_reserved: 'Dieser Benutzername ist reserviert. Wählen Sie einen anderen.',
  username_is_foreign_email: 'Nur Ihre eigene E-Mail-Adresse kann Ihr Benutzername sein.',

  password_too_short: 'Machen Sie das Passwort länger. Ein paar Wörter hintereinander eignen sich gut.',
  password_too_long: 'Das Passwort ist zu lang. Möglich sind höchstens 1.024 Zeichen.',
  password_common: 'Dieses Passwort ist aus Datenlecks bekannt. Wählen Sie ein anderes.',
  password_context:
    'Bilden Sie das Passwort nicht aus Ihrem Namen, Ihrer Adresse oder dem Namen dieses Produkts.',
  password_control_char: 'Das Passwort enthält ein Zeichen, das sich nicht wieder eintippen lässt.',
};
