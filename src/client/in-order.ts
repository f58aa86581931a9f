import type { Send } from './call.js';

/** W02: going to another account waits for what is being saved, which is meant for the account shown until then. */
export function inOrder(send: Send): Send {
  const saving = new Set<Promise<unknown>>();
  return async (call) => {
    if (call.action === 'me.setCurrent') await Promise.allSettled(saving);
    const sent = send(call);
    if (call.method !== 'GET') {
      const over = () => saving.delete(sent);
      saving.add(sent);
      sent.then(over, over);
    }
    return sent;
  };
}
