import type { Config } from '../config.js';

/** Addresses that a mail may hold. The base comes from configuration alone, never from a request (P34). */
export const usersUrl = (config: Config, accountId: string): string =>
  `${config.publicUrl}/accounts/${accountId}/users`;

/** R46: the token travels in the fragment, which no server and no Referer ever sees. */
export const acceptUrl = (config: Config, token: string): string => `${config.publicUrl}/accept#${token}`;

export const linksUrl = (config: Config, accountId: string): string =>
  `${config.publicUrl}/accounts/${accountId}/links`;

export const signInUrl = (config: Config): string => `${config.publicUrl}/sign-in`;

/** Where a person changes their username and factors; who is signed out signs in first. */
export const securityUrl = (config: Config): string => `${config.publicUrl}/security`;

export const resetPasswordUrl = (config: Config, token: string): string =>
  `${config.publicUrl}/reset-password#${token}`;

export const undoAddressUrl = (config: Config, token: string): string =>
  `${config.publicUrl}/undo-address#${token}`;
