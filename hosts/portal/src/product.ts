/** What there is to do in the product around the portal, as its server tells it. */
export interface ProductArea {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** Whoever lacks it does not see the area. */
  readonly capability: string;
  readonly acts: readonly { readonly id: string; readonly name: string; readonly capability: string }[];
}

let asked: Promise<readonly ProductArea[]> | undefined;

/** The areas; none where the portal stands alone, as in production. */
export function productAreas(): Promise<readonly ProductArea[]> {
  return (asked ??= fetch('/product.json')
    .then(async (answer) =>
      answer.ok ? ((await answer.json()) as { areas: readonly ProductArea[] }).areas : [],
    )
    .catch(() => {
      asked = undefined;
      return [];
    }));
}

/** Does it, if the product's server agrees; says how it ended, in a sentence. */
export async function doAct(accountId: string, act: string): Promise<{ done: boolean; text: string }> {
  const answer = await fetch('/product/acts', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ accountId, act }),
  }).catch(() => null);
  if (!answer) return { done: false, text: 'You seem to be offline. Try again when you are back.' };
  if (answer.ok) return { done: true, text: ((await answer.json()) as { done: string }).done };
  if (answer.status === 403)
    return { done: false, text: 'The server refused: your role doesn’t include this.' };
  return { done: false, text: `The server refused (${answer.status}). Reload the page and try again.` };
}
