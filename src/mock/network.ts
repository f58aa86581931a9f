/** What lies between page and backend, to be changed while a story or a test runs. */
export interface Network {
  /** Milliseconds before an answer arrives. */
  latency: number;
  /** Nothing gets through. */
  offline: boolean;
  /** Every how many-th request is answered 503; 0 for none. */
  failEvery: number;
  /** Answers these requests itself, such as a proxy that sends a page; undefined lets them through. */
  intercept?: (request: Request) => Response | undefined;
}

export const goodNetwork = (): Network => ({ latency: 0, offline: false, failEvery: 0 });

/** Puts the network in front of a backend. */
export function throughNetwork(backend: typeof fetch, network: Network): typeof fetch {
  let count = 0;
  return async (input, init) => {
    const request = new Request(input, init);
    if (network.latency > 0) await pause(network.latency, request.signal);
    request.signal.throwIfAborted();
    if (network.offline) throw new TypeError('Failed to fetch');
    count += 1;
    const own = network.intercept?.(request);
    if (own) return own;
    return network.failEvery > 0 && count % network.failEvery === 0 ? unavailable() : backend(request);
  };
}

function unavailable(): Response {
  const problem = { type: '/problems/unavailable', code: 'unavailable', title: 'Unavailable', status: 503 };
  return new Response(JSON.stringify({ ...problem, instance: 'req_mockmockmockmockmockmo' }), {
    status: 503,
    headers: { 'content-type': 'application/problem+json', 'retry-after': '1' },
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
