import { counted } from './counts.js';

/** Counted nouns where they follow a preposition or another noun: two of them end differently there. */
export const ofPeople = counted('شخص واحد', 'شخصين', 'أشخاص', 'شخصًا', 'شخص');
export const ofAccounts = counted('حساب واحد', 'حسابين', 'حسابات', 'حسابًا', 'حساب');
export const ofClients = counted('حساب عميل واحد', 'حسابي عميلين', 'حسابات عملاء', 'حساب عميل');
