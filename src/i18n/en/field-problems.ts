import type { FieldCode, ProblemText } from '../problem-texts.js';

/** What to type, for every way a typed value can be refused; a code without a sentence does not compile. */
export const fieldProblems = {
  email_malformed: 'Type an email address like name@example.com.',
  email_required: 'Type an email address.',
  email_too_long: 'An email address has at most 254 characters.',
  email_local_too_long: 'The part before @ has at most 64 characters.',
  email_local_non_ascii: 'Use only plain letters before @.',
  email_quoted_local: 'Email addresses with quotes can’t be used.',
  email_routing_char: 'Email addresses with % or ! can’t be used.',
  email_control_char: 'The address contains an invisible character. Type it by hand.',
  email_hidden_char: 'The address contains an invisible character. Type it by hand.',
  email_display_form: 'Type only the address, without a name or brackets.',
  email_multiple: 'Type one address at a time.',
  email_domain_single_label: 'Add the ending of the domain, such as .com.',
  email_domain_literal: 'Use a domain name after @, not a number address.',
  email_domain_label: 'Check the part after @.',
  email_domain_idna: 'Check the part after @.',
  email_domain_mixed_script: 'The part after @ mixes alphabets. Type it by hand.',

  name_required: 'Type a name.',
  name_too_long: 'A name has at most 100 characters.',
  name_control_char: 'The name contains a character that can’t be shown.',
  name_bidi_control: 'The name contains a hidden direction mark. Type it by hand.',
  name_hidden_char: 'The name contains an invisible character. Type it by hand.',
  name_marks: 'The name has too many marks on one letter.',
  name_contains_url: 'A name can’t contain a web address.',

  username_charset:
    'Use letters a–z, digits and single dots, hyphens or underscores between them; start and end with a letter or digit.',
  username_too_short: 'A username has at least 3 characters.',
  username_too_long: 'A username has at most 64 characters.',
  username_reserved: 'This username is reserved. Choose another.',
  username_is_foreign_email: 'Only your own email address can be your username.',

  password_too_short: 'Make the password longer. A few words in a row work well.',
  password_too_long: 'The password is too long. Use at most 1,024 characters.',
  password_common: 'This password is known from leaks. Choose another.',
  password_context: 'Don’t build the password from your name, your address or this product’s name.',
  password_control_char: 'The password contains a character that can’t be typed again.',
} satisfies Record<FieldCode, ProblemText>;
