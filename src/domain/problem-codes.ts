/** Exact reasons why a typed value is refused, in the words of the input corpus. */

export const emailCodes = [
  'email_malformed',
  'email_required',
  'email_too_long',
  'email_local_too_long',
  'email_local_non_ascii',
  'email_quoted_local',
  'email_routing_char',
  'email_control_char',
  'email_hidden_char',
  'email_display_form',
  'email_multiple',
  'email_domain_single_label',
  'email_domain_literal',
  'email_domain_label',
  'email_domain_idna',
  'email_domain_mixed_script',
] as const;

export const nameCodes = [
  'name_required',
  'name_too_long',
  'name_control_char',
  'name_bidi_control',
  'name_hidden_char',
  'name_marks',
  'name_contains_url',
] as const;

export const usernameCodes = [
  'username_charset',
  'username_too_short',
  'username_too_long',
  'username_reserved',
  'username_is_foreign_email',
] as const;

export const passwordCodes = [
  'password_too_short',
  'password_too_long',
  'password_common',
  'password_context',
  'password_control_char',
] as const;

export const codeCodes = [
  'mfa_code_wrong',
  'mfa_code_format',
  'email_code_wrong',
  'email_code_expired',
] as const;

export const queryCodes = ['query_too_long', 'query_control_char', 'query_malformed'] as const;

/** Never on the wire: found by the page or the client itself. */
export const clientCodes = [
  'csv_empty',
  'csv_too_large',
  'csv_too_many_rows',
  'csv_encoding',
  'csv_not_text',
  'csv_header_missing',
  'csv_header_duplicate',
  'csv_unbalanced_quote',
  'row_invalid',
  'row_conflict',
  'row_duplicate',
  'locale_invalid',
  'theme_invalid',
  'theme_out_of_range',
  'theme_unknown_token',
  'offline',
  'timeout',
  'aborted',
  'response_invalid',
] as const;

export type ClientProblemCode = (typeof clientCodes)[number];
